//! `libvirt-preload.so`: the library for LD_PRELOAD on top of an installed libvirt, for programs that need private
//! functions of that one, such as its `virsh`.
//!
//! The public symbols of libvirt, libvirt-qemu and libvirt-lxc are ours here; the private ones stay the other's. Three
//! things make the two one library for the program: the other is initialised with ours, its errors show through our
//! error functions, and a private function that frees objects frees ours too.
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
#![allow(clippy::missing_safety_doc)]

use std::{
    ffi::{CStr, c_int, c_void},
    ptr,
    sync::OnceLock,
};
use virt::{
    boundary::{
        beside::{self, Beside},
        handle::Borrowed,
        objects::DomainObject,
    },
    common, domain,
    error::{virErrorFunc, virErrorPtr},
    host, private, qemu,
};

#[path = "../lxc/functions.rs"]
pub mod lxc_functions;
#[path = "../qemu/functions.rs"]
pub mod qemu_functions;

/// A function of the library behind this one, by its name and version; `None` when no such library is loaded.
fn behind(name: &CStr, version: Option<&CStr>) -> Option<*mut c_void> {
    // SAFETY: both strings end with a zero, and RTLD_NEXT needs no handle.
    let found = unsafe {
        match version {
            Some(version) => libc::dlvsym(libc::RTLD_NEXT, name.as_ptr(), version.as_ptr()),
            None => libc::dlsym(libc::RTLD_NEXT, name.as_ptr()),
        }
    };
    (!found.is_null()).then_some(found)
}

/// Names a function type and gives the function of that type behind this library, looked up once.
macro_rules! behind {
    ($name:literal, $version:expr, $kind:ty) => {{
        static FOUND: OnceLock<Option<$kind>> = OnceLock::new();
        *FOUND.get_or_init(|| {
            // SAFETY: the symbol has this type in every version of libvirt.
            let typed = |found| unsafe { std::mem::transmute::<_, $kind>(found) };
            behind($name, $version).map(typed)
        })
    }};
}

fn initialize() {
    if let Some(initialize) =
        behind!(c"virInitialize", Some(c"LIBVIRT_0.1.0"), unsafe extern "C" fn() -> c_int)
    {
        // SAFETY: may be called at any time, and does its work once.
        unsafe { initialize() };
    }
}

fn last_error() -> virErrorPtr {
    let get = behind!(c"virGetLastError", Some(c"LIBVIRT_0.1.0"), unsafe extern "C" fn() -> virErrorPtr);
    // SAFETY: may be called at any time; the result is null or this thread's.
    get.map_or(ptr::null_mut(), |get| unsafe { get() })
}

fn reset_last_error() {
    if let Some(reset) = behind!(c"virResetLastError", Some(c"LIBVIRT_0.1.0"), unsafe extern "C" fn()) {
        // SAFETY: may be called at any time.
        unsafe { reset() };
    }
}

fn set_error_func(data: *mut c_void, handler: virErrorFunc) {
    let set =
        behind!(c"virSetErrorFunc", Some(c"LIBVIRT_0.1.0"), unsafe extern "C" fn(*mut c_void, virErrorFunc));
    if let Some(set) = set {
        // SAFETY: handed on as the program gave it.
        unsafe { set(data, handler) };
    }
}

/// Runs when the library is loaded, before any of its functions can be called.
extern "C" fn stand_in_front() {
    beside::introduce(Beside { initialize, last_error, reset_last_error, set_error_func });
}

#[used]
#[unsafe(link_section = ".init_array")]
static STAND_IN_FRONT: extern "C" fn() = stand_in_front;

/// Frees an array of objects that ends with NULL. The only one that programs have of ours is of domains; any other
/// goes to the library behind this one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virObjectListFree(list: *mut c_void) {
    let handles = list.cast::<domain::virDomainPtr>();
    // SAFETY: the program gives NULL or an array that ends with NULL.
    let first = unsafe { handles.as_ref() };
    let ours = first.is_none_or(|first| first.is_null() || Borrowed::<DomainObject>::of(*first).is_some());
    if !ours {
        if let Some(free) = behind!(c"virObjectListFree", None, unsafe extern "C" fn(*mut c_void)) {
            // SAFETY: handed on as the program gave it.
            unsafe { free(list) };
        }
        return;
    }
    if list.is_null() {
        return;
    }
    // SAFETY: the array ends with NULL, and both it and its references belong to this function now.
    unsafe {
        let mut at = handles;
        while !(*at).is_null() {
            if let Some(domain) = Borrowed::<DomainObject>::of(*at) {
                domain.drop_reference();
            }
            at = at.add(1);
        }
        libc::free(list);
    }
}
