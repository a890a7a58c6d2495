//! What x86 processors say of themselves, and what KVM tells of them.

use std::{
    fs::{File, OpenOptions},
    os::{
        fd::{AsRawFd, FromRawFd, OwnedFd},
        unix::fs::FileExt,
    },
};

/// The registers that a leaf of CPUID answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Registers {
    pub leaf: u32,
    pub subleaf: u32,
    pub eax: u32,
    pub ebx: u32,
    pub ecx: u32,
    pub edx: u32,
}

/// The leaves of this machine's processor; none where it is not an x86.
#[cfg(any(target_arch = "x86_64", target_arch = "x86"))]
pub fn cpuid_leaves() -> Vec<Registers> {
    #[cfg(target_arch = "x86")]
    use std::arch::x86::__cpuid_count;
    #[cfg(target_arch = "x86_64")]
    use std::arch::x86_64::__cpuid_count;
    /// A processor that claims more leaves than any has is not believed.
    const MOST: u32 = 0x100;
    let ask = |leaf: u32, subleaf: u32| {
        // SAFETY: every processor that this is built for has the instruction.
        // Later releases of Rust count it among the safe functions.
        #[allow(unused_unsafe)]
        let answer = unsafe { __cpuid_count(leaf, subleaf) };
        Registers { leaf, subleaf, eax: answer.eax, ebx: answer.ebx, ecx: answer.ecx, edx: answer.edx }
    };
    let mut leaves = Vec::with_capacity(64);
    for base in [0, 0x8000_0000, 0xc000_0000] {
        let first = ask(base, 0);
        let last = first.eax;
        if base != 0 && (last < base || last - base > MOST) {
            continue;
        }
        for leaf in base..=last.min(base + MOST) {
            let answer = ask(leaf, 0);
            leaves.push(answer);
            let subleaves = match leaf {
                // How many there are is told in the first one.
                0x7 | 0x14 | 0x1d | 0x20 | 0x24 => answer.eax.min(64),
                0xd => 63,
                0xf | 0x10 | 0x1e => 3,
                0x12 => 2,
                _ => 0,
            };
            leaves.extend((1..=subleaves).map(|subleaf| ask(leaf, subleaf)));
        }
    }
    leaves
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "x86")))]
pub fn cpuid_leaves() -> Vec<Registers> {
    Vec::new()
}

const KVM_CREATE_VM: libc::c_ulong = 0xae01;
const KVM_CHECK_EXTENSION: libc::c_ulong = 0xae03;
const KVM_CREATE_VCPU: libc::c_ulong = 0xae41;
const KVM_GET_TSC_KHZ: libc::c_ulong = 0xaea3;
const KVM_GET_MSRS: libc::c_ulong = 0xc008_ae88;
const KVM_CAP_TSC_CONTROL: libc::c_ulong = 60;

/// The value of a model specific register, as the machine or KVM tells it. `None` where neither does.
pub fn msr(index: u32) -> Option<u64> {
    let direct = || {
        let mut value = [0; 8];
        File::open("/dev/cpu/0/msr").ok()?.read_exact_at(&mut value, u64::from(index)).ok()?;
        Some(u64::from_le_bytes(value))
    };
    direct().or_else(|| msr_of_kvm(index))
}

fn msr_of_kvm(index: u32) -> Option<u64> {
    /// `struct kvm_msrs` with one entry.
    #[repr(C)]
    struct Msrs {
        count: u32,
        padding: u32,
        index: u32,
        reserved: u32,
        data: u64,
    }
    let kvm = File::open("/dev/kvm").ok()?;
    let mut request = Msrs { count: 1, padding: 0, index, reserved: 0, data: 0 };
    // SAFETY: the kernel reads the header and fills as many entries as it says: one, which is there.
    let done = unsafe { libc::ioctl(kvm.as_raw_fd(), KVM_GET_MSRS as _, &raw mut request) };
    (done == 1).then_some(request.data)
}

/// How many virtual processors KVM gives a guest; `None` where it cannot be used.
pub fn kvm_max_vcpus() -> Option<u32> {
    const KVM_CAP_NR_VCPUS: libc::c_ulong = 9;
    const KVM_CAP_MAX_VCPUS: libc::c_ulong = 66;
    let kvm = File::open("/dev/kvm").ok()?;
    [KVM_CAP_MAX_VCPUS, KVM_CAP_NR_VCPUS].into_iter().find_map(|capability| {
        // SAFETY: the request takes a number.
        let most = unsafe { libc::ioctl(kvm.as_raw_fd(), KVM_CHECK_EXTENSION as _, capability) };
        u32::try_from(most).ok().filter(|most| *most > 0)
    })
}

/// How many guests with encrypted memory an AMD processor can have at once, and how many of those with encrypted
/// state.
pub fn encrypted_guests() -> Option<(u32, u32)> {
    const LEAF: u32 = 0x8000_001f;
    let answer = cpuid_leaves().into_iter().find(|one| one.leaf == LEAF && one.subleaf == 0)?;
    let with_state = answer.edx.saturating_sub(1);
    (answer.ecx > 0).then(|| (answer.ecx.saturating_sub(with_state), with_state))
}

/// The time stamp counter as KVM sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tsc {
    /// In Hz.
    pub frequency: u64,
    /// Whether guests can have another frequency.
    pub scaling: bool,
}

/// `None` where KVM cannot be used or does not say.
pub fn tsc() -> Option<Tsc> {
    let kvm = OpenOptions::new().read(true).write(true).open("/dev/kvm").ok()?;
    let call = |file: i32, request: libc::c_ulong, argument: libc::c_ulong| {
        // SAFETY: none of the requests made here takes a pointer.
        unsafe { libc::ioctl(file, request as _, argument) }
    };
    let owned = |number: i32| {
        // SAFETY: the kernel has just made the descriptor for this call.
        (number >= 0).then(|| unsafe { OwnedFd::from_raw_fd(number) })
    };
    let machine = owned(call(kvm.as_raw_fd(), KVM_CREATE_VM, 0))?;
    let cpu = owned(call(machine.as_raw_fd(), KVM_CREATE_VCPU, 0))?;
    let khz = u64::try_from(call(cpu.as_raw_fd(), KVM_GET_TSC_KHZ, 0)).ok().filter(|khz| *khz > 0)?;
    let scaling = call(kvm.as_raw_fd(), KVM_CHECK_EXTENSION, KVM_CAP_TSC_CONTROL) > 0;
    Some(Tsc { frequency: khz * 1000, scaling })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(any(target_arch = "x86_64", target_arch = "x86"))]
    fn the_processor_names_its_vendor() {
        let leaves = cpuid_leaves();
        assert!(leaves.iter().any(|one| one.leaf == 0 && one.ebx != 0));
        assert!(leaves.iter().any(|one| one.leaf == 0x8000_0001));
        assert!(leaves.len() < 1000);
    }

    #[test]
    fn what_kvm_tells_makes_sense() {
        if let Some(tsc) = tsc() {
            assert!(tsc.frequency > 1_000_000);
        }
    }
}
