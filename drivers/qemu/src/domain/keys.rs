//! Keys that are pressed from outside: the codes of other systems, and the emulator's.

mod table;

use crate::connection::QemuConnection;
use table::{ATSET2, ATSET3, LINUX, OSX, Run, USB, WIN32, XT, XT_KBD};
use virt_core::{connection::check_flags, constants::*, records::Domain};
use virt_error::{Origin, Result, bail};

/// The sets of key codes in the order of `virKeycodeSet`: libvirt's name, and the emulator's number of each code. The
/// last one has the emulator's own numbers.
const SETS: [(&str, &[Run]); 10] = [
    ("linux", LINUX),
    ("xt", XT),
    ("atset1", XT),
    ("atset2", ATSET2),
    ("atset3", ATSET3),
    ("os_x", OSX),
    ("xt_kbd", XT_KBD),
    ("usb", USB),
    ("win32", WIN32),
    ("qnum", &[]),
];

/// The largest number that the emulator takes.
const LARGEST: u32 = 0xffff;

/// The emulator's number for a code of a set.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` for a code that the set does not have, `VIR_ERR_OPERATION_FAILED` for one that is
/// too large.
fn translate(place: usize, codeset: u32, code: u32) -> Result<u32> {
    let number = if codeset == VIR_KEYCODE_SET_QNUM as u32 {
        code
    } else {
        let set = usize::try_from(codeset).ok().and_then(|set| SETS.get(set));
        match set.and_then(|(_, runs)| find(runs, code)) {
            Some(number) => number,
            None => {
                let name = set.map_or("(null)", |(name, _)| *name);
                bail!(
                    Qemu,
                    InternalError,
                    "cannot translate keycode {code} of {name} codeset to qnum keycode"
                )
            }
        }
    };
    if number > LARGEST {
        bail!(Qemu, OperationFailed, "keycode {place} is invalid: 0x{number:X}");
    }
    Ok(number)
}

fn find(runs: &[Run], code: u32) -> Option<u32> {
    let code = u16::try_from(code).ok()?;
    let run = runs.partition_point(|(first, _)| *first <= code).checked_sub(1)?;
    let (first, numbers) = runs[run];
    numbers.get(usize::from(code - first)).map(|number| u32::from(*number))
}

impl QemuConnection {
    /// Presses keys all at once, for `hold` milliseconds; the emulator's own time when that is 0.
    pub(super) fn send_key(
        &self,
        dom: &Domain,
        codeset: u32,
        hold: u32,
        codes: &[u32],
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainSendKey")?;
        let numbers = codes.iter().enumerate().map(|(place, code)| translate(place, codeset, *code));
        let numbers = numbers.collect::<Result<Vec<u32>>>()?;
        let (_, monitor) = self.monitor(dom)?;
        monitor.send_key(&numbers, (hold != 0).then_some(hold))
    }

    pub(super) fn inject_nmi(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Qemu, "qemuDomainInjectNMI")?;
        self.monitor(dom)?.1.inject_nmi()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_key_is_found_in_every_set() {
        // The letter A, and the right control key.
        for (set, a, control) in [
            (VIR_KEYCODE_SET_LINUX, 30, 97),
            (VIR_KEYCODE_SET_XT, 30, 0xe01d),
            (VIR_KEYCODE_SET_ATSET2, 0x1c, 0xe014),
            (VIR_KEYCODE_SET_USB, 4, 228),
            (VIR_KEYCODE_SET_WIN32, 65, 0xa3),
            (VIR_KEYCODE_SET_QNUM, 30, 0x9d),
        ] {
            let number = |code| translate(0, set as u32, code).unwrap();
            assert_eq!((number(a), number(control)), (30, 0x9d), "set {set}");
        }
    }

    #[test]
    fn what_is_no_key_is_an_error() {
        let text = |set: u32, code| translate(1, set, code).unwrap_err().message().to_owned();
        assert_eq!(
            text(0, 70_000),
            "internal error: cannot translate keycode 70000 of linux codeset to qnum keycode"
        );
        assert!(text(7, 3).contains("keycode 3 of usb codeset"));
        assert!(text(99, 3).contains("of (null) codeset"));
        assert_eq!(text(9, 0x1_0000), "operation failed: keycode 1 is invalid: 0x10000");
    }

    #[test]
    fn tables_are_in_order() {
        for (name, runs) in SETS {
            for pair in runs.windows(2) {
                assert!(usize::from(pair[0].0) + pair[0].1.len() < usize::from(pair[1].0), "{name}");
            }
        }
    }
}
