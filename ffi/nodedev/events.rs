//! Registering for node device events.

use crate::{
    boundary::{call, checks::must_not_be_null, events, handle::Borrowed, objects::Connect},
    common::virFreeCallback,
    host::virConnectPtr,
    nodedev::{
        virConnectNodeDeviceEventGenericCallback, virConnectNodeDeviceEventLifecycleCallback,
        virNodeDevicePtr,
    },
};
use std::{
    ffi::{c_int, c_void},
    mem::transmute,
};
use virt_core::{
    api::ops,
    event::{Class, Event, Filter},
    records::NodeDevice,
};

/// Ends a registration that virConnectNodeDeviceEventRegisterAny() made. The function that frees its data is
/// run.
///
/// @conn: the connection
/// @callbackID: the number of the registration
///
/// Returns 0, or -1.
///
/// Since: 2.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    call(conn, &ops::connect_node_device_event_deregister_any, |conn| {
        events::deregister(conn, Class::NodeDevice, callbackID)
    })
}

/// Registers a function that is called, by the thread that runs the event loop, with each event of a kind.
///
/// @conn: the connection
/// @dev: the device whose events are wanted, or NULL for all
/// @eventID: the kind of event, one of virNodeDeviceEventID
/// @cb: the function, cast to this type with VIR_NODE_DEVICE_EVENT_CALLBACK(); its own type belongs to
///      @eventID
/// @opaque: data to call it with
/// @freecb: (optional) a function that is called with @opaque when the registration ends
///
/// Returns the number of the registration, zero or greater, or -1. The connection stays open while a
/// registration lasts.
///
/// Since: 2.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNodeDeviceEventRegisterAny(
    conn: virConnectPtr,
    dev: virNodeDevicePtr,
    eventID: c_int,
    cb: virConnectNodeDeviceEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    call(conn, &ops::connect_node_device_event_register_any, |conn| {
        let subject =
            events::subject(dev, conn, "dev", |dev: &NodeDevice| format!("node device '{}'", dev.name))?;
        let cb = cb.ok_or_else(|| must_not_be_null("cb"))?;
        events::event_id(eventID, 2)?;
        let filter = Filter { class: Class::NodeDevice, id: eventID, subject };
        events::register(conn, filter, events::function(cb as usize), opaque, freecb, deliver(cb))
    })
}

/// Calls the application's function, whose type belongs to the kind of event.
fn deliver(
    cb: unsafe extern "C" fn(virConnectPtr, virNodeDevicePtr, *mut c_void),
) -> impl Fn(&Borrowed<Connect>, &Event, *mut c_void) + Send + Sync {
    move |conn, event, opaque| match event {
        Event::NodeDeviceLifecycle { dev, event, detail } => events::with_handle(dev, conn, |dev| {
            // SAFETY: the application registered a function of this type for this kind of event.
            unsafe {
                let cb: virConnectNodeDeviceEventLifecycleCallback = transmute(cb);
                if let Some(cb) = cb {
                    cb(conn.as_ptr(), dev, *event, *detail, opaque);
                }
            }
        }),
        Event::NodeDeviceUpdate { dev } => events::with_handle(dev, conn, |dev| {
            // SAFETY: the application registered a function of this very type.
            unsafe { cb(conn.as_ptr(), dev, opaque) }
        }),
        _ => {}
    }
}
