//! Handles: what the opaque pointers of the API point at.
//!
//! A handle is a slot in memory that is never used for anything else: whether an address is a slot is decided by
//! arithmetic, before it is read, and a slot says what kind of object it holds and how many references there are.
//! So a pointer that is wild, foreign, freed or of another kind is told apart and never followed. Slots are taken
//! from a lock-free list, which a `fork` in the middle of another thread's call cannot leave locked.

use super::objects::ConnectObject;
use std::{
    cell::UnsafeCell,
    marker::PhantomData,
    mem::{MaybeUninit, align_of, size_of},
    ops::Deref,
    ptr::{self, NonNull},
    sync::{
        OnceLock,
        atomic::{AtomicU32, AtomicU64, Ordering::*},
    },
};
use virt_error::{Code, Error, Origin, Result};

/// The kinds of handle.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Kind {
    Connect = 1,
    Domain,
    Network,
    NetworkPort,
    Interface,
    StoragePool,
    StorageVol,
    NodeDevice,
    Secret,
    Stream,
    NwFilter,
    NwFilterBinding,
    DomainSnapshot,
    DomainCheckpoint,
    AdmConnect,
    AdmServer,
    AdmClient,
}

/// An object that C can hold.
pub trait Object: Sized + Send + Sync + 'static {
    /// The opaque C type: `virDomain`.
    type C;
    const KIND: Kind;
    /// The complaint when a handle is not one of this kind.
    const INVALID: Code;
    /// Where that complaint comes from; `None`: from the function that was called.
    const INVALID_ORIGIN: Option<Origin>;

    /// The connection that the object belongs to; `None` for the objects of an administration connection.
    fn connect(&self) -> Option<&ConnectObject>;
}

/// An opaque C type, whose pointers are handles.
pub trait Opaque: Sized {
    type Object: Object<C = Self>;
}

const PAYLOAD: usize = 72;

#[repr(C, align(8))]
struct Payload(MaybeUninit<[u8; PAYLOAD]>);

#[repr(C)]
struct Slot {
    kind: AtomicU32,
    /// The number of references; 0 in a slot that is free.
    references: AtomicU32,
    /// In a free slot, one more than the index of the next free one; 0 at the end.
    next: AtomicU32,
    payload: UnsafeCell<Payload>,
}

const SLOT: usize = size_of::<Slot>();
/// Slots become usable in steps of this many bytes.
const STEP: usize = 1 << 20;

/// The memory of all handles.
struct Region {
    base: usize,
    bytes: usize,
    /// How many bytes from `base` are usable.
    usable: AtomicU64,
    /// How many slots were ever taken from the usable part.
    taken: AtomicU32,
    /// One more than the index of the first free slot, and in the upper half a number that changes each time.
    free: AtomicU64,
}

