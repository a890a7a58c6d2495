//! Images in files, and what cannot be one.

use super::*;
use std::{fs, path::PathBuf};
use virt_core::{constants::*, types::Uuid};

fn file() -> PathBuf {
    std::env::temp_dir().join(format!("image-{}", Uuid::random()))
}

#[test]
fn a_saved_domain_goes_on_from_its_image() {
    let host = Host::new();
    let saving = &host.drivers.saving;
    let dom = host.running("a", "");
    let path = file();
    let text = path.to_str().unwrap();
    saving.domain_save(&dom, text).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_SAVED));
    assert!(fs::read(&path).unwrap().starts_with(b"TestGuestMagic\0"));
    assert!(saving.domain_save_image_get_xml_desc(text, 0).unwrap().starts_with("<domain type='test'>\n"));
    saving.domain_restore_flags(text, None, VIR_DOMAIN_SAVE_PAUSED).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER));
    assert_eq!(
        refusal(saving.domain_restore(text)),
        "Requested operation is not valid: domain 'a' is already active"
    );
    assert_eq!(host.lifecycle(), [(-1, 5, 4), (2, 2, 2), (2, 3, 0)]);
    fs::remove_file(&path).unwrap();
    assert_eq!(
        refusal(saving.domain_restore(text)),
        format!("cannot read domain image '{text}': No such file or directory")
    );
}

#[test]
fn a_file_that_is_no_image_is_refused() {
    let host = Host::new();
    let path = file();
    let restore = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        refusal(host.drivers.saving.domain_restore(path.to_str().unwrap()))
    };
    assert!(restore(b"short").starts_with("incomplete save header in"));
    assert_eq!(restore(b"TestGuestMagiX\0...."), "internal error: mismatched header magic");
    assert!(restore(b"TestGuestMagic\0\0").starts_with("failed to read metadata length in"));
    assert_eq!(
        restore(b"TestGuestMagic\0\xff\xff\xff\xff"),
        "internal error: length of metadata out of range"
    );
    assert!(restore(b"TestGuestMagic\0\x09\0\0\0<x/>").starts_with("incomplete metadata in"));
    fs::remove_file(&path).unwrap();
}

#[test]
fn a_managed_save_is_used_once() {
    let host = Host::new();
    let (saving, domains) = (&host.drivers.saving, &host.drivers.domains);
    let dom = host.running("a", "");
    host.drivers.tuning.domain_set_memory(&dom, 1234).unwrap();
    saving.domain_managed_save(&dom, 0).unwrap();
    assert_eq!(saving.domain_has_managed_save_image(&dom, 0).unwrap(), 1);
    assert_eq!(
        refusal(domains.domain_undefine(&dom)),
        "Requested operation is not valid: Refusing to undefine while domain managed save image exists"
    );
    domains.domain_create(&dom).unwrap();
    assert_eq!(saving.domain_has_managed_save_image(&dom, 0).unwrap(), 0);
    assert_eq!(host.drivers.monitoring.domain_get_info(&dom).unwrap().memory, 1234);
    assert!(
        refusal(saving.domain_managed_save_get_xml_desc(&dom, 0))
            .contains("does not have managed save image")
    );
}

#[test]
fn a_dump_is_a_file_and_may_be_the_end() {
    let host = Host::new();
    let dom = host.running("a", "");
    let path = file();
    let saving = &host.drivers.saving;
    saving.domain_core_dump(&dom, path.to_str().unwrap(), VIR_DUMP_CRASH).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"TestGuestMagic\0");
    fs::remove_file(&path).unwrap();
    assert_eq!(host.state(&dom), (VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_CRASHED));
    assert_eq!(
        refusal(saving.domain_core_dump_with_format(&dom, "/x", 1, 0)),
        "Operation not supported: kdump-compressed format is not supported here"
    );
}
