//! Version three of the phases: begin, prepare, perform, finish, confirm.
//!
//! Begin makes the source describe the domain; prepare makes the destination ready for it; perform moves it; finish
//! starts it there, or takes back the preparation; confirm stops it on the source, or lets it go on there. Each phase
//! hands a cookie to the next one, on the other host.

use super::{NAME, Request, URI, XML};
use crate::{
    connection::Drivers,
    constants::{
        VIR_DOMAIN_PAUSED, VIR_MIGRATE_ABORT_ON_ERROR, VIR_MIGRATE_AUTO_CONVERGE,
        VIR_MIGRATE_CHANGE_PROTECTION, VIR_MIGRATE_OFFLINE, VIR_MIGRATE_PAUSED,
    },
    feature::{self, supported},
    records::{Domain, DomainMigrateBegin3, DomainMigrateFinish3, DomainMigratePrepare3},
    types::Bytes,
};
use virt_error::{Code, Error, Origin, Result, error};

type Cookie = Bytes<4194304>;

/// How the phases are told what to do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// By a list of parameters.
    Params,
    /// By arguments, one for each of the four things that were known first.
    Plain,
}

/// Why a domain did not reach the destination, and whether the source has noticed.
struct Failure {
    error: Error,
    source_knows: bool,
}

/// Leads both hosts through the phases; the domain on the destination.
pub fn run(mut request: Request<'_>, destination: &Drivers, form: Form) -> Result<Domain> {
    let source = request.source;
    let protection = match supported(source, feature::MIGRATE_CHANGE_PROTECTION)? {
        true => VIR_MIGRATE_CHANGE_PROTECTION,
        false => 0,
    };
    let begun = begin(&request, form, request.flags | protection)?;
    let state = source.monitoring.domain_get_state(request.dom, 0);
    if state.is_ok_and(|found| found.state == VIR_DOMAIN_PAUSED) {
        request.flags |= VIR_MIGRATE_PAUSED;
    }
    let here = request.flags | protection;
    let there = request.flags & !(VIR_MIGRATE_ABORT_ON_ERROR | VIR_MIGRATE_AUTO_CONVERGE);

    request.set_text(XML, &begun.xml);
    let prepared = match prepare(&request, destination, form, &begun.cookie_out, there) {
        Ok(prepared) => prepared,
        Err(error) => {
            // A source that protects the domain has begun something that must be ended.
            if protection != 0 {
                confirm(&request, form, &Cookie::default(), here, true);
            }
            return Err(error);
        }
    };
    let (cookie, mut failure) = match perform(&mut request, form, prepared, here) {
        Ok(cookie) => (cookie, None),
        Err(failure) => (Cookie::default(), Some(failure)),
    };
    let (arrived, cookie) = match finish(&mut request, destination, form, &cookie, there, failure.is_some()) {
        Ok(finished) => (Some(finished.dom), finished.cookie_out),
        Err(error) => {
            failure = Some(worse(failure, error));
            (None, Cookie::default())
        }
    };
    if !failure.as_ref().is_some_and(|failure| failure.source_knows) {
        confirm(&request, form, &cookie, here, arrived.is_none());
    }
    match (failure, arrived) {
        (Some(failure), arrived) => {
            if arrived.is_some() {
                log::error!("finish step ignored that migration was cancelled");
            }
            Err(failure.error)
        }
        (None, Some(dom)) => Ok(dom),
        (None, None) => Err(error!(Domain, InternalError, "migration ended without a domain")),
    }
}

fn begin(request: &Request<'_>, form: Form, flags: u32) -> Result<DomainMigrateBegin3> {
    let migration = &request.source.migration;
    match form {
        Form::Params => migration.domain_migrate_begin3_params(request.dom, &request.params, flags),
        Form::Plain => {
            let (xml, name) = (request.text(XML), request.text(NAME));
            migration.domain_migrate_begin3(request.dom, xml, flags.into(), name, request.bandwidth())
        }
    }
}

