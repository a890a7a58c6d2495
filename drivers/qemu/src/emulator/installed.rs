//! The emulators that the host has: where they lie, and one description of each for the whole process.

use super::{
    Emulator,
    cache::{self, Stamp, Surroundings},
    probe,
};
use crate::directories::Directories;
use std::{
    collections::HashMap,
    env,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};
use virt_error::{Result, bail};

/// The architectures that have emulators: libvirt's name, and that in the program's name.
#[rustfmt::skip]
pub const ARCHITECTURES: &[(&str, &str)] = &[
    ("alpha", "alpha"), ("armv6l", "arm"), ("armv7l", "arm"), ("aarch64", "aarch64"), ("cris", "cris"),
    ("i686", "i386"), ("lm32", "lm32"), ("loongarch64", "loongarch64"), ("m68k", "m68k"),
    ("microblaze", "microblaze"), ("microblazeel", "microblazeel"), ("mips", "mips"), ("mipsel", "mipsel"),
    ("mips64", "mips64"), ("mips64el", "mips64el"), ("openrisc", "or1k"), ("parisc", "hppa"), ("ppc", "ppc"),
    ("ppc64", "ppc64"), ("ppc64le", "ppc64"), ("ppcemb", "ppcemb"), ("riscv32", "riscv32"),
    ("riscv64", "riscv64"), ("s390x", "s390x"), ("sh4", "sh4"), ("sh4eb", "sh4eb"), ("sparc", "sparc"),
    ("sparc64", "sparc64"), ("unicore32", "unicore32"), ("x86_64", "x86_64"), ("xtensa", "xtensa"),
    ("xtensaeb", "xtensaeb"),
];

/// Where distributions put the host's own emulator outside of `PATH`.
const NATIVE: &[&str] = &["/usr/libexec/qemu-kvm", "/usr/bin/qemu-kvm"];

/// The emulators of the host. Each is asked when it is first needed, and again when its file changes.
pub struct Emulators {
    /// Where answers are kept, and where a questioned emulator may have its socket.
    cache: PathBuf,
    scratch: PathBuf,
    surroundings: Mutex<Arc<Surroundings>>,
    known: Mutex<HashMap<PathBuf, Arc<Mutex<Known>>>>,
}

/// One emulator; it is asked under the lock, so that others wait for the answers rather than ask again.
#[derive(Default)]
struct Known {
    emulator: Option<(Stamp, Arc<Emulator>)>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Emulators {
    pub fn new(directories: &Directories) -> Emulators {
        Emulators {
            cache: directories.cache.join("capabilities"),
            scratch: directories.lib.clone(),
            surroundings: Mutex::new(Arc::new(Surroundings::of_host())),
            known: Mutex::default(),
        }
    }

    /// Whether this host can run guests with KVM.
    pub fn host_has_kvm(&self) -> bool {
        self.surroundings().kvm
    }

    /// What the answers depend on, as it is now. What emulators said before KVM came or went is forgotten.
    fn surroundings(&self) -> Arc<Surroundings> {
        let mut surroundings = locked(&self.surroundings);
        if surroundings.kvm != cache::kvm_is_usable() {
            *surroundings = Arc::new(Surroundings::of_host());
            locked(&self.known).clear();
        }
        surroundings.clone()
    }

    /// The emulator at `path`.
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR` when there is none, `VIR_ERR_INTERNAL_ERROR` when it cannot be asked.
    pub fn at(&self, path: &Path) -> Result<Arc<Emulator>> {
        let stamp = Stamp::of(path)?;
        if !is_program(path) {
            bail!(Qemu, InvalidArg, "QEMU binary {} is not executable", path.display());
        }
        let surroundings = self.surroundings();
        let known = locked(&self.known).entry(path.to_owned()).or_default().clone();
        let mut known = locked(&known);
        if let Some((then, emulator)) = &known.emulator {
            if *then == stamp {
                return Ok(emulator.clone());
            }
        }
        let emulator = match cache::load(&self.cache, path, &stamp, &surroundings) {
            Some(emulator) => emulator,
            None => {
                let emulator = probe::probe(path, &self.scratch, surroundings.kvm)?;
                cache::store(&self.cache, &stamp, &surroundings, &emulator);
                emulator
            }
        };
        let emulator = Arc::new(emulator);
        known.emulator = Some((stamp, emulator.clone()));
        Ok(emulator)
    }

    /// The program for guests of an architecture, when one is installed.
    pub fn path_for(&self, arch: &str) -> Option<PathBuf> {
        let own = || {
            let (_, name) = ARCHITECTURES.iter().find(|(known, _)| *known == arch)?;
            in_path(&format!("qemu-system-{name}"))
        };
        own().or_else(|| {
            let host = host_arch();
            // A host's own emulator runs the smaller sibling's guests as well.
            match (host, arch) {
                _ if host == arch => NATIVE.iter().map(PathBuf::from).find(|path| is_program(path)),
                ("x86_64", "i686") | ("aarch64", "armv7l") => self.path_for(host),
                _ => None,
            }
        })
    }

    /// The emulator for guests of an architecture. One that cannot be asked is as good as none, and logged.
    pub fn of_arch(&self, arch: &str) -> Option<Arc<Emulator>> {
        let path = self.path_for(arch)?;
        self.at(&path).inspect_err(|error| log::warn!("{}: {}", path.display(), error.message())).ok()
    }

    /// Every architecture that guests can have, and its emulator. Those not known yet are asked in parallel.
    pub fn all(&self) -> Vec<(&'static str, Arc<Emulator>)> {
        let found: Vec<(&'static str, PathBuf)> =
            ARCHITECTURES.iter().filter_map(|(arch, _)| Some((*arch, self.path_for(arch)?))).collect();
        let mut paths: Vec<&PathBuf> = found.iter().map(|(_, path)| path).collect();
        paths.sort();
        paths.dedup();
        let threads = thread::available_parallelism().map_or(1, usize::from);
        virt_sys::thread::each("probe", &paths, threads, |path| {
            if let Err(error) = self.at(path) {
                log::warn!("{}: {}", path.display(), error.message());
            }
        });
        found.iter().filter_map(|(arch, path)| Some((*arch, self.at(path).ok()?))).collect()
    }
}

/// libvirt's name of the host's architecture. What the kernel says counts: the library may be made for a smaller one.
pub fn host_arch() -> &'static str {
    match virt_sys::host::machine().as_str() {
        "i386" | "i486" | "i586" | "i686" => "i686",
        "amd64" => "x86_64",
        "arm64" => "aarch64",
        "arm" => "armv7l",
        other => ARCHITECTURES
            .iter()
            .map(|(arch, _)| *arch)
            .find(|arch| *arch == other)
            .unwrap_or(env::consts::ARCH),
    }
}

fn is_program(path: &Path) -> bool {
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

/// The program of that name in the directories of `PATH`.
pub fn in_path(name: &str) -> Option<PathBuf> {
    /// Where programs are when the environment does not say.
    const USUAL: &str = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin";
    let path = env::var_os("PATH").unwrap_or_else(|| USUAL.into());
    env::split_paths(&path)
        .filter(|directory| directory.is_absolute())
        .map(|directory| directory.join(name))
        .find(|file| is_program(file))
}
