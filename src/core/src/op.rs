//! What is known of an operation besides its types: number, priority, who may call it.

use crate::constants::{VIR_DOMAIN_AFFECT_CONFIG, VIR_DOMAIN_AFFECT_LIVE};
use virt_error::{Code, Error, Origin, Result};

/// A program of the wire protocol.
#[allow(non_camel_case_types)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u32)]
pub enum Program {
    remote = 0x2000_8086,
    qemu = 0x2000_8087,
    lxc = 0x0006_8000,
    admin = 0x0690_0690,
}

/// Which block of the table a row stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Call,
    Stream,
    Irregular,
    Protocol,
}

/// When a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Never,
    Always,
    /// The flags select the persistent configuration: CONFIG is set, or neither CONFIG nor LIVE is.
    Config,
    /// One of these flags is set.
    Flags(u32),
    /// The argument `source` has this value.
    Source(u32),
}

impl When {
    /// Whether the rule holds for a call with these `flags`, and this `source` where the operation has one.
    pub fn holds(self, flags: u32, source: u32) -> bool {
        match self {
            When::Never => false,
            When::Always => true,
            When::Config => flags & VIR_DOMAIN_AFFECT_CONFIG != 0 || flags & VIR_DOMAIN_AFFECT_LIVE == 0,
            When::Flags(wanted) => flags & wanted != 0,
            When::Source(wanted) => source == wanted,
        }
    }
}

/// A permission on an object that a caller needs; names as in access policies, `_` for `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    pub object: &'static str,
    pub permission: &'static str,
    pub when: When,
}

/// An operation of the API table.
#[derive(Debug)]
pub struct Op {
    pub program: Program,
    /// The procedure number on the wire.
    pub number: i32,
    pub name: &'static str,
    /// The names of the arguments in wire order.
    pub arguments: &'static [&'static str],
    pub form: Form,
    /// Answered by a worker that never waits for a guest.
    pub high_priority: bool,
    /// When a read-only connection is refused.
    pub writes: When,
    /// The refusal is about seeing secrets, and says so.
    pub shows_secrets: bool,
    pub rules: &'static [Rule],
    /// The part of the library that errors of this operation's public function come from.
    pub origin: Origin,
    /// The permission that each listed object needs to be shown.
    pub filter: Option<(&'static str, &'static str)>,
}

impl Op {
    pub(crate) const fn high(mut self) -> Op {
        self.high_priority = true;
        self
    }

    pub(crate) const fn of(mut self, origin: Origin) -> Op {
        self.origin = origin;
        self
    }

    pub(crate) const fn secure(mut self, flags: u32) -> Op {
        self.writes = When::Flags(flags);
        self.shows_secrets = true;
        self
    }

    pub(crate) const fn writes(mut self, when: When) -> Op {
        self.writes = when;
        self
    }

    /// Refuses a call on a read-only connection when the operation writes: `VIR_ERR_OPERATION_DENIED`.
    ///
    /// `api` is the public function that was called; it names what was prevented.
    #[inline]
    pub fn check_writable(&self, read_only: bool, flags: u32, source: u32, api: &str) -> Result<()> {
        if read_only && self.writes.holds(flags, source) {
            return Err(self.read_only_refusal(api));
        }
        Ok(())
    }

    /// What a read-only connection hears that calls `api`.
    #[cold]
    pub fn read_only_refusal(&self, api: &str) -> Error {
        let text = match self.shows_secrets {
            true => format!("{api} with secure flag"),
            false => format!("read only access prevents {api}"),
        };
        Error::new(self.origin, Code::OperationDenied, text)
    }

    /// The public function of this operation: `domain_get_xml_desc` is `virDomainGetXMLDesc`.
    pub fn api_name(&self) -> String {
        let words = match self.program {
            Program::admin => self.name.trim_start_matches("adm_"),
            _ => self.name,
        };
        let mut name = String::from(if self.program == Program::admin { "virAdm" } else { "vir" });
        for word in words.split('_') {
            match CAPITALS.iter().find(|(plain, _)| *plain == word) {
                Some((_, spelt)) => name.push_str(spelt),
                None => {
                    let mut letters = word.chars();
                    name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
                    name.push_str(letters.as_str());
                }
            }
        }
        name
    }
}

/// Words that public function names spell in their own way.
const CAPITALS: &[(&str, &str)] = &[
    ("cpu", "CPU"),
    ("dhcp", "DHCP"),
    ("fd", "FD"),
    ("fs", "FS"),
    ("fsfreeze", "FSFreeze"),
    ("fsinfo", "FSInfo"),
    ("fsthaw", "FSThaw"),
    ("fstrim", "FSTrim"),
    ("id", "ID"),
    ("io", "Io"),
    ("iothread", "IOThread"),
    ("mac", "MAC"),
    ("nmi", "NMI"),
    ("nwfilter", "NWFilter"),
    ("nwfilters", "NWFilters"),
    ("os", "OS"),
    ("pm", "PM"),
    ("scsi", "SCSI"),
    ("sev", "SEV"),
    ("ssh", "SSH"),
    ("threadpool", "ThreadPool"),
    ("uri", "URI"),
    ("uuid", "UUID"),
    ("wwn", "WWN"),
    ("xml", "XML"),
];