impl Region {
    fn get() -> Option<&'static Region> {
        static REGION: OnceLock<Option<Region>> = OnceLock::new();
        REGION.get_or_init(Region::reserve).as_ref()
    }

    /// Reserves addresses, which cost nothing until they are used; fewer where the process has a limit.
    fn reserve() -> Option<Region> {
        for bytes in [1_usize << 30, 1 << 26, 1 << 22] {
            // SAFETY: a fresh anonymous mapping touches nothing that exists.
            let base = unsafe {
                libc::mmap(
                    ptr::null_mut(),
                    bytes,
                    libc::PROT_NONE,
                    libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
                    -1,
                    0,
                )
            };
            if base != libc::MAP_FAILED {
                let base = base as usize;
                return Some(Region {
                    base,
                    bytes,
                    usable: AtomicU64::new(0),
                    taken: AtomicU32::new(0),
                    free: AtomicU64::new(0),
                });
            }
        }
        None
    }

    /// The slot at `address`, if there is one that was ever taken.
    #[inline]
    fn at(&self, address: usize) -> Option<&'static Slot> {
        let offset = address.wrapping_sub(self.base);
        let known = offset < self.taken.load(Acquire) as usize * SLOT;
        if !known || offset % SLOT != 0 {
            return None;
        }
        // SAFETY: the address is that of a slot in the usable part, which is never unmapped, and every slot in
        // it is initialised (zeroed memory is a free slot).
        Some(unsafe { &*(address as *const Slot) })
    }

    fn index(&self, index: u32) -> &'static Slot {
        // SAFETY: callers pass indexes below `taken`; see `at`.
        unsafe { &*((self.base + index as usize * SLOT) as *const Slot) }
    }

    /// A slot that nobody else has, or `None` when memory is exhausted.
    fn take(&self) -> Option<&'static Slot> {
        let mut head = self.free.load(Acquire);
        while head as u32 != 0 {
            let slot = self.index(head as u32 - 1);
            let next = (head >> 32).wrapping_add(1) << 32 | u64::from(slot.next.load(Relaxed));
            match self.free.compare_exchange_weak(head, next, AcqRel, Acquire) {
                Ok(_) => return Some(slot),
                Err(current) => head = current,
            }
        }
        let index = self
            .taken
            .fetch_update(AcqRel, Acquire, |taken| self.commit(taken as usize + 1).then_some(taken + 1));
        index.ok().map(|index| self.index(index))
    }

    /// Makes the first `slots` slots usable.
    fn commit(&self, slots: usize) -> bool {
        let needed = slots * SLOT;
        if needed > self.bytes {
            return false;
        }
        let usable = self.usable.load(Acquire) as usize;
        if needed <= usable {
            return true;
        }
        let wanted = (usable + STEP).min(self.bytes);
        // SAFETY: the range lies in the reservation; changing its protection twice is harmless.
        let done = unsafe {
            libc::mprotect(
                (self.base + usable) as *mut _,
                wanted - usable,
                libc::PROT_READ | libc::PROT_WRITE,
            )
        };
        if done == 0 {
            self.usable.fetch_max(wanted as u64, AcqRel);
        }
        done == 0
    }

    fn give_back(&self, slot: &'static Slot) {
        let index = ((ptr::from_ref(slot) as usize - self.base) / SLOT) as u32;
        let mut head = self.free.load(Acquire);
        loop {
            slot.next.store(head as u32, Relaxed);
            let next = (head >> 32).wrapping_add(1) << 32 | u64::from(index + 1);
            match self.free.compare_exchange_weak(head, next, AcqRel, Acquire) {
                Ok(_) => return,
                Err(current) => head = current,
            }
        }
    }
}

impl Slot {
    /// Adds a reference, unless the slot is free.
    #[inline]
    fn acquire(&self) -> bool {
        let mut references = self.references.load(Relaxed);
        while references != 0 && references != u32::MAX {
            match self.references.compare_exchange_weak(references, references + 1, Acquire, Relaxed) {
                Ok(_) => return true,
                Err(current) => references = current,
            }
        }
        false
    }
}

/// One counted reference to an object that C may also hold.
pub struct Borrowed<T: Object> {
    slot: NonNull<Slot>,
    object: PhantomData<T>,
}

// SAFETY: a reference may be used and dropped on any thread, since `T` is `Send` and `Sync` and the count is atomic.
unsafe impl<T: Object> Send for Borrowed<T> {}
// SAFETY: as above.
unsafe impl<T: Object> Sync for Borrowed<T> {}

impl<T: Object> Borrowed<T> {
    /// A new object with one reference: this one.
    pub fn new(object: T) -> Result<Borrowed<T>> {
        const { assert!(size_of::<T>() <= PAYLOAD && align_of::<T>() <= align_of::<Payload>()) };
        let Some(slot) = Region::get().and_then(Region::take) else {
            return Err(Error::bare(Origin::None, Code::NoMemory));
        };
        // SAFETY: the slot is ours alone until its count is set, and is large enough (asserted above).
        unsafe { slot.payload.get().cast::<T>().write(object) };
        slot.kind.store(T::KIND as u32, Relaxed);
        slot.references.store(1, Release);
        Ok(Borrowed { slot: NonNull::from(slot), object: PhantomData })
    }

