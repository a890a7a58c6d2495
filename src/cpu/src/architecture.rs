//! Architectures, and which of them have processors that can be compared.

use virt_error::{Result, bail};

/// Architectures whose processors are described in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    X86,
    Ppc64,
    Arm,
    S390,
    Riscv64,
    LoongArch,
}

const FAMILIES: &[(Family, &[&str])] = &[
    (Family::X86, &["i686", "x86_64"]),
    (Family::Ppc64, &["ppc64", "ppc64le"]),
    (Family::Arm, &["armv6l", "armv7b", "armv7l", "aarch64"]),
    (Family::S390, &["s390", "s390x"]),
    (Family::Riscv64, &["riscv64"]),
    (Family::LoongArch, &["loongarch64"]),
];

/// Architectures of which nothing but the name is known.
const OTHERS: &[&str] = &[
    "alpha",
    "cris",
    "ia64",
    "lm32",
    "m68k",
    "microblaze",
    "microblazeel",
    "mips",
    "mipsel",
    "mips64",
    "mips64el",
    "openrisc",
    "parisc",
    "parisc64",
    "ppc",
    "ppcle",
    "ppcemb",
    "riscv32",
    "sh4",
    "sh4eb",
    "sparc",
    "sparc64",
    "unicore32",
    "xtensa",
    "xtensaeb",
];

/// Whether there is an architecture of this name.
pub fn is_known(name: &str) -> bool {
    family(name).is_some() || OTHERS.contains(&name)
}

fn family(name: &str) -> Option<Family> {
    FAMILIES.iter().find(|(_, names)| names.contains(&name)).map(|(family, _)| *family)
}

/// The family of an architecture, or the error that nothing is known of its processors.
pub fn family_of(name: &str) -> Result<Family> {
    match family(name) {
        Some(family) => Ok(family),
        None => bail!(Cpu, NoSupport, "'{name}' architecture is not supported by CPU driver"),
    }
}
