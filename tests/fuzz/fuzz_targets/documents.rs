//! XML documents: the first byte chooses the kind. What is read is written, and what was written reads and writes the
//! same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use virt_conf::{
    domain::{Domain, ParseFlags},
    host::Host,
    interface::Interface,
    network::{Network, NetworkPort},
    nodedev::{Device, Purpose},
    nwfilter::{Binding, Filter},
    secret::Secret,
    storage::{Pool, Volume},
};
use virt_xml::Style;

/// Reads `text`, writes it, and does both again with what came out.
fn again<T>(text: &str, read: impl Fn(&str) -> Option<T>, write: impl Fn(&T) -> String) {
    let Some(first) = read(text) else { return };
    let written = write(&first);
    let Some(second) = read(&written) else { panic!("not read again: {written}") };
    assert_eq!(written, write(&second));
}

fn domain(text: &str, secure: bool) {
    let host = Host::default();
    let style = Style { secure, inactive: true, ..Style::default() };
    again(text, |text| Domain::parse(text, ParseFlags::default(), &host).ok(), |domain| domain.format(style));
    let _ = Domain::parse(text, ParseFlags { validate: true, live: true, ..ParseFlags::default() }, &host);
}

fuzz_target!(|data: &[u8]| {
    let Some((kind, text)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    match kind % 12 {
        0 | 1 | 2 => domain(text, true),
        3 => again(text, |text| Network::parse(text, false).ok(), |network| network.format(false)),
        4 => again(text, |text| NetworkPort::parse(text, false).ok(), NetworkPort::format),
        5 => again(text, |text| Pool::parse(text, false).ok(), Pool::format),
        6 => {
            let pool = "<pool type='dir'><name>p</name><target><path>/p</path></target></pool>";
            let pool = Pool::parse(pool, false).unwrap();
            again(text, |text| Volume::parse(text, &pool, false, false).ok(), Volume::format);
        }
        7 => again(text, |text| Interface::parse(text, false).ok(), Interface::format),
        8 => again(text, |text| Device::parse(text, Purpose::Existing, false).ok(), |device| device.format(false)),
        9 => again(text, |text| Secret::parse(text, false).ok(), Secret::format),
        10 => again(text, |text| Filter::parse(text, false).ok(), Filter::format),
        _ => again(text, |text| Binding::parse(text, false).ok(), Binding::format),
    }
});
