//! Asking an emulator what it can do: it is started without a machine, questioned over QMP, and ended.

use super::{Answers, Emulator, Flag, Run, rule::Rule};
use crate::monitor::{Command as Question, Listener, Monitor};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fs::{self, File},
    io,
    os::unix::{fs::DirBuilderExt, net::UnixStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use virt_error::{Code, Error, Origin, Result, bail, error};
use virt_sys::{
    pidfd::Process,
    process::{Command, Limit, RLIMIT_FSIZE},
    reactor::Reactor,
};

/// How long an emulator may take to say everything.
const WAIT: Duration = Duration::from_secs(30);
/// How long it may take for its first word, before it is started once more.
const PATIENCE: Duration = Duration::from_secs(10);
/// How much of what it printed is told when it fails.
const MOST_PRINTED: usize = 2048;
/// How many bytes of it are kept until then.
const LONGEST_OUTPUT: u64 = 1 << 20;
/// The longest path that a socket can have.
const LONGEST_SOCKET: usize = 107;

/// What the emulator at `path` says. `scratch` is where its socket may lie; `kvm`, whether KVM can be used here.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` when it does not run or does not speak QMP, with what it printed;
/// `VIR_ERR_OPERATION_TIMEOUT` when it falls silent.
pub fn probe(path: &Path, scratch: &Path, kvm: bool) -> Result<Emulator> {
    // The second conversation is begun before it is known whether the first one can use KVM: it nearly always can.
    let runs = if kvm { &[Run::First, Run::Second][..] } else { &[Run::First] };
    let told = Mutex::new([const { None }; 2]);
    virt_sys::thread::each("probe", runs, runs.len(), |run| {
        let answers = question(path, scratch, *run);
        told.lock().unwrap_or_else(PoisonError::into_inner)[*run as usize] = Some(answers);
    });
    let [first, second] = told.into_inner().unwrap_or_else(PoisonError::into_inner);
    let answers = first.unwrap_or_else(|| bail!(Qemu, InternalError, "the emulator was not asked"));
    let mut answers = answers?;
    if answers.has_kvm() {
        match second {
            Some(second) => answers.join(second?),
            None => answers.join(question(path, scratch, Run::Second)?),
        }
    }
    answers.finish(path)
}

fn question(path: &Path, scratch: &Path, run: Run) -> Result<Answers> {
    let deadline = Instant::now() + WAIT;
    let conversation = Conversation::start(path, scratch, run, deadline)?;
    let mut answers = Answers::default();
    match run {
        Run::First => {
            conversation.ask(&mut answers, run, first_questions())?;
            let kvm = answers.has_kvm();
            let arch = answers.arch.clone();
            conversation.ask(&mut answers, run, expansions(&arch, if kvm { "host" } else { "max" }, kvm))?;
        }
        Run::Second => {
            let target = conversation.target()?;
            let mut questions: Vec<Question> =
                ["query-cpu-definitions", "query-machines"].map(|name| (name, Value::Null)).into();
            questions.extend(expansions(&target, "max", false));
            conversation.ask(&mut answers, run, questions)?;
        }
    }
    conversation.end();
    Ok(answers)
}

/// Everything but what depends on the answers.
fn first_questions() -> Vec<Question> {
    let mut questions: Vec<Question> = [
        "query-version",
        "query-target",
        "query-qmp-schema",
        "query-kvm",
        "qom-list-types",
        "query-machines",
        "query-cpu-definitions",
        "query-tpm-models",
        "query-tpm-types",
        "query-command-line-options",
        "query-migrate-capabilities",
        "query-gic-capabilities",
        "query-sev-capabilities",
        "query-sgx-capabilities",
    ]
    .map(|name| (name, Value::Null))
    .into();
    questions.extend(
        types_with_properties().into_iter().map(|kind| (properties_command(kind), json!({"typename": kind}))),
    );
    questions
}

/// The types whose properties decide flags.
fn types_with_properties() -> BTreeSet<&'static str> {
    fn add(rule: Rule, kinds: &mut BTreeSet<&'static str>) {
        match rule {
            Rule::Property(of, _) | Rule::Default(of, _, _) => kinds.extend(of),
            Rule::Both(one, other) => {
                add(*one, kinds);
                add(*other, kinds);
            }
            _ => {}
        }
    }
    let mut kinds = BTreeSet::new();
    Flag::ALL.iter().for_each(|flag| add(flag.rule(), &mut kinds));
    kinds
}

