//! From Rust to C: strings, bytes, names, records and handles that C frees, and what is written into C's own room.
//!
//! Memory that C will free comes from `malloc`.

use super::{
    arguments::{optional, required},
    checks::{must_not_be_null, zero_or_greater},
    handle::{Borrowed, Opaque},
    objects::Shown,
};
use std::{
    ffi::{c_char, c_int, c_uint, c_void},
    mem::size_of,
    os::fd::{IntoRawFd, OwnedFd},
    ptr,
};
use virt_core::types::{List, Name, Uuid};
use virt_error::{Code, Error, Origin, Result};

/// Copies bytes into C's buffer, as many as it has room for.
///
/// # Safety
/// `buffer` has room for `room` bytes.
pub unsafe fn fill_bytes(bytes: &[u8], buffer: *mut u8, room: usize) {
    let count = bytes.len().min(room);
    if count > 0 {
        // SAFETY: the caller vouches for the room, which is C's own.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), buffer, count) };
    }
}

/// Gives descriptors to C, in a new array which it frees after it has closed each; how many. Where C wants no array,
/// they are closed.
///
/// # Safety
/// Both pointers are null or point at room.
pub unsafe fn give_descriptors(
    descriptors: Vec<OwnedFd>,
    array: *mut *mut c_int,
    length: *mut c_uint,
) -> Result<c_int> {
    let count = descriptors.len();
    // SAFETY: passed on.
    if let Some(array) = unsafe { optional(array) } {
        let numbers: *mut c_int = allocate(count)?;
        for (index, descriptor) in descriptors.into_iter().enumerate() {
            // SAFETY: just allocated with room for all.
            unsafe { numbers.add(index).write(descriptor.into_raw_fd()) };
        }
        array.write(numbers);
    }
    // SAFETY: passed on.
    if let Some(length) = unsafe { optional(length) } {
        length.write(count as c_uint);
    }
    Ok(count as c_int)
}

/// Writes a UUID into sixteen bytes of C's.
///
/// # Safety
/// `pointer` is null or has room for sixteen bytes.
pub unsafe fn put_uuid(uuid: Uuid, pointer: *mut u8) -> Result<c_int> {
    // SAFETY: passed on; the array has sixteen bytes.
    unsafe { required(pointer.cast::<[u8; 16]>(), "uuid") }?.write(uuid.0);
    Ok(0)
}

/// Writes a UUID as text, with its terminating NUL, into 37 bytes of C's.
///
/// # Safety
/// `pointer` is null or has room for 37 bytes.
pub unsafe fn put_uuid_text(uuid: Uuid, pointer: *mut c_char) -> Result<c_int> {
    // SAFETY: passed on; the array has 37 bytes.
    let room = unsafe { required(pointer.cast::<[u8; 37]>(), "buf") }?;
    let mut bytes = [0; 37];
    for (to, from) in bytes.iter_mut().zip(uuid.to_string().bytes()) {
        *to = from;
    }
    room.write(bytes);
    Ok(0)
}

/// A name as a C string that lives as long as the name.
pub fn name_pointer(name: &Name) -> *const c_char {
    name.with_nul().as_ptr().cast()
}

#[cold]
fn no_memory() -> Error {
    Error::bare(Origin::None, Code::NoMemory)
}

/// Room for `count` items of `T` from `malloc`, zeroed; never null.
pub fn allocate<T>(count: usize) -> Result<*mut T> {
    // SAFETY: `calloc` checks the product for overflow.
    let memory = unsafe { libc::calloc(count.max(1), size_of::<T>().max(1)) };
    if memory.is_null() { Err(no_memory()) } else { Ok(memory.cast()) }
}

/// Frees what [`allocate`] or [`give_text`] made.
///
/// # Safety
/// `pointer` is null or came from `malloc` and is not used afterwards.
pub unsafe fn deallocate<T>(pointer: *mut T) {
    // SAFETY: the caller vouches for `pointer`.
    unsafe { libc::free(pointer.cast::<c_void>()) }
}

/// `text` in an array of C's, padded with NUL; what is longer than the array is cut.
pub fn padded<const N: usize>(text: &[u8]) -> [c_char; N] {
    let mut chars = [0; N];
    for (to, from) in chars.iter_mut().zip(text.iter().take(N.saturating_sub(1))) {
        *to = *from as c_char;
    }
    chars
}

/// A copy of `text` that C frees. A NUL inside ends it.
pub fn give_text(text: &str) -> Result<*mut c_char> {
    let pointer: *mut u8 = allocate(text.len() + 1)?;
    // SAFETY: the room is one byte larger than the text and zeroed.
    unsafe { ptr::copy_nonoverlapping(text.as_ptr(), pointer, text.len()) };
    Ok(pointer.cast())
}

/// A copy of `text` that C frees, or null.
pub fn give_optional_text(text: Option<&str>) -> Result<*mut c_char> {
    text.map_or(Ok(ptr::null_mut()), give_text)
}

/// A copy of `bytes` that C frees.
pub fn give_bytes(bytes: &[u8]) -> Result<*mut u8> {
    let pointer: *mut u8 = allocate(bytes.len())?;
    // SAFETY: the room holds as many bytes.
    unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), pointer, bytes.len()) };
    Ok(pointer)
}

