//! The answers of an emulator, and what they make of it.

use super::{
    Accelerated, CpuModel, CpuProperty, Emulator, Expansion, Flag, Flags, Gic, Machine, Sev, Sgx, rule::Rule,
    schema::Schema,
};
use serde_json::Value;
use std::{
    collections::{HashMap, HashSet},
    path::Path,
};
use virt_error::{Result, bail};

/// The oldest emulator that can be used.
const OLDEST: u32 = 6_002_000;

/// What an emulator said, sorted for the rules.
#[derive(Debug, Default)]
pub struct Answers {
    pub version: u32,
    package: String,
    pub arch: String,
    kvm: bool,
    pub types: HashSet<String>,
    /// Of each type that was asked for: its properties, with what they are unless said otherwise.
    properties: HashMap<String, HashMap<String, Value>>,
    pub schema: Schema,
    pub options: HashMap<String, HashSet<String>>,
    pub migration: HashSet<String>,
    pub tpm_backends: HashSet<String>,
    pub tpm_models: HashSet<String>,
    gic: Vec<Gic>,
    sev: Option<Sev>,
    sgx: Option<Sgx>,
    /// With the accelerator that the emulator chose, and without one.
    first: Accelerated,
    second: Option<Accelerated>,
}

/// Which of the two conversations an answer is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// With KVM where it works; all questions are asked.
    First,
    /// Without an accelerator, for what depends on it.
    Second,
}

impl Answers {
    /// A property of a type, as far as it was asked for: the value that it has unless told otherwise.
    pub fn property(&self, kind: &str, name: &str) -> Option<&Value> {
        self.properties.get(kind)?.get(name)
    }

    /// Takes the value that a command returned. Commands that failed are not handed over: what they would have told
    /// is not there.
    pub fn take(&mut self, run: Run, command: &str, arguments: &Value, answer: Value) {
        match (run, command) {
            (Run::First, "query-version") => self.take_version(&answer),
            (Run::First, "query-target") => {
                self.arch = arch_name(answer["arch"].as_str().unwrap_or_default()).to_owned();
            }
            (Run::First, "query-kvm") => {
                self.kvm = answer["enabled"] == true && answer["present"] == true;
            }
            (Run::First, "query-qmp-schema") => self.schema = Schema::new(answer),
            (Run::First, "qom-list-types") => self.types = names(&answer, "name"),
            (Run::First, "device-list-properties" | "qom-list-properties") => {
                let Some(kind) = arguments["typename"].as_str() else { return };
                let list = items(answer)
                    .filter_map(|mut one| {
                        let default = one.get_mut("default-value").map(Value::take).unwrap_or_default();
                        Some((one["name"].as_str()?.to_owned(), default))
                    })
                    .collect();
                self.properties.insert(kind.to_owned(), list);
            }
            (Run::First, "query-tpm-models") => self.tpm_models = words(&answer),
            (Run::First, "query-tpm-types") => self.tpm_backends = words(&answer),
            (Run::First, "query-migrate-capabilities") => self.migration = names(&answer, "capability"),
            (Run::First, "query-command-line-options") => {
                self.options = items(answer)
                    .filter_map(|one| {
                        Some((one["option"].as_str()?.to_owned(), names(&one["parameters"], "name")))
                    })
                    .collect();
            }
            (Run::First, "query-gic-capabilities") => {
                self.gic = items(answer)
                    .filter_map(|one| {
                        Some(Gic {
                            version: u32::try_from(one["version"].as_u64()?).ok()?,
                            kernel: one["kernel"] == true,
                            emulated: one["emulated"] == true,
                        })
                    })
                    .collect();
            }
            (Run::First, "query-sev-capabilities") => self.sev = Sev::read(&answer),
            (Run::First, "query-sgx-capabilities") => self.sgx = Some(Sgx::read(&answer)),
            (run, _) => {
                let accelerated = match run {
                    Run::First => &mut self.first,
                    Run::Second => self.second.get_or_insert_default(),
                };
                accelerated.take(command, arguments, answer);
            }
        }
    }

    /// Adds what the second conversation told.
    pub fn join(&mut self, second: Answers) {
        self.second = second.second;
    }

    /// Whether guests can run with KVM: then the second conversation is of use.
    pub fn has_kvm(&self) -> bool {
        self.kvm
    }

