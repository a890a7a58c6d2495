//! The lock of a directory that one process at a time may use: a file with the process's number, locked.

use nix::fcntl::{FcntlArg, fcntl};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::{MetadataExt, OpenOptionsExt},
    path::{Path, PathBuf},
};
use virt_error::{Code, Error, Origin, Result};

/// A locked file with this process's number, as libvirt's daemons keep them: a lock of the process (`fcntl`), which
/// the kernel takes back when the process ends. Dropping it removes the file.
#[derive(Debug)]
pub struct DirectoryLock {
    path: PathBuf,
    file: File,
    /// A child of `fork` holds no lock, and must leave the file to its parent.
    owner: u32,
}

impl DirectoryLock {
    /// Takes the lock.
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR`; when another process has the lock, the error names it.
    pub fn acquire(path: &Path) -> Result<DirectoryLock> {
        let shown = path.display();
        loop {
            let mut file = OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .mode(0o644)
                .open(path)
                .map_err(|cause| {
                    Error::system(Origin::None, format!("Failed to open pid file '{shown}'"), &cause)
                })?;
            if let Err(cause) = fcntl(&file, FcntlArg::F_SETLK(&whole_file(libc::F_WRLCK))) {
                return Err(refused(&mut file, path, cause.into()));
            }
            // Whoever had it may have removed the file between its opening and its locking.
            let same = |there: &fs::Metadata, ours: &fs::Metadata| {
                (there.dev(), there.ino()) == (ours.dev(), ours.ino())
            };
            match (fs::metadata(path), file.metadata()) {
                (Ok(there), Ok(ours)) if same(&there, &ours) => {}
                _ => continue,
            }
            let owner = std::process::id();
            file.set_len(0).and_then(|()| file.write_all(owner.to_string().as_bytes())).map_err(|cause| {
                Error::system(Origin::None, format!("Failed to write to pid file '{shown}'"), &cause)
            })?;
            return Ok(DirectoryLock { path: path.to_owned(), file, owner });
        }
    }
}

impl Drop for DirectoryLock {
    fn drop(&mut self) {
        if self.owner == std::process::id() {
            // Removed while it is locked, so that nobody's new file is removed. Without it nothing is lost.
            let _ = fs::remove_file(&self.path);
            let _ = fcntl(&self.file, FcntlArg::F_SETLK(&whole_file(libc::F_UNLCK)));
        }
    }
}

fn whole_file(kind: i32) -> libc::flock {
    libc::flock { l_type: kind as _, l_whence: libc::SEEK_SET as _, l_start: 0, l_len: 0, l_pid: 0 }
}

/// The error of a lock that could not be had, with who has it.
fn refused(file: &mut File, path: &Path, cause: io::Error) -> Error {
    let mut text = format!("Failed to acquire pid file '{}'", path.display());
    let taken = matches!(cause.raw_os_error(), Some(libc::EAGAIN | libc::EACCES));
    if !taken {
        return Error::system(Origin::None, text, &cause);
    }
    let mut holder = whole_file(libc::F_WRLCK);
    let asked = fcntl(&*file, FcntlArg::F_GETLK(&mut holder));
    // In another process namespace the holder has no number here; the file tells the one it has there.
    let mut written = String::new();
    let pid = match asked {
        Ok(_) if holder.l_pid > 0 => holder.l_pid.to_string(),
        _ => match file.take(20).read_to_string(&mut written) {
            Ok(_) => written.trim().to_owned(),
            Err(_) => String::new(),
        },
    };
    text.push_str(": Resource temporarily unavailable");
    if !pid.is_empty() {
        text.push_str(&format!(" (process {pid} is using it)"));
    }
    Error::new(Origin::None, Code::SystemError, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{Command, Stdio};

    #[test]
    fn another_process_has_it_once_and_is_named() {
        let directory = std::env::temp_dir().join(format!("virt-directory-lock-{}", std::process::id()));
        fs::create_dir_all(&directory).unwrap();
        let path = directory.join("driver.pid");
        let lock = DirectoryLock::acquire(&path).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), std::process::id().to_string());
        drop(lock);
        assert!(!path.exists());

        let script = "import fcntl,sys;f=open(sys.argv[1],'w');fcntl.lockf(f,fcntl.LOCK_EX);print('x',flush=True);sys.stdin.read()";
        let Ok(mut holder) = Command::new("python3")
            .args(["-c", script])
            .arg(&path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
        else {
            println!("skipped: no python3");
            return;
        };
        let mut ready = [0];
        holder.stdout.as_mut().unwrap().read_exact(&mut ready).unwrap();
        let refused = DirectoryLock::acquire(&path).unwrap_err();
        assert_eq!(
            refused.message(),
            format!(
                "Failed to acquire pid file '{}': Resource temporarily unavailable (process {} is using it)",
                path.display(),
                holder.id()
            )
        );
        drop(holder.stdin.take());
        holder.wait().unwrap();
        drop(DirectoryLock::acquire(&path).unwrap());
        fs::remove_dir_all(&directory).unwrap();
    }
}
