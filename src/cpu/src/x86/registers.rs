//! Where the features of x86 processors are read: bit by bit of the registers that CPUID and the MSRs give.
//!
//! A name stands for the bit after the one before it; `12:fma` names bit 12. The order of the table, low bit first, is
//! the order in which features are listed.

use Register::{Eax, Ebx, Ecx, Edx};

/// A register of an answer. An MSR's low half is `Eax`, its high half `Edx`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Register {
    Eax,
    Ebx,
    Ecx,
    Edx,
}

/// What is asked for a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    Cpuid { leaf: u32, subleaf: u32 },
    Msr(u32),
}

/// A row: the register, and the names of its bits.
#[derive(Debug)]
pub struct Row {
    pub source: Source,
    pub register: Register,
    pub names: &'static str,
}

const fn cpuid(leaf: u32, subleaf: u32, register: Register, names: &'static str) -> Row {
    Row { source: Source::Cpuid { leaf, subleaf }, register, names }
}

const fn msr(index: u32, register: Register, names: &'static str) -> Row {
    Row { source: Source::Msr(index), register, names }
}

/// Features that a guest cannot take along to another host.
pub const NOT_MIGRATABLE: &[&str] = &["xsaves", "invtsc"];

/// Other names that QEMU and Linux have for features, and libvirt's.
#[rustfmt::skip]
pub const ALIASES: &[(&str, &str)] = &[
    ("sse3", "pni"),
    ("pclmulqdq", "pclmuldq"),
    ("ds-cpl", "ds_cpl"),
    ("sse4-1", "sse4.1"),
    ("sse4_1", "sse4.1"),
    ("sse4-2", "sse4.2"),
    ("sse4_2", "sse4.2"),
    ("tsc-adjust", "tsc_adjust"),
    ("cqm", "cmt"),
    ("md_clear", "md-clear"),
    ("arch_capabilities", "arch-capabilities"),
    ("xd", "nx"),
    ("ffxsr", "fxsr_opt"),
    ("fxsr-opt", "fxsr_opt"),
    ("i64", "lm"),
    ("lahf-lm", "lahf_lm"),
    ("cmp-legacy", "cmp_legacy"),
    ("nodeid-msr", "nodeid_msr"),
    ("perfctr-core", "perfctr_core"),
    ("perfctr-nb", "perfctr_nb"),
    ("svm_lock", "svm-lock"),
    ("nrip_save", "nrip-save"),
    ("tsc_scale", "tsc-scale"),
    ("vmcb_clean", "vmcb-clean"),
    ("pause_filter", "pause-filter"),
    ("vmx-invept-single-context-noglobals", "vmx-invvpid-single-context-noglobals"),];

