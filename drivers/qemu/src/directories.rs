//! Where an instance keeps its files.

use crate::settings::Settings;
use sha2::{Digest, Sha256};
use std::{
    fs::{DirBuilder, Permissions, set_permissions},
    os::unix::{
        ffi::OsStrExt,
        fs::{DirBuilderExt, PermissionsExt},
    },
    path::{Path, PathBuf},
};
use virt_error::{Error, Origin, Result};

/// The directories of an instance; those of an embedded one are laid out as libvirt lays them out.
#[derive(Clone, Debug)]
pub struct Directories {
    /// The directory that everything lies under.
    pub root: PathBuf,
    /// `qemu.conf`, and in `qemu/` the domains' documents, in `qemu/autostart/` the links of those that start by themselves.
    pub etc: PathBuf,
    /// Status files, pid files, the instance's lock.
    pub run: PathBuf,
    /// Saved guests, firmware variables, and in `domain-ID-NAME/` the sockets of a running guest.
    pub lib: PathBuf,
    /// The answers of emulators.
    pub cache: PathBuf,
    /// What emulators print.
    pub log: PathBuf,
    /// The state of emulated TPMs, and their sockets and logs.
    pub swtpm_lib: PathBuf,
    pub swtpm_run: PathBuf,
    pub swtpm_log: PathBuf,
    /// The name of an embedded instance where it is one of several: `qemu-embed-1a2b3c4d`.
    pub instance: Option<String>,
}

impl Directories {
    /// Those of an embedded instance under `root`.
    pub fn embedded(root: &Path) -> Directories {
        Directories {
            root: root.to_owned(),
            etc: root.join("etc"),
            run: root.join("run/qemu"),
            lib: root.join("lib/qemu"),
            cache: root.join("cache/qemu"),
            log: root.join("log/qemu"),
            swtpm_lib: root.join("lib/swtpm"),
            swtpm_run: root.join("run/qemu/swtpm"),
            swtpm_log: root.join("log/swtpm/qemu"),
            instance: Some(instance(root)),
        }
    }

    /// Makes the directories that an instance has from its start.
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR` with the directory that could not be made.
    pub fn make(&self) -> Result<()> {
        let lib = ["channel/target", "snapshot", "dump", "checkpoint", "nvram", "save", "ram"];
        let run = ["slirp", "passt"];
        let inner =
            lib.iter().map(|name| self.lib.join(name)).chain(run.iter().map(|name| self.run.join(name)));
        for directory in inner.chain([self.log.clone()]) {
            make(&directory)?;
        }
        let dbus = self.run.join("dbus");
        make(&dbus)?;
        set_permissions(&dbus, Permissions::from_mode(0o770)).map_err(|cause| failed(&dbus, &cause))
    }

    /// Of the persistent documents.
    pub fn config(&self) -> PathBuf {
        self.etc.join("qemu")
    }

    pub fn autostart(&self) -> PathBuf {
        self.etc.join("qemu/autostart")
    }

    /// Of snapshots' documents, in a directory a guest.
    pub fn snapshots(&self) -> PathBuf {
        self.lib.join("snapshot")
    }

    /// Of checkpoints' documents, in a directory a guest.
    pub fn checkpoints(&self) -> PathBuf {
        self.lib.join("checkpoint")
    }

    /// Of the images of managed saves.
    pub fn save(&self) -> PathBuf {
        self.lib.join("save")
    }

    /// Of what a running guest needs: sockets, secrets.
    pub fn domain(&self, id: i32, name: &str) -> PathBuf {
        self.lib.join(short_name(id, name))
    }

    /// Of the sockets of guest agents and other channels.
    pub fn channels(&self, id: i32, name: &str) -> PathBuf {
        self.run.join("channel").join(short_name(id, name))
    }

    /// Of the guests whose memory is on a file system of huge pages, which instances share.
    pub fn huge_pages(&self, mount: &str) -> PathBuf {
        Path::new(mount).join("libvirt").join(self.name_in(mount).unwrap_or("qemu"))
    }

    /// The instance's name in a place, unless the place is its own.
    fn name_in(&self, place: &str) -> Option<&str> {
        self.instance.as_deref().filter(|_| !Path::new(place).starts_with(&self.root))
    }

    /// How the names of guests' directories begin where memory is in files, which instances may share.
    pub fn memory_prefix(&self, place: &str) -> String {
        self.name_in(place).map(|instance| format!("{instance}-")).unwrap_or_default()
    }

    /// Of a guest's memory in files.
    pub fn memory(&self, place: &str, id: i32, name: &str) -> PathBuf {
        let short = short_name(id, name);
        let short = short.strip_prefix("domain-").unwrap_or(&short);
        Path::new(place).join(self.memory_prefix(place) + short)
    }

    /// Where the memory of a guest may be: on the file systems of huge pages, and in files.
    pub fn memory_of(&self, settings: &Settings, id: i32, name: &str) -> Vec<PathBuf> {
        let short = short_name(id, name);
        let short = short.strip_prefix("domain-").unwrap_or(&short);
        let mounts = settings.hugetlbfs_mounts.iter();
        let mut all: Vec<PathBuf> = mounts.map(|(_, mount)| self.huge_pages(mount).join(short)).collect();
        all.push(self.memory(&settings.memory_backing_dir, id, name));
        all
    }

    /// Of firmware variables.
    pub fn nvram(&self) -> PathBuf {
        self.lib.join("nvram")
    }
}

/// libvirt's name for the instance under a root.
fn instance(root: &Path) -> String {
    let hash = Sha256::digest(root.as_os_str().as_bytes());
    let digits: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("qemu-embed-{digits}")
}

/// `1-web`: a running guest's number and the beginning of its name, short enough for a socket's path.
pub fn short_name(id: i32, name: &str) -> String {
    /// The most bytes of a name that libvirt takes.
    const MOST: usize = 20;
    let mut end = name.len().min(MOST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("domain-{id}-{}", &name[..end])
}

/// Makes a directory and those above it, as the process's mask allows.
pub fn make(directory: &Path) -> Result<()> {
    DirBuilder::new().recursive(true).mode(0o777).create(directory).map_err(|cause| failed(directory, &cause))
}

fn failed(directory: &Path, cause: &std::io::Error) -> Error {
    Error::system(Origin::None, format!("Failed to create directory '{}'", directory.display()), cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instances_that_share_a_place_keep_apart_in_it() {
        let directories = Directories::embedded(Path::new("/tmp/fvg-4poi4bho/root"));
        assert_eq!(directories.instance.as_deref(), Some("qemu-embed-8c2e4945"));
        let settings = Settings {
            hugetlbfs_mounts: vec![(2048, "/huge".to_owned())],
            memory_backing_dir: "/ram".to_owned(),
            ..Settings::default()
        };
        let expected = ["/huge/libvirt/qemu-embed-8c2e4945/1-web", "/ram/qemu-embed-8c2e4945-1-web"];
        assert_eq!(directories.memory_of(&settings, 1, "web"), expected.map(PathBuf::from));
        let own = "/tmp/fvg-4poi4bho/root/lib/qemu/ram";
        assert_eq!(directories.memory(own, 1, "web"), Path::new(own).join("1-web"));
    }
}
