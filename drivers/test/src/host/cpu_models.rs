//! The names of the processor models that libvirt knows, by architecture.

use virt_error::{Result, bail};

const X86: &[&str] = &[
    "486",
    "pentium",
    "pentium2",
    "pentium3",
    "pentiumpro",
    "coreduo",
    "n270",
    "core2duo",
    "qemu32",
    "kvm32",
    "cpu64-rhel5",
    "cpu64-rhel6",
    "qemu64",
    "kvm64",
    "Conroe",
    "Penryn",
    "Nehalem",
    "Nehalem-IBRS",
    "Westmere",
    "Westmere-IBRS",
    "SandyBridge",
    "SandyBridge-IBRS",
    "IvyBridge",
    "IvyBridge-IBRS",
    "Haswell-noTSX",
    "Haswell-noTSX-IBRS",
    "Haswell",
    "Haswell-IBRS",
    "Broadwell-noTSX",
    "Broadwell-noTSX-IBRS",
    "Broadwell",
    "Broadwell-IBRS",
    "Skylake-Client",
    "Skylake-Client-IBRS",
    "Skylake-Client-noTSX-IBRS",
    "Skylake-Server",
    "Skylake-Server-IBRS",
    "Skylake-Server-noTSX-IBRS",
    "Cascadelake-Server",
    "Cascadelake-Server-noTSX",
    "Icelake-Client",
    "Icelake-Client-noTSX",
    "Icelake-Server",
    "Icelake-Server-noTSX",
    "Cooperlake",
    "Snowridge",
    "athlon",
    "phenom",
    "Opteron_G1",
    "Opteron_G2",
    "Opteron_G3",
    "Opteron_G4",
    "Opteron_G5",
    "EPYC",
    "EPYC-IBPB",
    "EPYC-Rome",
    "EPYC-Milan",
    "Dhyana",
];

const PPC64: &[&str] = &["POWER6", "POWER7", "POWER8", "POWER9", "POWER10", "POWERPC_e5500", "POWERPC_e6500"];

/// Architectures that libvirt knows, but has no processor driver for.
const WITHOUT_MODELS: &[&str] = &[
    "alpha",
    "armv6l",
    "armv7b",
    "cris",
    "itanium",
    "lm32",
    "loongarch64",
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
    "s390",
    "sh4",
    "sh4eb",
    "sparc",
    "sparc64",
    "unicore32",
    "xtensa",
    "xtensaeb",
];

/// The models of an architecture.
///
/// Errors: `VIR_ERR_INVALID_ARG` for an unknown architecture, `VIR_ERR_NO_SUPPORT` for one without models.
pub fn of(arch: &str) -> Result<&'static [&'static str]> {
    match arch {
        "i686" | "x86_64" => Ok(X86),
        "ppc64" | "ppc64le" => Ok(PPC64),
        "aarch64" | "armv7l" | "s390x" | "riscv32" | "riscv64" => Ok(&[]),
        _ if WITHOUT_MODELS.contains(&arch) => {
            bail!(Cpu, NoSupport, "'{arch}' architecture is not supported by CPU driver")
        }
        _ => bail!(Test, InvalidArg, "cannot find architecture {arch}"),
    }
}
