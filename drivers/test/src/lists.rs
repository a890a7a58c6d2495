//! What lists of objects have in common.

use virt_core::types::List;

/// Whether an object passes a pair of flags that exclude each other: without either, everything does.
pub fn pair(flags: u32, fits: bool, yes: u32, no: u32) -> bool {
    flags & (yes | no) == 0 || flags & if fits { yes } else { no } != 0
}

/// At most `most` names.
pub fn names<const MAX: usize>(names: Vec<String>, most: i32) -> List<String, MAX> {
    names.into_iter().take(usize::try_from(most).unwrap_or(0)).collect::<Vec<_>>().into()
}
