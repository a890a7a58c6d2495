//! Headers of disk images: which format a file is of, how large its disk is, what it is based on.
//!
//! Everything here works on the first bytes of a file ([`HEADER`] of them), takes nothing in them for granted, and
//! allocates no more than a name of [`LONGEST_NAME`] bytes, whatever a header claims.

mod qcow2;
mod vmdk;

use std::{
    fmt,
    fs::{File, Metadata, OpenOptions},
    io::{self, Read, Seek, SeekFrom},
    os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt},
    path::Path,
};

/// How many bytes of an image are looked at; the volume descriptor of an ISO image is the last of them.
pub const HEADER: usize = 0x8200;
/// The longest name of a backing file that is believed.
pub const LONGEST_NAME: usize = 4096;

/// The formats that can be told by their header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A disk as it is; what has no header.
    Raw,
    Bochs,
    Cloop,
    Iso,
    Vpc,
    Vdi,
    Ploop,
    Cow,
    Qcow,
    Qcow2,
    Qed,
    Vmdk,
    Luks,
}

impl Format {
    /// libvirt's name of the format.
    pub fn word(self) -> &'static str {
        match self {
            Format::Raw => "raw",
            Format::Bochs => "bochs",
            Format::Cloop => "cloop",
            Format::Iso => "iso",
            Format::Vpc => "vpc",
            Format::Vdi => "vdi",
            Format::Ploop => "ploop",
            Format::Cow => "cow",
            Format::Qcow => "qcow",
            Format::Qcow2 => "qcow2",
            Format::Qed => "qed",
            Format::Vmdk => "vmdk",
            Format::Luks => "luks",
        }
    }
}

/// What an image says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The size of the disk in bytes; `None` where the format does not tell it.
    pub capacity: Option<u64>,
    /// The name of the file that the image is based on, as it stands in the header: a path, or an address.
    pub backing: Option<String>,
    /// The format of that file as the image names it: QEMU's name, in no way checked.
    pub backing_format: Option<String>,
    /// The file that holds the guest's data where the image holds metadata alone.
    pub data_file: Option<String>,
    pub encrypted: bool,
    pub cluster_size: Option<u64>,
    /// `0.10` or `1.1`, for qcow2.
    pub compat: Option<&'static str>,
}

/// Why a header is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// The format that the bytes look like. Only for images whose format nobody named: a guest that writes a header
/// into its raw disk must not thereby choose the host's next file.
pub fn probe(data: &[u8]) -> Format {
    const MAGIC: [(usize, &[u8], Format); 12] = [
        (0, b"Bochs Virtual HD Image", Format::Bochs),
        (
            0,
            b"#!/bin/sh\n#V2.0 Format\nmodprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\n",
            Format::Cloop,
        ),
        (0, b"WithoutFreeSpace", Format::Ploop),
        (0, b"WithouFreSpacExt", Format::Ploop),
        (0, b"QED\0", Format::Qed),
        (0, b"LUKS\xba\xbe", Format::Luks),
        (0, b"KDMV", Format::Vmdk),
        (0, b"COWD", Format::Vmdk),
        (0, b"conectix", Format::Vpc),
        (0, b"OOOM", Format::Cow),
        (0x40, b"\x7f\x10\xda\xbe", Format::Vdi),
        (0x8001, b"CD001", Format::Iso),
    ];
    if data.starts_with(b"QFI\xfb") {
        return match be32(data, 4) {
            Some(1) => Format::Qcow,
            Some(2 | 3) => Format::Qcow2,
            _ => Format::Raw,
        };
    }
    let found =
        MAGIC.iter().find(|(at, magic, _)| data.get(*at..).is_some_and(|rest| rest.starts_with(magic)));
    found.map_or(Format::Raw, |(_, _, format)| *format)
}