/// Writes at most `room` names into C's array, each of which C frees; how many.
///
/// # Safety
/// `array` has room for `room` pointers.
pub unsafe fn fill_names<S: AsRef<str>>(names: &[S], array: *mut *mut c_char, room: c_int) -> Result<c_int> {
    let count = names.len().min(room.max(0) as usize);
    for (index, name) in names.iter().take(count).enumerate() {
        match give_text(name.as_ref()) {
            // SAFETY: `index` is below `room`.
            Ok(text) => unsafe { array.add(index).write(text) },
            Err(error) => {
                for earlier in 0..index {
                    // SAFETY: written above, and not yet known to C.
                    unsafe { deallocate(array.add(earlier).read()) };
                }
                return Err(error);
            }
        }
    }
    Ok(count as c_int)
}

/// The body of a call that lists names into C's array of `room` pointers; `list` does the operation.
///
/// # Safety
/// `array` is null or has room for `room` pointers.
pub unsafe fn list_names<const MAX: usize>(
    array: *mut *mut c_char,
    argument: &str,
    room: c_int,
    count: &str,
    list: impl FnOnce(i32) -> Result<List<String, MAX>>,
) -> Result<c_int> {
    if array.is_null() && room > 0 {
        return Err(must_not_be_null(argument));
    }
    zero_or_greater(room, count)?;
    let names = list(room)?;
    // SAFETY: passed on.
    unsafe { fill_names(&names, array, room) }
}

/// Writes at most `room` items into C's array; how many.
///
/// # Safety
/// `array` has room for `room` items.
pub unsafe fn fill<T: Copy>(items: &[T], array: *mut T, room: c_int) -> c_int {
    let count = items.len().min(room.max(0) as usize);
    // SAFETY: the caller vouches for the room.
    unsafe { ptr::copy_nonoverlapping(items.as_ptr(), array, count) };
    count as c_int
}

/// A null-terminated array of names, which C frees together with each name; null-terminated.
pub fn give_names<S: AsRef<str>>(names: &[S]) -> Result<*mut *mut c_char> {
    let array: *mut *mut c_char = allocate(names.len() + 1)?;
    // SAFETY: just allocated with room for all.
    match unsafe { fill_names(names, array, names.len() as c_int) } {
        Ok(_) => Ok(array),
        Err(error) => {
            // SAFETY: `fill_names` has freed the names; C has not seen the array.
            unsafe { deallocate(array) };
            Err(error)
        }
    }
}

/// An array of pointers to new records, ended by a null pointer, which C frees together with each record. `fill`
/// fills the record of an item, all zeros before; `free` frees a record, however much of it is filled.
pub fn give_records<T, C>(
    items: &[T],
    fill: impl Fn(&T, &mut C) -> Result<()>,
    free: impl Fn(*mut C),
) -> Result<*mut *mut C> {
    let array: *mut *mut C = allocate(items.len() + 1)?;
    for (index, item) in items.iter().enumerate() {
        let filled = allocate(1).and_then(|record| {
            // SAFETY: the array has room for every item and the terminator.
            unsafe { array.add(index).write(record) };
            // SAFETY: just allocated; zeros are null pointers and numbers.
            fill(item, unsafe { &mut *record })
        });
        if let Err(error) = filled {
            for made in 0..=index {
                // SAFETY: written above, or null still, which the `free` functions of C take.
                free(unsafe { array.add(made).read() });
            }
            // SAFETY: C has not seen the array.
            unsafe { deallocate(array) };
            return Err(error);
        }
    }
    Ok(array)
}

/// A null-terminated array of new handles for `items`, which C frees together with each handle.
pub fn give_handles<R: Shown>(items: Vec<R>, owner: &Borrowed<R::Owner>) -> Result<*mut *mut R::C> {
    let array: *mut *mut R::C = allocate(items.len() + 1)?;
    for (index, item) in items.into_iter().enumerate() {
        match item.give(owner) {
            // SAFETY: the array has room for every item and the terminator.
            Ok(handle) => unsafe { array.add(index).write(handle) },
            Err(error) => {
                for earlier in 0..index {
                    // SAFETY: written above.
                    let handle = unsafe { array.add(earlier).read() };
                    if let Some(handle) = Borrowed::<<R::C as Opaque>::Object>::of(handle) {
                        handle.drop_reference();
                    }
                }
                // SAFETY: C has not seen the array.
                unsafe { deallocate(array) };
                return Err(error);
            }
        }
    }
    Ok(array)
}

/// Finishes a `ListAll` call: writes the array, where C asked for it, and gives the count.
///
/// # Safety
/// `array` is null or points at room for a pointer.
pub unsafe fn list_all<R: Shown>(
    items: Vec<R>,
    count: u32,
    owner: &Borrowed<R::Owner>,
    array: *mut *mut *mut R::C,
) -> Result<c_int> {
    // SAFETY: passed on.
    if let Some(array) = unsafe { optional(array) } {
        let count = items.len();
        array.write(give_handles(items, owner)?);
        return Ok(count as c_int);
    }
    Ok(count as c_int)
}
