//! Building, searching and freeing arrays of typed parameters.

use crate::{
    boundary::{
        arguments, entry,
        param_array::{self, ParamArray},
    },
    common::{_virTypedParameterValue, virTypedParameterPtr},
};
use std::{
    ffi::{CStr, c_char, c_int, c_longlong, c_uint, c_ulonglong},
    ptr,
};
use virt_core::{constants::VIR_TYPED_PARAM_STRING, params::Kind};
use virt_error::{Origin, bail};

/// Adds a parameter of type VIR_TYPED_PARAM_BOOLEAN to an array that grows as needed.
///
/// @params: (inout) the array, NULL for a new one; it is moved when it must grow
/// @nparams: (inout) how many parameters are in it
/// @maxparams: (inout) how many it has room for
/// @name: the name of the new parameter
/// @value: its value, 0 for false and anything else for true
///
/// Returns 0, or -1; the array is not changed then.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddBoolean(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_int,
) -> c_int {
    // SAFETY: C gives an array that came from malloc(), and a string.
    entry(Origin::None, || unsafe {
        let value = _virTypedParameterValue { b: (value != 0) as c_char };
        ParamArray::new(params, nparams, maxparams)?.push(name, Kind::Boolean, value)
    })
}

/// Adds a parameter of type VIR_TYPED_PARAM_DOUBLE to an array that grows as needed.
///
/// @params: (inout) the array, NULL for a new one; it is moved when it must grow
/// @nparams: (inout) how many parameters are in it
/// @maxparams: (inout) how many it has room for
/// @name: the name of the new parameter
/// @value: its value
///
/// Returns 0, or -1; the array is not changed then.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddDouble(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: f64,
) -> c_int {
    // SAFETY: C gives an array that came from malloc(), and a string.
    entry(Origin::None, || unsafe {
        let value = _virTypedParameterValue { d: value };
        ParamArray::new(params, nparams, maxparams)?.push(name, Kind::Double, value)
    })
}

/// Adds a parameter, whose value is given as text, to an array that grows as needed.
///
/// @params: (inout) the array, NULL for a new one; it is moved when it must grow
/// @nparams: (inout) how many parameters are in it
/// @maxparams: (inout) how many it has room for
/// @name: the name of the new parameter
/// @type: its type, one of virTypedParameterType
/// @value: its value as text: a whole number in base ten, a decimal fraction, 0 or 1 for a truth value, or any
///         string
///
/// Returns 0, or -1; the array is not changed then.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddFromString(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    r#type: c_int,
    value: *const c_char,
) -> c_int {
    entry(Origin::None, || {
        // SAFETY: C gives an array that came from malloc().
        let mut array = unsafe { ParamArray::new(params, nparams, maxparams) }?;
        // SAFETY: C gives NULL or a string.
        let shown = if name.is_null() { "(null)".into() } else { unsafe { arguments::lossy(name) } };
        if value.is_null() {
            bail!(None, InvalidArg, "NULL value for field '{shown}'");
        }
        // SAFETY: C gives strings.
        unsafe {
            if r#type == VIR_TYPED_PARAM_STRING {
                return array.push_copy(name, value);
            }
            let (kind, value) = param_array::parse(&shown, r#type, CStr::from_ptr(value))?;
            array.push(name, kind, value)
        }
    })
}

/// Adds a parameter of type VIR_TYPED_PARAM_INT to an array that grows as needed.
///
/// @params: (inout) the array, NULL for a new one; it is moved when it must grow
/// @nparams: (inout) how many parameters are in it
/// @maxparams: (inout) how many it has room for
/// @name: the name of the new parameter
/// @value: its value
///
/// Returns 0, or -1; the array is not changed then.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddInt(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_int,
) -> c_int {
    // SAFETY: C gives an array that came from malloc(), and a string.
    entry(Origin::None, || unsafe {
        let value = _virTypedParameterValue { i: value };
        ParamArray::new(params, nparams, maxparams)?.push(name, Kind::Int, value)
    })
}