    fn take_version(&mut self, answer: &Value) {
        let part =
            |name: &str| u32::try_from(answer["qemu"][name].as_u64().unwrap_or(0)).unwrap_or(0).min(999);
        self.version = part("major") * 1_000_000 + part("minor") * 1_000 + part("micro");
        self.package = answer["package"].as_str().unwrap_or_default().to_owned();
    }

    fn flags(&self) -> Flags {
        let mut flags: Flags = Flag::ALL.iter().copied().filter(|flag| flag.rule().holds(self)).collect();
        flags.set(Flag::Kvm, self.kvm);
        flags.set(Flag::CpuMax, self.first.models.iter().any(|model| model.name == "max"));
        flags.set(Flag::SevGuest, self.sev.is_some());
        flags.set(Flag::SevSnpGuest, self.sev.is_some() && Rule::Type(&["sev-snp-guest"]).holds(self));
        flags.set(Flag::SgxEpc, self.sgx.is_some());
        flags
    }

    /// The emulator that these are the answers of.
    ///
    /// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` for one that is too old, `VIR_ERR_INTERNAL_ERROR` for one that did not
    /// say what it is.
    pub fn finish(mut self, path: &Path) -> Result<Emulator> {
        let shown = path.display();
        if self.version == 0 || self.arch.is_empty() {
            bail!(Qemu, InternalError, "QEMU '{shown}' did not say its version and architecture");
        }
        if self.version < OLDEST {
            bail!(
                Qemu,
                ConfigUnsupported,
                "QEMU version >= 6.2.0 is required, but {} found",
                dotted(self.version)
            );
        }
        let flags = self.flags();
        if is_arm(&self.arch) || self.arch == "s390x" {
            // What the emulator leaves out for these is known: no machine of them but these has ACPI.
            let virt = |name: &str| name == "virt" || name.starts_with("virt-");
            let arm = is_arm(&self.arch);
            for machine in
                self.first.machines.iter_mut().chain(self.second.iter_mut().flat_map(|a| &mut a.machines))
            {
                machine.acpi = machine.acpi.or(Some(arm && virt(&machine.name)));
            }
        }
        let (kvm, tcg) = match (self.kvm, self.second) {
            (true, second) => (Some(self.first), second.unwrap_or_default()),
            (false, _) => (None, self.first),
        };
        Ok(Emulator {
            path: path.to_owned(),
            arch: self.arch,
            version: self.version,
            package: self.package,
            flags,
            gic: self.gic,
            sev: self.sev,
            sgx: self.sgx,
            kvm,
            tcg,
        })
    }
}

impl Accelerated {
    fn take(&mut self, command: &str, arguments: &Value, answer: Value) {
        match command {
            "query-machines" => self.machines = machines(answer),
            "query-cpu-definitions" => {
                self.models = items(answer).filter_map(|one| CpuModel::read(&one)).collect()
            }
            "query-cpu-model-expansion" => {
                let Some(expansion) = Expansion::read(answer) else { return };
                let full = arguments["type"] == "full";
                let props = &arguments["model"]["props"];
                if props["hv-passthrough"] == true {
                    self.hyperv = Some(expansion);
                } else if props["migratable"] == false {
                    self.unmigratable = Some(expansion);
                } else if full && self.host.is_some() {
                    self.full = Some(expansion);
                } else {
                    self.host = Some(expansion);
                }
            }
            _ => {}
        }
    }
}

fn machines(answer: Value) -> Vec<Machine> {
    let mut list: Vec<Machine> = items(answer)
        .filter_map(|one| {
            let text = |name: &str| one[name].as_str().map(str::to_owned);
            let name = text("name")?;
            (name != "none").then(|| Machine {
                alias: text("alias"),
                default: one["is-default"] == true,
                max_cpus: one["cpu-max"].as_u64().and_then(|max| u32::try_from(max).ok()).unwrap_or(0),
                hotplug_cpus: one["hotpluggable-cpus"] == true,
                deprecated: one["deprecated"] == true,
                default_cpu: text("default-cpu-type"),
                default_ram_id: text("default-ram-id"),
                numa_mem_supported: one["numa-mem-supported"] == true,
                acpi: one["acpi"].as_bool(),
                name,
            })
        })
        .collect();
    // Where the emulator has no default of its own, as on Arm, it is the machine made for guests.
    if list.iter().all(|machine| !machine.default) {
        let virt =
            |machine: &&mut Machine| machine.name == "virt" || machine.alias.as_deref() == Some("virt");
        if let Some(machine) = list.iter_mut().find(virt) {
            machine.default = true;
        }
    }
    // The default comes first, as libvirt lists it.
    if let Some(default) = list.iter().position(|machine| machine.default) {
        list[..=default].rotate_right(1);
    }
    list
}

