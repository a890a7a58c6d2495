//! The numbers that PCI devices have besides on s390.

use super::pci::is_root;
use super::place::Place;
use crate::document::machine::Family;
use std::collections::HashSet;
use virt_conf::domain::Domain;
use virt_conf::domain::address::{Address, Zpci};
use virt_error::{Result, bail};
use virt_xml::Hex;

/// Devices without numbers get the lowest free ones: a `uid` from 1, a `fid` from 0.
pub(super) fn assign(domain: &mut Domain) -> Result<()> {
    if Family::of(domain) != Family::S390 {
        return Ok(());
    }
    let mut uids = HashSet::new();
    let mut fids = HashSet::new();
    let mut waiting = Vec::new();
    for place in Place::all(&domain.devices) {
        let Some(Address::Pci(address)) = place.info(&domain.devices).address.as_deref() else { continue };
        if is_root(domain, place) {
            continue;
        }
        let (uid, fid) = address.zpci.as_ref().map_or((None, None), |zpci| (zpci.uid, zpci.fid));
        if let Some(Hex(uid)) = uid {
            if uid == 0 {
                bail!(
                    Domain,
                    XmlError,
                    "Invalid PCI address uid='0x{uid:04x}', must be > 0x0000 and <= 0xffff"
                );
            }
            if !uids.insert(uid) {
                bail!(Domain, InternalError, "zPCI uid {uid:o} is already reserved");
            }
        }
        if let Some(Hex(fid)) = fid {
            if !fids.insert(fid) {
                bail!(Domain, InternalError, "zPCI fid {fid:o} is already reserved");
            }
        }
        if uid.is_none() || fid.is_none() {
            waiting.push(place);
        }
    }
    let (mut uid, mut fid) = (1, 0);
    for place in waiting {
        let Some(Address::Pci(address)) = place.info_mut(&mut domain.devices).address.as_deref_mut() else {
            continue;
        };
        let zpci = address.zpci.get_or_insert_with(|| Box::new(Zpci::default()));
        if zpci.uid.is_none() {
            while !uids.insert(uid) {
                uid += 1;
            }
            zpci.uid = Some(Hex(uid));
        }
        if zpci.fid.is_none() {
            while !fids.insert(fid) {
                fid += 1;
            }
            zpci.fid = Some(Hex(fid));
        }
    }
    Ok(())
}