/// What is no device has another command for its properties.
fn properties_command(kind: &str) -> &'static str {
    let object = kind.ends_with("-machine") || kind.ends_with("-cpu") || kind.starts_with("memory-backend-");
    if object { "qom-list-properties" } else { "device-list-properties" }
}

/// The questions for the best processor: the best that can move to another host first.
fn expansions(arch: &str, model: &str, kvm: bool) -> Vec<Question> {
    let question = |kind: &str, props: Option<Value>| {
        let model = match props {
            Some(props) => json!({"name": model, "props": props}),
            None => json!({"name": model}),
        };
        ("query-cpu-model-expansion", json!({"type": kind, "model": model}))
    };
    match arch {
        "x86_64" | "i686" => {
            let mut list =
                vec![question("static", None), question("static", Some(json!({"migratable": false})))];
            if kvm {
                list.push(question("full", Some(json!({"migratable": false, "hv-passthrough": true}))));
            }
            list
        }
        "s390x" => vec![question("static", None), question("full", None)],
        "aarch64" | "armv7l" => vec![question("full", None)],
        _ => vec![question("static", None)],
    }
}

/// Why no conversation began.
enum Failure {
    /// Nothing was heard until the deadline.
    Silent(String),
    Other(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        let why = error.message().to_owned();
        match error.code() {
            Code::OperationTimeout => Failure::Silent(why),
            _ => Failure::Other(why),
        }
    }
}

/// A running emulator that is questioned. It ends when this is dropped.
struct Conversation {
    process: Process,
    monitor: Arc<Monitor>,
    deadline: Instant,
    _reactor: Reactor,
    _directory: Directory,
}

/// Nothing that an emulator without a machine says by itself matters.
struct Deaf;

impl Listener for Deaf {
    fn event(&self, _: &str, _: Value, _: u64) {}
    fn closed(&self, _: Error) {}
}

impl Conversation {
    /// Starts an emulator and begins to speak with it. One in a thousand that somebody connects to while it sets its
    /// monitor up never greets; the next one does.
    fn start(path: &Path, scratch: &Path, run: Run, deadline: Instant) -> Result<Conversation> {
        let first = deadline.min(Instant::now() + PATIENCE);
        let begun = match Conversation::attempt(path, scratch, run, first) {
            Err(Failure::Silent(why)) => {
                log::warn!("{} is started again for probing: {why}", path.display());
                Conversation::attempt(path, scratch, run, deadline)
            }
            other => other,
        };
        begun.map(|begun| begun.until(deadline)).map_err(|failure| {
            let (Failure::Silent(why) | Failure::Other(why)) = failure;
            error!(Qemu, InternalError, "Failed to start QEMU binary {} for probing: {why}", path.display())
        })
    }