fn prepare(
    request: &Request<'_>,
    destination: &Drivers,
    form: Form,
    cookie: &Cookie,
    flags: u32,
) -> Result<DomainMigratePrepare3> {
    let migration = &destination.migration;
    match form {
        Form::Params => migration.domain_migrate_prepare3_params(&request.params, cookie, flags),
        Form::Plain => {
            let (uri, name, xml) = (request.text(URI), request.text(NAME), request.text(XML));
            let xml = xml.unwrap_or_default();
            migration.domain_migrate_prepare3(cookie, uri, flags.into(), name, request.bandwidth(), xml)
        }
    }
}

/// Moves the domain to where the destination waits for it; the cookie for the destination.
fn perform(
    request: &mut Request<'_>,
    form: Form,
    prepared: DomainMigratePrepare3,
    flags: u32,
) -> std::result::Result<Cookie, Failure> {
    if let Some(uri) = &prepared.uri_out {
        request.set_text(URI, uri);
    }
    let Some(uri) = request.text(URI) else {
        let error = error!(Domain, InternalError, "domainMigratePrepare3 did not set uri");
        return Err(Failure { error, source_knows: false });
    };
    if request.has(VIR_MIGRATE_OFFLINE) {
        return Ok(Cookie::default());
    }
    let (dom, cookie) = (request.dom, &prepared.cookie_out);
    let migration = &request.source.migration;
    let performed = match form {
        Form::Params => migration.domain_migrate_perform3_params(dom, None, &request.params, cookie, flags),
        Form::Plain => {
            let (name, bandwidth) = (request.text(NAME), request.bandwidth());
            let flags = flags.into();
            migration.domain_migrate_perform3(dom, None, cookie, None, Some(uri), flags, name, bandwidth)
        }
    };
    performed.map_err(|error| Failure { error, source_knows: true })
}

fn finish(
    request: &mut Request<'_>,
    destination: &Drivers,
    form: Form,
    cookie: &Cookie,
    flags: u32,
    cancelled: bool,
) -> Result<DomainMigrateFinish3> {
    let migration = &destination.migration;
    match form {
        Form::Params => {
            let name = request.name().to_owned();
            request.set_text(NAME, &name);
            migration.domain_migrate_finish3_params(&request.params, cookie, flags, cancelled.into())
        }
        Form::Plain => {
            let (name, uri) = (request.name(), request.text(URI));
            migration.domain_migrate_finish3(name, cookie, None, uri, flags.into(), cancelled.into())
        }
    }
}

fn confirm(request: &Request<'_>, form: Form, cookie: &Cookie, flags: u32, cancelled: bool) {
    let migration = &request.source.migration;
    let (dom, cancelled) = (request.dom, cancelled.into());
    let confirmed = match form {
        Form::Params => {
            migration.domain_migrate_confirm3_params(dom, &request.params, cookie, flags, cancelled)
        }
        Form::Plain => migration.domain_migrate_confirm3(dom, cookie, flags.into(), cancelled),
    };
    if let Err(error) = confirmed {
        // The domain is on one host only in any case: at worst it stays paused on the source.
        log::warn!("Guest {} probably left in 'paused' state on source: {error}", dom.name);
    }
}

/// Which error tells the application more: the first one, unless the source of QEMU knows no more than that the
/// operation failed and the destination knows why.
fn worse(failure: Option<Failure>, finish: Error) -> Failure {
    match failure {
        None => Failure { error: finish, source_knows: false },
        Some(Failure { error, source_knows }) => {
            let vague = error.origin() == Origin::Qemu && error.code() == Code::OperationFailed;
            let telling = finish.origin() == Origin::Qemu && finish.code() != Code::MigrateFinishOk;
            Failure { error: if vague && telling { finish } else { error }, source_knows }
        }
    }
}
