//! The image of a saved guest, in libvirt's format: a header, the guest's document, and the emulator's state.

use super::compression::Format;
use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom, Write},
    os::unix::fs::FileExt,
    path::Path,
};
use virt_conf::domain::{Domain as Document, ParseFlags};
use virt_error::{Code, Error, Origin, Result, bail};
use virt_sys::named_file;
use virt_xml::Style;

/// What a whole image begins with, and one that is being written.
const MAGIC: &[u8; 16] = b"LibvirtQemudSave";
const PARTIAL: &[u8; 16] = b"LibvirtQemudPart";

const VERSION: u32 = 2;

/// The header's length in the file: the magic, five numbers, and room that nothing uses.
const HEADER: usize = 16 + 5 * 4 + 14 * 4;

/// What is left free behind the document, so that a longer one can take its place.
const ROOM: usize = 64 * 1024;

/// What an image says before the emulator's state begins.
pub struct Header {
    /// Whether the guest's processors ran.
    pub was_running: bool,
    format: u32,
    /// The length of everything between the header and the emulator's state.
    length: usize,
    /// Where behind the header the cookie begins; 0 for none.
    cookie: usize,
    pub document: Document,
}

/// An image that is being written. It is not taken for a whole one before [`Writer::finish`].
pub struct Writer {
    pub file: File,
}

impl Writer {
    /// Begins an image, in the place of what was there.
    pub fn create(path: &Path, document: &Document, was_running: bool, format: Format) -> Result<Writer> {
        let mut file = named_file::create(path, 0o600)
            .map_err(|cause| failed(format!("Failed to create file '{}'", path.display()), &cause))?;
        let text = document_text(document);
        let length = text.len() + 1 + ROOM;
        let mut bytes = header_bytes(PARTIAL, length, was_running, format.number(), 0)?;
        bytes.extend(text.as_bytes());
        bytes.resize(HEADER + length, 0);
        file.write_all(&bytes).map_err(|cause| write_failed(path, &cause))?;
        Ok(Writer { file })
    }

    /// Everything is written: the image is whole, and outlives a crash.
    pub fn finish(self, path: &Path) -> Result<()> {
        // The state is on the disk before the magic says so.
        self.file
            .sync_all()
            .and_then(|()| self.file.write_all_at(MAGIC, 0))
            .and_then(|()| self.file.sync_all())
            .map_err(|cause| write_failed(path, &cause))
    }
}

/// The document as an image holds it.
fn document_text(document: &Document) -> String {
    document.format(Style { secure: true, inactive: true, migratable: true, ..Style::default() })
}

fn header_bytes(
    magic: &[u8; 16],
    length: usize,
    was_running: bool,
    format: u32,
    cookie: usize,
) -> Result<Vec<u8>> {
    let number = |value: usize| {
        u32::try_from(value)
            .map_err(|_| Error::new(Origin::Qemu, Code::InternalError, "the document is too long"))
    };
    let mut bytes = magic.to_vec();
    for value in [VERSION, number(length)?, u32::from(was_running), format, number(cookie)?] {
        bytes.extend(value.to_ne_bytes());
    }
    bytes.resize(HEADER, 0);
    Ok(bytes)
}

/// Opens an image and reads what stands before the emulator's state; the file is left where that begins.
///
/// Errors: `VIR_ERR_OPERATION_FAILED` for what is no image, `VIR_ERR_SYSTEM_ERROR`.
pub fn open(path: &Path, write: bool) -> Result<(File, Header)> {
    let mut file = named_file::open(path, write)
        .map_err(|cause| failed(format!("Failed to open file '{}'", path.display()), &cause))?;
    let header = read(&mut file)?;
    Ok((file, header))
}

/// Whether a file is an image whose writing was cut short.
pub fn is_partial(path: &Path) -> bool {
    let mut magic = [0; 16];
    named_file::open(path, false).and_then(|mut file| file.read_exact(&mut magic)).is_ok()
        && magic == *PARTIAL
}

fn read(file: &mut File) -> Result<Header> {
    let mut bytes = [0; HEADER];
    if file.read_exact(&mut bytes).is_err() {
        bail!(Qemu, OperationFailed, "failed to read qemu header");
    }
    let (magic, numbers) = bytes.split_at(16);
    if magic == PARTIAL {
        bail!(Qemu, OperationFailed, "save image is incomplete");
    }
    if magic != MAGIC {
        bail!(Qemu, OperationFailed, "image magic is incorrect");
    }
    let number = |place: usize| {
        let bytes = numbers.get(place * 4..place * 4 + 4).and_then(|bytes| bytes.try_into().ok());
        u32::from_ne_bytes(bytes.unwrap_or_default())
    };
    let swapped = number(0) > VERSION && number(0).swap_bytes() <= VERSION;
    let value = |place: usize| if swapped { number(place).swap_bytes() } else { number(place) };
    if value(0) > VERSION {
        bail!(Qemu, OperationFailed, "image version is not supported ({} > {VERSION})", value(0));
    }
    let length = value(1) as usize;
    if length == 0 || length > virt_xml::MAX_SIZE + ROOM {
        bail!(Qemu, OperationFailed, "invalid header data length: {}", length as i32);
    }
    let mut data = vec![0; length];
    if file.read_exact(&mut data).is_err() {
        bail!(Qemu, OperationFailed, "failed to read domain XML");
    }
    let text = data.split(|byte| *byte == 0).next().unwrap_or_default();
    let Ok(text) = std::str::from_utf8(text) else {
        bail!(Qemu, OperationFailed, "the domain XML of the image is no text");
    };
    let flags = ParseFlags { bare: true, ..ParseFlags::default() };
    let document = Document::parse(text, flags, &crate::state::bare_host())?;
    Ok(Header { was_running: value(2) != 0, format: value(3), length, cookie: value(4) as usize, document })
}