/// Adds a parameter of type VIR_TYPED_PARAM_LLONG to an array that grows as needed.
///
/// @params: (inout) the array, NULL for a new one; it is moved when it must grow
/// @nparams: (inout) how many parameters are in it
/// @maxparams: (inout) how many it has room for
/// @name: the name of the new parameter
/// @value: its value
///
/// Returns 0, or -1; the array is not changed then.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddLLong(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_longlong,
) -> c_int {
    // SAFETY: C gives an array that came from malloc(), and a string.
    entry(Origin::None, || unsafe {
        let value = _virTypedParameterValue { l: value };
        ParamArray::new(params, nparams, maxparams)?.push(name, Kind::LLong, value)
    })
}

/// Adds a parameter of type VIR_TYPED_PARAM_STRING to an array that grows as needed.
///
/// @params: (inout) the array, NULL for a new one; it is moved when it must grow
/// @nparams: (inout) how many parameters are in it
/// @maxparams: (inout) how many it has room for
/// @name: the name of the new parameter
/// @value: its value, which is copied; NULL stands for the empty string
///
/// Returns 0, or -1; the array is not changed then.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddString(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: *const c_char,
) -> c_int {
    // SAFETY: C gives an array that came from malloc(), and strings.
    entry(Origin::None, || unsafe { ParamArray::new(params, nparams, maxparams)?.push_copy(name, value) })
}

/// Adds several parameters of one name and of type VIR_TYPED_PARAM_STRING to an array that grows as needed.
///
/// @params: (inout) the array, NULL for a new one; it is moved when it must grow
/// @nparams: (inout) how many parameters are in it
/// @maxparams: (inout) how many it has room for
/// @name: the name of the new parameters
/// @values: their values, ended by NULL, which are copied; NULL for none
///
/// Returns 0, or -1; those before the one that failed are in the array then.
///
/// Since: 1.2.17
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddStringList(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    values: *mut *const c_char,
) -> c_int {
    entry(Origin::None, || {
        // SAFETY: C gives an array that came from malloc().
        let mut array = unsafe { ParamArray::new(params, nparams, maxparams) }?;
        if values.is_null() {
            return Ok(0);
        }
        // SAFETY: C gives strings, ended by NULL.
        unsafe {
            for index in 0.. {
                match values.add(index).read() {
                    value if value.is_null() => break,
                    value => array.push_copy(name, value)?,
                };
            }
        }
        Ok(0)
    })
}

/// Adds a parameter of type VIR_TYPED_PARAM_UINT to an array that grows as needed.
///
/// @params: (inout) the array, NULL for a new one; it is moved when it must grow
/// @nparams: (inout) how many parameters are in it
/// @maxparams: (inout) how many it has room for
/// @name: the name of the new parameter
/// @value: its value
///
/// Returns 0, or -1; the array is not changed then.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddUInt(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_uint,
) -> c_int {
    // SAFETY: C gives an array that came from malloc(), and a string.
    entry(Origin::None, || unsafe {
        let value = _virTypedParameterValue { ui: value };
        ParamArray::new(params, nparams, maxparams)?.push(name, Kind::UInt, value)
    })
}

/// Adds a parameter of type VIR_TYPED_PARAM_ULLONG to an array that grows as needed.
///
/// @params: (inout) the array, NULL for a new one; it is moved when it must grow
/// @nparams: (inout) how many parameters are in it
/// @maxparams: (inout) how many it has room for
/// @name: the name of the new parameter
/// @value: its value
///
/// Returns 0, or -1; the array is not changed then.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsAddULLong(
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    value: c_ulonglong,
) -> c_int {
    // SAFETY: C gives an array that came from malloc(), and a string.
    entry(Origin::None, || unsafe {
        let value = _virTypedParameterValue { ul: value };
        ParamArray::new(params, nparams, maxparams)?.push(name, Kind::ULLong, value)
    })
}

/// Frees the strings in an array of parameters, but not the array.
///
/// @params: the array; NULL does nothing
/// @nparams: how many parameters are in it
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsClear(params: virTypedParameterPtr, nparams: c_int) {
    // SAFETY: C gives as many parameters as it says.
    unsafe { param_array::clear_all(params, nparams) }
}

/// Frees an array of parameters and the strings in it.
///
/// @params: the array; NULL does nothing
/// @nparams: how many parameters are in it
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsFree(params: virTypedParameterPtr, nparams: c_int) {
    // SAFETY: C gives as many parameters as it says, and does not use the array afterwards.
    unsafe { param_array::free(params, nparams) }
}

