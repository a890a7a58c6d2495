//! Domain events in C: what the application's function is called with, by kind of event.

use crate::{
    boundary::{
        events::{text, with_handle},
        handle::Borrowed,
        objects::Connect,
        params,
    },
    common::virTypedParameterPtr,
    domain::*,
    host::virConnectPtr,
};
use std::{
    ffi::{CString, c_char, c_int, c_void},
    mem::transmute,
    ptr,
};
use virt_core::{
    event::Event,
    records::{Domain, GraphicsAddress, GraphicsIdentity},
    types::TypedParam,
};

/// The type that the application casts its function to.
type Generic = unsafe extern "C" fn(virConnectPtr, virDomainPtr, *mut c_void);

/// A field of an event as a function in C takes it.
trait Field {
    /// What must live as long as the call.
    type Kept: InC;
    fn keep(&self) -> Self::Kept;
}

/// A kept field, passed to C.
trait InC {
    type C;
    fn in_c(&self) -> Self::C;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Field for $number {
            type Kept = $number;
            fn keep(&self) -> $number {
                *self
            }
        }

        impl InC for $number {
            type C = $number;
            fn in_c(&self) -> $number {
                *self
            }
        }
    )*};
}
numbers!(i32, u32, i64, u64);

impl Field for String {
    type Kept = CString;
    fn keep(&self) -> CString {
        text(self)
    }
}

impl InC for CString {
    type C = *const c_char;
    fn in_c(&self) -> *const c_char {
        self.as_ptr()
    }
}

impl Field for Option<String> {
    type Kept = Option<CString>;
    fn keep(&self) -> Option<CString> {
        self.as_deref().map(text)
    }
}

impl InC for Option<CString> {
    type C = *const c_char;
    fn in_c(&self) -> *const c_char {
        self.as_ref().map_or(ptr::null(), |text| text.as_ptr())
    }
}

/// Makes [`deliver`]: each line names an event, the type of the function for it and the fields that it is called with,
/// between the domain and the application's data.
macro_rules! callbacks {
    ($($event:ident($($field:ident),*): $callback:ident;)*) => {
        /// Calls the application's function, whose type belongs to the kind of event.
        pub fn deliver(cb: Generic) -> impl Fn(&Borrowed<Connect>, &Event, *mut c_void) + Send + Sync {
            move |conn, event, opaque| match event {
                $(Event::$event { dom, $($field,)* } => {
                    $(let $field = $field.keep();)*
                    with_handle(dom, conn, |dom| {
                        // SAFETY: the application registered a function of this type for this kind of event.
                        unsafe {
                            let cb: $callback = transmute::<Generic, $callback>(cb);
                            if let Some(cb) = cb {
                                cb(conn.as_ptr(), dom, $($field.in_c(),)* opaque);
                            }
                        }
                    })
                })*
                Event::DomainTunable { dom, params } => with_parameters(cb, conn, dom, params, opaque),
                Event::DomainJobCompleted { dom, params } => with_parameters(cb, conn, dom, params, opaque),
                Event::DomainGraphics { dom, phase, local, remote, auth_scheme, subject } => {
                    let subject = Subject::new(subject);
                    let (local, remote) = (Address::new(local), Address::new(remote));
                    let scheme = text(auth_scheme);
                    with_handle(dom, conn, |dom| {
                        let (local, remote, subject) = (local.in_c(), remote.in_c(), subject.in_c());
                        // SAFETY: the application registered a function of this type for this kind of event.
                        let cb: virConnectDomainEventGraphicsCallback = unsafe { transmute(cb) };
                        if let Some(cb) = cb {
                            let scheme = scheme.as_ptr();
                            // SAFETY: what the arguments point at outlives the call.
                            unsafe { cb(conn.as_ptr(), dom, *phase, &local, &remote, scheme, &subject, opaque) }
                        }
                    })
                }
                _ => {}
            }
        }
    };
}

