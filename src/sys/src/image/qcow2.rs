//! The headers of QEMU's own formats: qcow, qcow2, QED.

use super::{Header, Malformed, SHORT, be32, be64, le32, le64, name, text};

/// Header extensions of qcow2.
const BACKING_FORMAT: u32 = 0xe279_2aca;
const DATA_FILE: u32 = 0x4441_5441;
/// The data lie in a file of their own.
const EXTERNAL_DATA: u64 = 1 << 2;

pub(super) fn qcow2(data: &[u8]) -> Result<Header, Malformed> {
    let version = be32(data, 4).ok_or(SHORT)?;
    let cluster_bits = be32(data, 20).ok_or(SHORT)?;
    if !(9..=21).contains(&cluster_bits) {
        return Err(Malformed("the cluster size is impossible"));
    }
    let offset = be64(data, 8).ok_or(SHORT)?;
    let size = be32(data, 16).ok_or(SHORT)?;
    let mut header = Header {
        capacity: Some(be64(data, 24).ok_or(SHORT)?),
        backing: name(data, offset, size)?,
        encrypted: be32(data, 32).ok_or(SHORT)? != 0,
        cluster_size: Some(1 << cluster_bits),
        compat: Some(if version >= 3 { "1.1" } else { "0.10" }),
        ..Header::default()
    };
    let (incompatible, length) = match version {
        2 => (0, 72),
        _ => (be64(data, 72).ok_or(SHORT)?, be32(data, 100).ok_or(SHORT)?),
    };
    // The extensions end where the name of the backing file begins, at the latest.
    let end = if offset == 0 { data.len() as u64 } else { offset.min(data.len() as u64) };
    let mut at = length as usize;
    while at as u64 + 8 <= end {
        let (kind, length) = (be32(data, at).ok_or(SHORT)?, be32(data, at + 4).ok_or(SHORT)? as usize);
        let body = at + 8;
        let Some(bytes) = body.checked_add(length).and_then(|end| data.get(body..end)) else { break };
        match kind {
            0 => break,
            BACKING_FORMAT => header.backing_format = Some(text(bytes)?).filter(|word| !word.is_empty()),
            DATA_FILE if incompatible & EXTERNAL_DATA != 0 => {
                header.data_file = Some(text(bytes)?).filter(|name| !name.is_empty());
            }
            _ => {}
        }
        at = body + length.next_multiple_of(8);
    }
    if header.backing.is_none() {
        header.backing_format = None;
    }
    Ok(header)
}

pub(super) fn qcow(data: &[u8]) -> Result<Header, Malformed> {
    let offset = be64(data, 8).ok_or(SHORT)?;
    Ok(Header {
        capacity: Some(be64(data, 24).ok_or(SHORT)?),
        backing: name(data, offset, be32(data, 16).ok_or(SHORT)?)?,
        encrypted: be32(data, 36).ok_or(SHORT)? != 0,
        ..Header::default()
    })
}

pub(super) fn qed(data: &[u8]) -> Result<Header, Malformed> {
    const BACKED: u64 = 1 << 0;
    /// The backing file is raw, whatever it looks like.
    const RAW: u64 = 1 << 2;
    let features = le64(data, 16).ok_or(SHORT)?;
    let backing = match features & BACKED {
        0 => None,
        _ => name(data, le32(data, 56).ok_or(SHORT)?.into(), le32(data, 60).ok_or(SHORT)?)?,
    };
    let raw = backing.is_some() && features & RAW != 0;
    Ok(Header {
        capacity: Some(le64(data, 48).ok_or(SHORT)?),
        backing,
        backing_format: raw.then(|| "raw".to_owned()),
        cluster_size: le32(data, 4).map(u64::from),
        ..Header::default()
    })
}
