//! The objects behind the handles, and how results of operations become handles.

use super::{
    callback::CloseWatch,
    handle::{Borrowed, Kind, Object, Opaque},
};
use crate::{
    boundary::callback::ErrorHandler,
    checkpoint::virDomainCheckpoint,
    domain::virDomain,
    host::{virConnect, virStream},
    interface::virInterface,
    network::{virNetwork, virNetworkPort},
    nodedev::virNodeDevice,
    nwfilter::{virNWFilter, virNWFilterBinding},
    secret::virSecret,
    snapshot::virDomainSnapshot,
    storage::{virStoragePool, virStorageVol},
};
use std::{
    ffi::CString,
    ops::Deref,
    sync::{
        Mutex, OnceLock,
        atomic::{AtomicI32, Ordering::Relaxed},
    },
};
use virt_core::{
    connection::{Connection, Drivers},
    constants::VIR_STREAM_NONBLOCK,
    dispatch::Dispatcher,
    records::*,
    stream::StreamBox,
};
use virt_error::{Code, Origin, Result, error};

/// What stands behind a `virConnectPtr`.
pub struct ConnectObject {
    pub connection: Connection,
    /// The application's handler of this connection's errors.
    pub error_handler: Mutex<Option<ErrorHandler>>,
    /// The application's close callback.
    pub close_watch: CloseWatch<virConnect>,
    /// The events that the application listens to.
    pub events: Dispatcher,
    /// What `virConnectGetType` gave, which C keeps for as long as the connection lives.
    pub driver_type: OnceLock<CString>,
}

/// The handle's payload: the object itself is too large for a slot.
pub struct Connect(pub Box<ConnectObject>);

impl Deref for Connect {
    type Target = ConnectObject;
    fn deref(&self) -> &ConnectObject {
        &self.0
    }
}

impl ConnectObject {
    pub fn drivers(&self) -> &Drivers {
        &self.connection.drivers
    }
}

/// An object of a connection that is nothing but its record.
pub struct Item<R> {
    pub conn: Borrowed<Connect>,
    pub record: R,
}

/// A domain: its number changes while the handle lives.
pub struct DomainObject {
    pub conn: Borrowed<Connect>,
    pub record: Domain,
    pub id: AtomicI32,
}

/// An object that belongs to another one, which C can ask it for.
pub struct ChildItem<R, P: Object> {
    pub parent: Borrowed<P>,
    pub record: R,
}

/// A host device, with its parent's name once C has asked for it.
pub struct NodeDeviceObject {
    pub conn: Borrowed<Connect>,
    pub record: NodeDevice,
    pub parent: OnceLock<Option<CString>>,
}

/// A stream: the driver's end is there once an operation has opened it.
pub struct StreamObject {
    pub conn: Borrowed<Connect>,
    pub flags: u32,
    pub end: OnceLock<StreamBox>,
}

impl StreamObject {
    /// Opens the stream with the end that `operation` makes; what else the operation gave.
    pub fn open<R>(&self, operation: impl FnOnce() -> Result<(StreamBox, R)>) -> Result<R> {
        let in_use = || error!(Streams, OperationInvalid, "stream is already in use");
        if self.end.get().is_some() {
            return Err(in_use());
        }
        let (end, result) = operation()?;
        if self.flags & VIR_STREAM_NONBLOCK != 0 {
            end.do_not_block();
        }
        match self.end.set(end) {
            Ok(()) => Ok(result),
            Err(end) => {
                // Another thread was faster; what went wrong while giving up is not worth more than that.
                let _ = end.abort();
                Err(in_use())
            }
        }
    }
}

/// The handle's payload for a stream.
pub struct StreamHandle(pub Box<StreamObject>);

impl Deref for StreamHandle {
    type Target = StreamObject;
    fn deref(&self) -> &StreamObject {
        &self.0
    }
}

pub type NetworkObject = Item<Network>;
pub type StoragePoolObject = Item<StoragePool>;
pub type StorageVolObject = Item<StorageVol>;
pub type InterfaceObject = Item<Interface>;
pub type SecretObject = Item<Secret>;
pub type NwFilterObject = Item<NwFilter>;
pub type NwFilterBindingObject = Item<NwFilterBinding>;
pub type NetworkPortObject = ChildItem<NetworkPort, NetworkObject>;
pub type DomainSnapshotObject = ChildItem<DomainSnapshot, DomainObject>;
pub type DomainCheckpointObject = ChildItem<DomainCheckpoint, DomainObject>;

macro_rules! objects {
    ($($c:ident $object:ty = $kind:ident, $invalid:ident from $origin:expr, via $($path:tt).+;)*) => {$(
        impl Opaque for $c {
            type Object = $object;
        }

        impl Object for $object {
            type C = $c;
            const KIND: Kind = Kind::$kind;
            const INVALID: Code = Code::$invalid;
            const INVALID_ORIGIN: Option<Origin> = $origin;
            fn connect(&self) -> Option<&ConnectObject> {
                Some(&self.$($path).+)
            }
        }
    )*};
}

