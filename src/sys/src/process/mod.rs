//! Starting other programs: a child gets exactly the arguments, the environment and the descriptors named here.
//!
//! The child shares our memory until it executes its program, so a start costs the same in a large process as in a
//! small one. What happens in between stands in [`child`].

mod child;
mod filter;
mod run;

pub use filter::Filter;
pub use run::{Finished, Output};

use crate::pidfd::Process;
use std::{
    ffi::{CString, OsStr, OsString},
    fmt,
    fs::{File, OpenOptions},
    io,
    os::{
        fd::{AsRawFd, FromRawFd, OwnedFd},
        unix::ffi::OsStrExt,
    },
    path::{Path, PathBuf},
};
use virt_error::{Code, Error, Origin, Result};

pub use libc::{RLIMIT_CORE, RLIMIT_FSIZE, RLIMIT_MEMLOCK, RLIMIT_NOFILE, RLIMIT_NPROC};

/// A program with all that it is started with.
#[derive(Debug)]
pub struct Command {
    program: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    files: Vec<(i32, OwnedFd)>,
    directory: PathBuf,
    umask: Option<u32>,
    credentials: Option<Credentials>,
    limits: Vec<Limit>,
    cgroups: Vec<OwnedFd>,
    pid_file: Option<OwnedFd>,
    detached: bool,
    bound: bool,
}

/// Whom a program runs as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    pub user: u32,
    pub group: u32,
    pub groups: Vec<u32>,
}

/// A limit of a resource, soft and hard: `RLIMIT_MEMLOCK` and its siblings.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    pub resource: u32,
    pub soft: u64,
    pub hard: u64,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.resource {
            RLIMIT_MEMLOCK => "locked memory",
            RLIMIT_CORE => "core",
            RLIMIT_NOFILE => "files",
            _ => "another resource",
        };
        match self.hard {
            u64::MAX => write!(f, "{name}: unlimited"),
            most => write!(f, "{name}: {most}"),
        }
    }
}

impl Command {
    /// A program by its path. It begins with no arguments, no environment, and nothing at descriptors 0, 1 and 2 but
    /// `/dev/null`, in the root directory.
    pub fn new(program: impl Into<PathBuf>) -> Command {
        Command {
            program: program.into(),
            arguments: Vec::new(),
            environment: Vec::new(),
            files: Vec::new(),
            directory: PathBuf::from("/"),
            umask: None,
            credentials: None,
            limits: Vec::new(),
            cgroups: Vec::new(),
            pid_file: None,
            detached: false,
            bound: false,
        }
    }

    pub fn program(&self) -> &Path {
        &self.program
    }

    pub fn arg(mut self, argument: impl Into<OsString>) -> Command {
        self.arguments.push(argument.into());
        self
    }

