//! What `qemu.conf` sets, and what holds without it.

use crate::{directories::Directories, firmware};
use std::{
    fs,
    path::{Path, PathBuf},
};
use virt_core::config_file::{ConfigFile, Value};
use virt_error::{Result, bail, error};

/// Makes [`Settings`]: a field, its type, the key in the file where it has one, and what holds without it.
macro_rules! settings {
    ($($(#[$doc:meta])* $field:ident: $ty:ty $(= $key:literal)?, $default:expr;)*) => {
        /// The settings of an instance.
        #[derive(Clone, Debug)]
        pub struct Settings { $($(#[$doc])* pub $field: $ty,)* }

        impl Default for Settings {
            fn default() -> Settings {
                Settings { $($field: $default,)* }
            }
        }

        impl Settings {
            /// Takes over what the file sets by a single key.
            fn take_keys(&mut self, file: &ConfigFile) -> Result<()> {
                $($(if let Some(value) = file.get($key) {
                    self.$field = Setting::read(value).ok_or_else(|| {
                        error!(Conf, InternalError, "{}: invalid type for '{}' parameter", file.path, $key)
                    })?;
                })?)*
                Ok(())
            }
        }
    };
}

settings! {
    /// Guests' address for VNC, unless they name one.
    vnc_listen: String = "vnc_listen", "127.0.0.1".to_owned();
    vnc_password: Option<String> = "vnc_password", None;
    vnc_auto_unix_socket: bool = "vnc_auto_unix_socket", false;
    vnc_tls: bool = "vnc_tls", false;
    vnc_tls_x509_cert_dir: String = "vnc_tls_x509_cert_dir", "/etc/pki/libvirt-vnc".to_owned();
    vnc_tls_x509_verify: bool = "vnc_tls_x509_verify", false;
    vnc_tls_x509_secret_uuid: Option<String> = "vnc_tls_x509_secret_uuid", None;
    vnc_sasl: bool = "vnc_sasl", false;
    vnc_sasl_dir: Option<String> = "vnc_sasl_dir", None;
    vnc_allow_host_audio: bool = "vnc_allow_host_audio", false;
    spice_listen: String = "spice_listen", "127.0.0.1".to_owned();
    spice_password: Option<String> = "spice_password", None;
    spice_auto_unix_socket: bool = "spice_auto_unix_socket", false;
    spice_tls: bool = "spice_tls", false;
    spice_tls_x509_cert_dir: String = "spice_tls_x509_cert_dir", "/etc/pki/libvirt-spice".to_owned();
    spice_sasl: bool = "spice_sasl", false;
    spice_sasl_dir: Option<String> = "spice_sasl_dir", None;
    nographics_allow_host_audio: bool = "nographics_allow_host_audio", false;
    /// The first and the last port that a guest's screen may get by itself.
    remote_display_ports: (u16, u16), (5900, 65535);
    /// The same of ports that VNC offers to browsers.
    remote_websocket_ports: (u16, u16), (5700, 65535);
    /// What certificates, their checking and their secrets are where the use in question sets none of its own.
    default_tls_x509_cert_dir: String = "default_tls_x509_cert_dir", "/etc/pki/qemu".to_owned();
    default_tls_x509_verify: bool = "default_tls_x509_verify", true;
    default_tls_x509_secret_uuid: Option<String> = "default_tls_x509_secret_uuid", None;
    chardev_tls: bool = "chardev_tls", false;
    chardev_tls_x509_cert_dir: String = "chardev_tls_x509_cert_dir", "/etc/pki/libvirt-chardev".to_owned();
    chardev_tls_x509_verify: bool = "chardev_tls_x509_verify", true;
    chardev_tls_x509_secret_uuid: Option<String> = "chardev_tls_x509_secret_uuid", None;
    nbd_tls: bool = "nbd_tls", false;
    nbd_tls_x509_cert_dir: String = "nbd_tls_x509_cert_dir", "/etc/pki/libvirt-nbd".to_owned();
    nbd_tls_x509_secret_uuid: Option<String> = "nbd_tls_x509_secret_uuid", None;
    /// Where pages of `hugetlbfs` are mounted, by page size in KiB.
    hugetlbfs_mounts: Vec<(u64, String)>, Vec::new();
    memory_backing_dir: String = "memory_backing_dir", "/dev/shm".to_owned();
    /// Firmware without descriptors: the file of its code, and the template of its variables.
    firmwares: Vec<(String, String)>, known_firmwares();
    /// The user and group that emulators run as; `None` is that of the process.
    user: Option<String> = "user", None;
    group: Option<String> = "group", None;
    swtpm_user: Option<String> = "swtpm_user", None;
    swtpm_group: Option<String> = "swtpm_group", None;
    /// Whether a core of an emulator holds its guest's memory; `None` leaves it to the kernel.
    dump_guest_core: Option<bool> = "dump_guest_core", None;
    /// Whether emulators run under a filter of system calls; `None` is yes.
    seccomp_sandbox: Option<i64> = "seccomp_sandbox", None;
    /// Whether an emulator's log starts its lines with the time.
    log_timestamp: bool = "log_timestamp", true;
    gluster_debug_level: i64 = "gluster_debug_level", 4;
    deprecation_behavior: Option<String> = "deprecation_behavior", None;
    /// Programs that saved guests and dumps are written through: `raw` for none.
    save_image_format: String = "save_image_format", "raw".to_owned();
    dump_image_format: String = "dump_image_format", "raw".to_owned();
    /// Where a guest that crashed is dumped to.
    auto_dump_path: String = "auto_dump_path", String::new();
    auto_dump_bypass_cache: bool = "auto_dump_bypass_cache", false;
    auto_start_bypass_cache: bool = "auto_start_bypass_cache", false;
    /// The largest number of operations that wait for one guest; 0 is as many as there are.
    max_queued: i64 = "max_queued", 0;
    /// How long an emulator may take to answer on its monitor after its start, in seconds.
    start_timeout: u64, 30;
}

/// What a value of the file can become.
trait Setting: Sized {
    fn read(value: &Value) -> Option<Self>;
}

impl Setting for String {
    fn read(value: &Value) -> Option<String> {
        match value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl Setting for bool {
    fn read(value: &Value) -> Option<bool> {
        match value {
            Value::Number(number @ (0 | 1)) => Some(*number == 1),
            _ => None,
        }
    }
}

impl Setting for i64 {
    fn read(value: &Value) -> Option<i64> {
        match value {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl<T: Setting> Setting for Option<T> {
    fn read(value: &Value) -> Option<Option<T>> {
        T::read(value).map(Some)
    }
}

impl Settings {
    /// Reads `qemu.conf`; without it the defaults hold.
    ///
    /// Errors: `VIR_ERR_CONF_SYNTAX`, `VIR_ERR_INTERNAL_ERROR` for a value that makes no sense.
    pub fn load(directories: &Directories) -> Result<Settings> {
        let file = ConfigFile::load(&directories.etc.join("qemu.conf"))?;
        let mut settings = Settings {
            memory_backing_dir: directories.lib.join("ram").display().to_string(),
            auto_dump_path: directories.lib.join("dump").display().to_string(),
            ..Settings::default()
        };
        settings.take_keys(&file)?;
        settings.follow_defaults(&file);
        if file.get("memory_backing_dir").is_some() {
            settings.memory_backing_dir.push_str("/libvirt/qemu");
        }
        settings.remote_display_ports = ports(
            &file,
            "remote_display_port_min",
            "remote_display_port_max",
            settings.remote_display_ports,
        )?;
        settings.remote_websocket_ports = ports(
            &file,
            "remote_websocket_port_min",
            "remote_websocket_port_max",
            settings.remote_websocket_ports,
        )?;
        settings.read_firmwares(&file, &firmware::places())?;
        settings.hugetlbfs_mounts = match file.get("hugetlbfs_mount") {
            None => mounted_hugepages(),
            Some(Value::Text(path)) => with_page_sizes(std::slice::from_ref(path)),
            Some(Value::List(paths)) => with_page_sizes(paths),
            Some(Value::Number(_)) => {
                bail!(Conf, InternalError, "{}: invalid type for 'hugetlbfs_mount' parameter", file.path)
            }
        };
        Ok(settings)
    }

    /// Reads the pairs of firmware; they are of old, and nothing is asked of them where there are descriptors.
    fn read_firmwares(&mut self, file: &ConfigFile, places: &[PathBuf]) -> Result<()> {
        let pairs = match file.get("nvram") {
            None => return Ok(()),
            Some(_) if !firmware::load(places).is_empty() => {
                log::warn!("{}: 'nvram' is ignored, since there are descriptors of firmware", file.path);
                return Ok(());
            }
            Some(Value::List(pairs)) => pairs,
            Some(_) => {
                bail!(Conf, InternalError, "{}: expected a string list for 'nvram' parameter", file.path)
            }
        };
        let read = |pair: &String| match pair.split_once(':') {
            Some((code, variables))
                if !code.is_empty() && !variables.is_empty() && !variables.contains(':') =>
            {
                Ok((code.to_owned(), variables.to_owned()))
            }
            _ => Err(error!(None, ConfSyntax, "Invalid nvram format: '{pair}'")),
        };
        self.firmwares = pairs.iter().map(read).collect::<Result<_>>()?;
        Ok(())
    }

    /// What is set for every use of certificates holds for each that sets nothing of its own.
    fn follow_defaults(&mut self, file: &ConfigFile) {
        let unset = |key: &str| file.get(key).is_none();
        if !unset("default_tls_x509_cert_dir") {
            for (key, directory) in [
                ("vnc_tls_x509_cert_dir", &mut self.vnc_tls_x509_cert_dir),
                ("spice_tls_x509_cert_dir", &mut self.spice_tls_x509_cert_dir),
                ("chardev_tls_x509_cert_dir", &mut self.chardev_tls_x509_cert_dir),
                ("nbd_tls_x509_cert_dir", &mut self.nbd_tls_x509_cert_dir),
            ] {
                if unset(key) {
                    directory.clone_from(&self.default_tls_x509_cert_dir);
                }
            }
        }
        if !unset("default_tls_x509_verify") {
            for (key, verify) in [
                ("vnc_tls_x509_verify", &mut self.vnc_tls_x509_verify),
                ("chardev_tls_x509_verify", &mut self.chardev_tls_x509_verify),
            ] {
                if unset(key) {
                    *verify = self.default_tls_x509_verify;
                }
            }
        }
        for (key, secret) in [
            ("vnc_tls_x509_secret_uuid", &mut self.vnc_tls_x509_secret_uuid),
            ("chardev_tls_x509_secret_uuid", &mut self.chardev_tls_x509_secret_uuid),
            ("nbd_tls_x509_secret_uuid", &mut self.nbd_tls_x509_secret_uuid),
        ] {
            if unset(key) {
                secret.clone_from(&self.default_tls_x509_secret_uuid);
            }
        }
    }
}

/// Firmware that distributions installed before there were descriptors.
fn known_firmwares() -> Vec<(String, String)> {
    [
        ("/usr/share/OVMF/OVMF_CODE.fd", "/usr/share/OVMF/OVMF_VARS.fd"),
        ("/usr/share/OVMF/OVMF_CODE.secboot.fd", "/usr/share/OVMF/OVMF_VARS.fd"),
        ("/usr/share/AAVMF/AAVMF_CODE.fd", "/usr/share/AAVMF/AAVMF_VARS.fd"),
        ("/usr/share/AAVMF/AAVMF32_CODE.fd", "/usr/share/AAVMF/AAVMF32_VARS.fd"),
        ("/usr/share/OVMF/OVMF_CODE.ms.fd", "/usr/share/OVMF/OVMF_VARS.ms.fd"),
    ]
    .map(|(code, variables)| (code.to_owned(), variables.to_owned()))
    .into()
}

/// A range of ports from two keys.
fn ports(file: &ConfigFile, first: &str, last: &str, default: (u16, u16)) -> Result<(u16, u16)> {
    let read = |key: &str, default: u16| match file.get(key) {
        None => Ok(default),
        Some(Value::Number(number)) => {
            u16::try_from(*number).ok().filter(|port| *port > 0).ok_or_else(|| {
                error!(None, InternalError, "{}: {key}: port must be between 1 and 65535", file.path)
            })
        }
        Some(_) => Err(error!(Conf, InternalError, "{}: invalid type for '{key}' parameter", file.path)),
    };
    let range = (read(first, default.0)?, read(last, default.1)?);
    if range.0 > range.1 {
        bail!(None, InternalError, "{}: {first}: min port must not be greater than max port", file.path);
    }
    Ok(range)
}

/// The directories with the size of the pages that are mounted there; what cannot be asked is left out.
fn with_page_sizes(paths: &[String]) -> Vec<(u64, String)> {
    let mut mounts = Vec::new();
    for path in paths.iter().filter(|path| !path.is_empty()) {
        match virt_sys::mount::block_size(Path::new(path)) {
            Ok(bytes) => mounts.push((bytes >> 10, path.clone())),
            Err(cause) => log::warn!("hugetlbfs_mount '{path}' is left out: {cause}"),
        }
    }
    mounts
}

/// Where the host has mounted huge pages.
fn mounted_hugepages() -> Vec<(u64, String)> {
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    let paths: Vec<String> = mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split_ascii_whitespace().skip(1);
            let path = words.next()?;
            (words.next()? == "hugetlbfs").then(|| path.replace("\\040", " "))
        })
        .collect();
    with_page_sizes(&paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Result<Settings> {
        let root = std::env::temp_dir().join(format!("virt-settings-{}-{}", std::process::id(), text.len()));
        fs::create_dir_all(root.join("etc")).unwrap();
        fs::write(root.join("etc/qemu.conf"), text).unwrap();
        let settings = Settings::load(&Directories::embedded(&root));
        fs::remove_dir_all(&root).unwrap();
        settings
    }

    #[test]
    fn what_the_file_sets_holds() {
        let read = settings(
            "vnc_listen='::1'\nspice_tls = 1\nremote_display_port_min = 6000\ndefault_tls_x509_verify = 0\n\
             default_tls_x509_cert_dir = \"/pki\"\nvnc_tls_x509_cert_dir = \"/vnc\"\n",
        )
        .unwrap();
        assert_eq!((read.vnc_listen.as_str(), read.spice_tls), ("::1", true));
        assert_eq!(read.remote_display_ports, (6000, 65535));
        assert_eq!((read.vnc_tls_x509_verify, read.chardev_tls_x509_verify), (false, false));
        assert_eq!(
            (read.vnc_tls_x509_cert_dir.as_str(), read.nbd_tls_x509_cert_dir.as_str()),
            ("/vnc", "/pki")
        );
        assert!(read.memory_backing_dir.ends_with("lib/qemu/ram"));
    }

    #[test]
    fn firmware_without_descriptors_is_listed() {
        let read = |text: &str, places: &[PathBuf]| {
            let path = std::env::temp_dir().join(format!("virt-nvram-list-{}", std::process::id()));
            fs::write(&path, text).unwrap();
            let file = ConfigFile::load(&path).unwrap();
            fs::remove_file(&path).unwrap();
            let mut settings = Settings::default();
            settings.read_firmwares(&file, places).map(|()| settings.firmwares)
        };
        let pair = |code: &str, variables: &str| (code.to_owned(), variables.to_owned());
        assert_eq!(read("nvram = [ '/a:/b', '/c:/b' ]", &[]).unwrap(), [pair("/a", "/b"), pair("/c", "/b")]);
        assert!(read("nvram = []", &[]).unwrap().is_empty());
        assert!(
            read("", &[])
                .unwrap()
                .contains(&pair("/usr/share/OVMF/OVMF_CODE.fd", "/usr/share/OVMF/OVMF_VARS.fd"))
        );
        for wrong in ["", "/a", "/a:", ":/b", "/a:/b:/c"] {
            let error = read(&format!("nvram = [ '{wrong}' ]"), &[]).unwrap_err();
            assert!(error.message().ends_with(&format!("Invalid nvram format: '{wrong}'")), "{error}");
        }
        let error = read("nvram = '/a:/b'", &[]).unwrap_err();
        assert!(error.message().ends_with("expected a string list for 'nvram' parameter"), "{error}");
        let place = std::env::temp_dir().join(format!("virt-nvram-place-{}", std::process::id()));
        fs::create_dir_all(&place).unwrap();
        let descriptor = r#"{"description": "a", "interface-types": ["bios"], "features": [], "tags": [],
            "mapping": {"device": "memory", "filename": "/bios"},
            "targets": [{"architecture": "x86_64", "machines": ["pc-*"]}]}"#;
        fs::write(place.join("50-a.json"), descriptor).unwrap();
        assert_eq!(read("nvram = [ '/a' ]", std::slice::from_ref(&place)).unwrap(), known_firmwares());
        fs::remove_dir_all(&place).unwrap();
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_its_name() {
        for (text, named) in [
            ("vnc_tls = 'yes'", "vnc_tls"),
            ("vnc_tls = 2", "vnc_tls"),
            ("remote_display_port_max = 0", "remote_display_port_max"),
            ("remote_display_port_min = 7000\nremote_display_port_max = 6000", "remote_display_port_min"),
            ("hugetlbfs_mount = 5", "hugetlbfs_mount"),
        ] {
            assert!(settings(text).unwrap_err().message().contains(named), "{text}");
        }
    }
}