objects! {
    virConnect Connect = Connect, InvalidConn from None, via 0;
    virDomain DomainObject = Domain, InvalidDomain from Some(Origin::Dom), via conn;
    virNetwork NetworkObject = Network, InvalidNetwork from Some(Origin::Network), via conn;
    virNetworkPort NetworkPortObject = NetworkPort, InvalidNetworkPort from Some(Origin::Network), via parent.conn;
    virInterface InterfaceObject = Interface, InvalidInterface from Some(Origin::Interface), via conn;
    virStoragePool StoragePoolObject = StoragePool, InvalidStoragePool from Some(Origin::Storage), via conn;
    virStorageVol StorageVolObject = StorageVol, InvalidStorageVol from Some(Origin::Storage), via conn;
    virNodeDevice NodeDeviceObject = NodeDevice, InvalidNodeDevice from Some(Origin::Nodedev), via conn;
    virSecret SecretObject = Secret, InvalidSecret from Some(Origin::Secret), via conn;
    virStream StreamHandle = Stream, InvalidStream from Some(Origin::Streams), via conn;
    virNWFilter NwFilterObject = NwFilter, InvalidNwfilter from Some(Origin::Nwfilter), via conn;
    virNWFilterBinding NwFilterBindingObject = NwFilterBinding, InvalidNwfilterBinding from Some(Origin::Nwfilter), via conn;
    virDomainSnapshot DomainSnapshotObject = DomainSnapshot, InvalidDomainSnapshot from Some(Origin::DomainSnapshot), via parent.conn;
    virDomainCheckpoint DomainCheckpointObject = DomainCheckpoint, InvalidDomainCheckpoint from Some(Origin::DomainCheckpoint), via parent.conn;
}

/// Shorthands that every object of a connection has.
macro_rules! shorthands {
    ($(impl[$($generics:tt)*] $object:ty, $record:ty, $conn:ident => $($path:tt).+;)*) => {$(
        impl<$($generics)*> $object {
            pub fn drivers(&self) -> &Drivers {
                self.conn().drivers()
            }

            /// The handle of the connection.
            pub fn conn(&self) -> &Borrowed<Connect> {
                &self.$($path).+
            }
        }

        impl<$($generics)*> Deref for $object {
            type Target = $record;
            fn deref(&self) -> &$record {
                &self.record
            }
        }
    )*};
}

shorthands! {
    impl[R] Item<R>, R, conn => conn;
    impl[] DomainObject, Domain, conn => conn;
    impl[] NodeDeviceObject, NodeDevice, conn => conn;
    impl[R] ChildItem<R, DomainObject>, R, conn => parent.conn;
    impl[R] ChildItem<R, NetworkObject>, R, conn => parent.conn;
}

impl DomainObject {
    /// Takes over the number that the domain has now.
    pub fn set_id(&self, id: i32) {
        self.id.store(id, Relaxed);
    }
}

/// A record that C gets a handle of its own for.
pub trait Shown: Sized {
    type C: Opaque;
    /// What the handle needs besides the record: the connection, or the object that it belongs to.
    type Owner: Object;
    fn wrap(self, owner: &Borrowed<Self::Owner>) -> <Self::C as Opaque>::Object;

    /// A new handle, whose one reference is C's.
    fn give(self, owner: &Borrowed<Self::Owner>) -> Result<*mut Self::C> {
        Ok(Borrowed::new(self.wrap(owner))?.give())
    }
}

macro_rules! shown_items {
    ($($record:ident as $c:ident;)*) => {$(
        impl Shown for $record {
            type C = $c;
            type Owner = Connect;
            fn wrap(self, owner: &Borrowed<Connect>) -> Item<$record> {
                Item { conn: owner.clone(), record: self }
            }
        }
    )*};
}

macro_rules! shown_children {
    ($($record:ident as $c:ident of $owner:ident;)*) => {$(
        impl Shown for $record {
            type C = $c;
            type Owner = $owner;
            fn wrap(self, owner: &Borrowed<$owner>) -> ChildItem<$record, $owner> {
                ChildItem { parent: owner.clone(), record: self }
            }
        }
    )*};
}

shown_items! {
    Network as virNetwork;
    StoragePool as virStoragePool;
    StorageVol as virStorageVol;
    Interface as virInterface;
    Secret as virSecret;
    NwFilter as virNWFilter;
    NwFilterBinding as virNWFilterBinding;
}

shown_children! {
    NetworkPort as virNetworkPort of NetworkObject;
    DomainSnapshot as virDomainSnapshot of DomainObject;
    DomainCheckpoint as virDomainCheckpoint of DomainObject;
}

impl Shown for Domain {
    type C = virDomain;
    type Owner = Connect;
    fn wrap(self, owner: &Borrowed<Connect>) -> DomainObject {
        DomainObject { conn: owner.clone(), id: AtomicI32::new(self.id), record: self }
    }
}

impl Shown for NodeDevice {
    type C = virNodeDevice;
    type Owner = Connect;
    fn wrap(self, owner: &Borrowed<Connect>) -> NodeDeviceObject {
        NodeDeviceObject { conn: owner.clone(), record: self, parent: OnceLock::new() }
    }
}