    pub fn args<A: Into<OsString>>(mut self, arguments: impl IntoIterator<Item = A>) -> Command {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Command {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Takes over a variable of this process, when it has it.
    pub fn env_from_ours(self, name: &str) -> Command {
        match std::env::var_os(name) {
            Some(value) => self.env(name, value),
            None => self,
        }
    }

    /// Gives the child a descriptor under a number. A later one takes the place of an earlier one.
    pub fn file(mut self, number: i32, file: impl Into<OwnedFd>) -> Command {
        self.files.retain(|(other, _)| *other != number);
        self.files.push((number, file.into()));
        self
    }

    pub fn directory(mut self, directory: impl Into<PathBuf>) -> Command {
        self.directory = directory.into();
        self
    }

    pub fn umask(mut self, umask: u32) -> Command {
        self.umask = Some(umask);
        self
    }

    pub fn credentials(mut self, credentials: Credentials) -> Command {
        self.credentials = Some(credentials);
        self
    }

    pub fn limit(mut self, limit: Limit) -> Command {
        self.limits.push(limit);
        self
    }

    /// Starts the program inside a control group: the directory of the group.
    pub fn cgroup(mut self, group: &Path) -> Result<Command> {
        let file = group.join("cgroup.procs");
        let open = OpenOptions::new().write(true).open(&file).map_err(|cause| {
            Error::system(Origin::Cgroup, format!("Unable to open '{}'", file.display()), &cause)
        })?;
        self.cgroups.push(open.into());
        Ok(self)
    }

    /// Has the program's number written to a file before it executes: whoever finds the file after a crash of this
    /// process finds the program.
    pub fn pid_file(mut self, file: impl Into<OwnedFd>) -> Command {
        self.pid_file = Some(file.into());
        self
    }

    /// Makes the program a child of `init` rather than of this process: the application that uses the library never
    /// meets it in its own waits. Nobody learns how it ended, only that it did.
    pub fn detached(mut self) -> Command {
        self.detached = true;
        self
    }

    /// Has the kernel kill the program when the thread that starts it ends, however that comes. Not for a detached one.
    pub fn bound_to_us(mut self) -> Command {
        self.bound = true;
        self
    }

    /// Starts the program. When this returns it is executing.
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR` with what could not be done, `VIR_ERR_INVALID_ARG` for a NUL in a word or a
    /// descriptor's number that is negative.
    pub fn spawn(mut self) -> Result<Process> {
        if let Some((number, _)) = self.files.iter().find(|(number, _)| !(0..1 << 20).contains(number)) {
            return Err(Error::new(
                Origin::None,
                Code::InvalidArg,
                format!("descriptor {number} cannot be given to '{}'", self.program.display()),
            ));
        }
        let files = self.all_files()?;
        let program = text(self.program.as_os_str())?;
        let mut arguments = vec![program.clone()];
        for argument in &self.arguments {
            arguments.push(text(argument)?);
        }
        let mut environment = Vec::with_capacity(self.environment.len());
        for (name, value) in &self.environment {
            let mut whole = name.clone();
            whole.push("=");
            whole.push(value);
            environment.push(text(&whole)?);
        }
        let started = child::start(child::Plan {
            program,
            arguments,
            environment,
            directory: text(self.directory.as_os_str())?,
            files: files.iter().map(|(number, file)| (*number, file.as_raw_fd())).collect(),
            umask: self.umask,
            credentials: self.credentials.as_ref(),
            limits: &self.limits,
            cgroups: self.cgroups.iter().map(AsRawFd::as_raw_fd).collect(),
            pid_file: self.pid_file.as_ref().map(AsRawFd::as_raw_fd),
            detached: self.detached,
            owner: (self.bound && !self.detached).then(std::process::id),
        });
        match started {
            Ok((pid, pidfd)) => {
                // SAFETY: the kernel has just made this descriptor for us, and nobody else knows it.
                let pidfd = unsafe { OwnedFd::from_raw_fd(pidfd) };
                Ok(Process::of_child(pid, pidfd, !self.detached))
            }
            Err(failure) => {
                let cause = io::Error::from_raw_os_error(failure.errno);
                Err(Error::system(Origin::None, self.failed(failure.step), &cause))
            }
        }
    }

    /// What could not be done, in words.
    fn failed(&self, step: child::Step) -> String {
        let program = self.program.display();
        match step {
            child::Step::Clone => format!("cannot fork child process for '{program}'"),
            child::Step::Files => format!("cannot hand descriptors to '{program}'"),
            child::Step::Cgroup => format!("cannot move '{program}' into its control group"),
            child::Step::Limit => {
                let limits: Vec<String> = self.limits.iter().map(Limit::to_string).collect();
                format!("cannot set limits of '{program}' ({})", limits.join(", "))
            }
            child::Step::Credentials => {
                let Credentials { user, group, .. } = self.credentials.clone().unwrap_or_default();
                format!("cannot change to {user} uid and {group} gid")
            }
            child::Step::PidFile => format!("cannot write the process number of '{program}'"),
            child::Step::Directory => format!("Unable to change to {}", self.directory.display()),
            child::Step::Execute => format!("cannot execute binary {program}"),
        }
    }

    /// The descriptors of the child by number, with `/dev/null` where 0, 1 and 2 were left out.
    fn all_files(&mut self) -> Result<Vec<(i32, OwnedFd)>> {
        let mut files = std::mem::take(&mut self.files);
        for number in 0..3 {
            if files.iter().all(|(other, _)| *other != number) {
                let null = OpenOptions::new().read(number == 0).write(number != 0).open("/dev/null");
                let null =
                    null.map_err(|cause| Error::system(Origin::None, "cannot open /dev/null", &cause))?;
                files.push((number, null.into()));
            }
        }
        files.sort_by_key(|(number, _)| *number);
        Ok(files)
    }
}

impl Credentials {
    /// Those of a user and a group, given by name or as `+NUMBER`; what is not given is this process's own. The
    /// user's other groups come along.
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR`, `VIR_ERR_INVALID_ARG` for one that does not exist.
    pub fn named(user: Option<&str>, group: Option<&str>) -> Result<Credentials> {
        let mut credentials = Credentials::default();
        let number = |name: &str| name.strip_prefix('+').unwrap_or(name).parse::<u32>().ok();
        let unknown = |kind: &str, name: &str| {
            Error::new(Origin::None, Code::InvalidArg, format!("Failed to parse {kind} '{name}'"))
        };
        if let Some(name) = user {
            let found =
                if name.starts_with('+') { None } else { nix::unistd::User::from_name(name).ok().flatten() };
            match found {
                Some(found) => {
                    credentials.user = found.uid.as_raw();
                    credentials.group = found.gid.as_raw();
                    if let Ok(name) = CString::new(found.name) {
                        let groups = nix::unistd::getgrouplist(&name, found.gid).unwrap_or_default();
                        credentials.groups = groups.into_iter().map(nix::unistd::Gid::as_raw).collect();
                    }
                }
                None => credentials.user = number(name).ok_or_else(|| unknown("user", name))?,
            }
        }
        if let Some(name) = group {
            let found =
                if name.starts_with('+') { None } else { nix::unistd::Group::from_name(name).ok().flatten() };
            credentials.group = match found {
                Some(found) => found.gid.as_raw(),
                None => number(name).ok_or_else(|| unknown("group", name))?,
            };
        }
        Ok(credentials)
    }
}

impl Default for Credentials {
    fn default() -> Credentials {
        // SAFETY: these two cannot fail and touch nothing.
        let (user, group) = unsafe { (libc::geteuid(), libc::getegid()) };
        Credentials { user, group, groups: Vec::new() }
    }
}

fn text(text: &OsStr) -> Result<CString> {
    CString::new(text.as_bytes()).map_err(|_| {
        let text = text.to_string_lossy().replace('\0', "\\0");
        Error::new(Origin::None, Code::InvalidArg, format!("a program cannot be given '{text}'"))
    })
}

/// Whether this process may do everything.
pub fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

/// A file that a child writes its output to, opened for appending and made with `mode` when it is not there.
pub fn open_log(path: &Path, mode: u32) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().append(true).create(true).mode(mode).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        os::unix::net::UnixStream,
        time::{Duration, Instant},
    };

