//! Files that are whole at every moment: a reader, and whoever comes after a crash, finds the old contents or the new.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};
use virt_error::{Error, Origin, Result};

/// What the names of files under way end with.
const UNDER_WAY: &str = ".new";

/// Writes a file that outlives a crash of the machine, with exactly `mode` whatever the umask is.
///
/// Errors: `VIR_ERR_SYSTEM_ERROR` with the path; the file is then what it was before.
pub fn write(path: &Path, contents: &[u8], mode: u32) -> Result<()> {
    put(path, contents, mode, true)
}

/// Writes a file that need not outlive the machine's running: what describes running processes. It is as whole as
/// [`write`] makes it when this process is killed, and does not wait for the disk.
pub fn replace(path: &Path, contents: &[u8], mode: u32) -> Result<()> {
    put(path, contents, mode, false)
}

/// Has the kernel forget the contents of a file that is on the disk, so that they take no memory from others.
pub fn forget_cache(file: &File) {
    use nix::fcntl::{PosixFadviseAdvice, posix_fadvise};
    // It is advice: nothing is lost when it is not taken.
    let _ = posix_fadvise(file, 0, 0, PosixFadviseAdvice::POSIX_FADV_DONTNEED);
}

/// Removes a file for good; whether it was there.
pub fn remove(path: &Path) -> Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => {}
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(cause) => {
            return Err(Error::system(Origin::None, format!("cannot remove {}", path.display()), &cause));
        }
    }
    sync_directory_of(path)?;
    Ok(true)
}

/// Gives a file another name for good; what had that name is replaced.
pub fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(|cause| {
        let text = format!("unable to rename '{}' to '{}'", from.display(), to.display());
        Error::system(Origin::None, text, &cause)
    })?;
    sync_directory_of(to)
}

/// Makes a directory, with those above it; `mode` is for the ones that were not there.
pub fn make_directory(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(mode).create(path).map_err(|cause| {
        Error::system(Origin::None, format!("Failed to create dir {}", path.display()), &cause)
    })
}

/// Removes what a process that was killed left half-written in a directory. Only for whoever holds the lock under
/// which files are written there.
pub fn sweep(directory: &Path) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name.starts_with('.') && name.ends_with(UNDER_WAY)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn put(path: &Path, contents: &[u8], mode: u32, durable: bool) -> Result<()> {
    let failed = |what: &str, path: &Path, cause: &io::Error| {
        Error::system(Origin::None, format!("{what} '{}'", path.display()), cause)
    };
    let new = beside(path);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(mode & 0o600)
        .open(&new)
        .map_err(|cause| failed("cannot create file", path, &cause))?;
    let written = file
        .write_all(contents)
        .and_then(|()| file.set_permissions(fs::Permissions::from_mode(mode)))
        .and_then(|()| if durable { file.sync_data() } else { Ok(()) });
    drop(file);
    let placed = written
        .map_err(|cause| failed("cannot write data to file", path, &cause))
        .and_then(|()| fs::rename(&new, path).map_err(|cause| failed("cannot rename file to", path, &cause)));
    if let Err(error) = placed {
        let _ = fs::remove_file(&new);
        return Err(error);
    }
    if durable { sync_directory_of(path) } else { Ok(()) }
}

/// A name in the same directory that nobody else uses and that fits however long the file's own is.
fn beside(path: &Path) -> PathBuf {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!(".{}-{count}{UNDER_WAY}", std::process::id()))
}

fn sync_directory_of(path: &Path) -> Result<()> {
    let directory = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    File::open(directory).and_then(|directory| directory.sync_all()).map_err(|cause| {
        Error::system(Origin::None, format!("cannot sync directory '{}'", directory.display()), &cause)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn a_file_is_replaced_whole_and_has_its_mode() {
        let scratch = Scratch::new("durable");
        let path = scratch.path().join("web.xml");
        write(&path, b"one", 0o600).unwrap();
        let held = File::open(&path).unwrap();
        replace(&path, b"two", 0o640).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(io::read_to_string(held).unwrap(), "one");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o640);
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 1);
        assert!(remove(&path).unwrap());
        assert!(!remove(&path).unwrap());
    }

    #[test]
    fn a_failure_leaves_what_was_there() {
        let scratch = Scratch::new("durable");
        let missing = scratch.path().join("no/file");
        let error = write(&missing, b"", 0o600).unwrap_err();
        assert_eq!(
            error.message(),
            format!("cannot create file '{}': No such file or directory", missing.display())
        );
        // A directory of that name cannot be replaced; nothing stays behind.
        let taken = scratch.path().join("taken");
        make_directory(&taken.join("below"), 0o700).unwrap();
        assert!(write(&taken, b"", 0o600).is_err());
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_a_killed_writer_left_is_swept() {
        let scratch = Scratch::new("durable");
        for name in [".12-0.new", "web.new", "web.xml"] {
            fs::write(scratch.path().join(name), "").unwrap();
        }
        sweep(scratch.path());
        sweep(Path::new("/nonexistent"));
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_name_of_the_longest_kind_can_be_written() {
        let scratch = Scratch::new("durable");
        let path = scratch.path().join("n".repeat(255));
        write(&path, b"x", 0o600).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"x");
    }
}