callbacks! {
    DomainLifecycle(event, detail): virConnectDomainEventCallback;
    DomainReboot(): virConnectDomainEventGenericCallback;
    DomainRtcChange(offset): virConnectDomainEventRTCChangeCallback;
    DomainWatchdog(action): virConnectDomainEventWatchdogCallback;
    DomainIoError(src_path, dev_alias, action): virConnectDomainEventIOErrorCallback;
    DomainIoErrorReason(src_path, dev_alias, action, reason): virConnectDomainEventIOErrorReasonCallback;
    DomainControlError(): virConnectDomainEventGenericCallback;
    DomainBlockJob(path, kind, status): virConnectDomainEventBlockJobCallback;
    DomainDiskChange(old_src_path, new_src_path, dev_alias, reason): virConnectDomainEventDiskChangeCallback;
    DomainTrayChange(dev_alias, reason): virConnectDomainEventTrayChangeCallback;
    DomainPmWakeup(reason): virConnectDomainEventPMWakeupCallback;
    DomainPmSuspend(reason): virConnectDomainEventPMSuspendCallback;
    DomainBalloonChange(actual): virConnectDomainEventBalloonChangeCallback;
    DomainPmSuspendDisk(reason): virConnectDomainEventPMSuspendDiskCallback;
    DomainDeviceRemoved(dev_alias): virConnectDomainEventDeviceRemovedCallback;
    DomainBlockJob2(dst, kind, status): virConnectDomainEventBlockJobCallback;
    DomainAgentLifecycle(state, reason): virConnectDomainEventAgentLifecycleCallback;
    DomainDeviceAdded(dev_alias): virConnectDomainEventDeviceAddedCallback;
    DomainMigrationIteration(iteration): virConnectDomainEventMigrationIterationCallback;
    DomainDeviceRemovalFailed(dev_alias): virConnectDomainEventDeviceRemovalFailedCallback;
    DomainMetadataChange(kind, nsuri): virConnectDomainEventMetadataChangeCallback;
    DomainBlockThreshold(dev, path, threshold, excess): virConnectDomainEventBlockThresholdCallback;
    DomainMemoryFailure(recipient, action, flags): virConnectDomainEventMemoryFailureCallback;
    DomainMemoryDeviceSizeChange(alias, size): virConnectDomainEventMemoryDeviceSizeChangeCallback;
    DomainNicMacChange(alias, old_mac, new_mac): virConnectDomainEventNICMACChangeCallback;
    DomainVcpuRemoved(vcpuid): virConnectDomainEventVcpuRemovedCallback;
    DomainChannelLifecycle(channel_name, state, reason): virConnectDomainEventChannelLifecycleCallback;
}

/// Calls a function that takes parameters, which stay ours: the two kinds of event have the same type of function.
fn with_parameters(
    cb: Generic,
    conn: &Borrowed<Connect>,
    dom: &Domain,
    params: &[TypedParam],
    opaque: *mut c_void,
) {
    let array: virTypedParameterPtr = match params::give(params) {
        Ok(array) => array,
        Err(error) => return log::error!("an event was lost: {error}"),
    };
    let count = params.len() as c_int;
    with_handle(dom, conn, |dom| {
        // SAFETY: the application registered a function of this type for this kind of event.
        let cb: virConnectDomainEventTunableCallback = unsafe { transmute(cb) };
        if let Some(cb) = cb {
            // SAFETY: the parameters outlive the call.
            unsafe { cb(conn.as_ptr(), dom, array, count, opaque) }
        }
    });
    // SAFETY: made above, and C was only lent it.
    unsafe { params::free(array, count) };
}

/// One end of a graphics connection and the text that it points at in C.
struct Address {
    family: c_int,
    node: CString,
    service: CString,
}

impl Address {
    fn new(address: &GraphicsAddress) -> Address {
        Address { family: address.family, node: text(&address.node), service: text(&address.service) }
    }

    fn in_c(&self) -> virDomainEventGraphicsAddress {
        _virDomainEventGraphicsAddress {
            family: self.family,
            node: self.node.as_ptr().cast_mut(),
            service: self.service.as_ptr().cast_mut(),
        }
    }
}

/// Who authenticated to a graphics server, and the text that it points at in C.
struct Subject {
    _texts: Vec<(CString, CString)>,
    identities: Vec<virDomainEventGraphicsSubjectIdentity>,
}

impl Subject {
    fn new(identities: &[GraphicsIdentity]) -> Subject {
        let texts: Vec<_> =
            identities.iter().map(|identity| (text(&identity.kind), text(&identity.name))).collect();
        let identities = texts
            .iter()
            .map(|(kind, name)| _virDomainEventGraphicsSubjectIdentity {
                r#type: kind.as_ptr().cast_mut(),
                name: name.as_ptr().cast_mut(),
            })
            .collect();
        Subject { _texts: texts, identities }
    }

    fn in_c(&self) -> virDomainEventGraphicsSubject {
        _virDomainEventGraphicsSubject {
            nidentity: self.identities.len() as c_int,
            identities: self.identities.as_ptr().cast_mut(),
        }
    }
}
