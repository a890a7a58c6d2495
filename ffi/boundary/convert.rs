//! Between C and Rust: strings, out parameters, arrays of names and of handles.
//!
//! What these helpers refuse is `VIR_ERR_INVALID_ARG` in libvirt's words; the boundary adds the function's name.
//! Memory that C will free comes from `malloc`.

use super::{
    handle::{Borrowed, Opaque},
    objects::Shown,
};
use std::{
    borrow::Cow,
    ffi::{CStr, c_char, c_int, c_uint, c_void},
    mem::{MaybeUninit, size_of},
    os::fd::{BorrowedFd, IntoRawFd, OwnedFd},
    ptr, slice,
};
use virt_core::types::{List, Name, Uuid};
use virt_error::{Code, Error, Origin, Result, error};

/// `x in virY must not be NULL`.
#[cold]
pub fn must_not_be_null(argument: &str) -> Error {
    Error::argument(argument, format!("{argument} in %s must not be NULL"))
}

/// `x in virY must not be zero`.
#[cold]
pub fn must_not_be_zero(argument: &str) -> Error {
    Error::argument(argument, format!("{argument} in %s must not be zero"))
}

/// Refuses zero: `x in virY must not be zero`.
pub fn not_zero(number: impl Into<u64>, argument: &str) -> Result<()> {
    if number.into() == 0 { Err(must_not_be_zero(argument)) } else { Ok(()) }
}

/// Refuses a negative number: `x in virY must be zero or greater`.
pub fn zero_or_greater(number: c_int, argument: &str) -> Result<()> {
    if number < 0 {
        return Err(Error::argument(argument, format!("{argument} in %s must be zero or greater")));
    }
    Ok(())
}

/// Refuses a number below one: `x in virY must be greater than zero`.
pub fn greater_than_zero(number: c_int, argument: &str) -> Result<()> {
    if number <= 0 {
        return Err(Error::argument(argument, format!("{argument} in %s must be greater than zero")));
    }
    Ok(())
}

/// Refuses two flags together: `Flags 'A' and 'B' are mutually exclusive`. Use it as [`exclusive_flags!`].
pub fn exclusive(flags: c_uint, one: (c_uint, &str), other: (c_uint, &str)) -> Result<()> {
    if flags & one.0 != 0 && flags & other.0 != 0 {
        let text = format!("Flags '{}' and '{}' are mutually exclusive", one.1, other.1);
        return Err(Error::argument("ctl", text));
    }
    Ok(())
}

/// Refuses flag `one` without flag `other`: `Flag 'B' is required by flag 'A'`. Use it as [`required_flag!`].
pub fn requires(flags: c_uint, one: (c_uint, &str), other: (c_uint, &str)) -> Result<()> {
    if flags & one.0 != 0 && flags & other.0 == 0 {
        let text = format!("Flag '{}' is required by flag '{}'", other.1, one.1);
        return Err(Error::argument("ctl", text));
    }
    Ok(())
}

/// Refuses an argument that must be left out: `x in virY must be NULL`.
pub fn must_be_null<T>(value: Option<T>, argument: &str) -> Result<()> {
    match value {
        Some(_) => Err(Error::argument(argument, format!("{argument} in %s must be NULL"))),
        None => Ok(()),
    }
}

/// Checks the arguments of a call that reads an object's metadata of a `kind`: 0 is the description, 1 the title,
/// 2 the application's own data, which alone has a namespace.
pub fn metadata_getter(kind: c_int, uri: Option<&str>) -> Result<()> {
    match kind {
        0 | 1 => must_be_null(uri, "uri"),
        2 => uri.map(drop).ok_or_else(|| must_not_be_null("uri")),
        _ => Ok(()),
    }
}

/// Checks the arguments of a call that writes an object's metadata, as [`metadata_getter`] does for reading.
pub fn metadata_setter(
    kind: c_int,
    metadata: Option<&str>,
    key: Option<&str>,
    uri: Option<&str>,
) -> Result<()> {
    if kind == 1 && metadata.is_some_and(|title| title.contains('\n')) {
        return Err(Error::argument("metadata", "metadata title can't contain newlines"));
    }
    metadata_getter(kind, uri)?;
    match kind {
        0 | 1 => must_be_null(key, "key"),
        2 if metadata.is_some() => key.map(drop).ok_or_else(|| must_not_be_null("key")),
        _ => Ok(()),
    }
}

