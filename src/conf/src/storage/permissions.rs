//! `<permissions>`: who may use a file.

use crate::{Checked, checked};
use virt_error::{Result, error};
use virt_xml::{Node, Reading, Value, element};

/// A mode in octal, written with a leading zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mode(pub u32);

impl Value for Mode {
    fn read(word: &str) -> Option<Mode> {
        let mode = virt_xml::unsigned(word, 8)?.try_into().ok()?;
        (mode <= 0o777).then_some(Mode(mode))
    }

    fn write(&self, out: &mut String) {
        out.push_str(&format!("0{:o}", self.0));
    }
}

element! {
    /// `<permissions>`; what is not said is left as it is.
    pub Permissions {
        ;
        text mode: Option<Checked<Mode>> = "mode",
        text owner: Option<Checked<i64>> = "owner",
        text group: Option<Checked<i64>> = "group",
        text label: Option<String> = "label",
    } => check;
}

fn check(permissions: &mut Permissions, _: Node<'_>, _: &Reading) -> Result<()> {
    checked(&permissions.mode, |_| error!(Storage, XmlError, "malformed octal mode"))?;
    for (place, name) in [(&mut permissions.owner, "owner"), (&mut permissions.group, "group")] {
        let malformed = || error!(Storage, XmlError, "malformed {name} element");
        let number = checked(place, |_| malformed())?.copied();
        match number {
            // -1 in either spelling is "leave it".
            Some(-1 | 0xffff_ffff) => *place = None,
            Some(number) if u32::try_from(number).is_err() => return Err(malformed()),
            _ => {}
        }
    }
    Ok(())
}
