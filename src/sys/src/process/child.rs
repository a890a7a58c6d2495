//! What happens between the parent's call and the program that it wanted.
//!
//! The child shares the parent's memory and the calling thread waits until it has executed or ended. So the child
//! allocates nothing, takes no lock, and calls nothing of the C library that keeps state for all threads.

use super::{Credentials, Limit};
use std::{
    ffi::{CStr, CString, c_char, c_int, c_void},
    io, mem, ptr,
};

/// Everything that the child needs, made before it begins.
pub(super) struct Plan<'a> {
    pub program: CString,
    pub arguments: Vec<CString>,
    pub environment: Vec<CString>,
    pub directory: CString,
    /// The child's numbers, ascending, with our descriptors.
    pub files: Vec<(i32, i32)>,
    pub umask: Option<u32>,
    pub credentials: Option<&'a Credentials>,
    pub limits: &'a [Limit],
    pub cgroups: Vec<i32>,
    pub pid_file: Option<i32>,
    pub detached: bool,
    /// The process whose thread it must not outlive.
    pub owner: Option<u32>,
}

/// A start that did not come to its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Failure {
    pub step: Step,
    pub errno: i32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    Clone,
    Files,
    Cgroup,
    Limit,
    Credentials,
    PidFile,
    Directory,
    Execute,
}

/// What parent and child both see.
struct Shared<'a> {
    plan: &'a Plan<'a>,
    argv: Vec<*const c_char>,
    envp: Vec<*const c_char>,
    /// Where the child keeps its copies of the descriptors while they change numbers.
    parked: Vec<c_int>,
    /// The top of the stack for the program itself.
    stack: *mut c_void,
    failure: Option<Failure>,
    pid: c_int,
    pidfd: c_int,
}

/// Room for one process between clone and execution; there is nothing deep in it.
const STACK: usize = 64 << 10;

/// Starts the program: its number and a descriptor for it.
pub(super) fn start(plan: Plan<'_>) -> Result<(u32, c_int), Failure> {
    let pointers = |words: &[CString]| -> Vec<*const c_char> {
        words.iter().map(|word| word.as_ptr()).chain([ptr::null()]).collect()
    };
    let stack = Stack::new().map_err(|cause| failure(Step::Clone, &cause))?;
    let mut shared = Shared {
        argv: pointers(&plan.arguments),
        envp: pointers(&plan.environment),
        parked: vec![-1; plan.files.len()],
        plan: &plan,
        stack: stack.top(2),
        failure: None,
        pid: -1,
        pidfd: -1,
    };
    let mask = block_signals();
    let shared_address: *mut Shared<'_> = &mut shared;
    let outcome = match plan.detached {
        // SAFETY: the stack is large enough and lives until the child has left it, as CLONE_VFORK promises; `shared`
        // lives as long and is touched by nobody else meanwhile.
        false => unsafe { clone_program(shared_address) },
        // SAFETY: as above. The process in between shares our descriptors, so that its child's pidfd is ours.
        true => unsafe {
            let flags = libc::CLONE_VM | libc::CLONE_VFORK | libc::CLONE_FILES;
            let between = libc::clone(go_between, stack.top(1), flags, shared_address.cast());
            if between >= 0 {
                // It was made without a signal for its end, so only this call can meet it.
                while libc::waitpid(between, ptr::null_mut(), libc::__WALL) < 0 && errno() == libc::EINTR {}
            }
            between
        },
    };
    let clone_error = io::Error::last_os_error();
    restore_signals(&mask);
    if outcome < 0 {
        return Err(failure(Step::Clone, &clone_error));
    }
    match shared.failure {
        None if shared.pidfd >= 0 => Ok((shared.pid as u32, shared.pidfd)),
        None => Err(Failure { step: Step::Clone, errno: libc::ENOSYS }),
        Some(failure) => {
            if shared.pidfd >= 0 {
                // SAFETY: the descriptor was made for us and nobody else knows it.
                unsafe { libc::close(shared.pidfd) };
            }
            if !plan.detached && shared.pid > 0 {
                // SAFETY: a child that never executed sends no signal when it ends; nobody else waits for it.
                unsafe { libc::waitpid(shared.pid, ptr::null_mut(), libc::__WALL) };
            }
            Err(failure)
        }
    }
}

