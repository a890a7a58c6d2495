//! Each regular row of the API table: its arguments and its result survive the wire, and are refused at every
//! length that is wrong.

mod support;

use std::fmt::Debug;
use support::{Random, Sample};
use virt_core::{event::Event, records::*, types::*};
use virt_rpc::{
    events,
    types::Argument,
    xdr::{Malformed, Pack, Reader, Unpack, Writer, pack_one, unpack_all},
};

const ROUNDS: usize = 12;

/// Refuses every prefix of `bytes` and what is longer.
fn refused_at_wrong_lengths(what: &str, bytes: &[u8], read: &dyn Fn(&[u8]) -> Result<(), Malformed>) {
    assert_eq!(bytes.len() % 4, 0, "{what}: whole words");
    assert_eq!(read(bytes), Ok(()), "{what}");
    for end in 0..bytes.len() {
        assert!(read(&bytes[..end]).is_err(), "{what}: {end} of {} bytes", bytes.len());
    }
    for more in [1, 4, 8] {
        let longer = [bytes, &[0; 8][..more]].concat();
        assert_eq!(read(&longer), Err(Malformed::Trailing), "{what}: {more} bytes more");
    }
}

fn result<R: Sample + Pack + PartialEq + Debug + for<'a> Unpack<'a>>(name: &str, random: &mut Random) {
    let value = R::sample(random);
    let bytes = pack_one(&value).unwrap();
    assert_eq!(unpack_all::<R>(&bytes), Ok(value), "{name}");
    refused_at_wrong_lengths(name, &bytes, &|bytes| unpack_all::<R>(bytes).map(drop));
}

macro_rules! rows {
    (
        $(#[$doc:meta])* $family:ident in $program:ident from $origin:ident;
        calls { $($number:literal $call:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?
            [$($acl:tt)*] $($mark:ident $(($($when:tt)*))?)*;)* }
        streams { $($streams:tt)* }
        irregular { $($odd:tt)* }
        protocol { $($wire:tt)* }
    ) => {
        #[test]
        #[allow(non_snake_case, unused)]
        fn $family() {
            let mut random = Random(0x9e37_79b9_7f4a_7c15);
            for _ in 0..ROUNDS {
                $({
                    let sent = ($(<<$ty as Argument<'static>>::Stored as Sample>::sample(&mut random),)*);
                    let mut to = Writer::default();
                    let ($($arg,)*) = &sent;
                    $(<$ty as Argument>::lend($arg).pack(&mut to);)*
                    let bytes = to.finish().unwrap();
                    let read = |bytes: &[u8]| {
                        let mut from = Reader::new(bytes);
                        let came = ($(<<$ty as Argument>::Stored as Unpack>::unpack(&mut from)?,)*);
                        from.end()?;
                        assert_eq!(came, sent, stringify!($call));
                        Ok(())
                    };
                    refused_at_wrong_lengths(stringify!($call), &bytes, &read);
                    $(result::<$ret>(stringify!($call), &mut random);)?
                })*
            }
        }
    };
}

virt_core::operations!(rows);

macro_rules! event_rows {
    ($($number:literal $legacy:literal $subject:ident $id:literal
        $name:ident($($field:ident: $ty:ty),* $(,)?);)*) => {
        #[test]
        fn every_event() {
            let mut random = Random(0x2545_f491_4f6c_dd1d);
            for round in 0..ROUNDS as i32 {
                $({
                    let event = Event::$name { $($field: Sample::sample(&mut random)),* };
                    let mut to = Writer::default();
                    events::message(round, &event, &mut to).unwrap();
                    let payload = &to.bytes()[28..];
                    assert_eq!(events::read($number, payload), Some(Ok((round, event))));
                    refused_at_wrong_lengths(stringify!($name), payload, &|bytes| {
                        events::read($number, bytes).unwrap().map(drop)
                    });
                })*
            }
        }
    };
}

virt_core::events!(event_rows);
