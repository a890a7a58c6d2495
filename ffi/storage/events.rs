//! Registering for storage pool events.

use crate::{
    boundary::{call, checks::must_not_be_null, events, handle::Borrowed, objects::Connect},
    common::virFreeCallback,
    host::virConnectPtr,
    storage::{
        virConnectStoragePoolEventGenericCallback, virConnectStoragePoolEventLifecycleCallback,
        virStoragePoolPtr,
    },
};
use std::{
    ffi::{c_int, c_void},
    mem::transmute,
};
use virt_core::{
    api::ops,
    event::{Class, Event, Filter},
    records::StoragePool,
};

/// Ends a registration that virConnectStoragePoolEventRegisterAny() made. The function that frees its data is
/// run.
///
/// @conn: the connection
/// @callbackID: the number of the registration
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    call(conn, &ops::connect_storage_pool_event_deregister_any, |conn| {
        events::deregister(conn, Class::StoragePool, callbackID)
    })
}

/// Registers a function that is called, by the thread that runs the event loop, with each event of a kind.
///
/// @conn: the connection
/// @pool: the pool whose events are wanted, or NULL for all
/// @eventID: the kind of event, one of virStoragePoolEventID
/// @cb: the function, cast to this type with VIR_STORAGE_POOL_EVENT_CALLBACK(); its own type belongs to
///      @eventID
/// @opaque: data to call it with
/// @freecb: (optional) a function that is called with @opaque when the registration ends
///
/// Returns the number of the registration, zero or greater, or -1. The connection stays open while a
/// registration lasts.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectStoragePoolEventRegisterAny(
    conn: virConnectPtr,
    pool: virStoragePoolPtr,
    eventID: c_int,
    cb: virConnectStoragePoolEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    call(conn, &ops::connect_storage_pool_event_register_any, |conn| {
        let subject = events::subject(pool, conn, "pool", |pool: &StoragePool| {
            format!("storage pool '{}'", pool.name)
        })?;
        let cb = cb.ok_or_else(|| must_not_be_null("cb"))?;
        events::event_id(eventID, 2)?;
        let filter = Filter { class: Class::StoragePool, id: eventID, subject };
        events::register(conn, filter, events::function(cb as usize), opaque, freecb, deliver(cb))
    })
}

/// Calls the application's function, whose type belongs to the kind of event.
fn deliver(
    cb: unsafe extern "C" fn(virConnectPtr, virStoragePoolPtr, *mut c_void),
) -> impl Fn(&Borrowed<Connect>, &Event, *mut c_void) + Send + Sync {
    move |conn, event, opaque| match event {
        Event::StoragePoolLifecycle { pool, event, detail } => events::with_handle(pool, conn, |pool| {
            // SAFETY: the application registered a function of this type for this kind of event.
            unsafe {
                let cb: virConnectStoragePoolEventLifecycleCallback = transmute(cb);
                if let Some(cb) = cb {
                    cb(conn.as_ptr(), pool, *event, *detail, opaque);
                }
            }
        }),
        Event::StoragePoolRefresh { pool } => events::with_handle(pool, conn, |pool| {
            // SAFETY: the application registered a function of this very type.
            unsafe { cb(conn.as_ptr(), pool, opaque) }
        }),
        _ => {}
    }
}