impl Header {
    /// The format of the emulator's state.
    pub fn format(&self) -> Result<Format> {
        Format::from_number(self.format)
    }

    /// Writes another document, and whether the guest is to run, into the image.
    ///
    /// Errors: `VIR_ERR_OPERATION_FAILED` when the document is longer than its place.
    pub fn replace(
        &self,
        file: &mut File,
        path: &Path,
        document: &Document,
        was_running: bool,
    ) -> Result<()> {
        let text = document_text(document);
        let cookie = match self.cookie {
            0 => Vec::new(),
            start => {
                let mut bytes = vec![0; self.length.saturating_sub(start)];
                file.read_exact_at(&mut bytes, (HEADER + start) as u64)
                    .map_err(|cause| failed(format!("cannot read '{}'", path.display()), &cause))?;
                let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
                bytes.truncate(end);
                bytes.push(0);
                bytes
            }
        };
        let start = text.len() + 1;
        if start + cookie.len() > self.length {
            bail!(Qemu, OperationFailed, "new xml too large to fit in file");
        }
        let cookie_start = if cookie.is_empty() { 0 } else { start };
        let mut bytes = header_bytes(MAGIC, self.length, was_running, self.format, cookie_start)?;
        bytes.extend(text.as_bytes());
        bytes.push(0);
        bytes.extend(cookie);
        bytes.resize(HEADER + self.length, 0);
        file.seek(SeekFrom::Start(0))
            .and_then(|_| file.write_all(&bytes))
            .and_then(|()| file.sync_all())
            .map_err(|cause| write_failed(path, &cause))
    }
}

fn failed(what: String, cause: &io::Error) -> Error {
    Error::system(Origin::Qemu, what, cause)
}

fn write_failed(path: &Path, cause: &io::Error) -> Error {
    failed(format!("failed to write header to domain save file '{}'", path.display()), cause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn document(title: &str) -> Document {
        let xml = format!(
            "<domain type='qemu'><name>a</name><uuid>1b223dbd-e423-48f4-9416-bc8b0ed18725</uuid>\
             <title>{title}</title><memory>1024</memory><os><type arch='x86_64' machine='pc'>hvm</type></os></domain>"
        );
        let flags = ParseFlags { bare: true, ..ParseFlags::default() };
        Document::parse(&xml, flags, &crate::state::bare_host()).unwrap()
    }

    #[test]
    fn an_image_is_whole_only_when_it_is_finished() {
        let path = std::env::temp_dir().join(format!("virt-image-{}", std::process::id()));
        let mut writer =
            Writer::create(&path, &document("one"), true, Format::from_number(0).unwrap()).unwrap();
        writer.file.write_all(b"STATE").unwrap();
        assert!(is_partial(&path));
        let Err(error) = open(&path, false) else { panic!("a part is no image") };
        assert_eq!(error.message(), "operation failed: save image is incomplete");
        writer.finish(&path).unwrap();
        let (mut file, header) = open(&path, true).unwrap();
        assert_eq!((header.was_running, header.format().unwrap()), (true, Format::from_number(0).unwrap()));
        assert_eq!(header.document.title.as_deref(), Some("one"));
        header.replace(&mut file, &path, &document("another and longer one"), false).unwrap();
        let (mut file, header) = open(&path, false).unwrap();
        assert_eq!(
            (header.was_running, header.document.title.as_deref()),
            (false, Some("another and longer one"))
        );
        let mut state = String::new();
        file.read_to_string(&mut state).unwrap();
        assert_eq!(state, "STATE");
        let long = "x".repeat(2 * ROOM);
        let (mut file, header) = open(&path, true).unwrap();
        assert!(header.replace(&mut file, &path, &document(&long), false).is_err());
        fs::remove_file(&path).unwrap();
    }

    #[test]
    fn what_is_no_image_is_refused() {
        let path = std::env::temp_dir().join(format!("virt-no-image-{}", std::process::id()));
        let numbers = |numbers: [u32; 5]| {
            let mut bytes = MAGIC.to_vec();
            numbers.iter().for_each(|number| bytes.extend(number.to_ne_bytes()));
            bytes.resize(HEADER, 0);
            bytes
        };
        for (bytes, complaint) in [
            (Vec::new(), "failed to read qemu header"),
            (vec![b'x'; 200], "image magic is incorrect"),
            (numbers([3, 1, 0, 0, 0]), "image version is not supported (3 > 2)"),
            (numbers([2, 0, 0, 0, 0]), "invalid header data length: 0"),
            (numbers([2, u32::MAX, 0, 0, 0]), "invalid header data length: -1"),
            (numbers([2, 9, 0, 0, 0]), "failed to read domain XML"),
        ] {
            fs::write(&path, bytes).unwrap();
            let Err(error) = open(&path, false) else { panic!("{complaint}") };
            assert_eq!(error.message(), format!("operation failed: {complaint}"));
        }
        fs::remove_file(&path).unwrap();
    }
}