    const LONG: Duration = Duration::from_secs(20);

    fn shell(script: &str) -> Command {
        Command::new("/bin/sh").args(["-c", script])
    }

    #[test]
    fn a_child_sees_exactly_its_descriptors_and_environment() {
        // Descriptors of ours that the child must not see, with and without the flag that closes them.
        let (ours, _peer) = UnixStream::pair().unwrap();
        let leaky = crate::pidfd::without_close_on_exec(ours.try_clone().unwrap().into()).unwrap();
        let seven = File::open("/proc/self/status").unwrap();
        let nine = File::open("/etc/passwd").unwrap();
        let script = "ls -l /proc/$$/fd; cat /proc/$$/environ | tr '\\0' ' '; pwd";
        let output = shell(script)
            .env("A", "1")
            .env("B", "two words")
            .file(7, seven)
            .file(9, nine)
            .run(LONG, 1 << 16)
            .unwrap();
        assert!(output.finished.success(), "{output:?}");
        let text = output.stdout_text();
        let links: Vec<&str> =
            text.lines().filter_map(|line| line.split_once(" -> ")).map(|(_, to)| to).collect();
        let numbers: Vec<&str> = text
            .lines()
            .filter_map(|line| line.split_once(" -> ")?.0.rsplit_once(' '))
            .map(|(_, number)| number)
            .collect();
        assert_eq!(numbers, ["0", "1", "2", "7", "9"], "{text}");
        assert_eq!(links[0], "/dev/null");
        assert!(links[1].starts_with("pipe:") && links[2].starts_with("pipe:") && links[1] != links[2]);
        assert!(links[3].ends_with("/status") && links[4] == "/etc/passwd", "{text}");
        assert!(text.ends_with("\nA=1 B=two words /\n"), "{text}");
        drop(leaky);
    }

    #[test]
    fn descriptors_trade_places() {
        // The sources are numbers that are targets as well.
        let a = File::open("/etc/passwd").unwrap();
        let b = File::open("/proc/version").unwrap();
        let (x, y) = (a.as_raw_fd(), b.as_raw_fd());
        let output = shell(&format!("readlink /proc/$$/fd/{x} /proc/$$/fd/{y}"))
            .env("PATH", "/bin:/usr/bin")
            .file(x, b)
            .file(y, a)
            .run(LONG, 4096)
            .unwrap();
        assert!(output.stdout_text().ends_with("/version\n/etc/passwd\n"), "{output:?}");
    }