impl CpuModel {
    fn read(one: &Value) -> Option<CpuModel> {
        let text = |name: &str| one[name].as_str().unwrap_or_default().to_owned();
        Some(CpuModel {
            name: one["name"].as_str()?.to_owned(),
            kind: text("typename"),
            blockers: one["unavailable-features"]
                .as_array()
                .map(|list| list.iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect()),
            deprecated: one["deprecated"] == true,
            alias_of: one["alias-of"].as_str().filter(|name| !name.is_empty()).map(str::to_owned),
        })
    }
}

impl Expansion {
    fn read(mut answer: Value) -> Option<Expansion> {
        let deprecated = words_in_order(&answer["deprecated-props"]);
        let mut model = answer.get_mut("model")?.take();
        let properties = match model.get_mut("props").map(Value::take) {
            Some(Value::Object(map)) => {
                map.into_iter().filter_map(|(name, value)| Some((name, CpuProperty::read(value)?))).collect()
            }
            _ => Vec::new(),
        };
        Some(Expansion { model: model["name"].as_str()?.to_owned(), properties, deprecated })
    }
}

impl CpuProperty {
    pub(super) fn read(value: Value) -> Option<CpuProperty> {
        Some(match value {
            Value::Bool(value) => CpuProperty::Switch(value),
            Value::String(value) => CpuProperty::Text(value),
            Value::Number(value) => CpuProperty::Number(
                value
                    .as_i64()
                    .or_else(|| value.as_u64().map(|big| i64::try_from(big).unwrap_or(i64::MAX)))?,
            ),
            _ => return None,
        })
    }
}

impl Sev {
    pub(super) fn read(answer: &Value) -> Option<Sev> {
        let number = |name: &str| answer[name].as_u64().and_then(|value| u32::try_from(value).ok());
        let text = |name: &str| answer[name].as_str().map(str::to_owned);
        Some(Sev {
            pdh: text("pdh")?,
            cert_chain: text("cert-chain")?,
            cpu0_id: text("cpu0-id"),
            c_bit: number("cbitpos")?,
            reduced_phys_bits: number("reduced-phys-bits")?,
        })
    }
}

impl Sgx {
    fn read(answer: &Value) -> Sgx {
        let sections = items(answer["sections"].clone())
            .filter_map(|one| {
                Some((u32::try_from(one["node"].as_u64()?).ok()?, one["size"].as_u64()? / 1024))
            })
            .collect::<Vec<_>>();
        let total = answer["section-size"].as_u64().map(|size| size / 1024);
        Sgx {
            flc: answer["flc"] == true,
            sgx1: answer["sgx1"] == true,
            sgx2: answer["sgx2"] == true,
            size: total.unwrap_or_else(|| sections.iter().map(|(_, size)| size).sum()),
            sections,
        }
    }
}

fn items(answer: Value) -> impl Iterator<Item = Value> {
    let list = match answer {
        Value::Array(list) => list,
        _ => Vec::new(),
    };
    list.into_iter()
}

fn words_in_order(answer: &Value) -> Vec<String> {
    let list = answer.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(|word| Some(word.as_str()?.to_owned())).collect()
}

fn words(answer: &Value) -> HashSet<String> {
    words_in_order(answer).into_iter().collect()
}

fn names(answer: &Value, key: &str) -> HashSet<String> {
    let list = answer.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(|one| Some(one[key].as_str()?.to_owned())).collect()
}

/// libvirt's name of an architecture that QEMU names.
pub fn arch_name(qemu: &str) -> &str {
    match qemu {
        "i386" => "i686",
        "arm" => "armv7l",
        "or1k" => "openrisc",
        other => other,
    }
}

fn is_arm(arch: &str) -> bool {
    matches!(arch, "aarch64" | "armv6l" | "armv7l" | "armv7b")
}

/// `6.2.0` for 6002000.
pub fn dotted(version: u32) -> String {
    format!("{}.{}.{}", version / 1_000_000, version / 1_000 % 1_000, version % 1_000)
}
