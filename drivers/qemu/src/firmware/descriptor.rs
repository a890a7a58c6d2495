//! Firmware descriptors: files of QEMU's interoperability schema that say which firmware there is and what it is for.

use serde_json::Value;
use std::{
    collections::BTreeMap,
    env,
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

/// A firmware.
#[derive(Clone, Debug, PartialEq)]
pub struct Descriptor {
    /// The descriptor's own file.
    pub file: PathBuf,
    pub interfaces: Vec<Interface>,
    pub mapping: Mapping,
    pub targets: Vec<Target>,
    pub features: Vec<Feature>,
}

/// Gives an enumeration its words in JSON.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($variant,)* }

        impl $name {
            fn read(value: &Value) -> Option<$name> {
                match value.as_str()? { $($word => Some($name::$variant),)* _ => None }
            }
        }
    };
}

words! {
    /// What a firmware looks like to the guest.
    Interface {
        Bios = "bios",
        OpenFirmware = "openfirmware",
        Uboot = "uboot",
        Uefi = "uefi",
    }
}

words! {
    /// How an image is stored.
    Format {
        Raw = "raw",
        Qcow2 = "qcow2",
    }
}

words! {
    /// What a firmware can do, or needs.
    Feature {
        AcpiS3 = "acpi-s3",
        AcpiS4 = "acpi-s4",
        AmdSev = "amd-sev",
        AmdSevEs = "amd-sev-es",
        AmdSevSnp = "amd-sev-snp",
        EnrolledKeys = "enrolled-keys",
        IntelTdx = "intel-tdx",
        RequiresSmm = "requires-smm",
        SecureBoot = "secure-boot",
        VerboseDynamic = "verbose-dynamic",
        VerboseStatic = "verbose-static",
        HostUefiVars = "host-uefi-vars",
    }
}

/// An image in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    pub path: String,
    pub format: Format,
}

/// Where the firmware is put.
#[derive(Clone, Debug, PartialEq)]
pub enum Mapping {
    /// Flash memory, with variables beside the code or not.
    Flash { code: Image, variables: Variables },
    /// The kernel's place.
    Kernel(String),
    /// Read-only memory.
    Memory(String),
}

/// Where the variables of a firmware in flash memory are.
#[derive(Clone, Debug, PartialEq)]
pub enum Variables {
    /// In an image of their own, made from this one.
    Template(Image),
    /// In the same image as the code.
    Combined,
    /// Nowhere.
    None,
}

/// Machines that a firmware is for.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// libvirt's name.
    pub arch: String,
    /// Patterns with `*` and `?`.
    pub machines: Vec<String>,
}

/// Where descriptors are looked for; an earlier place goes before a later one.
pub fn places() -> Vec<PathBuf> {
    let mut places = Vec::new();
    if virt_sys::process::Credentials::default().user != 0 {
        let config = env::var_os("XDG_CONFIG_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
        let home = || env::var_os("HOME").map(|home| PathBuf::from(home).join(".config"));
        places.extend(config.or_else(home).map(|config| config.join("qemu/firmware")));
    }
    places.extend(["/etc/qemu/firmware", "/usr/share/qemu/firmware"].map(PathBuf::from));
    places
}

/// The descriptors of these places, in the order in which they are preferred: that of their files' names. A file
/// hides one of the same name in a later place, and an empty file hides without being a descriptor. What cannot be
/// understood is logged and left out.
pub fn load(places: &[PathBuf]) -> Vec<Descriptor> {
    let mut files: BTreeMap<OsString, PathBuf> = BTreeMap::new();
    for place in places.iter().rev() {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let name = entry.file_name();
            if !name.as_encoded_bytes().starts_with(b".") {
                files.insert(name, entry.path());
            }
        }
    }
    files.into_values().filter_map(|file| read(&file)).collect()
}

fn read(file: &Path) -> Option<Descriptor> {
    /// No descriptor is longer.
    const LONGEST: u64 = 1 << 20;
    let text = fs::metadata(file).and_then(|data| match data.len() {
        _ if !data.is_file() => Err(io::Error::other("it is no file")),
        0 => Ok(String::new()),
        length if length > LONGEST => Err(io::Error::other("it is too long")),
        _ => fs::read_to_string(file),
    });
    let parsed = match text {
        Ok(text) if text.is_empty() => return None,
        Ok(text) => serde_json::from_str(&text).map_err(|cause| cause.to_string()),
        Err(cause) => Err(cause.to_string()),
    };
    match parsed.and_then(|value| Descriptor::from_json(file, &value).map_err(str::to_owned)) {
        Ok(descriptor) => Some(descriptor),
        Err(why) => {
            log::warn!("the firmware descriptor {} is left out: {why}", file.display());
            None
        }
    }
}