    #[test]
    fn signals_begin_as_in_a_new_login() {
        let mut blocked = nix::sys::signal::SigSet::empty();
        blocked.add(nix::sys::signal::Signal::SIGTERM);
        blocked.thread_block().unwrap();
        let output = shell("exec grep -E 'Sig(Blk|Ign)' /proc/self/status").env("PATH", "/bin:/usr/bin");
        let output = output.run(LONG, 4096).unwrap();
        assert!(blocked.thread_unblock().is_ok());
        let text = output.stdout_text();
        assert_eq!(text.matches("0000000000000000").count(), 2, "{text}");
        // The runner's own thread has its mask back.
        assert!(nix::sys::signal::SigSet::thread_get_mask().is_ok_and(|mask| mask.iter().next().is_none()));
    }

    #[test]
    fn what_fails_in_the_child_is_told() {
        let error = Command::new("/dev/null/program").spawn().unwrap_err();
        assert_eq!(error.message(), "cannot execute binary /dev/null/program: Not a directory");
        assert_eq!(error.ints()[0], libc::ENOTDIR);
        let error = Command::new("/etc/passwd").detached().spawn().unwrap_err();
        assert_eq!(error.message(), "cannot execute binary /etc/passwd: Permission denied");
        let error = shell("exit").directory("/dev/null").spawn().unwrap_err();
        assert_eq!(error.message(), "Unable to change to /dev/null: Not a directory");
        let error = shell("a\0b").spawn().unwrap_err();
        assert_eq!(error.code(), Code::InvalidArg);
        let error = shell("exit").file(-1, File::open("/dev/null").unwrap()).spawn().unwrap_err();
        assert!(error.message().contains("descriptor -1"), "{error}");
    }

    #[test]
    fn a_detached_program_is_in_its_own_session_and_no_child_of_ours() {
        let (reader, writer) = nix::unistd::pipe().unwrap();
        let (told, pid_file) = nix::unistd::pipe().unwrap();
        let process = shell("cat /proc/$$/stat >&5; exec sleep 20")
            .env("PATH", "/bin:/usr/bin")
            .file(5, writer)
            .pid_file(pid_file.try_clone().unwrap())
            .detached()
            .spawn()
            .unwrap();
        let mut text = vec![0; 512];
        let length = nix::unistd::read(&reader, &mut text).unwrap();
        let text = String::from_utf8_lossy(&text[..length]).into_owned();
        let fields: Vec<&str> = text.rsplit_once(')').unwrap().1.split_whitespace().collect();
        let (parent, session) = (fields[1], fields[3]);
        assert_ne!(parent, std::process::id().to_string());
        assert_ne!(session, std::process::id().to_string());
        drop(pid_file);
        assert_eq!(io::read_to_string(File::from(told)).unwrap(), format!("{}\n", process.pid()));
        process.kill(libc::SIGKILL).unwrap();
        assert!(process.wait_until(Instant::now() + LONG).unwrap());
    }

    #[test]
    fn a_bound_program_ends_with_the_thread_that_started_it() {
        let started = std::thread::spawn(|| {
            let process = Command::new("/bin/sleep").arg("30").bound_to_us().spawn().unwrap();
            assert!(!process.ended());
            process
        });
        let process = started.join().unwrap();
        assert!(process.wait_until(Instant::now() + LONG).unwrap());
    }

    #[test]
    fn limits_and_the_mask_of_new_files_are_the_childs() {
        let output = shell("umask; ulimit -c; ulimit -n")
            .umask(0o27)
            .limit(Limit { resource: RLIMIT_CORE, soft: 0, hard: 0 })
            .limit(Limit { resource: RLIMIT_NOFILE, soft: 77, hard: 88 })
            .run(LONG, 4096)
            .unwrap();
        assert_eq!(output.stdout_text(), "0027\n0\n77\n");
    }

    #[test]
    fn users_are_known_by_name_and_by_number() {
        let root = Credentials::named(Some("root"), Some("root")).unwrap();
        assert_eq!((root.user, root.group), (0, 0));
        let other = Credentials::named(Some("+77"), Some("88")).unwrap();
        assert_eq!((other.user, other.group), (77, 88));
        assert!(Credentials::named(Some("no such user"), None).is_err());
        assert!(Credentials::named(None, Some("+x")).is_err());
    }

    #[test]
    fn a_program_runs_as_whom_it_should() {
        if Credentials::default().user != 0 {
            return println!("skipped: only root can become somebody else");
        }
        let credentials = Credentials { user: 65534, group: 65533, groups: vec![65532] };
        let output = shell("id -u; id -g; id -G").env("PATH", "/bin:/usr/bin").credentials(credentials);
        assert_eq!(output.run(LONG, 4096).unwrap().stdout_text(), "65534\n65533\n65533 65532\n");
    }
}
