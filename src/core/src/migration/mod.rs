//! Migration as the application's side of it is run: which phases there are on which host, and in which order.
//!
//! A migration is managed by whoever holds connections to both hosts, or by the source host alone: peer to peer, where
//! the source connects to the destination's daemon, or direct, where the hypervisors need no daemon there.

mod phases;
#[cfg(test)]
mod tests;
mod versions;

use crate::{
    connection::Drivers,
    constants::{
        VIR_MIGRATE_CHANGE_PROTECTION, VIR_MIGRATE_NON_SHARED_DISK, VIR_MIGRATE_NON_SHARED_INC,
        VIR_MIGRATE_OFFLINE, VIR_MIGRATE_PEER2PEER,
    },
    feature::{self, supported},
    params::{self, TypedParam, Value},
    records::Domain,
    types::{Bytes, Params},
    uri::Uri,
};
use virt_error::{Error, Origin, Result, bail};

/// `VIR_MIGRATE_PARAM_URI`: where the hypervisors meet.
pub const URI: &str = "migrate_uri";
/// `VIR_MIGRATE_PARAM_DEST_NAME`: the domain's name on the destination.
pub const NAME: &str = "destination_name";
/// `VIR_MIGRATE_PARAM_DEST_XML`: the domain's definition on the destination.
pub const XML: &str = "destination_xml";
/// `VIR_MIGRATE_PARAM_BANDWIDTH`: the most that is sent a second, in MiB.
pub const BANDWIDTH: &str = "bandwidth";

/// The parameters that the functions without a parameter list have.
const COMPATIBLE: [&str; 4] = [URI, NAME, XML, BANDWIDTH];

/// What is migrated, from where, and how.
#[derive(Clone)]
pub struct Request<'a> {
    pub source: &'a Drivers,
    pub dom: &'a Domain,
    pub params: Params<64>,
    /// `virDomainMigrateFlags`.
    pub flags: u32,
}

impl Request<'_> {
    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    fn text(&self, parameter: &str) -> Option<&str> {
        params::find_string(&self.params, parameter)
    }

    /// Sets a text parameter, in place of an earlier one.
    pub fn set_text(&mut self, parameter: &'static str, text: &str) {
        let value = Value::String(text.to_owned());
        match self.params.0.iter_mut().find(|param| param.field == parameter) {
            Some(param) => param.value = value,
            None => self.params.0.push(TypedParam::new(parameter, value)),
        }
    }

    fn bandwidth(&self) -> u64 {
        params::find_ullong(&self.params, BANDWIDTH).unwrap_or(0)
    }

    /// The domain's name on the destination.
    pub fn name(&self) -> &str {
        self.text(NAME).unwrap_or(&self.dom.name)
    }

    /// Refuses parameters that a host which knows no parameter lists cannot be told.
    fn check_compatible(&self) -> Result<()> {
        if self.params.iter().all(|param| COMPATIBLE.contains(&&*param.field)) {
            return Ok(());
        }
        bail!(
            Domain,
            ArgumentUnsupported,
            "Migration APIs with extensible parameters are not supported but extended parameters were passed"
        );
    }
}

/// Refuses to migrate a domain that is not running when one of the hosts cannot.
pub fn check_offline(source: &Drivers, destination: &Drivers, flags: u32) -> Result<()> {
    if flags & VIR_MIGRATE_OFFLINE == 0 {
        return Ok(());
    }
    for (drivers, which) in [(source, "source"), (destination, "destination")] {
        if !supported(drivers, feature::MIGRATION_OFFLINE)? {
            bail!(Domain, ArgumentUnsupported, "offline migration is not supported by the {which} host");
        }
    }
    Ok(())
}