fn failure(step: Step, cause: &io::Error) -> Failure {
    Failure { step, errno: cause.raw_os_error().unwrap_or(libc::EIO) }
}

fn errno() -> c_int {
    io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

/// Clones the process that becomes the program, and waits until it has.
///
/// # Safety
/// `shared` points to what the parent keeps until this returns, and nobody else uses its second stack.
unsafe fn clone_program(shared: *mut Shared<'_>) -> c_int {
    let flags = libc::CLONE_VM | libc::CLONE_VFORK | libc::CLONE_PIDFD;
    // SAFETY: the caller's promise.
    unsafe {
        let pidfd: *mut c_int = &raw mut (*shared).pidfd;
        let pid = libc::clone(become_program, (*shared).stack, flags, shared.cast(), pidfd);
        if pid < 0 {
            let errno = errno();
            (*shared).failure.get_or_insert(Failure { step: Step::Clone, errno });
        } else {
            (*shared).pid = pid;
        }
        pid
    }
}

/// The process in between: it leaves the program to `init`.
extern "C" fn go_between(shared: *mut c_void) -> c_int {
    // SAFETY: `start` passes what it keeps until this process is gone.
    unsafe {
        // With the session made here, the program leads none and can never get a terminal by opening one.
        libc::setsid();
        clone_program(shared.cast());
        libc::_exit(0)
    }
}

extern "C" fn become_program(shared: *mut c_void) -> c_int {
    // SAFETY: `start` passes what it keeps until this process has executed or ended, and does not touch it meanwhile.
    let shared = unsafe { &mut *shared.cast::<Shared<'_>>() };
    if let Err(step) = prepare(shared.plan, &mut shared.parked) {
        shared.failure = Some(Failure { step, errno: errno() });
    } else {
        // SAFETY: both arrays end with a null pointer and their words live in the plan.
        unsafe { libc::execve(shared.plan.program.as_ptr(), shared.argv.as_ptr(), shared.envp.as_ptr()) };
        shared.failure = Some(Failure { step: Step::Execute, errno: errno() });
    }
    // SAFETY: leaves without running anything of the parent's.
    unsafe { libc::_exit(127) }
}

/// Makes the child what the plan says; the error number stands in `errno`.
fn prepare(plan: &Plan<'_>, parked: &mut [c_int]) -> Result<(), Step> {
    if !plan.detached {
        // SAFETY: a plain system call; it cannot fail in a process that has just been made.
        unsafe { libc::setsid() };
    }
    if let Some(owner) = plan.owner {
        // SAFETY: plain system calls. An owner that ended before the first of them is told by the second.
        let there = unsafe {
            libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL) == 0
                && libc::syscall(libc::SYS_getppid) as u32 == owner
        };
        check(there, Step::Clone)?;
    }
    reset_signals();
    for group in &plan.cgroups {
        // SAFETY: one byte of a literal.
        check(unsafe { libc::write(*group, c"0".as_ptr().cast(), 1) } == 1, Step::Cgroup)?;
    }
    if let Some(file) = plan.pid_file {
        write_pid(file).ok_or(Step::PidFile)?;
    }
    take_files(&plan.files, parked).ok_or(Step::Files)?;
    for limit in plan.limits {
        let value = libc::rlimit64 { rlim_cur: limit.soft, rlim_max: limit.hard };
        // SAFETY: `value` lives through the call, which concerns this process (0).
        let done = unsafe {
            libc::syscall(libc::SYS_prlimit64, 0, limit.resource, &raw const value, ptr::null_mut::<c_void>())
        };
        check(done == 0, Step::Limit)?;
    }
    if let Some(credentials) = plan.credentials {
        become_user(credentials).ok_or(Step::Credentials)?;
    }
    if let Some(umask) = plan.umask {
        // SAFETY: cannot fail; the mask belongs to this process, which shares no file system data with its parent.
        unsafe { libc::umask(umask as libc::mode_t) };
    }
    // SAFETY: the text ends with a NUL and lives in the plan.
    check(unsafe { libc::chdir(plan.directory.as_ptr()) } == 0, Step::Directory)
}

/// Writes this process's number, with a line's end.
fn write_pid(file: c_int) -> Option<()> {
    // SAFETY: it cannot fail and touches nothing.
    let mut number = unsafe { libc::syscall(libc::SYS_getpid) } as u32;
    let mut text = *b"0000000000\n";
    let mut start = text.len() - 1;
    while number > 0 && start > 0 {
        start -= 1;
        text[start] += (number % 10) as u8;
        number /= 10;
    }
    let digits = text.get(start..)?;
    // SAFETY: the length is the slice's own.
    let written = unsafe { libc::write(file, digits.as_ptr().cast(), digits.len()) };
    (written == digits.len() as isize).then_some(())
}

fn check(fine: bool, step: Step) -> Result<(), Step> {
    if fine { Ok(()) } else { Err(step) }
}

/// By system calls of their own: the C library's functions would change every thread of the parent.
fn become_user(credentials: &Credentials) -> Option<()> {
    let Credentials { user, group, groups } = credentials;
    // SAFETY: the list lives in the plan and its length is its own.
    let done = unsafe {
        libc::syscall(libc::SYS_setgroups, groups.len(), groups.as_ptr()) == 0
            && libc::syscall(libc::SYS_setresgid, *group, *group, *group) == 0
            && libc::syscall(libc::SYS_setresuid, *user, *user, *user) == 0
    };
    done.then_some(())
}

/// Every signal to its default, none blocked.
fn reset_signals() {
    /// How many signals the kernel has, and the size of a set of them.
    const SIGNALS: c_int = 64;
    const SET_SIZE: usize = 8;
    // The kernel's own structure differs between architectures, but is nowhere larger, and zeros mean the default. The
    // C library's function would keep its own signals as they are.
    let action = [0_u64; 8];
    // SAFETY: `action` lives through the calls. The dispositions are the child's own copy.
    unsafe {
        for signal in 1..=SIGNALS {
            libc::syscall(
                libc::SYS_rt_sigaction,
                signal,
                action.as_ptr(),
                ptr::null_mut::<c_void>(),
                SET_SIZE,
            );
        }
        let mut none: libc::sigset_t = mem::zeroed();
        libc::sigemptyset(&mut none);
        libc::sigprocmask(libc::SIG_SETMASK, &none, ptr::null_mut());
    }
}

/// Puts each descriptor at its number and closes every other one.
fn take_files(files: &[(c_int, c_int)], parked: &mut [c_int]) -> Option<()> {
    let above = files.last().map_or(0, |(number, _)| number + 1);
    // First out of the way of all numbers, then each to its own.
    for ((_, ours), place) in files.iter().zip(parked.iter_mut()) {
        // SAFETY: plain system calls on numbers.
        *place = unsafe { libc::fcntl(*ours, libc::F_DUPFD_CLOEXEC, above) };
        if *place < 0 {
            return None;
        }
    }
    for ((number, _), place) in files.iter().zip(parked.iter()) {
        // SAFETY: as above. The copy does not have the flag that closes it.
        if unsafe { libc::dup2(*place, *number) } < 0 {
            return None;
        }
    }
    let mut next = 0;
    for (number, _) in files {
        if *number > next {
            close_range(next as u32, *number as u32 - 1)?;
        }
        next = number + 1;
    }
    close_range(next as u32, u32::MAX)
}

fn close_range(first: u32, last: u32) -> Option<()> {
    // SAFETY: the descriptors belong to this process alone; the parent has its own table.
    if unsafe { libc::syscall(libc::SYS_close_range, first, last, 0) } == 0 {
        return Some(());
    }
    if last != u32::MAX {
        for number in first..=last {
            // SAFETY: as above.
            unsafe { libc::close(number as c_int) };
        }
        return Some(());
    }
    close_open_from(first)
}

/// For kernels without `close_range`: closes what `/proc/self/fd` lists from `first` on.
fn close_open_from(first: u32) -> Option<()> {
    /// Where the kernel's directory entries keep their length and their name.
    const LENGTH: usize = 16;
    const NAME: usize = 19;
    // SAFETY: a literal path; the descriptor is closed below with the others.
    let list = unsafe {
        libc::open(c"/proc/self/fd".as_ptr(), libc::O_RDONLY | libc::O_DIRECTORY | libc::O_CLOEXEC)
    };
    if list < 0 {
        return None;
    }
    // Again from the beginning until a pass closes nothing: closing moves what has not been read yet.
    let mut entries = [0_u64; 256];
    loop {
        let mut closed = false;
        // SAFETY: plain system calls; the kernel writes no more than the buffer's size.
        let length = unsafe {
            libc::lseek(list, 0, libc::SEEK_SET);
            libc::syscall(libc::SYS_getdents64, list, entries.as_mut_ptr(), mem::size_of_val(&entries))
        };
        let mut at = entries.as_ptr().cast::<u8>();
        let mut left = usize::try_from(length).ok()?;
        while left > NAME {
            // SAFETY: an entry begins at `at`, inside what the kernel has filled; its name ends with a NUL.
            let (size, name) = unsafe {
                (at.add(LENGTH).cast::<u16>().read_unaligned() as usize, CStr::from_ptr(at.add(NAME).cast()))
            };
            if let Some(number) = number(name.to_bytes()) {
                if number >= first && number != list as u32 {
                    // SAFETY: the descriptor is this process's own.
                    closed |= unsafe { libc::close(number as c_int) } == 0;
                }
            }
            left = left.checked_sub(size)?;
            // SAFETY: the next entry, or the end of what was filled.
            at = unsafe { at.add(size) };
        }
        if !closed {
            // SAFETY: as above.
            unsafe { libc::close(list) };
            return Some(());
        }
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    let step = |sum: u32, digit: &u8| match digit {
        b'0'..=b'9' => sum.checked_mul(10)?.checked_add(u32::from(digit - b'0')),
        _ => None,
    };
    if digits.is_empty() { None } else { digits.iter().try_fold(0, step) }
}

/// Blocks every signal of this thread: a handler of the application must not run in the child.
fn block_signals() -> libc::sigset_t {
    // SAFETY: both sets live through the calls that fill them.
    unsafe {
        let (mut all, mut old): (libc::sigset_t, libc::sigset_t) = (mem::zeroed(), mem::zeroed());
        libc::sigfillset(&mut all);
        libc::pthread_sigmask(libc::SIG_SETMASK, &all, &mut old);
        old
    }
}

fn restore_signals(mask: &libc::sigset_t) {
    // SAFETY: the set was filled by `block_signals`.
    unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, mask, ptr::null_mut()) };
}

