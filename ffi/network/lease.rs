//! DHCP leases in C.

use super::{_virNetworkDHCPLease, virNetworkDHCPLeasePtr};
use crate::boundary::{
    arguments::optional,
    results::{allocate, deallocate, give_optional_text, give_text},
};
use std::{ffi::c_int, ptr::NonNull};
use virt_core::records::DhcpLease;
use virt_error::Result;

/// Finishes the call that lists leases: writes the array, where C asked for it, and gives the count.
///
/// # Safety
/// `array` is null or points at room for a pointer.
pub unsafe fn list(
    leases: &[DhcpLease],
    count: u32,
    array: *mut *mut virNetworkDHCPLeasePtr,
) -> Result<c_int> {
    // SAFETY: passed on.
    let Some(array) = (unsafe { optional(array) }) else {
        return Ok(count as c_int);
    };
    array.write(give_all(leases)?);
    Ok(leases.len() as c_int)
}

fn give_all(leases: &[DhcpLease]) -> Result<*mut virNetworkDHCPLeasePtr> {
    let array: *mut virNetworkDHCPLeasePtr = allocate(leases.len() + 1)?;
    for (index, lease) in leases.iter().enumerate() {
        match give(lease) {
            // SAFETY: the array has room for every lease and the terminator.
            Ok(lease) => unsafe { array.add(index).write(lease.as_ptr()) },
            Err(error) => {
                for earlier in 0..index {
                    // SAFETY: written above, and C has not seen them.
                    unsafe { NonNull::new(array.add(earlier).read()).map(|lease| free(lease)) };
                }
                // SAFETY: C has not seen the array.
                unsafe { deallocate(array) };
                return Err(error);
            }
        }
    }
    Ok(array)
}

fn give(lease: &DhcpLease) -> Result<NonNull<_virNetworkDHCPLease>> {
    // SAFETY: `allocate` gives zeroed room and never null; null pointers and zeros are a valid lease.
    let (given, room) = unsafe {
        let given = NonNull::new_unchecked(allocate::<_virNetworkDHCPLease>(1)?);
        (given, &mut *given.as_ptr())
    };
    room.expirytime = lease.expirytime;
    room.r#type = lease.kind;
    room.prefix = lease.prefix;
    let texts = [
        (&mut room.iface, give_text(&lease.iface)),
        (&mut room.mac, give_optional_text(lease.mac.as_deref())),
        (&mut room.iaid, give_optional_text(lease.iaid.as_deref())),
        (&mut room.ipaddr, give_text(&lease.ipaddr)),
        (&mut room.hostname, give_optional_text(lease.hostname.as_deref())),
        (&mut room.clientid, give_optional_text(lease.clientid.as_deref())),
    ];
    let mut failed = Ok(());
    for (place, text) in texts {
        match text {
            Ok(text) => *place = text,
            Err(error) => failed = Err(error),
        }
    }
    if let Err(error) = failed {
        // SAFETY: made above, and C has not seen it.
        unsafe { free(given) };
        return Err(error);
    }
    Ok(given)
}

/// Frees a lease and its strings.
///
/// # Safety
/// It was made here and is not used afterwards.
pub unsafe fn free(lease: NonNull<_virNetworkDHCPLease>) {
    // SAFETY: the caller vouches for it.
    let strings = unsafe {
        let lease = lease.as_ref();
        [lease.iface, lease.mac, lease.iaid, lease.ipaddr, lease.hostname, lease.clientid]
    };
    for string in strings {
        // SAFETY: each is null or came from `malloc`.
        unsafe { deallocate(string) };
    }
    // SAFETY: it came from `malloc`.
    unsafe { deallocate(lease.as_ptr()) };
}
