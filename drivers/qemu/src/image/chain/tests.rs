//! Chains of images made for the occasion.

use super::*;
use std::{fs, path::PathBuf};
use virt_conf::domain::disk::DiskDriver;

struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Scratch {
        let path = std::env::temp_dir().join(format!("virt-chain-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Scratch(path)
    }

    /// A qcow2 image based on `backing`, which is of `format`.
    fn qcow2(&self, name: &str, backing: &str, format: &str) -> String {
        let mut data = vec![0; 4096];
        let mut put = |at: usize, bytes: &[u8]| data[at..at + bytes.len()].copy_from_slice(bytes);
        put(0, b"QFI\xfb");
        put(4, &3u32.to_be_bytes());
        if !backing.is_empty() {
            put(8, &1024u64.to_be_bytes());
            put(16, &(backing.len() as u32).to_be_bytes());
            put(1024, backing.as_bytes());
        }
        put(20, &16u32.to_be_bytes());
        put(24, &(1u64 << 30).to_be_bytes());
        put(100, &104u32.to_be_bytes());
        if !format.is_empty() {
            put(104, &0xe279_2acau32.to_be_bytes());
            put(108, &(format.len() as u32).to_be_bytes());
            put(112, format.as_bytes());
        }
        self.file(name, &data)
    }

    fn file(&self, name: &str, data: &[u8]) -> String {
        let path = self.0.join(name);
        fs::write(&path, data).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn disk(path: &str, format: StorageFormat) -> Disk {
    Disk {
        kind: Some(DiskType::File),
        source: Some(Box::new(Source { file: Some(path.to_owned()), ..Source::default() })),
        driver: Some(Box::new(DiskDriver { kind: Some(format), ..DiskDriver::default() })),
        ..Disk::default()
    }
}

#[test]
fn a_chain_is_followed_to_its_end() {
    let scratch = Scratch::new("follow");
    scratch.file("base.raw", b"data");
    scratch.qcow2("middle.qcow2", "base.raw", "raw");
    let mut disk = disk(&scratch.qcow2("top.qcow2", "middle.qcow2", "qcow2"), StorageFormat::Qcow2);
    complete_disk(&mut disk).unwrap();
    let middle = disk.backing_store.as_deref().unwrap();
    let base = middle.backing_store.as_deref().unwrap();
    let format = |store: &BackingStore| store.format.as_ref().and_then(|format| format.kind);
    assert_eq!((format(middle), format(base)), (Some(StorageFormat::Qcow2), Some(StorageFormat::Raw)));
    assert!(base.source.as_ref().unwrap().file.as_ref().unwrap().ends_with("/base.raw"));
    assert_eq!(base.backing_store.as_deref(), Some(&BackingStore::default()));
}

#[test]
fn a_circle_is_refused() {
    let scratch = Scratch::new("circle");
    scratch.qcow2("b.qcow2", "a.qcow2", "qcow2");
    let mut disk = disk(&scratch.qcow2("a.qcow2", "b.qcow2", "qcow2"), StorageFormat::Qcow2);
    let error = complete_disk(&mut disk).unwrap_err();
    assert!(error.message().contains("is self-referential"), "{}", error.message());
}

#[test]
fn a_backing_file_without_a_format_is_not_guessed_at() {
    let scratch = Scratch::new("guess");
    scratch.qcow2("inner.qcow2", "/etc/passwd", "raw");
    let mut disk = disk(&scratch.qcow2("top.qcow2", "inner.qcow2", ""), StorageFormat::Qcow2);
    let error = complete_disk(&mut disk).unwrap_err();
    assert!(error.message().contains("was not specified in the image metadata"), "{}", error.message());
}

#[test]
fn a_raw_disk_is_not_read() {
    let scratch = Scratch::new("raw");
    let mut disk = disk(&scratch.qcow2("liar.img", "/etc/passwd", "raw"), StorageFormat::Raw);
    complete_disk(&mut disk).unwrap();
    assert_eq!(disk.backing_store.as_deref(), Some(&BackingStore::default()));
}

#[test]
fn a_missing_image_is_named() {
    let mut disk = disk("/nowhere/disk.qcow2", StorageFormat::Qcow2);
    let error = complete_disk(&mut disk).unwrap_err();
    assert_eq!(
        error.message(),
        "Cannot access storage file '/nowhere/disk.qcow2': No such file or directory"
    );
}

#[test]
fn a_chain_that_the_document_ends_is_left_alone() {
    let scratch = Scratch::new("ended");
    let mut disk = disk(&scratch.qcow2("top.qcow2", "/nowhere", "raw"), StorageFormat::Qcow2);
    disk.backing_store = Some(Box::default());
    complete_disk(&mut disk).unwrap();
    assert_eq!(disk.backing_store.as_deref(), Some(&BackingStore::default()));
}
