//! The wire between ours and Debian's libvirt: their clients through our server, and our library through theirs.

mod support;

use std::{
    fs,
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use support::{library_dir, present, root, with_our_library, words};

const PYTHON: &str = "/usr/bin/python3";

/// A daemon on a socket of its own, which ends with this.
struct Daemon {
    process: Child,
    folder: PathBuf,
}

impl Daemon {
    /// Debian's libvirtd; `None`, with the reason printed, where it cannot run.
    fn reference(name: &str) -> Option<Daemon> {
        let in_namespaces = |command: &str| {
            let mut probe = Command::new("unshare");
            probe.args(["--mount", "--pid", "--fork", command, "--version"]);
            probe.output().is_ok_and(|output| output.status.success())
        };
        if !in_namespaces("libvirtd") {
            println!("skipped: libvirtd is not installed, or namespaces cannot be made here");
            return None;
        }
        let folder = folder(name);
        let mut command = Command::new(root().join("tests/interop/reference-daemon"));
        command.arg(&folder);
        Some(Daemon::start(command, folder))
    }

    /// Ours.
    fn ours(name: &str) -> Daemon {
        let folder = folder(name);
        let mut command = Command::new(server_program());
        command.arg("--socket").arg(folder.join("libvirt-sock"));
        Daemon::start(command, folder)
    }

    fn start(mut command: Command, folder: PathBuf) -> Daemon {
        let log = fs::File::create(folder.join("out")).unwrap();
        command.env_remove("LD_LIBRARY_PATH").stdin(Stdio::null());
        command.stdout(log.try_clone().unwrap()).stderr(log);
        let daemon = Daemon { process: command.spawn().unwrap(), folder };
        let deadline = Instant::now() + Duration::from_secs(30);
        while UnixStream::connect(daemon.folder.join("libvirt-sock")).is_err() {
            let said = fs::read_to_string(daemon.folder.join("out")).unwrap_or_default();
            assert!(Instant::now() < deadline, "{command:?} does not serve: {said}");
            thread::sleep(Duration::from_millis(20));
        }
        daemon
    }

    fn uri(&self) -> String {
        format!("test+unix:///default?socket={}", self.folder.join("libvirt-sock").display())
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        // The reference ends with everything in its namespaces.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A folder with a short name: the path of a socket has 107 bytes at most.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("ferrovirt-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// `libvirtd`, built as the tests are.
fn server_program() -> PathBuf {
    let profile = std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().to_owned();
    let mut build = Command::new(env!("CARGO"));
    build.current_dir(root()).args(["build", "--quiet", "-p", "virt-daemon"]);
    if profile.ends_with("release") {
        build.arg("--release");
    }
    build.arg("--target-dir").arg(profile.parent().unwrap());
    assert!(build.status().unwrap().success(), "libvirtd does not build");
    profile.join("libvirtd")
}

fn binding() -> bool {
    let found = Path::new(PYTHON).exists()
        && Command::new(PYTHON).args(["-c", "import libvirt"]).status().is_ok_and(|status| status.success());
    if !found {
        println!("skipped: python3-libvirt is not installed");
    }
    found
}

fn passes(command: Command) -> String {
    let mut limited = Command::new("timeout");
    limited.arg("300").arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    let output = limited.current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", words(&output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn script(folder: &str, name: &str) -> Command {
    let mut command = Command::new(PYTHON);
    command.env_remove("LD_LIBRARY_PATH").env("PYTHONDONTWRITEBYTECODE", "1").current_dir(root());
    command.arg(root().join("tests").join(folder).join(name));
    command
}

#[test]
fn debians_virsh_speaks_to_our_server() {
    if !present("virsh") {
        return;
    }
    let daemon = Daemon::ours("virsh");
    let virsh = |arguments: &[&str]| {
        let mut command = Command::new("virsh");
        command.env_remove("LD_LIBRARY_PATH").args(["-q", "-c", &daemon.uri()]).args(arguments);
        command
    };
    assert_eq!(passes(virsh(&["uri"])).trim(), daemon.uri());
    assert!(passes(virsh(&["nodeinfo"])).contains("i686"));
    assert_eq!(passes(virsh(&["list", "--all", "--name"])).trim(), "test");
    assert_eq!(passes(virsh(&["domstate", "test"])).trim(), "running");
    let output = virsh(&["dominfo", "nobody"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("failed to get domain 'nobody'"), "{said}");
    let output = virsh(&["-r", "suspend", "test"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("read only access prevents virDomainSuspend"), "{said}");
}

#[test]
fn our_library_speaks_to_debians_server() {
    let Some(daemon) = binding().then(|| Daemon::reference("client")).flatten() else { return };
    let mut command = script("interop", "client.py");
    command.env("LD_LIBRARY_PATH", library_dir()).arg(daemon.uri());
    print!("{}", passes(command));
}

#[test]
fn debians_library_speaks_to_our_server() {
    if !binding() {
        return;
    }
    let daemon = Daemon::ours("server");
    let mut command = script("interop", "client.py");
    command.arg(daemon.uri());
    print!("{}", passes(command));
}

#[test]
fn our_library_speaks_to_our_server() {
    if !binding() {
        return;
    }
    let daemon = Daemon::ours("both");
    let mut command = script("interop", "client.py");
    command.env("LD_LIBRARY_PATH", library_dir()).arg(daemon.uri());
    print!("{}", passes(command));
}

#[test]
fn our_library_administers_debians_daemon() {
    if !present("gcc") {
        return;
    }
    let Some(daemon) = Daemon::reference("admin") else { return };
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join("administration");
    let mut compile = Command::new("gcc");
    compile.args(["-std=gnu11", "-Wall", "-Wextra", "-Werror", "-g", "-I"]).arg(root().join("include"));
    compile.arg(root().join("tests/interop/administration.c")).arg("-L").arg(library_dir());
    compile.args(["-lvirt", "-lvirt-admin", "-o"]).arg(&program);
    passes(compile);
    let mut command = with_our_library(&program);
    let socket = daemon.folder.join("libvirt-admin-sock");
    command.arg(format!("libvirtd:///system?socket={}", socket.display())).arg(daemon.uri());
    print!("{}", passes(command));
}

#[test]
fn the_version_of_the_library_is_ours() {
    if binding() {
        let mut command = with_our_library(PYTHON);
        command.args(["-c", "import libvirt; print(libvirt.getVersion())"]);
        assert_eq!(passes(command).trim(), "12008000");
    }
}

/// The parts of the walk that say most about the wire; `compare.py` runs the others by hand.
const PARTS: [&str; 5] = ["life", "guest", "snapshot", "network", "storage"];

/// The walk over the wire: our library and Debian's through the same server of Debian's.
#[test]
fn the_walk_through_debians_server_is_the_same_with_both_libraries() {
    let Some(daemon) = binding().then(|| Daemon::reference("walk-client")).flatten() else { return };
    let mut command = script("python", "compare.py");
    command.arg("--libdir").arg(library_dir()).args([
        "--uri",
        &daemon.uri(),
        "--reference-uri",
        &daemon.uri(),
    ]);
    command.arg("--differences").arg(root().join("tests/interop/client.tsv")).arg("--unused").args(PARTS);
    print!("{}", passes(command));
}

/// The walk over the wire: Debian's library through our server does what ours does in process.
#[test]
fn the_walk_through_our_server_is_the_walk_in_process() {
    if !binding() {
        return;
    }
    let daemon = Daemon::ours("walk-server");
    let mut command = script("python", "compare.py");
    command.args(["--uri", &daemon.uri()]).arg("--reference-libdir").arg(library_dir());
    command.arg("--differences").arg(root().join("tests/interop/server.tsv")).arg("--unused").args(PARTS);
    print!("{}", passes(command));
}