/// Two stacks side by side, for the process in between and for the program.
struct Stack(*mut c_void);

impl Stack {
    fn new() -> io::Result<Stack> {
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_STACK;
        // SAFETY: a new mapping, which touches nothing that is there.
        let map = unsafe {
            libc::mmap(ptr::null_mut(), 2 * STACK, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0)
        };
        if map == libc::MAP_FAILED { Err(io::Error::last_os_error()) } else { Ok(Stack(map)) }
    }

    /// The end that the first or the second stack grows down from.
    fn top(&self, which: usize) -> *mut c_void {
        self.0.cast::<u8>().wrapping_add(which * STACK).cast()
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        // SAFETY: the mapping is ours and whoever ran on it has left it.
        unsafe { libc::munmap(self.0, 2 * STACK) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_numbers_are_descriptors() {
        assert_eq!(number(b"0"), Some(0));
        assert_eq!(number(b"1024"), Some(1024));
        assert_eq!(number(b"."), None);
        assert_eq!(number(b""), None);
        assert_eq!(number(b"99999999999"), None);
    }

    #[test]
    fn an_old_kernels_list_closes_what_it_should() {
        use std::os::fd::AsRawFd;
        // SAFETY: the child only makes system calls on descriptors of its own.
        unsafe {
            let kept = std::fs::File::open("/dev/null").unwrap();
            let high = libc::fcntl(kept.as_raw_fd(), libc::F_DUPFD, 300);
            let child = libc::fork();
            if child == 0 {
                libc::alarm(10);
                let done = close_open_from(250).is_some();
                let gone = libc::fcntl(high, libc::F_GETFD) < 0;
                let there = libc::fcntl(kept.as_raw_fd(), libc::F_GETFD) >= 0;
                libc::_exit(i32::from(!(done && gone && there)));
            }
            libc::close(high);
            let mut status = -1;
            libc::waitpid(child, &mut status, 0);
            assert_eq!(status, 0);
        }
    }
}