/// Finds a parameter by its name.
///
/// @params: the array
/// @nparams: how many parameters are in it
/// @name: the name
///
/// Returns the first parameter of that name, a part of the array; NULL when there is none.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGet(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
) -> virTypedParameterPtr {
    entry(Origin::None, || {
        // SAFETY: C gives as many parameters as it says, and a string.
        let found = unsafe { param_array::find(params, nparams, name) };
        Ok(found.map_or(ptr::null_mut(), ptr::from_mut))
    })
}

/// Finds a parameter of type VIR_TYPED_PARAM_BOOLEAN by its name and reads its value.
///
/// @params: the array
/// @nparams: how many parameters are in it
/// @name: the name
/// @value: (out) its value; NULL to ask only whether it is there
///
/// Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetBoolean(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_int,
) -> c_int {
    // SAFETY: C gives as many parameters as it says, a string, and room for the value; the type was compared.
    entry(Origin::None, || unsafe {
        param_array::get(params, nparams, name, Kind::Boolean, value, |value| (value.b != 0) as c_int)
    })
}

/// Finds a parameter of type VIR_TYPED_PARAM_DOUBLE by its name and reads its value.
///
/// @params: the array
/// @nparams: how many parameters are in it
/// @name: the name
/// @value: (out) its value; NULL to ask only whether it is there
///
/// Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetDouble(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut f64,
) -> c_int {
    // SAFETY: C gives as many parameters as it says, a string, and room for the value; the type was compared.
    entry(Origin::None, || unsafe {
        param_array::get(params, nparams, name, Kind::Double, value, |value| value.d)
    })
}

/// Finds a parameter of type VIR_TYPED_PARAM_INT by its name and reads its value.
///
/// @params: the array
/// @nparams: how many parameters are in it
/// @name: the name
/// @value: (out) its value; NULL to ask only whether it is there
///
/// Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetInt(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_int,
) -> c_int {
    // SAFETY: C gives as many parameters as it says, a string, and room for the value; the type was compared.
    entry(Origin::None, || unsafe {
        param_array::get(params, nparams, name, Kind::Int, value, |value| value.i)
    })
}

/// Finds a parameter of type VIR_TYPED_PARAM_LLONG by its name and reads its value.
///
/// @params: the array
/// @nparams: how many parameters are in it
/// @name: the name
/// @value: (out) its value; NULL to ask only whether it is there
///
/// Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetLLong(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_longlong,
) -> c_int {
    // SAFETY: C gives as many parameters as it says, a string, and room for the value; the type was compared.
    entry(Origin::None, || unsafe {
        param_array::get(params, nparams, name, Kind::LLong, value, |value| value.l)
    })
}

/// Finds a parameter of type VIR_TYPED_PARAM_STRING by its name and reads its value.
///
/// @params: the array
/// @nparams: how many parameters are in it
/// @name: the name
/// @value: (out) its value, which stays a part of the array; NULL to ask only whether it is there
///
/// Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetString(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut *const c_char,
) -> c_int {
    // SAFETY: C gives as many parameters as it says, a string, and room for the value; the type was compared.
    entry(Origin::None, || unsafe {
        param_array::get(params, nparams, name, Kind::String, value, |value| value.s.cast_const())
    })
}

/// Finds a parameter of type VIR_TYPED_PARAM_UINT by its name and reads its value.
///
/// @params: the array
/// @nparams: how many parameters are in it
/// @name: the name
/// @value: (out) its value; NULL to ask only whether it is there
///
/// Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetUInt(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_uint,
) -> c_int {
    // SAFETY: C gives as many parameters as it says, a string, and room for the value; the type was compared.
    entry(Origin::None, || unsafe {
        param_array::get(params, nparams, name, Kind::UInt, value, |value| value.ui)
    })
}

/// Finds a parameter of type VIR_TYPED_PARAM_ULLONG by its name and reads its value.
///
/// @params: the array
/// @nparams: how many parameters are in it
/// @name: the name
/// @value: (out) its value; NULL to ask only whether it is there
///
/// Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virTypedParamsGetULLong(
    params: virTypedParameterPtr,
    nparams: c_int,
    name: *const c_char,
    value: *mut c_ulonglong,
) -> c_int {
    // SAFETY: C gives as many parameters as it says, a string, and room for the value; the type was compared.
    entry(Origin::None, || unsafe {
        param_array::get(params, nparams, name, Kind::ULLong, value, |value| value.ul)
    })
}
