//! Events: what happened to an object, who wants to hear of it, and how it reaches them.

use crate::{records::*, types::*};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// Calls `$with!` with every event: the number of its message on the wire, the number of the message without a
/// callback that clients before 1.3 understand (0 for none), the field that holds its object (and names its class),
/// its identifier within the class, its name and its fields in wire order.
#[macro_export]
macro_rules! events { ($($with:tt)*) => { $($with)*! {
    318 107 dom     0 DomainLifecycle(dom: Domain, event: i32, detail: i32);
    319 169 dom     1 DomainReboot(dom: Domain);
    320 170 dom     2 DomainRtcChange(dom: Domain, offset: i64);
    321 171 dom     3 DomainWatchdog(dom: Domain, action: i32);
    322 172 dom     4 DomainIoError(dom: Domain, src_path: String, dev_alias: String, action: i32);
    323 173 dom     5 DomainGraphics(dom: Domain, phase: i32, local: GraphicsAddress, remote: GraphicsAddress,
                auth_scheme: String, subject: List<GraphicsIdentity, 20>);
    324 195 dom     6 DomainIoErrorReason(dom: Domain, src_path: String, dev_alias: String, action: i32,
                reason: String);
    325 224 dom     7 DomainControlError(dom: Domain);
    326 241 dom     8 DomainBlockJob(dom: Domain, path: String, kind: i32, status: i32);
    327 248 dom     9 DomainDiskChange(dom: Domain, old_src_path: Option<String>, new_src_path: Option<String>,
                dev_alias: String, reason: i32);
    328 268 dom    10 DomainTrayChange(dom: Domain, dev_alias: String, reason: i32);
    329 269 dom    11 DomainPmWakeup(reason: i32, dom: Domain);
    330 270 dom    12 DomainPmSuspend(reason: i32, dom: Domain);
    331 276 dom    13 DomainBalloonChange(dom: Domain, actual: u64);
    332 292 dom    14 DomainPmSuspendDisk(reason: i32, dom: Domain);
    333 311 dom    15 DomainDeviceRemoved(dom: Domain, dev_alias: String);
    339   0 dom    16 DomainBlockJob2(dom: Domain, dst: String, kind: i32, status: i32);
    346   0 dom    17 DomainTunable(dom: Domain, params: Params<2048>);
    348   0 dom    18 DomainAgentLifecycle(dom: Domain, state: i32, reason: i32);
    354   0 dom    19 DomainDeviceAdded(dom: Domain, dev_alias: String);
    359   0 dom    20 DomainMigrationIteration(dom: Domain, iteration: i32);
    363   0 dom    21 DomainJobCompleted(dom: Domain, params: Params<64>);
    367   0 dom    22 DomainDeviceRemovalFailed(dom: Domain, dev_alias: String);
    379   0 dom    23 DomainMetadataChange(dom: Domain, kind: i32, nsuri: Option<String>);
    385   0 dom    24 DomainBlockThreshold(dom: Domain, dev: String, path: Option<String>, threshold: u64,
                excess: u64);
    423   0 dom    25 DomainMemoryFailure(dom: Domain, recipient: i32, action: i32, flags: u32);
    438   0 dom    26 DomainMemoryDeviceSizeChange(dom: Domain, alias: String, size: u64);
    453   0 dom    27 DomainNicMacChange(dom: Domain, alias: String, old_mac: String, new_mac: String);
    454   0 dom    28 DomainVcpuRemoved(dom: Domain, vcpuid: u32);
    455   0 dom    29 DomainChannelLifecycle(dom: Domain, channel_name: String, state: i32, reason: i32);
    315   0 net     0 NetworkLifecycle(net: Network, event: i32, detail: i32);
    446   0 net     1 NetworkMetadataChange(net: Network, kind: i32, nsuri: Option<String>);
    370   0 pool    0 StoragePoolLifecycle(pool: StoragePool, event: i32, detail: i32);
    373   0 pool    1 StoragePoolRefresh(pool: StoragePool);
    376   0 dev     0 NodeDeviceLifecycle(dev: NodeDevice, event: i32, detail: i32);
    377   0 dev     1 NodeDeviceUpdate(dev: NodeDevice);
    382   0 secret  0 SecretLifecycle(secret: Secret, event: i32, detail: i32);
    383   0 secret  1 SecretValueChanged(secret: Secret);
} } }

/// The kind of object that an event happened to; event identifiers are counted within a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    Domain,
    Network,
    StoragePool,
    NodeDevice,
    Secret,
    /// What a QEMU's monitor sends, as it is; these events are not in the table, for they are of another program.
    QemuMonitor,
}

/// What tells one object from another in a filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    Uuid(Uuid),
    Name(Name),
}

/// An object that events happen to.
pub trait Subject {
    const CLASS: Class;
    fn key(&self) -> Key;
}

macro_rules! subjects {
    ($($record:ident $class:ident by $kind:ident $field:ident;)*) => {$(
        impl Subject for $record {
            const CLASS: Class = Class::$class;
            fn key(&self) -> Key {
                Key::$kind(self.$field.clone())
            }
        }
    )*};
}

subjects! {
    Domain Domain by Uuid uuid;
    Network Network by Uuid uuid;
    StoragePool StoragePool by Uuid uuid;
    NodeDevice NodeDevice by Name name;
    Secret Secret by Uuid uuid;
}

