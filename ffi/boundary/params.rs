//! Typed parameters between C's arrays and Rust's lists.

use super::convert::{allocate, deallocate, give_text, must_not_be_null};
use crate::common::{_virTypedParameter, _virTypedParameterValue};
use std::{
    ffi::{c_char, c_int},
    ptr,
};
use virt_core::{
    params::{FIELD_MAX, TypedParam, Value},
    types::Params,
};
use virt_error::{Error, Result, bail};

/// Reads `count` parameters that C gives.
///
/// Errors: `VIR_ERR_INVALID_ARG` for a null array, a name without an end, and a kind that does not exist.
///
/// # Safety
/// `params` is null or points at `count` initialised parameters.
pub unsafe fn read<const MAX: usize>(
    params: *const _virTypedParameter,
    count: c_int,
    argument: &str,
) -> Result<Params<MAX>> {
    if params.is_null() && count > 0 {
        return Err(must_not_be_null(argument));
    }
    let mut list = Vec::with_capacity(count.max(0) as usize);
    for index in 0..count.max(0) as usize {
        // SAFETY: the caller vouches for `count` parameters.
        list.push(unsafe { read_one(&*params.add(index)) }?);
    }
    Ok(Params(list))
}

/// # Safety
/// `param` is initialised: its string, if it is one, is null or a C string.
unsafe fn read_one(param: &_virTypedParameter) -> Result<TypedParam> {
    let bytes = param.field.map(|byte: c_char| byte as u8);
    let Some(end) = bytes.iter().position(|byte| *byte == 0) else {
        bail!(None, InvalidArg, "a parameter name has no end within {} bytes", bytes.len());
    };
    let field = String::from_utf8_lossy(&bytes[..end]).into_owned();
    // SAFETY: `type` says which part of the union is valid; every part but the string is plain data.
    let value = unsafe {
        match param.r#type {
            1 => Value::Int(param.value.i),
            2 => Value::UInt(param.value.ui),
            3 => Value::LLong(param.value.l),
            4 => Value::ULLong(param.value.ul),
            5 => Value::Double(param.value.d),
            6 => Value::Boolean(param.value.b != 0),
            7 if param.value.s.is_null() => {
                return Err(Error::argument("params", format!("NULL string parameter '{field}'")));
            }
            7 => Value::String(super::convert::text(param.value.s, "params")?.to_owned()),
            other => bail!(None, InvalidArg, "unexpected type {other} for field {field}"),
        }
    };
    Ok(TypedParam::new(field, value))
}

/// The form of `param` in C; its string is C's to free.
pub fn to_c(param: &TypedParam) -> Result<_virTypedParameter> {
    let mut field = [0; FIELD_MAX + 1];
    for (to, from) in field.iter_mut().zip(param.field.bytes().take(FIELD_MAX)) {
        *to = from as c_char;
    }
    let mut value = _virTypedParameterValue { ul: 0 };
    match &param.value {
        Value::Int(number) => value.i = *number,
        Value::UInt(number) => value.ui = *number,
        Value::LLong(number) => value.l = *number,
        Value::ULLong(number) => value.ul = *number,
        Value::Double(number) => value.d = *number,
        Value::Boolean(truth) => value.b = *truth as c_char,
        Value::String(text) => value.s = give_text(text)?,
    }
    Ok(_virTypedParameter { field, r#type: param.value.kind() as c_int, value })
}

/// Writes at most `room` of `params` into C's array; how many.
///
/// # Safety
/// `array` has room for `room` parameters.
pub unsafe fn fill(params: &[TypedParam], array: *mut _virTypedParameter, room: c_int) -> Result<c_int> {
    let count = params.len().min(room.max(0) as usize);
    for (index, param) in params.iter().take(count).enumerate() {
        match to_c(param) {
            // SAFETY: `index` is below `room`.
            Ok(param) => unsafe { array.add(index).write(param) },
            Err(error) => {
                // SAFETY: the first `index` parameters were written above.
                unsafe { clear(array, index) };
                return Err(error);
            }
        }
    }
    Ok(count as c_int)
}

/// A new array of `params`, which C frees with `virTypedParamsFree`; null for none.
pub fn give(params: &[TypedParam]) -> Result<*mut _virTypedParameter> {
    if params.is_empty() {
        return Ok(ptr::null_mut());
    }
    let array = allocate(params.len())?;
    // SAFETY: just allocated with room for all.
    match unsafe { fill(params, array, params.len() as c_int) } {
        Ok(_) => Ok(array),
        Err(error) => {
            // SAFETY: C has not seen the array.
            unsafe { deallocate(array) };
            Err(error)
        }
    }
}

/// Frees the strings of the first `count` parameters.
///
/// # Safety
/// They are initialised, and their strings came from `malloc`.
pub unsafe fn clear(array: *mut _virTypedParameter, count: usize) {
    for index in 0..count {
        // SAFETY: the caller vouches for `count` parameters.
        let param = unsafe { &mut *array.add(index) };
        if param.r#type == 7 {
            // SAFETY: the kind says that the string is the valid part.
            unsafe { deallocate(param.value.s) };
            param.value.s = ptr::null_mut();
        }
    }
}
