//! Headers, whole ones and broken ones.

use super::*;

fn put(data: &mut [u8], at: usize, bytes: &[u8]) {
    data[at..at + bytes.len()].copy_from_slice(bytes);
}

/// A qcow2 header of version 3 with a backing file and its format.
fn qcow2(backing: &str, format: &str) -> Vec<u8> {
    let mut data = vec![0; 4096];
    put(&mut data, 0, b"QFI\xfb");
    put(&mut data, 4, &3u32.to_be_bytes());
    put(&mut data, 8, &1024u64.to_be_bytes());
    put(&mut data, 16, &(backing.len() as u32).to_be_bytes());
    put(&mut data, 20, &16u32.to_be_bytes());
    put(&mut data, 24, &(10u64 << 30).to_be_bytes());
    put(&mut data, 100, &104u32.to_be_bytes());
    put(&mut data, 104, &0xe279_2acau32.to_be_bytes());
    put(&mut data, 108, &(format.len() as u32).to_be_bytes());
    put(&mut data, 112, format.as_bytes());
    put(&mut data, 1024, backing.as_bytes());
    data
}

#[test]
fn a_qcow2_header_names_its_backing_file() {
    let data = qcow2("base.img", "raw");
    assert_eq!(probe(&data), Format::Qcow2);
    let header = read(&data, Format::Qcow2).expect("whole");
    assert_eq!(header.capacity, Some(10 << 30));
    assert_eq!(header.backing.as_deref(), Some("base.img"));
    assert_eq!(header.backing_format.as_deref(), Some("raw"));
    assert_eq!(header.cluster_size, Some(65536));
    assert_eq!(header.compat, Some("1.1"));
}

#[test]
fn a_data_file_is_named_by_an_extension() {
    let mut data = qcow2("", "");
    put(&mut data, 8, &0u64.to_be_bytes());
    put(&mut data, 72, &4u64.to_be_bytes());
    put(&mut data, 104, &0x4441_5441u32.to_be_bytes());
    put(&mut data, 108, &8u32.to_be_bytes());
    put(&mut data, 112, b"data.raw");
    let header = read(&data, Format::Qcow2).expect("whole");
    assert_eq!((header.data_file.as_deref(), header.backing), (Some("data.raw"), None));
}

#[test]
fn names_outside_the_header_are_refused() {
    let mut data = qcow2("base.img", "raw");
    put(&mut data, 8, &u64::MAX.to_be_bytes());
    assert!(read(&data, Format::Qcow2).is_err());
    let mut data = qcow2("base.img", "raw");
    put(&mut data, 16, &u32::MAX.to_be_bytes());
    assert_eq!(read(&data, Format::Qcow2), Err(Malformed("the name of the backing file is too long")));
}

#[test]
fn an_extension_without_an_end_ends_the_extensions() {
    let mut data = qcow2("base.img", "raw");
    put(&mut data, 108, &u32::MAX.to_be_bytes());
    let header = read(&data, Format::Qcow2).expect("the rest is whole");
    assert_eq!(header.backing_format, None);
}

#[test]
fn cut_headers_are_refused_at_any_length() {
    let data = qcow2("base.img", "raw");
    for format in
        [Format::Qcow2, Format::Qcow, Format::Qed, Format::Vmdk, Format::Vdi, Format::Vpc, Format::Cow]
    {
        for length in 0..120 {
            let _ = read(&data[..length], format);
        }
        assert!(read(&data[..4], format).is_err(), "{format:?}");
    }
}

#[test]
fn a_parent_is_found_in_the_descriptor() {
    let mut data = vec![0; 2048];
    put(&mut data, 0, b"KDMV");
    put(&mut data, 12, &2048u64.to_le_bytes());
    put(&mut data, 0x200, b"# Disk DescriptorFile\nparentCID=12345678\nparentFileNameHint=\"base.vmdk\"\n");
    let header = read(&data, probe(&data)).expect("whole");
    assert_eq!((header.capacity, header.backing.as_deref()), (Some(1 << 20), Some("base.vmdk")));
    put(&mut data, 0x200, b"# Disk DescriptorFile\nparentCID=ffffffff\n");
    assert_eq!(read(&data, Format::Vmdk).expect("whole").backing, None);
}

#[test]
fn a_disk_without_a_header_is_raw() {
    assert_eq!(probe(&[0; 4096]), Format::Raw);
    assert_eq!(probe(b""), Format::Raw);
    let mut iso = vec![0; HEADER];
    put(&mut iso, 0x8001, b"CD001");
    assert_eq!(probe(&iso), Format::Iso);
}
