//! What emulators said, kept on disk until something changes that the answers depend on.

use super::{Accelerated, CpuModel, CpuProperty, Emulator, Expansion, Flag, Gic, Machine, Sev, Sgx};
use serde_json::{Map, Value, json};
use std::{
    fs,
    io::Read,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};
use virt_error::{Error, Origin, Result};
use virt_sys::durable;

/// Raised when the form of the files, or the questions, change within a version of the library.
const FORM: u32 = 1;

/// Everything that the answers of an emulator depend on, besides the emulator itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Surroundings {
    /// Whether this process can use KVM.
    pub kvm: bool,
    /// The kernel's release and build, and the settings of its module.
    kernel: String,
    /// What the processor is.
    processor: String,
}

impl Surroundings {
    pub fn of_host() -> Surroundings {
        let text = |path: &str| fs::read_to_string(path).unwrap_or_default().trim().to_owned();
        let kernel = [
            "/proc/sys/kernel/osrelease",
            "/proc/sys/kernel/version",
            "/sys/module/kvm_intel/parameters/nested",
            "/sys/module/kvm_amd/parameters/nested",
        ];
        Surroundings { kvm: kvm_is_usable(), kernel: kernel.map(text).join(" | "), processor: processor() }
    }
}

/// Whether this process may use KVM now: its module may come and go, and permissions change.
pub fn kvm_is_usable() -> bool {
    fs::OpenOptions::new().read(true).write(true).open("/dev/kvm").is_ok()
}

/// The lasting lines of the first processor's description.
fn processor() -> String {
    /// More than one processor's description; that of all can take the kernel long to make.
    const ENOUGH: u64 = 4096;
    let mut text = Vec::new();
    let read = fs::File::open("/proc/cpuinfo").and_then(|file| file.take(ENOUGH).read_to_end(&mut text));
    if read.is_err() {
        return String::new();
    }
    let text = String::from_utf8_lossy(&text);
    let lasting = |line: &&str| !line.starts_with("cpu MHz") && !line.starts_with("bogomips");
    text.lines().take_while(|line| !line.is_empty()).filter(lasting).collect::<Vec<_>>().join("\n")
}

/// The emulator's file as it was when it was asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stamp {
    changed: (i64, i64),
    modified: (i64, i64),
    size: u64,
    inode: u64,
}

impl Stamp {
    /// Errors: `VIR_ERR_SYSTEM_ERROR` with libvirt's text when there is no such program.
    pub fn of(path: &Path) -> Result<Stamp> {
        let data = fs::metadata(path).map_err(|cause| {
            Error::system(Origin::Qemu, format!("Cannot check QEMU binary {}", path.display()), &cause)
        })?;
        Ok(Stamp {
            changed: (data.ctime(), data.ctime_nsec()),
            modified: (data.mtime(), data.mtime_nsec()),
            size: data.size(),
            inode: data.ino(),
        })
    }

    fn text(&self) -> String {
        format!("{self:?}")
    }
}

/// The file of an emulator.
fn place(directory: &Path, emulator: &Path) -> PathBuf {
    // FNV-1a: names stay the same from run to run, and need not be safe from anybody who can write there.
    let hash =
        emulator.as_os_str().as_encoded_bytes().iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
    let name = emulator.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name: String = name.chars().take(100).collect();
    directory.join(format!("{name}-{hash:016x}.json"))
}

fn identity(path: &Path, stamp: &Stamp, surroundings: &Surroundings) -> Value {
    json!({
        "form": FORM,
        "library": env!("CARGO_PKG_VERSION"),
        "path": path.to_string_lossy(),
        "file": stamp.text(),
        "kvm": surroundings.kvm,
        "kernel": surroundings.kernel,
        "processor": surroundings.processor,
    })
}

/// The emulator as it was kept; `None` when it was not, when something has changed, or when the file is damaged.
pub fn load(directory: &Path, path: &Path, stamp: &Stamp, surroundings: &Surroundings) -> Option<Emulator> {
    let file = place(directory, path);
    let text = fs::read(&file).ok()?;
    let value: Value = serde_json::from_slice(&text)
        .inspect_err(|cause| log::warn!("{} is damaged: {cause}", file.display()))
        .ok()?;
    if value["of"] != identity(path, stamp, surroundings) {
        return None;
    }
    let emulator = read_emulator(path, &value["emulator"]);
    if emulator.is_none() {
        log::warn!("{} is damaged: the emulator is not whole", file.display());
    }
    emulator
}

