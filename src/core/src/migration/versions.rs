//! Versions one and two of the phases, which old hosts have: prepare, perform, finish.

use super::{Request, URI, XML};
use crate::{
    connection::Drivers,
    constants::{
        VIR_DOMAIN_PAUSED, VIR_DOMAIN_XML_MIGRATABLE, VIR_DOMAIN_XML_SECURE, VIR_DOMAIN_XML_UPDATE_CPU,
        VIR_MIGRATE_ABORT_ON_ERROR, VIR_MIGRATE_AUTO_CONVERGE, VIR_MIGRATE_PAUSED,
    },
    feature::{self, supported},
    records::Domain,
    types::Bytes,
};
use virt_error::{Result, bail, error};

/// The flags for source and destination.
fn flags(request: &Request<'_>) -> (u64, u64) {
    let mut flags = request.flags;
    let info = request.source.monitoring.domain_get_info(request.dom);
    if info.is_ok_and(|found| i32::from(found.state) == VIR_DOMAIN_PAUSED) {
        flags |= VIR_MIGRATE_PAUSED;
    }
    (flags.into(), (flags & !(VIR_MIGRATE_ABORT_ON_ERROR | VIR_MIGRATE_AUTO_CONVERGE)).into())
}

fn perform(request: &Request<'_>, cookie: &Bytes<4194304>, uri: &str, flags: u64) -> Result<()> {
    let migration = &request.source.migration;
    let (name, bandwidth) = (request.text(super::NAME), request.bandwidth());
    migration.domain_migrate_perform(request.dom, cookie, uri, flags, name, bandwidth)
}

/// Version two: the destination learns the definition first, and in the end how it went.
pub fn two(request: Request<'_>, destination: &Drivers) -> Result<Domain> {
    if request.text(XML).is_some() {
        bail!(Domain, ArgumentUnsupported, "Unable to change target guest XML during migration");
    }
    let portable = match supported(request.source, feature::XML_MIGRATABLE)? {
        true => VIR_DOMAIN_XML_MIGRATABLE,
        false => VIR_DOMAIN_XML_UPDATE_CPU,
    };
    let domains = &request.source.domains;
    let xml = domains.domain_get_xml_desc(request.dom, VIR_DOMAIN_XML_SECURE | portable)?;
    let (here, there) = flags(&request);
    let (uri, name, bandwidth) = (request.text(URI), request.text(super::NAME), request.bandwidth());
    let migration = &destination.migration;
    let prepared = migration.domain_migrate_prepare2(uri, there, name, bandwidth, &xml)?;
    let cookie = &prepared.cookie;
    let uri = prepared.uri_out.as_deref().or(uri);
    let performed = match uri {
        Some(uri) => perform(&request, cookie, uri, here),
        None => Err(error!(Domain, InternalError, "domainMigratePrepare2 did not set uri")),
    };
    let uri = uri.unwrap_or_default();
    let cancelled = performed.is_err().into();
    let finished = migration.domain_migrate_finish2(request.name(), cookie, uri, there, cancelled);
    performed.and(finished)
}

/// Version one: the destination only learns that it is over.
pub fn one(request: Request<'_>, destination: &Drivers) -> Result<Domain> {
    if request.text(XML).is_some() {
        bail!(Domain, ArgumentUnsupported, "Unable to change target guest XML during migration");
    }
    let (here, there) = flags(&request);
    let (uri, name, bandwidth) = (request.text(URI), request.text(super::NAME), request.bandwidth());
    let migration = &destination.migration;
    let prepared = migration.domain_migrate_prepare(uri, there, name, bandwidth)?;
    let Some(uri) = prepared.uri_out.as_deref().or(uri) else {
        bail!(Domain, InternalError, "domainMigratePrepare did not set uri");
    };
    perform(&request, &prepared.cookie, uri, here)?;
    migration.domain_migrate_finish(request.name(), &prepared.cookie, uri, there)
}
