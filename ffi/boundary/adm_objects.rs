//! The objects behind the handles of `libvirt-admin.h`, which belong to no `virConnect`.

use super::{
    callback::CloseWatch,
    handle::{Borrowed, Kind, Object, Opaque},
    objects::{ConnectObject, Shown},
};
use crate::admin::{virAdmClient, virAdmConnect, virAdmServer};
use std::{ffi::CString, ops::Deref};
use virt_core::{
    api::Admin,
    records::{AdminClient, AdminServer},
};
use virt_driver_remote::Administration;
use virt_error::{Code, Origin};

/// What stands behind a `virAdmConnectPtr`.
pub struct AdmConnectObject {
    pub uri: String,
    pub daemon: Administration,
    pub close_watch: CloseWatch<virAdmConnect>,
}

impl AdmConnectObject {
    pub fn admin(&self) -> &dyn Admin {
        self.daemon.operations()
    }
}

/// The handle's payload: the object itself is too large for a slot.
pub struct AdmConnect(pub Box<AdmConnectObject>);

impl Deref for AdmConnect {
    type Target = AdmConnectObject;
    fn deref(&self) -> &AdmConnectObject {
        &self.0
    }
}

/// A server of a daemon.
pub struct AdmServerObject {
    pub conn: Borrowed<AdmConnect>,
    pub record: AdminServer,
    /// The name, for C.
    pub name: CString,
}

/// A client of a server.
pub struct AdmClientObject {
    pub server: Borrowed<AdmServerObject>,
    pub record: AdminClient,
}

macro_rules! objects {
    ($($c:ident $object:ident = $kind:ident;)*) => {$(
        impl Opaque for $c {
            type Object = $object;
        }

        impl Object for $object {
            type C = $c;
            const KIND: Kind = Kind::$kind;
            const INVALID: Code = Code::InvalidConn;
            const INVALID_ORIGIN: Option<Origin> = Some(Origin::Admin);
            fn connect(&self) -> Option<&ConnectObject> {
                None
            }
        }
    )*};
}

objects! {
    virAdmConnect AdmConnect = AdmConnect;
    virAdmServer AdmServerObject = AdmServer;
    virAdmClient AdmClientObject = AdmClient;
}

impl AdmServerObject {
    pub fn admin(&self) -> &dyn Admin {
        self.conn.admin()
    }
}

impl AdmClientObject {
    pub fn admin(&self) -> &dyn Admin {
        self.server.admin()
    }
}

impl Shown for AdminServer {
    type C = virAdmServer;
    type Owner = AdmConnect;
    fn wrap(self, owner: &Borrowed<AdmConnect>) -> AdmServerObject {
        let name = super::events::text(&self.name);
        AdmServerObject { conn: owner.clone(), record: self, name }
    }
}

impl Shown for AdminClient {
    type C = virAdmClient;
    type Owner = AdmServerObject;
    fn wrap(self, owner: &Borrowed<AdmServerObject>) -> AdmClientObject {
        AdmClientObject { server: owner.clone(), record: self }
    }
}