/// Keeps an emulator. A failure costs time later and nothing else, so it is only logged.
pub fn store(directory: &Path, stamp: &Stamp, surroundings: &Surroundings, emulator: &Emulator) {
    let value = json!({
        "of": identity(&emulator.path, stamp, surroundings),
        "emulator": write_emulator(emulator),
    });
    let written = durable::make_directory(directory, 0o755).and_then(|()| {
        durable::write(&place(directory, &emulator.path), value.to_string().as_bytes(), 0o600)
    });
    if let Err(error) = written {
        log::warn!("cannot keep what {} said: {}", emulator.path.display(), error.message());
    }
}

fn write_emulator(emulator: &Emulator) -> Value {
    json!({
        "arch": emulator.arch,
        "version": emulator.version,
        "package": emulator.package,
        "flags": emulator.flags.iter().map(Flag::word).collect::<Vec<_>>(),
        "gic": emulator.gic.iter().map(|gic| json!([gic.version, gic.kernel, gic.emulated])).collect::<Vec<_>>(),
        "sev": emulator.sev.as_ref().map(|sev| json!({
            "pdh": sev.pdh, "cert-chain": sev.cert_chain, "cpu0-id": sev.cpu0_id, "cbitpos": sev.c_bit,
            "reduced-phys-bits": sev.reduced_phys_bits,
        })),
        "sgx": emulator.sgx.as_ref().map(|sgx| json!([sgx.flc, sgx.sgx1, sgx.sgx2, sgx.size, sgx.sections])),
        "kvm": emulator.kvm.as_ref().map(write_accelerated),
        "tcg": write_accelerated(&emulator.tcg),
    })
}

fn read_emulator(path: &Path, value: &Value) -> Option<Emulator> {
    let words: Vec<&str> = list(&value["flags"], Value::as_str)?;
    let flags = Flag::ALL.iter().copied().filter(|flag| words.contains(&flag.word())).collect();
    Some(Emulator {
        path: path.to_owned(),
        arch: text(&value["arch"])?,
        version: number(&value["version"])?,
        package: text(&value["package"])?,
        flags,
        gic: list(&value["gic"], |one| {
            Some(Gic { version: number(&one[0])?, kernel: one[1].as_bool()?, emulated: one[2].as_bool()? })
        })?,
        sev: optional(&value["sev"], Sev::read)?,
        sgx: optional(&value["sgx"], |one| {
            Some(Sgx {
                flc: one[0].as_bool()?,
                sgx1: one[1].as_bool()?,
                sgx2: one[2].as_bool()?,
                size: one[3].as_u64()?,
                sections: list(&one[4], |section| Some((number(&section[0])?, section[1].as_u64()?)))?,
            })
        })?,
        kvm: optional(&value["kvm"], read_accelerated)?,
        tcg: read_accelerated(&value["tcg"])?,
    })
}

fn write_accelerated(accelerated: &Accelerated) -> Value {
    let machines = accelerated.machines.iter().map(|machine| {
        json!([
            machine.name,
            machine.alias,
            machine.default,
            machine.max_cpus,
            machine.hotplug_cpus,
            machine.deprecated,
            machine.default_cpu,
            machine.default_ram_id,
            machine.numa_mem_supported,
            machine.acpi,
        ])
    });
    let models = accelerated
        .models
        .iter()
        .map(|model| json!([model.name, model.kind, model.blockers, model.deprecated, model.alias_of]));
    json!({
        "machines": machines.collect::<Vec<_>>(),
        "models": models.collect::<Vec<_>>(),
        "host": accelerated.host.as_ref().map(write_expansion),
        "unmigratable": accelerated.unmigratable.as_ref().map(write_expansion),
        "full": accelerated.full.as_ref().map(write_expansion),
        "hyperv": accelerated.hyperv.as_ref().map(write_expansion),
    })
}