    fn attempt(
        path: &Path,
        scratch: &Path,
        run: Run,
        deadline: Instant,
    ) -> std::result::Result<Conversation, Failure> {
        let directory = Directory::new(scratch)?;
        let socket = directory.0.join("qmp");
        let printed = directory.0.join("printed");
        let failed = |what: &str, cause: &io::Error| Error::system(Origin::Qemu, what, cause);
        let output =
            File::create(&printed).map_err(|cause| failed("cannot create a file for output", &cause))?;
        let again = output.try_clone().map_err(|cause| failed("cannot use a file for output", &cause))?;
        let accelerators = match run {
            Run::First => "none,accel=kvm:tcg",
            Run::Second => "none,accel=tcg",
        };
        let address = format!("unix:{},server=on,wait=off", socket.display().to_string().replace(',', ",,"));
        let process = Command::new(path)
            .args(["-S", "-no-user-config", "-nodefaults", "-nographic", "-machine", accelerators, "-qmp"])
            .arg(address)
            .env("LC_ALL", "C")
            .env("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
            .env_from_ours("LD_LIBRARY_PATH")
            .env_from_ours("HOME")
            .env_from_ours("XDG_RUNTIME_DIR")
            .env_from_ours("TMPDIR")
            .file(1, output)
            .file(2, again)
            // One that does not stop printing must not fill the disk.
            .limit(Limit { resource: RLIMIT_FSIZE, soft: LONGEST_OUTPUT, hard: LONGEST_OUTPUT })
            .bound_to_us()
            .spawn()?;
        // Of its own: long answers must not keep the guests' monitors waiting.
        let reactor = Reactor::new("probe");
        let mut begun = Begun { process: Some(process) };
        let opened = begun
            .connect(&socket, deadline)
            .and_then(|stream| Monitor::open(&reactor, stream, "probe", left(deadline), Arc::new(Deaf)));
        match (opened, begun.process.take()) {
            (Ok(monitor), Some(process)) => {
                Ok(Conversation { process, monitor, _reactor: reactor, _directory: directory, deadline })
            }
            (Err(error), process) => {
                drop(Begun { process });
                let said = fs::read(&printed).unwrap_or_default();
                let said: String = String::from_utf8_lossy(&said).trim().chars().take(MOST_PRINTED).collect();
                Err(match said.is_empty() {
                    false => Failure::Other(said),
                    true => error.into(),
                })
            }
            (Ok(_), None) => Err(Failure::Other("the emulator that was started is gone".to_owned())),
        }
    }

    /// Asks in one round trip, and keeps what was answered. A question that an emulator does not know, or has no
    /// answer to, is no error.
    fn ask(&self, answers: &mut Answers, run: Run, mut questions: Vec<Question>) -> Result<()> {
        // What is refused is told apart from what could no longer be answered by a last question that every emulator
        // answers.
        questions.push(("query-target", Value::Null));
        let mut results = self.monitor.run_all_within(left(self.deadline), &questions);
        results.pop().unwrap_or_else(|| bail!(Qemu, InternalError, "the emulator did not answer"))?;
        for (result, (command, arguments)) in results.into_iter().zip(&questions) {
            if let Ok(answer) = result {
                answers.take(run, command, arguments, answer);
            }
        }
        Ok(())
    }

    fn target(&self) -> Result<String> {
        let answer = self.monitor.run_within(left(self.deadline), "query-target", Value::Null)?;
        Ok(super::answers::arch_name(answer["arch"].as_str().unwrap_or_default()).to_owned())
    }

    fn until(mut self, deadline: Instant) -> Conversation {
        self.deadline = deadline;
        self
    }

    fn end(self) {}
}

impl Drop for Conversation {
    fn drop(&mut self) {
        self.monitor.close();
        end(&self.process);
    }
}

/// An emulator that has not answered: it ends with the attempt.
struct Begun {
    process: Option<Process>,
}

impl Begun {
    /// Connects as soon as the emulator listens.
    fn connect(&self, socket: &Path, deadline: Instant) -> Result<UnixStream> {
        let mut pause = Duration::from_micros(500);
        loop {
            match UnixStream::connect(socket) {
                Ok(stream) => return Ok(stream),
                Err(cause)
                    if matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused) => {
                }
                Err(cause) => {
                    return Err(Error::system(Origin::Qemu, "Failed to connect to monitor socket", &cause));
                }
            }
            if self.process.as_ref().is_none_or(Process::ended) {
                bail!(Qemu, InternalError, "the process ended while its monitor was waited for");
            }
            if Instant::now() >= deadline {
                bail!(Qemu, OperationTimeout, "its monitor did not appear within {} seconds", WAIT.as_secs());
            }
            thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(4));
        }
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if let Some(process) = &self.process {
            end(process);
        }
    }
}

fn end(process: &Process) {
    if let Err(error) = process.end(None, Duration::from_secs(5)) {
        log::warn!("an emulator that was questioned does not end: {}", error.message());
    }
}

fn left(deadline: Instant) -> Duration {
    deadline.saturating_duration_since(Instant::now())
}

/// A directory for one conversation, removed with it.
struct Directory(PathBuf);

