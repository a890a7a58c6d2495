//! Registering for network events.

use crate::{
    boundary::{call, checks::must_not_be_null, events, handle::Borrowed, objects::Connect},
    common::virFreeCallback,
    host::virConnectPtr,
    network::{
        virConnectNetworkEventGenericCallback, virConnectNetworkEventLifecycleCallback,
        virConnectNetworkEventMetadataChangeCallback, virNetworkPtr,
    },
};
use std::{
    ffi::{c_int, c_void},
    mem::transmute,
    ptr,
};
use virt_core::{
    api::ops,
    event::{Class, Event, Filter},
    records::Network,
};

/// Ends a registration that virConnectNetworkEventRegisterAny() made. The function that frees its data is run.
///
/// @conn: the connection
/// @callbackID: the number of the registration
///
/// Returns 0, or -1.
///
/// Since: 1.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventDeregisterAny(
    conn: virConnectPtr,
    callbackID: c_int,
) -> c_int {
    call(conn, &ops::connect_network_event_deregister_any, |conn| {
        events::deregister(conn, Class::Network, callbackID)
    })
}

/// Registers a function that is called, by the thread that runs the event loop, with each event of a kind.
///
/// @conn: the connection
/// @net: the network whose events are wanted, or NULL for all
/// @eventID: the kind of event, one of virNetworkEventID
/// @cb: the function, cast to this type with VIR_NETWORK_EVENT_CALLBACK(); its own type belongs to @eventID
/// @opaque: data to call it with
/// @freecb: (optional) a function that is called with @opaque when the registration ends
///
/// Returns the number of the registration, zero or greater, or -1. The connection stays open while a
/// registration lasts.
///
/// Since: 1.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNetworkEventRegisterAny(
    conn: virConnectPtr,
    net: virNetworkPtr,
    eventID: c_int,
    cb: virConnectNetworkEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    call(conn, &ops::connect_network_event_register_any, |conn| {
        let subject = events::subject(net, conn, "net", |net: &Network| format!("network '{}'", net.name))?;
        let cb = cb.ok_or_else(|| must_not_be_null("cb"))?;
        events::event_id(eventID, 2)?;
        let filter = Filter { class: Class::Network, id: eventID, subject };
        events::register(conn, filter, events::function(cb as usize), opaque, freecb, deliver(cb))
    })
}

/// Calls the application's function, whose type belongs to the kind of event.
fn deliver(
    cb: unsafe extern "C" fn(virConnectPtr, virNetworkPtr, *mut c_void),
) -> impl Fn(&Borrowed<Connect>, &Event, *mut c_void) + Send + Sync {
    move |conn, event, opaque| match event {
        Event::NetworkLifecycle { net, event, detail } => events::with_handle(net, conn, |net| {
            // SAFETY: the application registered a function of this type for this kind of event.
            unsafe {
                let cb: virConnectNetworkEventLifecycleCallback = transmute(cb);
                if let Some(cb) = cb {
                    cb(conn.as_ptr(), net, *event, *detail, opaque);
                }
            }
        }),
        Event::NetworkMetadataChange { net, kind, nsuri } => events::with_handle(net, conn, |net| {
            let nsuri = nsuri.as_deref().map(events::text);
            let nsuri = nsuri.as_ref().map_or(ptr::null(), |uri| uri.as_ptr());
            // SAFETY: as above.
            unsafe {
                let cb: virConnectNetworkEventMetadataChangeCallback = transmute(cb);
                if let Some(cb) = cb {
                    cb(conn.as_ptr(), net, *kind, nsuri, opaque);
                }
            }
        }),
        _ => {}
    }
}
