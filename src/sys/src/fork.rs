//! What a child of `fork` needs: global locks that no vanished thread holds, and to know that it is one.
//!
//! A lock that another thread holds while the process forks stays locked in the child for ever. Locks that are reached
//! from statics are therefore taken by the forking thread itself, and given back on both sides. What is reached only
//! from an object of the parent is the parent's: a child opens connections of its own.

use std::{
    any::Any,
    cell::RefCell,
    sync::{
        Mutex, Once, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

/// Takes a lock and answers the guard that holds it.
pub type Take = fn() -> Box<dyn Any>;

static TAKERS: Mutex<Vec<Take>> = Mutex::new(Vec::new());
static GENERATION: AtomicU64 = AtomicU64::new(0);

thread_local! {
    /// What the thread that forks holds while it does.
    static HELD: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Has `take` called whenever the process forks. What it answers is dropped, in parent and child, when the fork is done.
///
/// `take` must not wait for anything that is held while a callback of the application runs.
pub fn hold_across_fork(take: Take) {
    static WATCHING: Once = Once::new();
    WATCHING.call_once(|| {
        // SAFETY: three plain functions; the library is never unloaded. Without memory for them there is no protection.
        unsafe { libc::pthread_atfork(Some(before), Some(after), Some(in_child)) };
    });
    TAKERS.lock().unwrap_or_else(PoisonError::into_inner).push(take);
}

/// How often the process forked on its way here: another number than before means that this is a child.
pub fn generation() -> u64 {
    GENERATION.load(Ordering::Relaxed)
}

extern "C" fn before() {
    let takers = TAKERS.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = HELD.try_with(|held| {
        let mut held = held.borrow_mut();
        held.extend(takers.iter().map(|take| take()));
        held.push(Box::new(takers));
    });
}

extern "C" fn after() {
    let _ = HELD.try_with(|held| {
        let mut held = held.borrow_mut();
        while held.pop().is_some() {}
    });
}

extern "C" fn in_child() {
    GENERATION.fetch_add(1, Ordering::Relaxed);
    after();
}

#[cfg(test)]
mod tests {
    use super::*;
    use nix::{
        sys::wait::{WaitStatus, waitpid},
        unistd::{ForkResult, fork},
    };
    use std::{sync::atomic::AtomicBool, thread};

    static LOCK: Mutex<u32> = Mutex::new(0);
    static STOP: AtomicBool = AtomicBool::new(false);

    #[test]
    fn a_child_finds_the_lock_open_however_busy_the_parent_was() {
        hold_across_fork(|| Box::new(LOCK.lock().unwrap_or_else(PoisonError::into_inner)));
        let busy = thread::spawn(|| {
            while !STOP.load(Ordering::Relaxed) {
                *LOCK.lock().unwrap() += 1;
            }
        });
        let parent = generation();
        for _ in 0..50 {
            // SAFETY: the child only takes the lock and ends.
            match unsafe { fork() }.unwrap() {
                ForkResult::Child => {
                    // SAFETY: `alarm` and `_exit` are made for this.
                    unsafe {
                        libc::alarm(5);
                        libc::_exit(i32::from(LOCK.lock().is_err() || generation() == parent))
                    }
                }
                ForkResult::Parent { child } => {
                    assert_eq!(waitpid(child, None).unwrap(), WaitStatus::Exited(child, 0));
                }
            }
        }
        assert_eq!(generation(), parent);
        STOP.store(true, Ordering::Relaxed);
        busy.join().unwrap();
    }
}