    /// A new reference to the object behind a pointer that C gave; `None` when there is none of this kind.
    #[inline]
    pub fn of(pointer: *mut T::C) -> Option<Borrowed<T>> {
        let slot = Region::get()?.at(pointer as usize)?;
        if !slot.acquire() {
            return None;
        }
        let reference = Borrowed { slot: NonNull::from(slot), object: PhantomData };
        if slot.kind.load(Relaxed) != T::KIND as u32 {
            // The slot holds another kind of object, whose own type must drop the reference.
            std::mem::forget(reference);
            release_unknown(slot);
            return None;
        }
        Some(reference)
    }

    #[inline]
    fn slot(&self) -> &'static Slot {
        // SAFETY: slots are never unmapped.
        unsafe { self.slot.as_ref() }
    }

    /// The pointer that C knows the object by; the reference becomes C's.
    pub fn give(self) -> *mut T::C {
        let pointer = self.as_ptr();
        std::mem::forget(self);
        pointer
    }

    /// The pointer that C knows the object by; the reference stays here.
    pub fn as_ptr(&self) -> *mut T::C {
        self.slot.as_ptr().cast()
    }

    /// Adds a reference that belongs to C.
    pub fn add_reference(&self) {
        std::mem::forget(self.clone());
    }

    /// Drops a reference that belongs to C; how many are left, this one not counted.
    pub fn drop_reference(&self) -> u32 {
        // C's reference and ours: the last one is dropped with `self`.
        self.slot().references.fetch_sub(1, Release) - 2
    }
}

/// Drops a reference to an object whose type is not known here, which cannot be the last one but in a race
/// between two misuses; then the object is leaked rather than touched.
#[cold]
fn release_unknown(slot: &Slot) {
    slot.references.fetch_sub(1, Release);
}

impl<T: Object> Clone for Borrowed<T> {
    #[inline]
    fn clone(&self) -> Self {
        self.slot().references.fetch_add(1, Relaxed);
        Borrowed { slot: self.slot, object: PhantomData }
    }
}

impl<T: Object> Deref for Borrowed<T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: the kind was checked, and the reference keeps the object alive.
        unsafe { &*self.slot().payload.get().cast::<T>() }
    }
}

impl<T: Object> Drop for Borrowed<T> {
    #[inline]
    fn drop(&mut self) {
        let slot = self.slot();
        if slot.references.fetch_sub(1, Release) != 1 {
            return;
        }
        std::sync::atomic::fence(Acquire);
        slot.kind.store(0, Relaxed);
        // SAFETY: that was the last reference, and no new one can be made from a count of 0.
        unsafe { slot.payload.get().cast::<T>().drop_in_place() };
        if let Some(region) = Region::get() {
            region.give_back(slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Probe;
    impl Object for Probe {
        type C = u8;
        const KIND: Kind = Kind::AdmClient;
        const INVALID: Code = Code::InvalidConn;
        const INVALID_ORIGIN: Option<Origin> = None;
        fn connect(&self) -> Option<&ConnectObject> {
            None
        }
    }

    #[test]
    fn a_pointer_that_is_no_handle_is_told_apart_without_reading_it() {
        assert!(Borrowed::<Probe>::of(ptr::null_mut()).is_none());
        assert!(Borrowed::<Probe>::of(ptr::dangling_mut()).is_none());
        assert!(Borrowed::<Probe>::of(usize::MAX as *mut u8).is_none());
        let mut local = 7_u8;
        assert!(Borrowed::<Probe>::of(&raw mut local).is_none());
        let probe = Borrowed::new(Probe).unwrap();
        assert!(Borrowed::<Probe>::of(probe.as_ptr().wrapping_add(8)).is_none());
        assert!(Borrowed::<Probe>::of(probe.as_ptr()).is_some());
    }

    #[test]
    fn a_freed_handle_is_invalid_and_its_memory_is_used_again() {
        let pointer = Borrowed::new(Probe).unwrap().give();
        let handle = Borrowed::<Probe>::of(pointer).unwrap();
        assert_eq!(handle.drop_reference(), 0);
        drop(handle);
        assert!(Borrowed::<Probe>::of(pointer).is_none());
    }
}