#[rustfmt::skip]
pub const REGISTERS: &[Row] = &[
    cpuid(0x1, 0x0, Ecx,
        "pni pclmuldq dtes64 monitor ds_cpl vmx smx est tm2 ssse3 cid 12:fma cx16 xtpr pdcm 17:pcid dca \
         sse4.1 sse4.2 x2apic movbe popcnt tsc-deadline aes xsave osxsave avx f16c rdrand hypervisor"),
    cpuid(0x1, 0x0, Edx,
        "fpu vme de pse tsc msr pae mce cx8 apic 11:sep mtrr pge mca cmov pat pse36 pn clflush 21:ds acpi \
         mmx fxsr sse sse2 ss ht tm ia64 pbe"),
    cpuid(0x6, 0x0, Eax, "2:arat"),
    cpuid(0x7, 0x0, Ebx,
        "fsgsbase tsc_adjust sgx bmi1 hle avx2 fdp-excptn-only smep bmi2 erms invpcid rtm cmt zero-fcs-fds \
         mpx 16:avx512f avx512dq rdseed adx smap avx512ifma pcommit clflushopt clwb intel-pt avx512pf \
         avx512er avx512cd sha-ni avx512bw avx512vl"),
    cpuid(0x7, 0x0, Ecx,
        "1:avx512vbmi umip pku ospke waitpkg avx512vbmi2 cet-ss gfni vaes vpclmulqdq avx512vnni avx512bitalg \
         14:avx512-vpopcntdq 16:la57 22:rdpid 24:bus-lock-detect cldemote 27:movdiri movdir64b 30:sgxlc pks"),
    cpuid(0x7, 0x0, Edx,
        "2:avx512-4vnniw avx512-4fmaps fsrm 8:avx512-vp2intersect 10:md-clear 14:serialize 16:tsx-ldtrk \
         18:pconfig arch-lbr cet-ibt 22:amx-bf16 avx512-fp16 amx-tile amx-int8 spec-ctrl stibp flush-l1d \
         arch-capabilities core-capability ssbd"),
    cpuid(0x7, 0x1, Eax,
        "sha512 sm3 sm4 4:avx-vnni avx512-bf16 lass cmpccxadd 10:fzrm fsrs fsrc 17:fred lkgs wrmsrns \
         21:amx-fp16 23:avx-ifma 26:lam 31:movrs"),
    cpuid(0x7, 0x1, Edx,
        "4:avx-vnni-int8 avx-ne-convert 8:amx-complex 10:avx-vnni-int16 14:prefetchiti 19:avx10 21:apxf"),
    cpuid(0x7, 0x2, Edx, "intel-psfd ipred-ctrl rrsba-ctrl ddpd-u bhi-ctrl mcdt-no"),
    cpuid(0xd, 0x1, Eax, "xsaveopt xsavec xgetbv1 xsaves xfd"),
    cpuid(0xf, 0x1, Edx, "1:mbm_total mbm_local"),
    cpuid(0x12, 0x0, Eax, "sgx1 sgx2 11:sgx-edeccssa"),
    cpuid(0x12, 0x0, Ebx, "sgx-exinfo"),
    cpuid(0x12, 0x1, Eax,
        "1:sgx-debug sgx-mode64 4:sgx-provisionkey sgx-tokenkey 7:sgx-kss 10:sgx-aex-notify"),
    cpuid(0x14, 0x0, Ecx, "31:intel-pt-lip"),
    cpuid(0x1e, 0x1, Eax,
        "amx-int8-alias amx-bf16-alias amx-complex-alias amx-fp16-alias amx-fp8 6:amx-tf32 amx-avx512 \
         amx-movrs"),
    cpuid(0x24, 0x0, Ebx, "16:avx10-128 avx10-256 avx10-512"),
    cpuid(0x24, 0x1, Ecx, "2:avx10-vnni-int"),
    cpuid(0x29, 0x0, Ebx, "apx-nci-ndd-nf"),
    cpuid(0x80000001, 0x0, Ecx,
        "lahf_lm cmp_legacy svm extapic cr8legacy abm sse4a misalignsse 3dnowprefetch osvw ibs xop skinit \
         wdt 15:lwp fma4 tce cvt16 nodeid_msr 21:tbm topoext perfctr_core perfctr_nb"),
    cpuid(0x80000001, 0x0, Edx,
        "11:syscall 20:nx 22:mmxext 25:fxsr_opt pdpe1gb rdtscp 29:lm 3dnowext 3dnow"),
    cpuid(0x80000007, 0x0, Ebx, "overflow-recov succor"),
    cpuid(0x80000007, 0x0, Edx, "8:invtsc"),
    cpuid(0x80000008, 0x0, Ebx,
        "clzero 2:xsaveerptr 9:wbnoinvd 12:ibpb 14:ibrs amd-stibp 17:stibp-always-on 24:amd-ssbd virt-ssbd \
         amd-no-ssb 28:amd-psfd"),
    cpuid(0x8000000a, 0x0, Edx,
        "npt lbrv svm-lock nrip-save tsc-scale vmcb-clean flushbyasid decodeassists 10:pause-filter \
         12:pfthreshold avic 15:v-vmsave-vmload vgif 25:vnmi 28:svme-addr-chk"),
    cpuid(0x80000021, 0x0, Eax,
        "no-nested-data-bp fs-gs-base-ns lfence-always-serializing 5:verw-clear null-sel-clr-base \
         8:auto-ibrs 20:prefetchi 24:eraps 27:sbpb ibpb-brtype srso-no srso-user-kernel-no"),
    cpuid(0x80000022, 0x0, Eax, "perfmon-v2"),
    cpuid(0xc0000001, 0x0, Edx, "2:xstore xstore-en 6:xcrypt xcrypt-en ace2 ace2-en phe phe-en pmm pmm-en"),
    msr(0xcf, Eax, "5:split-lock-detect"),
    msr(0x10a, Eax,
        "rdctl-no ibrs-all rsba skip-l1dfl-vmentry ssb-no mds-no pschange-mc-no tsx-ctrl taa-no \
         13:sbdr-ssdp-no fbsdp-no psdp-no 17:fb-clear 20:bhi-no 24:pbrsb-no 26:gds-no rfds-no rfds-clear"),
    msr(0x10a, Edx, "30:its-no"),
    msr(0x480, Edx, "22:vmx-ins-outs vmx-true-ctls vmx-any-errcode 26:vmx-nested-exception"),
    msr(0x485, Eax,
        "5:vmx-store-lma vmx-activity-hlt vmx-activity-shutdown vmx-activity-wait-sipi \
         29:vmx-vmwrite-vmexit-fields vmx-zero-len-inject"),
    msr(0x48b, Edx,
        "vmx-apicv-xapic vmx-ept vmx-desc-exit vmx-rdtscp-exit vmx-apicv-x2apic vmx-vpid vmx-wbinvd-exit \
         vmx-unrestricted-guest vmx-apicv-register vmx-apicv-vid vmx-ple vmx-rdrand-exit vmx-invpcid-exit \
         vmx-vmfunc vmx-shadow-vmcs vmx-encls-exit vmx-rdseed-exit vmx-pml 20:vmx-xsaves 25:vmx-tsc-scaling \
         vmx-enable-user-wait-pause"),
    msr(0x48c, Eax,
        "vmx-ept-execonly 6:vmx-page-walk-4 vmx-page-walk-5 14:vmx-ept-wb 16:vmx-ept-2mb vmx-ept-1gb \
         20:vmx-invept vmx-eptad vmx-ept-advanced-exitinfo 25:vmx-invept-single-context \
         vmx-invept-all-context"),
    msr(0x48c, Edx,
        "vmx-invvpid 8:vmx-invvpid-single-addr vmx-invvpid-single-context vmx-invvpid-all-context \
         vmx-invvpid-single-context-noglobals"),
    msr(0x48d, Edx, "vmx-intr-exit 3:vmx-nmi-exit 5:vmx-vnmi vmx-preemption-timer vmx-posted-intr"),
    msr(0x48e, Edx,
        "2:vmx-vintr-pending vmx-tsc-offset 7:vmx-hlt-exit 9:vmx-invlpg-exit vmx-mwait-exit vmx-rdpmc-exit \
         vmx-rdtsc-exit 15:vmx-cr3-load-noexit vmx-cr3-store-noexit 19:vmx-cr8-load-exit vmx-cr8-store-exit \
         vmx-flexpriority vmx-vnmi-pending vmx-movdr-exit vmx-io-exit vmx-io-bitmap 27:vmx-mtf \
         vmx-msr-bitmap vmx-monitor-exit vmx-pause-exit vmx-secondary-ctls"),
    msr(0x48f, Edx,
        "2:vmx-exit-nosave-debugctl 12:vmx-exit-load-perf-global-ctrl 15:vmx-exit-ack-intr \
         18:vmx-exit-save-pat vmx-exit-load-pat vmx-exit-save-efer vmx-exit-load-efer \
         vmx-exit-save-preemption-timer vmx-exit-clear-bndcfgs 25:vmx-exit-clear-rtit-ctl \
         28:vmx-exit-save-cet vmx-exit-load-pkrs 31:vmx-exit-secondary-ctls"),
    msr(0x490, Edx,
        "2:vmx-entry-noload-debugctl 9:vmx-entry-ia32e-mode 13:vmx-entry-load-perf-global-ctrl \
         vmx-entry-load-pat vmx-entry-load-efer vmx-entry-load-bndcfgs 18:vmx-entry-load-rtit-ctl \
         20:vmx-entry-load-cet 22:vmx-entry-load-pkrs vmx-entry-load-fred"),
    msr(0x491, Eax, "vmx-eptp-switching"),
];
