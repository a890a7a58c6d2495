//! What a search for storage finds on this host: two volume groups, and a share on any server.

use virt_conf::storage::{Device, PoolKind, Source, Sources};
use virt_error::{Origin, Result, bail};

/// The sources of pools of a kind, as `virConnectFindStoragePoolSources` tells them.
pub fn find(kind: &str, specification: Option<&str>) -> Result<String> {
    let parsed = kind.parse::<PoolKind>();
    let start = match (specification, parsed) {
        (None, _) => None,
        (Some(text), Ok(kind)) => Some(Source::parse_specification(text, kind)?),
        (Some(text), Err(())) => {
            virt_xml::parse(text, "(storage_source_specification)", Origin::Storage)?;
            bail!(Storage, InternalError, "missing backend for pool type -1")
        }
    };
    let sources = match parsed {
        Ok(PoolKind::Logical) => vec![group("/dev/sda20", "testvg1"), group("/dev/sda21", "testvg2")],
        Ok(PoolKind::Netfs) => {
            let Some(host) = start.and_then(|source| source.hosts.first().cloned()) else {
                bail!(Test, InvalidArg, "hostname must be specified for netfs sources");
            };
            vec![Source {
                hosts: vec![host],
                dir: Some("/testshare".to_owned()),
                format: Some("nfs".to_owned()),
                ..Source::default()
            }]
        }
        Ok(PoolKind::Dir) => bail!(Test, InternalError, "unknown storage pool type {kind}"),
        _ => bail!(Test, NoSupport, "pool type '{kind}' does not support source discovery"),
    };
    Ok(Sources { sources, ..Sources::default() }.format())
}

/// A volume group on a device.
fn group(device: &str, name: &str) -> Source {
    Source {
        devices: vec![Device { path: Some(device.to_owned()), ..Device::default() }],
        name: Some(name.to_owned()),
        format: Some("lvm2".to_owned()),
        ..Source::default()
    }
}