/// The class that a row's subject field stands for.
fn class_of<S: Subject>(_: &S) -> Class {
    S::CLASS
}

macro_rules! define_events {
    ($($number:literal $legacy:literal $subject:ident $id:literal
        $name:ident($($field:ident: $ty:ty),* $(,)?);)*) => {
        /// Something that happened to an object.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Event {
            $($name { $($field: $ty),* },)*
            /// An event of a QEMU's monitor, without interpretation. `details` is JSON.
            QemuMonitor { dom: Domain, event: String, seconds: i64, micros: u32, details: Option<String> },
        }

        impl Event {
            /// The class and the identifier within it (`VIR_DOMAIN_EVENT_ID_…` and its siblings).
            pub fn id(&self) -> (Class, i32) {
                match self {
                    $(Event::$name { $subject, .. } => (class_of($subject), $id),)*
                    Event::QemuMonitor { .. } => (Class::QemuMonitor, 0),
                }
            }

            /// The object that it happened to.
            pub fn key(&self) -> Key {
                match self {
                    $(Event::$name { $subject, .. } => $subject.key(),)*
                    Event::QemuMonitor { dom, .. } => dom.key(),
                }
            }

            /// The number of the message that carries it, in the program that it belongs to.
            pub fn message_number(&self) -> i32 {
                match self {
                    $(Event::$name { .. } => $number,)*
                    Event::QemuMonitor { .. } => 6,
                }
            }
        }
    };
}

events!(define_events);

/// Which events somebody wants: one identifier of a class, of every object or of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub class: Class,
    pub id: i32,
    pub subject: Option<Key>,
}

impl Filter {
    pub fn matches(&self, event: &Event) -> bool {
        event.id() == (self.class, self.id) && self.subject.as_ref().is_none_or(|key| *key == event.key())
    }
}

/// Somebody who watches. `deliver` is called on the thread that made the event, with no lock of the driver held;
/// it must not block.
pub trait Subscriber: Send + Sync {
    fn deliver(&self, watch: i32, event: &Arc<Event>);
}

struct Watch {
    number: i32,
    filter: Filter,
    subscriber: Arc<dyn Subscriber>,
}

/// Where a driver publishes its events, and where connections watch for them.
#[derive(Default)]
pub struct Hub {
    watches: RwLock<Vec<Arc<Watch>>>,
    next: Mutex<i32>,
}

impl Hub {
    /// Adds a watch; the number that ends it, never used twice.
    pub fn watch(&self, filter: Filter, subscriber: Arc<dyn Subscriber>) -> i32 {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let number = *next;
        *next += 1;
        let watch = Arc::new(Watch { number, filter, subscriber });
        self.watches.write().unwrap_or_else(PoisonError::into_inner).push(watch);
        number
    }

    /// Ends a watch; `false` when there is none of that number.
    pub fn unwatch(&self, number: i32) -> bool {
        let mut watches = self.watches.write().unwrap_or_else(PoisonError::into_inner);
        let before = watches.len();
        watches.retain(|watch| watch.number != number);
        watches.len() < before
    }

    /// Whether anybody watches for events of a class.
    pub fn is_watched(&self, class: Class) -> bool {
        let watches = self.watches.read().unwrap_or_else(PoisonError::into_inner);
        watches.iter().any(|watch| watch.filter.class == class)
    }

    /// Hands `event` to everyone who watches for it.
    pub fn publish(&self, event: Event) {
        let interested: Vec<Arc<Watch>> = {
            let watches = self.watches.read().unwrap_or_else(PoisonError::into_inner);
            watches.iter().filter(|watch| watch.filter.matches(&event)).cloned().collect()
        };
        if interested.is_empty() {
            return;
        }
        let event = Arc::new(event);
        for watch in interested {
            watch.subscriber.deliver(watch.number, &event);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Heard(Mutex<Vec<(i32, Arc<Event>)>>);

    impl Subscriber for Heard {
        fn deliver(&self, watch: i32, event: &Arc<Event>) {
            self.0.lock().unwrap().push((watch, event.clone()));
        }
    }

    fn started(name: &str, uuid: u8) -> Event {
        let dom = Domain { name: name.into(), uuid: Uuid([uuid; 16]), id: 1 };
        Event::DomainLifecycle { dom, event: 2, detail: 0 }
    }

    #[test]
    fn a_filter_by_object_lets_only_that_object_through() {
        let hub = Hub::default();
        let heard = Arc::new(Heard::default());
        let filter = |subject| Filter { class: Class::Domain, id: 0, subject };
        let one = hub.watch(filter(Some(Key::Uuid(Uuid([1; 16])))), heard.clone());
        let all = hub.watch(filter(None), heard.clone());
        hub.publish(started("a", 1));
        hub.publish(started("b", 2));
        let numbers: Vec<i32> = heard.0.lock().unwrap().iter().map(|(watch, _)| *watch).collect();
        assert_eq!(numbers, [one, all, all]);
        assert!(hub.unwatch(all) && !hub.unwatch(all));
        hub.publish(started("b", 2));
        assert_eq!(heard.0.lock().unwrap().len(), 3);
    }
}
