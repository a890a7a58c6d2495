//! The models of x86 processors, in the order in which they are listed; what follows is newer, and tried first.

use super::database::{Decode::*, Model, Signature, Vendor};

pub static INTEL: Vendor = Vendor { name: "Intel", string: *b"GenuineIntel" };
pub static AMD: Vendor = Vendor { name: "AMD", string: *b"AuthenticAMD" };
pub static HYGON: Vendor = Vendor { name: "Hygon", string: *b"HygonGenuine" };
pub static ZHAOXIN: Vendor = Vendor { name: "Zhaoxin CentaurHauls", string: *b"CentaurHauls" };

pub static VENDORS: &[&Vendor] = &[&INTEL, &AMD, &HYGON, &ZHAOXIN];

const fn any(family: u32, model: u32) -> Signature {
    Signature { family, model, steppings: u16::MAX }
}

const fn stepping(family: u32, model: u32, steppings: u16) -> Signature {
    Signature { family, model, steppings }
}

#[rustfmt::skip]
pub static MODELS: &[Model] = &[
    Model {
        name: "486",
        decode: Both,
        vendor: None,
        signatures: &[],
        base: "",
        features: "fpu pse vme",
        removed: "",
    },
    Model {
        name: "pentium",
        decode: Both,
        vendor: None,
        signatures: &[],
        base: "",
        features: "cx8 de fpu mce mmx msr pse tsc vme",
        removed: "",
    },
    Model {
        name: "pentium2",
        decode: Both,
        vendor: None,
        signatures: &[],
        base: "pentium",
        features: "cmov fxsr mca mtrr pae pat pge pse36 sep",
        removed: "",
    },
    Model {
        name: "pentium3",
        decode: Both,
        vendor: None,
        signatures: &[],
        base: "pentium2",
        features: "sse",
        removed: "",
    },
    Model {
        name: "pentiumpro",
        decode: Both,
        vendor: None,
        signatures: &[],
        base: "pentium3",
        features: "apic sse2 -mca -mtrr -pse36 -vme",
        removed: "",
    },
    Model {
        name: "coreduo",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[],
        base: "pentium3",
        features: "apic clflush monitor nx pni sse2 -pse36",
        removed: "",
    },
    Model {
        name: "n270",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[],
        base: "coreduo",
        features: "ssse3",
        removed: "",
    },
    Model {
        name: "core2duo",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[],
        base: "n270",
        features: "lm pse36 syscall",
        removed: "",
    },
    Model {
        name: "qemu32",
        decode: Both,
        vendor: None,
        signatures: &[],
        base: "pentiumpro",
        features: "pni",
        removed: "",
    },
    Model {
        name: "kvm32",
        decode: Both,
        vendor: None,
        signatures: &[],
        base: "coreduo",
        features: "pse36 -monitor -nx -vme",
        removed: "",
    },
    Model {
        name: "cpu64-rhel5",
        decode: Neither,
        vendor: None,
        signatures: &[],
        base: "core2duo",
        features: "-monitor -ssse3 -vme",
        removed: "",
    },
    Model {
        name: "cpu64-rhel6",
        decode: Neither,
        vendor: None,
        signatures: &[],
        base: "cpu64-rhel5",
        features: "cx16 lahf_lm",
        removed: "",
    },
    Model {
        name: "qemu64",
        decode: Both,
        vendor: None,
        signatures: &[],
        base: "cpu64-rhel5",
        features: "cx16 svm",
        removed: "",
    },
    Model {
        name: "kvm64",
        decode: Both,
        vendor: None,
        signatures: &[],
        base: "cpu64-rhel5",
        features: "cx16",
        removed: "",
    },
    Model {
        name: "Conroe",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 15), any(6, 22)],
        base: "cpu64-rhel5",
        features: "lahf_lm ssse3",
        removed: "",
    },
    Model {
        name: "Penryn",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 23), any(6, 29)],
        base: "cpu64-rhel6",
        features: "sse4.1 ssse3",
        removed: "",
    },
    Model {
        name: "Nehalem",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 26), any(6, 30), any(6, 31), any(6, 46)],
        base: "Penryn",
        features: "popcnt sse4.2",
        removed: "",
    },
    Model {
        name: "Nehalem-IBRS",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 26), any(6, 30), any(6, 31), any(6, 46)],
        base: "Nehalem",
        features: "spec-ctrl",
        removed: "",
    },
    Model {
        name: "Westmere",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 44), any(6, 47), any(6, 37)],
        base: "Nehalem",
        features: "aes",
        removed: "",
    },
    Model {
        name: "Westmere-IBRS",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 44)],
        base: "Nehalem-IBRS",
        features: "aes",
        removed: "",
    },
    Model {
        name: "SandyBridge",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 42), any(6, 45)],
        base: "Westmere",
        features: "avx pclmuldq rdtscp tsc-deadline x2apic xsave",
        removed: "",
    },
    Model {
        name: "SandyBridge-IBRS",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 42), any(6, 45)],
        base: "SandyBridge",
        features: "spec-ctrl",
        removed: "",
    },
    Model {
        name: "IvyBridge",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 58), any(6, 62)],
        base: "SandyBridge",
        features: "erms f16c fsgsbase rdrand smep vme",
        removed: "",
    },
    Model {
        name: "IvyBridge-IBRS",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 58), any(6, 62)],
        base: "IvyBridge",
        features: "spec-ctrl",
        removed: "",
    },
    Model {
        name: "Haswell-noTSX",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 60), any(6, 63), any(6, 69), any(6, 70)],
        base: "SandyBridge",
        features: "avx2 bmi1 bmi2 erms fma fsgsbase invpcid movbe pcid smep",
        removed: "",
    },
    Model {
        name: "Haswell-noTSX-IBRS",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 60), any(6, 63), any(6, 69), any(6, 70)],
        base: "Haswell-noTSX",
        features: "spec-ctrl",
        removed: "",
    },
    Model {
        name: "Haswell",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 60), any(6, 63), any(6, 69), any(6, 70)],
        base: "Haswell-noTSX",
        features: "hle rtm",
        removed: "",
    },
    Model {
        name: "Haswell-IBRS",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 60), any(6, 63), any(6, 69), any(6, 70)],
        base: "Haswell",
        features: "spec-ctrl",
        removed: "",
    },
    Model {
        name: "Broadwell-noTSX",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 61), any(6, 71), any(6, 79), any(6, 86)],
        base: "Haswell-noTSX",
        features: "3dnowprefetch adx rdseed smap",
        removed: "",
    },
    Model {
        name: "Broadwell-noTSX-IBRS",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 61), any(6, 71), any(6, 79), any(6, 86)],
        base: "Broadwell-noTSX",
        features: "spec-ctrl",
        removed: "",
    },
    Model {
        name: "Broadwell",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 61), any(6, 71), any(6, 79), any(6, 86)],
        base: "Broadwell-noTSX",
        features: "hle rtm",
        removed: "",
    },
    Model {
        name: "Broadwell-IBRS",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 61), any(6, 71), any(6, 79), any(6, 86)],
        base: "Broadwell",
        features: "spec-ctrl",
        removed: "",
    },
    Model {
        name: "Skylake-Client",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 94), any(6, 78), any(6, 142), any(6, 158)],
        base: "Broadwell",
        features: "abm arat f16c rdrand vme xgetbv1 xsavec xsaveopt",
        removed: "mpx",
    },
    Model {
        name: "Skylake-Client-IBRS",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 94), any(6, 78), any(6, 142), any(6, 158)],
        base: "Skylake-Client",
        features: "spec-ctrl",
        removed: "mpx",
    },
    Model {
        name: "Skylake-Client-noTSX-IBRS",
        decode: Host,
        vendor: Some(&INTEL),
        signatures: &[any(6, 94), any(6, 78), any(6, 142), any(6, 158)],
        base: "Skylake-Client-IBRS",
        features: "-hle -rtm",
        removed: "mpx",
    },
    Model {
        name: "Skylake-Server",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[stepping(6, 85, 0x1f)],
        base: "Skylake-Client",
        features: "avx512bw avx512cd avx512dq avx512f avx512vl clwb pdpe1gb",
        removed: "mpx",
    },
    Model {
        name: "Skylake-Server-IBRS",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[stepping(6, 85, 0x1f)],
        base: "Skylake-Server",
        features: "spec-ctrl",
        removed: "mpx",
    },
    Model {
        name: "Skylake-Server-noTSX-IBRS",
        decode: Host,
        vendor: Some(&INTEL),
        signatures: &[stepping(6, 85, 0x1f)],
        base: "Skylake-Server-IBRS",
        features: "-hle -rtm",
        removed: "mpx",
    },
    Model {
        name: "Cascadelake-Server",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[stepping(6, 85, 0xe0)],
        base: "Skylake-Server-IBRS",
        features: "avx512vnni clflushopt ssbd",
        removed: "mpx",
    },
    Model {
        name: "Cascadelake-Server-noTSX",
        decode: Host,
        vendor: Some(&INTEL),
        signatures: &[stepping(6, 85, 0xe0)],
        base: "Cascadelake-Server",
        features: "-hle -rtm",
        removed: "mpx",
    },
    Model {
        name: "Icelake-Client",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 126)],
        base: "Skylake-Client-IBRS",
        features: "avx512-vpopcntdq avx512bitalg avx512vbmi avx512vbmi2 avx512vnni gfni pku ssbd umip vaes \
            vpclmulqdq wbnoinvd",
        removed: "intel-pt mpx",
    },
    Model {
        name: "Icelake-Client-noTSX",
        decode: Host,
        vendor: Some(&INTEL),
        signatures: &[any(6, 126)],
        base: "Icelake-Client",
        features: "-hle -rtm",
        removed: "intel-pt mpx",
    },
    Model {
        name: "Icelake-Server",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 106)],
        base: "Icelake-Client",
        features: "avx512bw avx512cd avx512dq avx512f avx512vl clflushopt clwb la57 pdpe1gb",
        removed: "intel-pt mpx",
    },
    Model {
        name: "Icelake-Server-noTSX",
        decode: Host,
        vendor: Some(&INTEL),
        signatures: &[any(6, 106)],
        base: "Icelake-Server",
        features: "-hle -rtm",
        removed: "intel-pt mpx",
    },
    Model {
        name: "Cooperlake",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[stepping(6, 85, 0xc00)],
        base: "Cascadelake-Server",
        features: "arch-capabilities avx512-bf16 ibrs-all mds-no pku pschange-mc-no rdctl-no skip-l1dfl-vmentry \
            stibp taa-no",
        removed: "",
    },
    Model {
        name: "Snowridge",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 134)],
        base: "IvyBridge-IBRS",
        features: "3dnowprefetch arat arch-capabilities cldemote clflushopt clwb core-capability gfni movbe \
            movdir64b movdiri pdpe1gb rdseed sha-ni smap split-lock-detect ssbd umip xgetbv1 xsavec xsaveopt \
            -avx -f16c",
        removed: "mpx",
    },
    Model {
        name: "SapphireRapids",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 143)],
        base: "Icelake-Server",
        features: "amx-bf16 amx-int8 amx-tile arch-capabilities avx-vnni avx512-bf16 avx512-fp16 avx512ifma \
            bus-lock-detect fsrc fsrm fsrs fzrm ibrs-all mds-no pschange-mc-no rdctl-no rdpid serialize \
            sha-ni skip-l1dfl-vmentry taa-no tsx-ldtrk xfd xsaves",
        removed: "",
    },
    Model {
        name: "GraniteRapids",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 173)],
        base: "SapphireRapids",
        features: "amx-fp16 fbsdp-no mcdt-no pbrsb-no prefetchiti psdp-no sbdr-ssdp-no vmx-activity-hlt \
            vmx-apicv-register vmx-apicv-vid vmx-apicv-x2apic vmx-apicv-xapic vmx-cr3-load-noexit \
            vmx-cr3-store-noexit vmx-cr8-load-exit vmx-cr8-store-exit vmx-desc-exit vmx-entry-ia32e-mode \
            vmx-entry-load-efer vmx-entry-load-pat vmx-entry-load-perf-global-ctrl vmx-entry-noload-debugctl \
            vmx-ept vmx-ept-1gb vmx-ept-2mb vmx-ept-execonly vmx-ept-wb vmx-eptad vmx-eptp-switching \
            vmx-exit-ack-intr vmx-exit-load-efer vmx-exit-load-pat vmx-exit-load-perf-global-ctrl \
            vmx-exit-nosave-debugctl vmx-exit-save-efer vmx-exit-save-pat vmx-exit-save-preemption-timer \
            vmx-flexpriority vmx-hlt-exit vmx-ins-outs vmx-intr-exit vmx-invept vmx-invept-all-context \
            vmx-invept-single-context vmx-invlpg-exit vmx-invpcid-exit vmx-invvpid vmx-invvpid-all-context \
            vmx-invvpid-single-addr vmx-invvpid-single-context vmx-invvpid-single-context-noglobals \
            vmx-io-bitmap vmx-io-exit vmx-monitor-exit vmx-movdr-exit vmx-msr-bitmap vmx-mtf vmx-mwait-exit \
            vmx-nmi-exit vmx-page-walk-4 vmx-page-walk-5 vmx-pause-exit vmx-pml vmx-posted-intr \
            vmx-preemption-timer vmx-rdpmc-exit vmx-rdrand-exit vmx-rdseed-exit vmx-rdtsc-exit \
            vmx-rdtscp-exit vmx-secondary-ctls vmx-shadow-vmcs vmx-store-lma vmx-true-ctls vmx-tsc-offset \
            vmx-unrestricted-guest vmx-vintr-pending vmx-vmfunc vmx-vmwrite-vmexit-fields vmx-vnmi \
            vmx-vnmi-pending vmx-vpid vmx-wbinvd-exit vmx-xsaves",
        removed: "",
    },
    Model {
        name: "SierraForest",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 175)],
        base: "GraniteRapids",
        features: "avx-ifma avx-ne-convert avx-vnni-int8 cmpccxadd -amx-bf16 -amx-fp16 -amx-int8 -amx-tile \
            -avx512-bf16 -avx512-fp16 -avx512-vpopcntdq -avx512bitalg -avx512bw -avx512cd -avx512dq -avx512f \
            -avx512ifma -avx512vbmi -avx512vbmi2 -avx512vl -avx512vnni -fsrc -fzrm -hle -la57 -prefetchiti \
            -rtm -taa-no -tsx-ldtrk -vmx-page-walk-5 -xfd",
        removed: "",
    },
    Model {
        name: "Denverton",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 95)],
        base: "SierraForest",
        features: "mpx -abm -adx -avx -avx-ifma -avx-ne-convert -avx-vnni -avx-vnni-int8 -avx2 -bmi1 -bmi2 \
            -bus-lock-detect -clwb -cmpccxadd -f16c -fbsdp-no -fma -fsrm -fsrs -gfni -ibrs-all -invpcid \
            -mcdt-no -mds-no -pbrsb-no -pcid -pku -pschange-mc-no -psdp-no -rdpid -sbdr-ssdp-no -serialize \
            -umip -vaes -vmx-ept-wb -vmx-invvpid -vmx-invvpid-single-context -vmx-xsaves -vpclmulqdq \
            -wbnoinvd -xsaves",
        removed: "",
    },
    Model {
        name: "KnightsMill",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 133)],
        base: "Skylake-Client-noTSX-IBRS",
        features: "avx512-4fmaps avx512-4vnniw avx512-vpopcntdq avx512cd avx512er avx512f avx512pf pdpe1gb ss \
            -invpcid -pcid -smap -spec-ctrl -xgetbv1 -xsavec",
        removed: "",
    },
    Model {
        name: "ClearwaterForest",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(6, 221)],
        base: "SierraForest",
        features: "avx-vnni-int16 bhi-ctrl bhi-no cldemote ddpd-u gds-no intel-psfd ipred-ctrl lam movdir64b \
            movdiri prefetchiti rfds-no rrsba-ctrl sha512 sm3 sm4 ss tsc_adjust -vmx-ept-wb -vmx-invvpid \
            -vmx-invvpid-single-context",
        removed: "",
    },
    Model {
        name: "DiamondRapids",
        decode: Both,
        vendor: Some(&INTEL),
        signatures: &[any(19, 1)],
        base: "GraniteRapids",
        features: "amx-avx512 amx-bf16-alias amx-complex amx-complex-alias amx-fp16-alias amx-fp8 amx-int8-alias \
            amx-movrs amx-tf32 apx-nci-ndd-nf apxf avx-ifma avx-ne-convert avx-vnni-int8 avx10 \
            avx10-vnni-int bhi-ctrl bhi-no cet-ibt cet-ss cldemote cmpccxadd ddpd-u fdp-excptn-only \
            flush-l1d fred gds-no intel-psfd ipred-ctrl lam lkgs md-clear movdir64b movdiri movrs rfds-no \
            rrsba-ctrl ss stibp tsc_adjust vmx-activity-shutdown vmx-activity-wait-sipi \
            vmx-enable-user-wait-pause vmx-entry-load-cet vmx-entry-load-fred vmx-exit-save-cet \
            vmx-exit-secondary-ctls vmx-nested-exception vmx-tsc-scaling wrmsrns zero-fcs-fds -vmx-ept-wb \
            -vmx-invvpid -vmx-invvpid-single-context",
        removed: "",
    },
    Model {
        name: "athlon",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[],
        base: "pentium3",
        features: "3dnow 3dnowext apic mmxext sse2 -mca",
        removed: "",
    },
    Model {
        name: "phenom",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[],
        base: "cpu64-rhel5",
        features: "3dnow 3dnowext fxsr_opt mmxext monitor svm",
        removed: "",
    },
    Model {
        name: "Opteron_G1",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(15, 6)],
        base: "cpu64-rhel5",
        features: "",
        removed: "",
    },
    Model {
        name: "Opteron_G2",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(15, 6)],
        base: "cpu64-rhel6",
        features: "rdtscp svm",
        removed: "",
    },
    Model {
        name: "Opteron_G3",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(15, 6)],
        base: "Opteron_G2",
        features: "abm misalignsse popcnt sse4a",
        removed: "monitor",
    },
    Model {
        name: "Opteron_G4",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(21, 1)],
        base: "SandyBridge",
        features: "3dnowprefetch abm fma4 misalignsse pdpe1gb sse4a svm xop -tsc-deadline -x2apic",
        removed: "",
    },
    Model {
        name: "Opteron_G5",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(21, 2)],
        base: "Opteron_G4",
        features: "f16c fma tbm",
        removed: "",
    },
    Model {
        name: "EPYC",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(23, 1)],
        base: "Skylake-Client-noTSX-IBRS",
        features: "clflushopt cr8legacy fxsr_opt misalignsse mmxext osvw pdpe1gb sha-ni sse4a svm -erms -invpcid \
            -pcid -spec-ctrl -tsc-deadline -x2apic",
        removed: "monitor",
    },
    Model {
        name: "EPYC-IBPB",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(23, 1)],
        base: "EPYC",
        features: "ibpb",
        removed: "monitor",
    },
    Model {
        name: "EPYC-Rome",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(23, 49)],
        base: "EPYC-IBPB",
        features: "amd-stibp clwb clzero npt nrip-save perfctr_core rdpid umip wbnoinvd xsaveerptr",
        removed: "",
    },
    Model {
        name: "EPYC-Milan",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(25, 1)],
        base: "EPYC-Rome",
        features: "amd-ssbd erms fsrm ibrs invpcid pcid pku svme-addr-chk xsaves",
        removed: "",
    },
    Model {
        name: "EPYC-Genoa",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(25, 17)],
        base: "EPYC-Milan",
        features: "amd-psfd auto-ibrs avx512-bf16 avx512-vpopcntdq avx512bitalg avx512bw avx512cd avx512dq avx512f \
            avx512ifma avx512vbmi avx512vbmi2 avx512vl avx512vnni gfni la57 lfence-always-serializing \
            no-nested-data-bp null-sel-clr-base stibp-always-on vaes vnmi vpclmulqdq",
        removed: "",
    },
    Model {
        name: "EPYC-Turin",
        decode: Both,
        vendor: Some(&AMD),
        signatures: &[any(26, 0)],
        base: "EPYC-Genoa",
        features: "avx-vnni avx512-vp2intersect flushbyasid fs-gs-base-ns ibpb-brtype lbrv movdir64b movdiri \
            overflow-recov pause-filter perfmon-v2 pfthreshold prefetchi sbpb srso-user-kernel-no succor \
            tsc-scale v-vmsave-vmload vgif vmcb-clean",
        removed: "",
    },
    Model {
        name: "Dhyana",
        decode: Both,
        vendor: Some(&HYGON),
        signatures: &[any(24, 0)],
        base: "EPYC-IBPB",
        features: "-aes -pclmuldq -sha-ni",
        removed: "monitor",
    },
    Model {
        name: "YongFeng",
        decode: Both,
        vendor: Some(&ZHAOXIN),
        signatures: &[any(7, 11)],
        base: "Denverton",
        features: "abm ace2 acpi adx avx avx2 bmi1 bmi2 f16c fma invpcid invtsc mds-no pcid phe phe-en pku pmm \
            pmm-en pschange-mc-no rdpid ss ssb-no umip xcrypt xcrypt-en xstore xstore-en -arat -clflushopt \
            -erms -mpx -ssbd -vmx-rdseed-exit -x2apic -xgetbv1 -xsavec",
        removed: "",
    },
];
