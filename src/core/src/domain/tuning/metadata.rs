//! A domain's title, its description and what applications keep with it.

use crate::{constants::*, domain::DomainHost, event::Event, records};
use virt_conf::{domain::Domain, metadata};
use virt_error::{Origin, Result, bail, error};

/// Sets what `kind` (`virDomainMetadataType`) means in the documents that `flags` mean, and tells of it; `None` takes it
/// away. An application's own data have a key and a URI.
pub fn set<H: DomainHost>(
    host: &H,
    dom: &records::Domain,
    kind: i32,
    text: Option<&str>,
    (key, uri): (Option<&str>, Option<&str>),
    flags: u32,
) -> Result<()> {
    let mut change = host.change(dom, "virDomainSetMetadata")?;
    let targets = change.state().targets(flags)?;
    host.edit(&change, targets, |document| apply(document, kind, text, key, uri))?;
    let dom = change.record();
    change.event(Event::DomainMetadataChange { dom, kind, nsuri: uri.map(str::to_owned) });
    Ok(())
}

fn apply(
    document: &mut Domain,
    kind: i32,
    text: Option<&str>,
    key: Option<&str>,
    uri: Option<&str>,
) -> Result<()> {
    let plain = || text.filter(|text| !text.is_empty()).map(str::to_owned);
    match kind {
        VIR_DOMAIN_METADATA_DESCRIPTION => document.description = plain(),
        VIR_DOMAIN_METADATA_TITLE => document.title = plain(),
        VIR_DOMAIN_METADATA_ELEMENT => {
            let (key, uri) = (key.unwrap_or_default(), uri.unwrap_or_default());
            metadata::set(&mut document.metadata, text, key, uri, Origin::Domain)?;
        }
        // A negative kind is taken and left alone, as libvirt does.
        _ if kind < 0 => {}
        _ => bail!(Domain, InvalidArg, "unknown metadata type '{kind}'"),
    }
    Ok(())
}

/// What `kind` means. Errors: `VIR_ERR_NO_DOMAIN_METADATA` when there is none.
pub fn read(document: &Domain, kind: i32, uri: Option<&str>) -> Result<String> {
    let found = match kind {
        VIR_DOMAIN_METADATA_DESCRIPTION => document.description.clone(),
        VIR_DOMAIN_METADATA_TITLE => document.title.clone(),
        VIR_DOMAIN_METADATA_ELEMENT => metadata::get(document.metadata.as_ref(), uri.unwrap_or_default()),
        _ if kind < 0 => None,
        _ => bail!(Domain, InvalidArg, "unknown metadata type '{kind}'"),
    };
    found.ok_or_else(|| error!(Domain, NoDomainMetadata, "Requested metadata element is not present"))
}
