//! Events on the wire: their messages, from the event table.

use crate::{
    message::{Header, write},
    xdr::{Malformed, Pack, Reader, Unpack, Writer},
};
use virt_core::{
    Result,
    event::{Class, Event},
    op::Program,
    records::*,
    types::*,
};

/// Tells a client that asked for it that its connection's own other end is lost; holds the reason.
pub const CONNECTION_CLOSED: i32 = 362;

/// An event for one watch: the watch's number, then the fields.
struct Watched<'a>(i32, &'a Event);
/// An event for clients that know no watches.
struct Legacy<'a>(&'a Event);

/// Older messages of these three lack the reason, which those with a watch carry before the domain.
macro_rules! legacy_fields {
    ($to:ident DomainPmWakeup $reason:ident $dom:ident) => { $dom.pack($to); };
    ($to:ident DomainPmSuspend $reason:ident $dom:ident) => { $dom.pack($to); };
    ($to:ident DomainPmSuspendDisk $reason:ident $dom:ident) => { $dom.pack($to); };
    ($to:ident $name:ident $($field:ident)*) => { $($field.pack($to);)* };
}

macro_rules! event_messages {
    ($($number:literal $legacy:literal $subject:ident $id:literal
        $name:ident($($field:ident: $ty:ty),* $(,)?);)*) => {
        impl Pack for Watched<'_> {
            fn pack(&self, to: &mut Writer) {
                self.0.pack(to);
                match self.1 {
                    $(Event::$name { $($field),* } => { $($field.pack(to);)* })*
                    Event::QemuMonitor { dom, event, seconds, micros, details } => {
                        dom.pack(to);
                        event.pack(to);
                        seconds.pack(to);
                        micros.pack(to);
                        details.pack(to);
                    }
                }
            }
        }

        #[allow(unused_variables)]
        impl Pack for Legacy<'_> {
            fn pack(&self, to: &mut Writer) {
                match self.0 {
                    $(Event::$name { $($field),* } => { legacy_fields!(to $name $($field)*); })*
                    // There never was a message without a watch.
                    Event::QemuMonitor { .. } => {}
                }
            }
        }

        /// The number of the message without a watch; `None` for events that came later than watches.
        fn legacy_number(event: &Event) -> Option<i32> {
            let number = match event {
                $(Event::$name { .. } => $legacy,)*
                Event::QemuMonitor { .. } => 0,
            };
            (number != 0).then_some(number)
        }

        /// Reads an event: the number of the watch and what happened. `None`: the message is no event.
        pub fn read(number: i32, payload: &[u8]) -> Option<std::result::Result<(i32, Event), Malformed>> {
            let from = &mut Reader::new(payload);
            match number {
                $($number => Some(read_fields(from, |from| {
                    Ok(Event::$name { $($field: <$ty>::unpack(from)?),* })
                })),)*
                _ => None,
            }
        }

        /// Whether there is an event of that identifier.
        pub fn exists(class: Class, id: i32) -> bool {
            [$((class_of!($subject), $id)),*].contains(&(class, id))
        }
    };
}

macro_rules! class_of {
    (dom) => {
        Class::Domain
    };
    (net) => {
        Class::Network
    };
    (pool) => {
        Class::StoragePool
    };
    (dev) => {
        Class::NodeDevice
    };
    (secret) => {
        Class::Secret
    };
}

virt_core::events!(event_messages);

fn read_fields(
    from: &mut Reader<'_>,
    fields: impl FnOnce(&mut Reader<'_>) -> std::result::Result<Event, Malformed>,
) -> std::result::Result<(i32, Event), Malformed> {
    let watch = i32::unpack(from)?;
    let event = fields(from)?;
    from.end()?;
    Ok((watch, event))
}

/// The message that tells `watch` of `event`.
pub fn message(watch: i32, event: &Event, to: &mut Writer) -> Result<()> {
    let program = match event {
        Event::QemuMonitor { .. } => Program::qemu,
        _ => Program::remote,
    };
    write(&Header::event(program, event.message_number()), &Watched(watch, event), to)
}

/// The message that tells a client without watches of `event`; `false` when there is none.
pub fn legacy_message(event: &Event, to: &mut Writer) -> Result<bool> {
    let Some(number) = legacy_number(event) else { return Ok(false) };
    write(&Header::event(Program::remote, number), &Legacy(event), to)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::parse;

    #[test]
    fn an_event_arrives_as_it_was_sent() {
        let dom = Domain { name: "web".into(), uuid: Uuid([3; 16]), id: 4 };
        let event = Event::DomainPmWakeup { reason: 5, dom };
        let mut to = Writer::default();
        message(9, &event, &mut to).unwrap();
        let (header, payload) = parse(to.bytes()).unwrap();
        assert_eq!(header, Header::event(Program::remote, 329));
        assert_eq!(read(329, payload), Some(Ok((9, event.clone()))));
        assert_eq!(read(1, payload), None);
        for end in 0..payload.len() {
            assert!(read(329, &payload[..end]).unwrap().is_err());
        }

        let mut legacy = Writer::default();
        assert!(legacy_message(&event, &mut legacy).unwrap());
        assert_eq!(parse(legacy.bytes()).unwrap().0, Header::event(Program::remote, 269));
        assert_eq!(legacy.bytes().len(), to.bytes().len() - 8);
    }

    #[test]
    fn only_identifiers_of_the_table_exist() {
        assert!(exists(Class::Domain, 29) && !exists(Class::Domain, 30) && !exists(Class::Domain, -1));
        assert!(exists(Class::Secret, 1) && !exists(Class::Secret, 2));
    }
}