impl Directory {
    fn new(scratch: &Path) -> Result<Directory> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("qmp-{}-{count}", std::process::id());
        let mut path = scratch.join(&name);
        if path.as_os_str().len() + "/qmp".len() > LONGEST_SOCKET {
            path = std::env::temp_dir().join(format!("libvirt-{name}"));
        }
        // One that a killed process of the same number left.
        let _ = fs::remove_dir_all(&path);
        fs::DirBuilder::new().mode(0o700).create(&path).map_err(|cause| {
            Error::system(Origin::Qemu, format!("Failed to create dir {}", path.display()), &cause)
        })?;
        Ok(Directory(path))
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_no_emulator_is_told_with_what_it_printed() {
        let error = probe(Path::new("/bin/false"), &std::env::temp_dir(), false).unwrap_err();
        assert!(error.message().contains("Failed to start QEMU binary /bin/false for probing: "), "{error}");
        let error = probe(Path::new("/bin/ls"), &std::env::temp_dir(), false).unwrap_err();
        assert!(error.message().contains("invalid option"), "{error}");
    }

    /// A program that stands in the place of an emulator.
    fn script(name: &str, lines: &str) -> PathBuf {
        use std::os::unix::fs::OpenOptionsExt;
        let path = std::env::temp_dir().join(format!("virt-qemu-{name}-{}", std::process::id()));
        let mut options = fs::OpenOptions::new();
        let mut file = options.write(true).create(true).truncate(true).mode(0o755).open(&path).unwrap();
        io::Write::write_all(&mut file, format!("#!/bin/sh\n{lines}\n").as_bytes()).unwrap();
        path
    }

    #[test]
    fn an_emulator_that_is_silent_once_is_started_again() {
        let emulator = Path::new("/usr/bin/qemu-system-x86_64");
        if !emulator.exists() {
            return println!("skipped: {} is not installed", emulator.display());
        }
        let mark = std::env::temp_dir().join(format!("virt-qemu-silent-once-{}", std::process::id()));
        let lines = format!(
            "if [ -e {0} ]; then exec {1} \"$@\"; fi\n: > {0}\nexec sleep 60",
            mark.display(),
            emulator.display()
        );
        let program = script("silent", &lines);
        let start = Instant::now();
        let ask = || probe(&program, &std::env::temp_dir(), false);
        let mut answer = ask();
        while answer.as_ref().is_err_and(|error| error.message().contains("Text file busy")) {
            answer = ask();
        }
        assert_eq!(answer.unwrap().arch, "x86_64");
        assert!(start.elapsed() >= PATIENCE && mark.exists());
        fs::remove_file(program).unwrap();
        fs::remove_file(mark).unwrap();
    }

    #[test]
    fn an_emulator_that_prints_without_end_is_stopped() {
        let program = script("loud", "exec yes endless");
        let start = Instant::now();
        // Another test's child may hold the file open for a moment, as it is not executed yet.
        let ask = || probe(&program, &std::env::temp_dir(), false).unwrap_err();
        let mut error = ask();
        while error.message().contains("Text file busy") && start.elapsed() < WAIT {
            error = ask();
        }
        assert!(error.message().contains("for probing: endless\nendless"), "{error}");
        assert!(error.message().len() < 2 * MOST_PRINTED && start.elapsed() < WAIT);
        fs::remove_file(program).unwrap();
    }

    #[test]
    fn a_real_emulator_tells_what_it_is() {
        let path = Path::new("/usr/bin/qemu-system-x86_64");
        if !path.exists() {
            return println!("skipped: {} is not installed", path.display());
        }
        let start = Instant::now();
        let emulator = probe(path, &std::env::temp_dir(), false).unwrap();
        println!("{:?}", start.elapsed());
        assert_eq!(emulator.arch, "x86_64");
        assert!(
            emulator.version >= 6_002_000 && emulator.has(Flag::Tcg) && emulator.has(Flag::VirtioScsiPci)
        );
        let tcg = emulator.accelerated(false);
        assert!(tcg.machine("q35").is_some() && tcg.models.iter().any(|model| model.name == "qemu64"));
    }

    #[test]
    fn every_type_that_a_rule_names_is_asked_for_in_its_way() {
        let kinds = types_with_properties();
        assert!(kinds.contains("virtio-blk-pci") && kinds.contains("generic-pc-machine"));
        assert_eq!(properties_command("memory-backend-file"), "qom-list-properties");
        assert_eq!(properties_command("max-x86_64-cpu"), "qom-list-properties");
        assert_eq!(properties_command("vfio-pci"), "device-list-properties");
    }
}
