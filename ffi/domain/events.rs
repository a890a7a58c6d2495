//! Registering for domain events.

use crate::{
    boundary::{call, checks::must_not_be_null, checks::zero_or_greater, events, handle_of},
    common::virFreeCallback,
    domain::{
        event_callbacks::deliver, virConnectDomainEventCallback, virConnectDomainEventGenericCallback,
        virDomainPtr,
    },
    host::virConnectPtr,
};
use std::{
    ffi::{c_int, c_void},
    mem::transmute,
};
use virt_core::{
    api::ops,
    constants::{VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE, VIR_DOMAIN_EVENT_ID_LIFECYCLE},
    dispatch::Function,
    event::{Class, Filter, Subject},
};
use virt_error::{Error, bail};

/// The number of kinds of events.
const EVENT_ID_COUNT: c_int = VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE + 1;

/// Ends a registration that virConnectDomainEventRegister() made. The function that frees its data is run.
///
/// @conn: the connection
/// @cb: the function that was registered
///
/// Returns 0, or -1.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregister(
    conn: virConnectPtr,
    cb: virConnectDomainEventCallback,
) -> c_int {
    call(conn, &ops::connect_domain_event_deregister, |conn| {
        let address = cb.ok_or_else(|| must_not_be_null("cb"))? as usize;
        match conn.events.deregister_function(Class::Domain, address)? {
            true => Ok(0),
            false => bail!(None, InvalidArg, "event callback function {address:#x} not registered"),
        }
    })
}

/// Ends a registration that virConnectDomainEventRegisterAny() made. The function that frees its data is run.
///
/// @conn: the connection
/// @callbackID: the number of the registration
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventDeregisterAny(conn: virConnectPtr, callbackID: c_int) -> c_int {
    call(conn, &ops::connect_domain_event_deregister_any, |conn| {
        events::deregister(conn, Class::Domain, callbackID)
    })
}

/// Registers a function that is called, by the thread that runs the event loop, when any domain starts, stops or
/// changes in another way. virConnectDomainEventRegisterAny() can do more.
///
/// @conn: the connection
/// @cb: the function
/// @opaque: data to call it with
/// @freecb: (optional) a function that is called with @opaque when the registration ends
///
/// Returns 0, or -1. The connection stays open while a registration lasts.
///
/// Since: 0.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegister(
    conn: virConnectPtr,
    cb: virConnectDomainEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    call(conn, &ops::connect_domain_event_register, |conn| {
        let cb = cb.ok_or_else(|| must_not_be_null("cb"))?;
        let function = Function { address: cb as usize, legacy: true };
        let filter = Filter { class: Class::Domain, id: VIR_DOMAIN_EVENT_ID_LIFECYCLE, subject: None };
        // SAFETY: a pointer to a function is turned into another one, which `deliver` turns back.
        let generic = unsafe {
            transmute::<unsafe extern "C" fn(_, _, _, _, _) -> _, unsafe extern "C" fn(_, _, _)>(cb)
        };
        let run = deliver(generic);
        events::register(conn, filter, function, opaque, freecb, run)?;
        Ok(0)
    })
}

/// Registers a function that is called, by the thread that runs the event loop, with each event of a kind.
///
/// @conn: the connection
/// @dom: the domain whose events are wanted, or NULL for all
/// @eventID: the kind of event, one of virDomainEventID
/// @cb: the function, cast to this type with VIR_DOMAIN_EVENT_CALLBACK(); its own type belongs to @eventID
/// @opaque: data to call it with
/// @freecb: (optional) a function that is called with @opaque when the registration ends
///
/// Returns the number of the registration, zero or greater, or -1. The connection stays open while a
/// registration lasts.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainEventRegisterAny(
    conn: virConnectPtr,
    dom: virDomainPtr,
    eventID: c_int,
    cb: virConnectDomainEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    call(conn, &ops::connect_domain_event_register_any, |conn| {
        let domain = if dom.is_null() { None } else { Some(handle_of(dom)?) };
        if let Some(domain) = domain.as_ref().filter(|domain| domain.conn.as_ptr() != conn.as_ptr()) {
            let text = format!("domain '{}' must match connection", domain.name);
            return Err(Error::argument("dom", text));
        }
        let cb = cb.ok_or_else(|| must_not_be_null("cb"))?;
        zero_or_greater(eventID, "eventID")?;
        if eventID >= EVENT_ID_COUNT {
            return Err(Error::argument("eventID", format!("eventID must be less than {EVENT_ID_COUNT}")));
        }
        let subject = domain.map(|domain| domain.key());
        let filter = Filter { class: Class::Domain, id: eventID, subject };
        events::register(conn, filter, events::function(cb as usize), opaque, freecb, deliver(cb))
    })
}