fn read_accelerated(value: &Value) -> Option<Accelerated> {
    Some(Accelerated {
        machines: list(&value["machines"], |one| {
            Some(Machine {
                name: text(&one[0])?,
                alias: optional(&one[1], text)?,
                default: one[2].as_bool()?,
                max_cpus: number(&one[3])?,
                hotplug_cpus: one[4].as_bool()?,
                deprecated: one[5].as_bool()?,
                default_cpu: optional(&one[6], text)?,
                default_ram_id: optional(&one[7], text)?,
                numa_mem_supported: one[8].as_bool()?,
                acpi: optional(&one[9], Value::as_bool)?,
            })
        })?,
        models: list(&value["models"], |one| {
            Some(CpuModel {
                name: text(&one[0])?,
                kind: text(&one[1])?,
                blockers: optional(&one[2], |names| list(names, text))?,
                deprecated: one[3].as_bool()?,
                alias_of: optional(&one[4], text)?,
            })
        })?,
        host: optional(&value["host"], read_expansion)?,
        unmigratable: optional(&value["unmigratable"], read_expansion)?,
        full: optional(&value["full"], read_expansion)?,
        hyperv: optional(&value["hyperv"], read_expansion)?,
    })
}

fn write_expansion(expansion: &Expansion) -> Value {
    json!([expansion.model, write_properties(&expansion.properties), expansion.deprecated])
}

fn read_expansion(value: &Value) -> Option<Expansion> {
    Some(Expansion {
        model: text(&value[0])?,
        properties: read_properties(&value[1])?,
        deprecated: list(&value[2], text)?,
    })
}

type Properties = Vec<(String, CpuProperty)>;

fn write_properties(properties: &[(String, CpuProperty)]) -> Value {
    let map: Map<String, Value> = properties
        .iter()
        .map(|(name, value)| {
            let value = match value {
                CpuProperty::Switch(on) => json!(on),
                CpuProperty::Number(number) => json!(number),
                CpuProperty::Text(text) => json!(text),
            };
            (name.clone(), value)
        })
        .collect();
    Value::Object(map)
}

fn read_properties(value: &Value) -> Option<Properties> {
    value
        .as_object()?
        .iter()
        .map(|(name, value)| Some((name.clone(), CpuProperty::read(value.clone())?)))
        .collect()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok())
}

/// `Some(None)` for null; `None` when it is there and makes no sense.
fn optional<'v, T>(value: &'v Value, read: impl FnOnce(&'v Value) -> Option<T>) -> Option<Option<T>> {
    if value.is_null() { Some(None) } else { read(value).map(Some) }
}

fn list<'v, T>(value: &'v Value, read: impl FnMut(&'v Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emulator::recording::recorded;

    #[test]
    fn an_emulator_is_found_again_until_something_changes() {
        for name in ["10.0.0_x86_64+amdsev", "10.0.0_s390x", "8.2.0_aarch64", "9.0.0_sparc"] {
            let Some(emulator) = recorded(name) else { return };
            let value = write_emulator(&emulator);
            let read = read_emulator(&emulator.path, &value).unwrap();
            assert_eq!(format!("{emulator:?}"), format!("{read:?}"));
        }
        let Some(mut emulator) = recorded("9.0.0_sparc") else { return };
        let directory = std::env::temp_dir().join(format!("virt-qemu-cache-{}", std::process::id()));
        emulator.path = "/bin/true".into();
        let surroundings = Surroundings::of_host();
        let stamp = Stamp::of(&emulator.path).unwrap();
        assert!(load(&directory, &emulator.path, &stamp, &surroundings).is_none());
        store(&directory, &stamp, &surroundings, &emulator);
        let again = |stamp: &Stamp, around: &Surroundings| load(&directory, &emulator.path, stamp, around);
        assert_eq!(again(&stamp, &surroundings).unwrap().version, 9_000_000);
        assert!(again(&Stamp { size: 1, ..stamp }, &surroundings).is_none());
        assert!(again(&stamp, &Surroundings { kvm: !surroundings.kvm, ..surroundings.clone() }).is_none());
        let file = place(&directory, &emulator.path);
        let whole = fs::read_to_string(&file).unwrap();
        for damaged in
            ["", "{", "null", "[1]", &whole[..whole.len() / 2], &whole.replace("\"machines\"", "\"m\"")]
        {
            fs::write(&file, damaged).unwrap();
            assert!(again(&stamp, &surroundings).is_none(), "{damaged:.20}");
        }
        fs::remove_dir_all(&directory).unwrap();
    }

    #[test]
    fn a_program_that_is_not_there_is_told() {
        let error = Stamp::of(Path::new("/nonexistent/qemu")).unwrap_err();
        assert!(
            error
                .message()
                .ends_with("Cannot check QEMU binary /nonexistent/qemu: No such file or directory"),
            "{error}"
        );
    }
}
