//! Streams: sending, receiving, holes and events.

use crate::common::virFreeCallback;
use crate::host::{virConnectPtr, virStreamPtr};
use crate::stream::{
    virStreamEventCallback, virStreamSinkFunc, virStreamSinkHoleFunc, virStreamSourceFunc,
    virStreamSourceHoleFunc, virStreamSourceSkipFunc,
};
use crate::unsupported::unsupported;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamAbort(st: virStreamPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventAddCallback(
    stream: virStreamPtr,
    events: c_int,
    cb: virStreamEventCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> c_int {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventRemoveCallback(stream: virStreamPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamEventUpdateCallback(stream: virStreamPtr, events: c_int) -> c_int {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFinish(st: virStreamPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamFree(st: virStreamPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamNew(conn: virConnectPtr, flags: c_uint) -> virStreamPtr {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecv(st: virStreamPtr, data: *mut c_char, nbytes: usize) -> c_int {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvAll(
    st: virStreamPtr,
    handler: virStreamSinkFunc,
    opaque: *mut c_void,
) -> c_int {
    unsupported()
}

/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvFlags(
    st: virStreamPtr,
    data: *mut c_char,
    nbytes: usize,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRecvHole(
    stream: virStreamPtr,
    length: *mut c_longlong,
    flags: c_uint,
) -> c_int {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamRef(st: virStreamPtr) -> c_int {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSend(st: virStreamPtr, data: *const c_char, nbytes: usize) -> c_int {
    unsupported()
}

/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendAll(
    st: virStreamPtr,
    handler: virStreamSourceFunc,
    opaque: *mut c_void,
) -> c_int {
    unsupported()
}

/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSendHole(st: virStreamPtr, length: c_longlong, flags: c_uint) -> c_int {
    unsupported()
}

/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSparseRecvAll(
    stream: virStreamPtr,
    handler: virStreamSinkFunc,
    holeHandler: virStreamSinkHoleFunc,
    opaque: *mut c_void,
) -> c_int {
    unsupported()
}

/// Since: 3.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virStreamSparseSendAll(
    st: virStreamPtr,
    handler: virStreamSourceFunc,
    holeHandler: virStreamSourceHoleFunc,
    skipHandler: virStreamSourceSkipFunc,
    opaque: *mut c_void,
) -> c_int {
    unsupported()
}