/// Migrates a domain by leading both hosts through the phases; the domain on the destination.
///
/// Errors: "not supported" when the hosts have no version of the phases in common; what goes wrong in a phase.
pub fn managed(mut request: Request<'_>, destination: &Drivers) -> Result<Domain> {
    let source = request.source;
    if request.has(VIR_MIGRATE_CHANGE_PROTECTION) && !supported(source, feature::MIGRATE_CHANGE_PROTECTION)? {
        bail!(Domain, ArgumentUnsupported, "cannot enforce change protection");
    }
    // The phases ask the source for protection by themselves; a destination may not know the flag.
    request.flags &= !VIR_MIGRATE_CHANGE_PROTECTION;

    let both = |feature| Ok::<_, Error>(supported(source, feature)? && supported(destination, feature)?);
    if both(feature::MIGRATION_PARAMS)? {
        return phases::run(request, destination, phases::Form::Params);
    }
    request.check_compatible()?;
    if both(feature::MIGRATION_V3)? {
        phases::run(request, destination, phases::Form::Plain)
    } else if both(feature::MIGRATION_V2)? {
        versions::two(request, destination)
    } else if both(feature::MIGRATION_V1)? {
        versions::one(request, destination)
    } else {
        Err(Error::unsupported())
    }
}

/// Refuses what a source that is left to itself cannot do.
pub fn check_unmanaged(source: &Drivers, flags: u32) -> Result<()> {
    let both = VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_INC;
    if flags & both == both {
        let text =
            "Flags 'VIR_MIGRATE_NON_SHARED_DISK' and 'VIR_MIGRATE_NON_SHARED_INC' are mutually exclusive";
        let error = Error::argument("ctl", text);
        return Err(error.in_function(Origin::Domain, "virDomainMigrateUnmanagedCheckCompat"));
    }
    if flags & VIR_MIGRATE_OFFLINE != 0 && !supported(source, feature::MIGRATION_OFFLINE)? {
        bail!(Domain, ArgumentUnsupported, "offline migration is not supported by the source host");
    }
    let (kind, feature) = match flags & VIR_MIGRATE_PEER2PEER != 0 {
        true => ("p2p", feature::MIGRATION_P2P),
        false => ("direct", feature::MIGRATION_DIRECT),
    };
    if !supported(source, feature)? {
        bail!(Domain, ArgumentUnsupported, "{kind} migration is not supported by the source host");
    }
    Ok(())
}

/// Lets the source migrate a domain by itself. `peer` is the URI of the destination's daemon, for peer to peer.
pub fn unmanaged(request: &Request<'_>, peer: Option<&str>) -> Result<()> {
    let source = request.source;
    let migration = &source.migration;
    let nothing = Bytes::default();
    if request.has(VIR_MIGRATE_PEER2PEER) {
        check_not_local(peer.unwrap_or_default())?;
        if supported(source, feature::MIGRATION_PARAMS)? {
            let Request { dom, params, flags, .. } = request;
            return migration.domain_migrate_perform3_params(dom, peer, params, &nothing, *flags).map(drop);
        }
    }
    request.check_compatible()?;
    let (xml, uri, name) = (request.text(XML), request.text(URI), request.text(NAME));
    let (dom, flags, bandwidth) = (request.dom, request.flags.into(), request.bandwidth());
    if supported(source, feature::MIGRATION_V3)? {
        let cookie = migration.domain_migrate_perform3(dom, xml, &nothing, peer, uri, flags, name, bandwidth);
        return cookie.map(drop);
    }
    if xml.is_some() {
        bail!(Domain, ArgumentUnsupported, "Unable to change target guest XML during migration");
    }
    if peer.is_some() && uri.is_some() {
        bail!(Domain, ArgumentUnsupported, "Unable to override peer2peer migration URI");
    }
    let uri = peer.or(uri).unwrap_or_default();
    migration.domain_migrate_perform(dom, &nothing, uri, flags, name, bandwidth)
}

/// Refuses a peer that is this host.
fn check_not_local(peer: &str) -> Result<()> {
    match Uri::parse(peer)?.server {
        Some(server) if !server.starts_with("localhost") => Ok(()),
        _ => {
            let error = Error::argument("dconnuri", "Attempt to migrate guest to the same host");
            Err(error.in_function(Origin::Domain, "virDomainMigrateCheckNotLocal"))
        }
    }
}
