//! What the tests of the C library share: where the libraries just built are, and how to compile and run C.
#![allow(dead_code)]

use std::{
    env, fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
};

/// The small libraries beside `libvirt.so.0`: the names cargo and C know them by.
pub const SIDE_LIBRARIES: [(&str, &str); 4] = [
    ("virt_qemu", "libvirt-qemu"),
    ("virt_lxc", "libvirt-lxc"),
    ("virt_admin", "libvirt-admin"),
    ("virt_preload", "libvirt-preload"),
];

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `target/PROFILE/deps`, where cargo puts the library that tests are built with.
fn deps() -> PathBuf {
    env::current_exe().unwrap().parent().unwrap().to_owned()
}

/// A directory that looks like an installed libvirt to the dynamic linker.
pub fn library_dir() -> &'static Path {
    static DIR: OnceLock<PathBuf> = OnceLock::new();
    DIR.get_or_init(|| {
        let profile = deps().parent().unwrap().to_owned();
        // Tests link the root package alone, so cargo is asked for the libraries beside it.
        let mut build = Command::new(env!("CARGO"));
        build.current_dir(root()).args(["build", "--quiet"]);
        if profile.ends_with("release") {
            build.arg("--release");
        }
        build.args(SIDE_LIBRARIES.iter().flat_map(|(_, name)| ["-p", name]));
        build.arg("--target-dir").arg(profile.parent().unwrap());
        assert!(build.status().unwrap().success(), "the side libraries do not build");
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("lib-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).unwrap();
        let mut libraries = vec![(deps().join("libvirt.so"), "libvirt")];
        libraries
            .extend(SIDE_LIBRARIES.iter().map(|(lib, name)| (profile.join(format!("lib{lib}.so")), *name)));
        for (built, name) in libraries {
            for link in [format!("{name}.so"), format!("{name}.so.0")] {
                symlink(&built, dir.join(link)).unwrap();
            }
        }
        dir
    })
}

/// A command that finds our libraries before the system's.
pub fn with_our_library(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env("LD_LIBRARY_PATH", library_dir()).current_dir(root());
    command
}

/// Whether `program` can be started here; says so when it cannot.
pub fn present(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok();
    if !found {
        println!("skipped: {program} is not installed");
    }
    found
}

/// Both outputs of a finished command, for a failure's message.
pub fn words(output: &Output) -> String {
    format!(
        "{}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
