//! Typed parameters as they come over the wire: what is taken is packed into the same bytes, and the checks hold for it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use virt_core::params::{Accepted, Kind, Multiple, Params, find, find_string, find_ullong, validate};
use virt_rpc::xdr::{pack_one, unpack_all};

const ACCEPTED: &[Accepted] = &[
    Accepted("hard_limit", Kind::ULLong, Multiple::Once),
    Accepted("weight", Kind::UInt, Multiple::Once),
    Accepted("device", Kind::String, Multiple::Many),
];

fuzz_target!(|data: &[u8]| {
    let Ok(Params(params)) = unpack_all::<Params<64>>(data) else { return };
    assert!(params.len() <= 64);
    // A boolean or a padding byte other than the usual one has more than one spelling; the second has none.
    let packed = pack_one(&Params::<64>(params.clone())).expect("what was read can be written");
    let Params(same) = unpack_all::<Params<64>>(&packed).expect("what was written can be read");
    assert_eq!(packed, pack_one(&Params::<64>(same)).unwrap());
    let accepted = validate(&params, ACCEPTED).is_ok();
    for param in &params {
        let known = find(&params, &param.field).is_some();
        assert!(known);
        assert!(!accepted || ACCEPTED.iter().any(|entry| *param.field == *entry.0 && param.value.kind() == entry.1));
    }
    let _ = (find_string(&params, "device"), find_ullong(&params, "hard_limit"));
});