/// Refuses two flags together, by their names.
macro_rules! exclusive_flags {
    ($flags:expr, $one:ident, $other:ident) => {
        $crate::boundary::convert::exclusive(
            $flags,
            (virt_core::constants::$one, stringify!($one)),
            (virt_core::constants::$other, stringify!($other)),
        )
    };
}
pub(crate) use exclusive_flags;

/// Refuses the first flag without the second, by their names.
macro_rules! required_flag {
    ($flags:expr, $one:ident needs $other:ident) => {
        $crate::boundary::convert::requires(
            $flags,
            (virt_core::constants::$one, stringify!($one)),
            (virt_core::constants::$other, stringify!($other)),
        )
    };
}
pub(crate) use required_flag;

/// Refuses `live` and `config` together, for the calls that take only one of them.
pub fn live_xor_config(flags: c_uint) -> Result<()> {
    exclusive_flags!(flags, VIR_DOMAIN_AFFECT_LIVE, VIR_DOMAIN_AFFECT_CONFIG)
}

/// A string that C must give.
///
/// # Safety
/// `pointer` is null or a C string that outlives `'a`.
pub unsafe fn text<'a>(pointer: *const c_char, argument: &str) -> Result<&'a str> {
    // SAFETY: passed on.
    unsafe { optional_text(pointer, argument) }?.ok_or_else(|| must_not_be_null(argument))
}

/// A string that C may leave out.
///
/// # Safety
/// As for [`text`].
pub unsafe fn optional_text<'a>(pointer: *const c_char, argument: &str) -> Result<Option<&'a str>> {
    if pointer.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller vouches for a non-null `pointer`.
    let bytes = unsafe { CStr::from_ptr(pointer) };
    match bytes.to_str() {
        Ok(text) => Ok(Some(text)),
        Err(_) => Err(not_utf8(argument)),
    }
}

/// A string that C must give, and with something in it.
///
/// # Safety
/// As for [`text`].
pub unsafe fn non_empty_text<'a>(pointer: *const c_char, argument: &str) -> Result<&'a str> {
    // SAFETY: passed on.
    match unsafe { text(pointer, argument) }? {
        "" => Err(Error::argument(argument, format!("string {argument} in %s must not be empty"))),
        text => Ok(text),
    }
}

