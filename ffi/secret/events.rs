//! Registering for secret events.

use crate::{
    boundary::{call, checks::must_not_be_null, events, handle::Borrowed, objects::Connect},
    common::virFreeCallback,
    host::virConnectPtr,
    secret::{virConnectSecretEventGenericCallback, virConnectSecretEventLifecycleCallback, virSecretPtr},
};
use std::{
    ffi::{c_int, c_void},
    mem::transmute,
};
use virt_core::{
    api::ops,
    event::{Class, Event, Filter},
    records::Secret,
};

/// Ends a registration that virConnectSecretEventRegisterAny() made. The function that frees its data is run.
///
/// @conn: the connection
/// @callbackID: the number of the registration
///
/// Returns 0, or -1.
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventDeregisterAny(conn: virConnectPtr, callbackID: c_int) -> c_int {
    call(conn, &ops::connect_secret_event_deregister_any, |conn| {
        events::deregister(conn, Class::Secret, callbackID)
    })
}

/// Registers a function that is called, by the thread that runs the event loop, with each event of a kind.
///
/// @conn: the connection
/// @secret: the secret whose events are wanted, or NULL for all
/// @eventID: the kind of event, one of virSecretEventID
/// @cb: the function, cast to this type with VIR_SECRET_EVENT_CALLBACK(); its own type belongs to @eventID
/// @opaque: data to call it with
/// @freecb: (optional) a function that is called with @opaque when the registration ends
///
/// Returns the number of the registration, zero or greater, or -1. The connection stays open while a
/// registration lasts.
///
/// Since: 3.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSecretEventRegisterAny(
    conn: virConnectPtr,
    secret: virSecretPtr,
    eventID: c_int,
    cb: virConnectSecretEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    call(conn, &ops::connect_secret_event_register_any, |conn| {
        let subject =
            events::subject(secret, conn, "secret", |secret: &Secret| format!("secret '{}'", secret.uuid))?;
        let cb = cb.ok_or_else(|| must_not_be_null("cb"))?;
        events::event_id(eventID, 2)?;
        let filter = Filter { class: Class::Secret, id: eventID, subject };
        events::register(conn, filter, events::function(cb as usize), opaque, freecb, deliver(cb))
    })
}

/// Calls the application's function, whose type belongs to the kind of event.
fn deliver(
    cb: unsafe extern "C" fn(virConnectPtr, virSecretPtr, *mut c_void),
) -> impl Fn(&Borrowed<Connect>, &Event, *mut c_void) + Send + Sync {
    move |conn, event, opaque| match event {
        Event::SecretLifecycle { secret, event, detail } => events::with_handle(secret, conn, |secret| {
            // SAFETY: the application registered a function of this type for this kind of event.
            unsafe {
                let cb: virConnectSecretEventLifecycleCallback = transmute(cb);
                if let Some(cb) = cb {
                    cb(conn.as_ptr(), secret, *event, *detail, opaque);
                }
            }
        }),
        Event::SecretValueChanged { secret } => events::with_handle(secret, conn, |secret| {
            // SAFETY: the application registered a function of this very type.
            unsafe { cb(conn.as_ptr(), secret, opaque) }
        }),
        _ => {}
    }
}