impl Descriptor {
    /// What makes no sense in a descriptor is told in the error.
    fn from_json(file: &Path, value: &Value) -> Result<Descriptor, &'static str> {
        let list = |name: &str| value[name].as_array().map(Vec::as_slice);
        let interfaces: Option<Vec<_>> =
            list("interface-types").unwrap_or_default().iter().map(Interface::read).collect();
        let features: Vec<_> =
            list("features").unwrap_or_default().iter().filter_map(Feature::read).collect();
        let target = |one: &Value| {
            let machines = one["machines"].as_array()?.iter().map(|name| name.as_str().map(str::to_owned));
            Some(Target {
                arch: crate::emulator::arch_name(one["architecture"].as_str()?).to_owned(),
                machines: machines.collect::<Option<Vec<_>>>()?,
            })
        };
        let targets: Option<Vec<_>> =
            list("targets").ok_or("it has no 'targets'")?.iter().map(target).collect();
        Ok(Descriptor {
            file: file.to_owned(),
            interfaces: interfaces
                .filter(|list| !list.is_empty())
                .ok_or("its 'interface-types' are not known")?,
            mapping: Mapping::read(&value["mapping"]).ok_or("its 'mapping' is not known")?,
            targets: targets.ok_or("its 'targets' make no sense")?,
            features,
        })
    }

    pub fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }

    pub fn offers(&self, interface: Interface) -> bool {
        self.interfaces.contains(&interface)
    }

    /// Whether it is for this machine: its full name, not an alias.
    pub fn fits(&self, arch: &str, machine: &str) -> bool {
        self.targets.iter().any(|target| {
            target.arch == arch && target.machines.iter().any(|pattern| matches(pattern, machine))
        })
    }
}

impl Mapping {
    fn read(value: &Value) -> Option<Mapping> {
        let image = |value: &Value| {
            Some(Image {
                path: value["filename"].as_str()?.to_owned(),
                format: Format::read(&value["format"])?,
            })
        };
        let filename = || Some(value["filename"].as_str()?.to_owned());
        match value["device"].as_str()? {
            "flash" => {
                let variables = match value["mode"].as_str() {
                    None | Some("split") => Variables::Template(image(&value["nvram-template"])?),
                    Some("combined") => Variables::Combined,
                    Some("stateless") => Variables::None,
                    Some(_) => return None,
                };
                Some(Mapping::Flash { code: image(&value["executable"])?, variables })
            }
            "kernel" => Some(Mapping::Kernel(filename()?)),
            "memory" => Some(Mapping::Memory(filename()?)),
            _ => None,
        }
    }

    /// The images that it is made of.
    pub fn paths(&self) -> Vec<&str> {
        match self {
            Mapping::Flash { code, variables: Variables::Template(template) } => {
                vec![&code.path, &template.path]
            }
            Mapping::Flash { code, .. } => vec![&code.path],
            Mapping::Kernel(path) | Mapping::Memory(path) => vec![path],
        }
    }
}

/// Whether a name fits a pattern in which `*` stands for any letters and `?` for any one.
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.as_bytes(), name.as_bytes());
    let (mut at, mut of) = (0, 0);
    // Where to go on when what follows the last star did not fit.
    let mut star: Option<(usize, usize)> = None;
    while of < name.len() {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at + 1, of));
                at += 1;
            }
            Some(letter) if *letter == b'?' || *letter == name[of] => {
                at += 1;
                of += 1;
            }
            _ => {
                let Some((after, from)) = star else { return false };
                star = Some((after, from + 1));
                (at, of) = (after, from + 1);
            }
        }
    }
    pattern[at..].iter().all(|letter| *letter == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_matched() {
        for (pattern, name) in [
            ("pc-q35-*", "pc-q35-7.2"),
            ("*", ""),
            ("virt*", "virt"),
            ("a?c", "abc"),
            ("*-b-*", "a-b-b-c"),
            ("x", "x"),
        ] {
            assert!(matches(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in
            [("pc-q35-*", "pc-i440fx-7.2"), ("", "x"), ("a?c", "ac"), ("virt", "virt-8.2"), ("*b", "bc")]
        {
            assert!(!matches(pattern, name), "{pattern} {name}");
        }
    }

    #[test]
    fn places_go_before_one_another_and_empty_files_hide() {
        let root = env::temp_dir().join(format!("virt-qemu-firmware-{}", std::process::id()));
        let (first, second) = (root.join("etc"), root.join("usr"));
        let bios = |path: &str| {
            format!(
                r#"{{"interface-types": ["bios"], "mapping": {{"device": "memory", "filename": "{path}"}},
                   "targets": [{{"architecture": "i386", "machines": ["pc-*"]}}], "features": ["acpi-s3", "newer"]}}"#
            )
        };
        for (directory, name, text) in [
            (&first, "50-b.json", String::new()),
            (&first, "60-c.json", bios("/mine")),
            (&second, "50-b.json", bios("/hidden")),
            (&second, "60-c.json", bios("/hidden")),
            (&second, "40-a.json", bios("/a")),
            (&second, ".swp", bios("/hidden")),
            (&second, "70-d.json", "{".to_owned()),
            (&second, "71-e.json", r#"{"firmware": {}}"#.to_owned()),
        ] {
            fs::create_dir_all(directory).unwrap();
            fs::write(directory.join(name), text).unwrap();
        }
        let found = load(&[first, second, root.join("missing")]);
        let paths: Vec<_> = found.iter().flat_map(|one| one.mapping.paths()).collect();
        assert_eq!(paths, ["/a", "/mine"]);
        assert!(found[0].fits("i686", "pc-i440fx-7.2") && !found[0].fits("x86_64", "pc-i440fx-7.2"));
        assert_eq!(found[0].features, [Feature::AcpiS3]);
        fs::remove_dir_all(root).unwrap();
    }
}
