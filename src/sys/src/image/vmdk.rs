//! The header of a VMDK image, and the descriptor that names its parent.

use super::{Header, Malformed, SHORT, le32, le64};

/// Where the descriptor of a sparse image lies.
const DESCRIPTOR: usize = 0x200;
const LONGEST_DESCRIPTOR: usize = 20 * 512;

pub(super) fn vmdk(data: &[u8]) -> Result<Header, Malformed> {
    if data.starts_with(b"COWD") {
        let sectors = le32(data, 12).ok_or(SHORT)?;
        return Ok(Header { capacity: Some(u64::from(sectors) * 512), ..Header::default() });
    }
    let sectors = le64(data, 12).ok_or(SHORT)?;
    let capacity = sectors.checked_mul(512).ok_or(Malformed("the size of the disk is impossible"))?;
    let descriptor = data.get(DESCRIPTOR..).unwrap_or_default();
    let descriptor = &descriptor[..descriptor.len().min(LONGEST_DESCRIPTOR)];
    let end = descriptor.iter().position(|&byte| byte == 0).unwrap_or(descriptor.len());
    let descriptor = String::from_utf8_lossy(&descriptor[..end]);
    let value = |key: &str| {
        let line = descriptor
            .lines()
            .find_map(|line| line.trim().strip_prefix(key)?.trim_start().strip_prefix('='))?;
        Some(line.trim())
    };
    let parentless = value("parentCID").is_none_or(|id| id.eq_ignore_ascii_case("ffffffff"));
    let backing = match value("parentFileNameHint") {
        Some(hint) if !parentless => {
            let name = hint.strip_prefix('"').and_then(|hint| hint.split_once('"')).map(|(name, _)| name);
            let name = name.ok_or(Malformed("the name of the parent has no end"))?;
            Some(name.to_owned()).filter(|name| !name.is_empty())
        }
        _ => None,
    };
    // A parent is always of the same format.
    let backing_format = backing.is_some().then(|| "vmdk".to_owned());
    Ok(Header { capacity: Some(capacity), backing, backing_format, ..Header::default() })
}