/// What the header of an image of that format says.
pub fn read(data: &[u8], format: Format) -> Result<Header, Malformed> {
    match format {
        Format::Qcow2 => qcow2::qcow2(data),
        Format::Qcow => qcow2::qcow(data),
        Format::Qed => qcow2::qed(data),
        Format::Vmdk => vmdk::vmdk(data),
        Format::Cow => {
            let backing = text(data.get(8..8 + 1024).ok_or(SHORT)?)?;
            Ok(Header {
                capacity: be64(data, 4 + 4 + 1024 + 4),
                backing: Some(backing).filter(|name| !name.is_empty()),
                ..Header::default()
            })
        }
        Format::Vdi => Ok(Header { capacity: Some(le64(data, 0x170).ok_or(SHORT)?), ..Header::default() }),
        Format::Vpc => Ok(Header { capacity: Some(be64(data, 48).ok_or(SHORT)?), ..Header::default() }),
        Format::Luks => Ok(Header { encrypted: true, ..Header::default() }),
        Format::Raw | Format::Bochs | Format::Cloop | Format::Iso | Format::Ploop => Ok(Header::default()),
    }
}

/// Opens an image for reading. It never waits, not even for a pipe that nobody writes to.
///
/// Errors: those of the system; `InvalidInput` for what is neither a file nor a block device.
pub fn open(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY).open(path)?;
    let kind = file.metadata()?.file_type();
    if !kind.is_file() && !kind.is_block_device() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file or block device"));
    }
    Ok(file)
}

/// Whether that is a block device.
pub fn is_block_device(metadata: &Metadata) -> bool {
    metadata.file_type().is_block_device()
}

/// Whether a path leads to a CD drive of the host.
pub fn is_cdrom(path: &Path) -> bool {
    /// The device numbers of drives on SCSI and SATA.
    const SCSI_CDROM_MAJOR: u64 = 11;
    let Ok(metadata) = path.metadata() else { return false };
    metadata.file_type().is_block_device() && u64::from(libc::major(metadata.rdev())) == SCSI_CDROM_MAJOR
}

/// The first bytes of an image; fewer than [`HEADER`] when it is shorter.
pub fn head(file: &mut File) -> io::Result<Vec<u8>> {
    let mut data = Vec::with_capacity(HEADER);
    file.seek(SeekFrom::Start(0))?;
    file.take(HEADER as u64).read_to_end(&mut data)?;
    Ok(data)
}

/// The sizes of a file or block device, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// The end of the file, or the size of the device.
    pub physical: u64,
    /// What it takes on the host's storage.
    pub allocation: u64,
}

/// The sizes of an open file or block device.
pub fn sizes(file: &mut File) -> io::Result<Sizes> {
    let metadata = file.metadata()?;
    if metadata.file_type().is_block_device() {
        let size = file.seek(SeekFrom::End(0))?;
        return Ok(Sizes { physical: size, allocation: size });
    }
    Ok(Sizes { physical: metadata.len(), allocation: metadata.blocks().saturating_mul(512) })
}

const SHORT: Malformed = Malformed("the header is cut off");

fn array<const N: usize>(data: &[u8], at: usize) -> Option<[u8; N]> {
    data.get(at..at.checked_add(N)?)?.try_into().ok()
}

fn be32(data: &[u8], at: usize) -> Option<u32> {
    array(data, at).map(u32::from_be_bytes)
}

fn be64(data: &[u8], at: usize) -> Option<u64> {
    array(data, at).map(u64::from_be_bytes)
}

fn le32(data: &[u8], at: usize) -> Option<u32> {
    array(data, at).map(u32::from_le_bytes)
}

fn le64(data: &[u8], at: usize) -> Option<u64> {
    array(data, at).map(u64::from_le_bytes)
}

/// A name that ends at its end or at the first zero.
fn text(bytes: &[u8]) -> Result<String, Malformed> {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    match std::str::from_utf8(&bytes[..end]) {
        Ok(name) => Ok(name.to_owned()),
        Err(_) => Err(Malformed("a name in the header is not text")),
    }
}

/// The name of `size` bytes at `offset`; `None` when nothing is named.
fn name(data: &[u8], offset: u64, size: u32) -> Result<Option<String>, Malformed> {
    if offset == 0 || size == 0 {
        return Ok(None);
    }
    if size as usize > LONGEST_NAME {
        return Err(Malformed("the name of the backing file is too long"));
    }
    let start = usize::try_from(offset).map_err(|_| SHORT)?;
    let end = start.checked_add(size as usize).ok_or(SHORT)?;
    let bytes =
        data.get(start..end).ok_or(Malformed("the name of the backing file lies outside the header"))?;
    Ok(Some(text(bytes)?).filter(|name| !name.is_empty()))
}

#[cfg(test)]
mod tests;