/// A path that C must give, made absolute: a driver's working directory need not be the caller's.
///
/// # Safety
/// As for [`text`].
pub unsafe fn absolute_path(pointer: *const c_char, argument: &str) -> Result<String> {
    // SAFETY: passed on.
    let path = unsafe { text(pointer, argument) }?;
    let here = match path.starts_with('/') {
        true => String::new(),
        false => std::env::current_dir()
            .map_err(|cause| Error::system(Origin::Domain, "could not build absolute path", &cause))?
            .to_str()
            .unwrap_or_default()
            .to_owned(),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in here.split('/').chain(path.split('/')) {
        match part {
            "" | "." => (),
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    // Two slashes at the start, neither one nor three, may mean something to the system.
    let root = if path.starts_with("//") && !path.starts_with("///") { "//" } else { "/" };
    Ok(format!("{root}{}", parts.join("/")))
}

/// What a string is refused with that is not UTF-8; a document in the words of the parser.
#[cold]
fn not_utf8(argument: &str) -> Error {
    match argument.starts_with("xml") {
        true => error!(Xml, XmlDetail, "Input is not proper UTF-8, indicate encoding !"),
        false => Error::argument(argument, format!("{argument} in %s must be UTF-8")),
    }
}

/// The name of something to look up, whatever its bytes: what is not UTF-8 names nothing that there is.
///
/// # Safety
/// As for [`text`].
pub unsafe fn any_text<'a>(pointer: *const c_char, argument: &str) -> Result<Cow<'a, str>> {
    if pointer.is_null() {
        return Err(must_not_be_null(argument));
    }
    // SAFETY: the caller vouches for a non-null `pointer`.
    Ok(unsafe { CStr::from_ptr(pointer) }.to_string_lossy())
}

/// A string for a message, whatever its bytes; empty for null.
///
/// # Safety
/// As for [`text`].
pub unsafe fn lossy(pointer: *const c_char) -> String {
    if pointer.is_null() {
        return String::new();
    }
    // SAFETY: the caller vouches for a non-null `pointer`.
    unsafe { CStr::from_ptr(pointer) }.to_string_lossy().into_owned()
}

/// A place for a result, which C must give.
///
/// # Safety
/// `pointer` is null or points at room for a `T` that nothing else uses meanwhile.
pub unsafe fn required<'a, T>(pointer: *mut T, argument: &str) -> Result<&'a mut MaybeUninit<T>> {
    // SAFETY: the caller vouches for a non-null `pointer`; `MaybeUninit` may be uninitialised.
    unsafe { pointer.cast::<MaybeUninit<T>>().as_mut() }.ok_or_else(|| must_not_be_null(argument))
}

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

/// A place for a result, which C may leave out.
///
/// # Safety
/// As for [`required`].
pub unsafe fn optional<'a, T>(pointer: *mut T) -> Option<&'a mut MaybeUninit<T>> {
    // SAFETY: as in `required`.
    unsafe { pointer.cast::<MaybeUninit<T>>().as_mut() }
}

/// An array that C gives: `count` items, which must be there unless `count` is 0.
///
/// # Safety
/// `pointer` is null or points at `count` initialised items that outlive `'a`.
pub unsafe fn array<'a, T>(pointer: *const T, count: usize, argument: &str) -> Result<&'a [T]> {
    match (pointer.is_null(), count) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(must_not_be_null(argument)),
        // SAFETY: the caller vouches for a non-null `pointer`.
        (false, _) => Ok(unsafe { slice::from_raw_parts(pointer, count) }),
    }
}

/// An array of C strings as text.
///
/// # Safety
/// As for [`array`]; each item is a C string.
pub unsafe fn texts(pointer: *const *const c_char, count: usize, argument: &str) -> Result<Vec<String>> {
    // SAFETY: passed on.
    let pointers = unsafe { array(pointer, count, argument) }?;
    // SAFETY: the caller vouches for the items.
    pointers.iter().map(|item| unsafe { text(*item, argument) }.map(str::to_owned)).collect()
}

/// The most descriptors that one call may hand over, which is what a message of the wire may carry.
const DESCRIPTORS_MAX: usize = 32;

/// Descriptors that C keeps open during the call.
///
/// # Safety
/// As for [`array`]; each descriptor stays open for `'a`.
pub unsafe fn descriptors<'a>(
    pointer: *const c_int,
    count: c_uint,
    argument: &str,
) -> Result<Vec<BorrowedFd<'a>>> {
    let count = count as usize;
    if count > DESCRIPTORS_MAX {
        let text = format!("Too many FDs to send {count}, expected {DESCRIPTORS_MAX} maximum");
        return Err(Error::new(Origin::Rpc, Code::Rpc, text));
    }
    // SAFETY: passed on.
    let numbers = unsafe { array(pointer, count, argument) }?;
    // SAFETY: the caller vouches for each.
    numbers.iter().map(|number| unsafe { descriptor(*number, argument) }).collect()
}

/// A descriptor that C keeps open during the call.
///
/// # Safety
/// It stays open for `'a`.
pub unsafe fn descriptor<'a>(number: c_int, argument: &str) -> Result<BorrowedFd<'a>> {
    zero_or_greater(number, argument)?;
    // SAFETY: the caller vouches for it; it is not -1.
    Ok(unsafe { BorrowedFd::borrow_raw(number) })
}

/// An array of at most `MAX` C strings as text.
///
/// # Safety
/// As for [`texts`].
pub unsafe fn texts_up_to<const MAX: usize>(
    pointer: *const *const c_char,
    count: c_uint,
    argument: &str,
) -> Result<List<String, MAX>> {
    let count = count as usize;
    if count > MAX {
        let text = format!("Too many {argument}: {count}, expected {MAX} maximum");
        return Err(Error::new(Origin::Rpc, Code::Rpc, text));
    }
    // SAFETY: passed on.
    unsafe { texts(pointer, count, argument) }.map(List)
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

/// A UUID as C passes it: sixteen bytes.
///
/// # Safety
/// `pointer` is null or points at sixteen bytes.
pub unsafe fn uuid(pointer: *const u8, argument: &str) -> Result<Uuid> {
    // SAFETY: passed on.
    let bytes = unsafe { array(pointer, 16, argument) }?;
    Ok(Uuid(bytes.try_into().unwrap_or_default()))
}

/// A UUID as text.
///
/// # Safety
/// As for [`text`].
pub unsafe fn uuid_text(pointer: *const c_char, argument: &str) -> Result<Uuid> {
    // SAFETY: passed on.
    let text = unsafe { text(pointer, argument) }?;
    let invalid = || Error::argument(argument, format!("{argument} in %s must be a valid UUID"));
    Uuid::parse(text).ok_or_else(invalid)
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
