//! Migration between two hosts of this driver, in libvirt's third protocol: begin, prepare, perform, finish, confirm.
//!
//! The source says what it has and stops running it; the destination makes the domain, which waits, and runs it
//! in the end. What the two tell each other travels in cookies. Either side can be told that the other failed,
//! and then goes back to where it was.

use super::{DomainState, Status, define};
use crate::TestConnection;
use std::sync::Arc;
use virt_conf::domain::Domain as Document;
use virt_core::domain::DomainHost;
use virt_core::{
    api::Migration,
    connection::{OpenRequest, check_flags, open},
    constants::*,
    params::{Accepted, Kind, Multiple, find_string, validate},
    records::*,
    types::*,
};
use virt_error::{Origin, Result, bail, error};
use virt_xml::Style;

/// Every flag but those for what this driver has no need of: a tunnel, and going on after a failed switch.
const FLAGS: u32 = VIR_MIGRATE_LIVE
    | VIR_MIGRATE_PEER2PEER
    | VIR_MIGRATE_PERSIST_DEST
    | VIR_MIGRATE_UNDEFINE_SOURCE
    | VIR_MIGRATE_PAUSED
    | VIR_MIGRATE_NON_SHARED_DISK
    | VIR_MIGRATE_NON_SHARED_INC
    | VIR_MIGRATE_CHANGE_PROTECTION
    | VIR_MIGRATE_UNSAFE
    | VIR_MIGRATE_OFFLINE
    | VIR_MIGRATE_COMPRESSED
    | VIR_MIGRATE_ABORT_ON_ERROR
    | VIR_MIGRATE_AUTO_CONVERGE
    | VIR_MIGRATE_RDMA_PIN_ALL
    | VIR_MIGRATE_POSTCOPY
    | VIR_MIGRATE_TLS
    | VIR_MIGRATE_PARALLEL
    | VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES
    | VIR_MIGRATE_ZEROCOPY;

const PARAMS: &[Accepted] = &[
    Accepted("migrate_uri", Kind::String, Multiple::Once),
    Accepted("destination_name", Kind::String, Multiple::Once),
    Accepted("destination_xml", Kind::String, Multiple::Once),
    Accepted("persistent_xml", Kind::String, Multiple::Once),
    Accepted("bandwidth", Kind::ULLong, Multiple::Once),
    Accepted("bandwidth.postcopy", Kind::ULLong, Multiple::Once),
    Accepted("bandwidth.avail.switchover", Kind::ULLong, Multiple::Once),
    Accepted("graphics_uri", Kind::String, Multiple::Once),
    Accepted("listen_address", Kind::String, Multiple::Once),
    Accepted("migrate_disks", Kind::String, Multiple::Many),
    Accepted("migrate_disks_detect_zeroes", Kind::String, Multiple::Many),
    Accepted("migrate_disks_target_zero", Kind::String, Multiple::Many),
    Accepted("disks_port", Kind::Int, Multiple::Once),
    Accepted("disks_uri", Kind::String, Multiple::Once),
    Accepted("compression", Kind::String, Multiple::Many),
    Accepted("compression.mt.level", Kind::Int, Multiple::Once),
    Accepted("compression.mt.threads", Kind::Int, Multiple::Once),
    Accepted("compression.mt.dthreads", Kind::Int, Multiple::Once),
    Accepted("compression.xbzrle.cache", Kind::ULLong, Multiple::Once),
    Accepted("compression.zlib.level", Kind::Int, Multiple::Once),
    Accepted("compression.zstd.level", Kind::Int, Multiple::Once),
    Accepted("auto_converge.initial", Kind::Int, Multiple::Once),
    Accepted("auto_converge.increment", Kind::Int, Multiple::Once),
    Accepted("parallel.connections", Kind::Int, Multiple::Once),
    Accepted("tls.destination", Kind::String, Multiple::Once),
];

/// What the source tells the destination: how the guest was when it stopped.
const PAUSED: &[u8] = b"test-migration paused";
const RUNNING: &[u8] = b"test-migration running";

type Cookie = Bytes<4194304>;

/// The arguments of the older calls as parameters.
fn arguments(uri: Option<&str>, name: Option<&str>, xml: Option<&str>, bandwidth: u64) -> Vec<TypedParam> {
    let mut params = Vec::new();
    for (field, text) in [("migrate_uri", uri), ("destination_name", name), ("destination_xml", xml)] {
        params.extend(text.map(|text| TypedParam::new(field, Value::String(text.to_owned()))));
    }
    if bandwidth > 0 {
        params.push(TypedParam::new("bandwidth", Value::ULLong(bandwidth)));
    }
    params
}

fn checked(params: &[TypedParam], flags: u32, function: &str) -> Result<()> {
    check_flags(flags, FLAGS, Origin::Test, function)?;
    validate(params, PARAMS)
}

/// Flags of 64 bits, none of which is beyond the first 32.
fn narrow(flags: u64) -> Result<u32> {
    u32::try_from(flags).map_err(|_| error!(Test, InvalidArg, "unsupported flags (0x{flags:x}) in migration"))
}

impl TestConnection {
    fn begin(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<DomainMigrateBegin3> {
        checked(params, flags, "testDomainMigrateBegin3Params")?;
        let state = self.state.snapshot(dom)?;
        let offline = flags & VIR_MIGRATE_OFFLINE != 0;
        if offline && state.is_active() {
            bail!(Test, OperationInvalid, "domain is running, but an offline migration was asked for");
        }
        if offline && flags & VIR_MIGRATE_PERSIST_DEST == 0 {
            bail!(Test, OperationInvalid, "offline migration must be specified with the persistent flag set");
        }
        if !offline {
            state.check_active()?;
        }
        let style = Style { secure: true, migratable: true, inactive: offline, ..Style::default() };
        let xml = match find_string(params, "destination_xml") {
            None => state.def.format(style),
            Some(xml) => {
                let document = define::parse(xml, false, true)?;
                if document.uuid() != dom.uuid {
                    bail!(
                        Domain,
                        ConfigUnsupported,
                        "Target domain uuid {} does not match source {}",
                        document.uuid(),
                        dom.uuid
                    );
                }
                document.format(style)
            }
        };
        Ok(DomainMigrateBegin3 { cookie_out: cookie(&state), xml })
    }

    fn prepare(&self, params: &[TypedParam], flags: u32) -> Result<DomainMigratePrepare3> {
        checked(params, flags, "testDomainMigratePrepare3Params")?;
        let Some(xml) = find_string(params, "destination_xml") else {
            bail!(Test, InternalError, "no domain XML passed");
        };
        let mut document = define::parse(xml, false, false)?;
        if let Some(name) = find_string(params, "destination_name") {
            virt_conf::domain::check_name(name)?;
            document.set_name(name);
        }
        let uri_out = match find_string(params, "migrate_uri") {
            Some(_) => None,
            None => Some(format!("test:migration:{}", document.uuid())),
        };
        if flags & VIR_MIGRATE_OFFLINE == 0 {
            let status = Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_MIGRATION);
            let mut change = self.state.start(document, status, "virDomainMigratePrepare3Params")?;
            change.lifecycle(VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_MIGRATED);
        } else {
            self.state.define(document)?;
        }
        Ok(DomainMigratePrepare3 { cookie_out: Cookie::default(), uri_out })
    }

    /// Stops running the domain here, for the destination to go on.
    fn hand_over(&self, dom: &Domain, flags: u32) -> Result<Cookie> {
        if flags & VIR_MIGRATE_OFFLINE != 0 {
            return Ok(Cookie::default());
        }
        let mut change = self.state.change(dom, "virDomainMigratePerform3Params")?;
        change.check_active()?;
        let state = change.state();
        let cookie = cookie(&state);
        if state.status.state == VIR_DOMAIN_RUNNING {
            change.update(|state| {
                state.status = Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_MIGRATION);
                state.extra_mut().migrating = true;
            });
            change.lifecycle(VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED);
        }
        Ok(cookie)
    }

    fn perform(&self, dom: &Domain, peer: Option<&str>, params: &[TypedParam], flags: u32) -> Result<Cookie> {
        checked(params, flags, "testDomainMigratePerform3Params")?;
        if flags & VIR_MIGRATE_PEER2PEER == 0 {
            return self.hand_over(dom, flags);
        }
        let Some(peer) = peer else {
            bail!(Test, InvalidArg, "a migration from peer to peer needs the destination's URI");
        };
        self.lead(dom, peer, params, flags)?;
        Ok(Cookie::default())
    }

    /// Runs the whole migration from the source.
    fn lead(&self, dom: &Domain, peer: &str, params: &[TypedParam], flags: u32) -> Result<()> {
        let request = OpenRequest { uri: peer, read_only: false, auth: None, flags: 0 };
        let destination = open(&request)?;
        let there = &destination.drivers.migration;
        let flags = flags & !VIR_MIGRATE_PEER2PEER;
        let begun = self.begin(dom, params, flags)?;
        let mut params: Vec<TypedParam> =
            params.iter().filter(|param| param.field != "destination_xml").cloned().collect();
        params.push(TypedParam::new("destination_xml", Value::String(begun.xml)));
        let params = Params(params);
        there.domain_migrate_prepare3_params(&params, &begun.cookie_out, flags)?;
        let performed = self.hand_over(dom, flags);
        let cookie = performed.as_ref().cloned().unwrap_or_default();
        let finished =
            there.domain_migrate_finish3_params(&params, &cookie, flags, i32::from(performed.is_err()));
        self.confirm(dom, flags, finished.is_err())?;
        performed?;
        finished.map(drop)
    }

    fn finish(
        &self,
        params: &[TypedParam],
        cookie: &[u8],
        flags: u32,
        cancelled: bool,
    ) -> Result<DomainMigrateFinish3> {
        checked(params, flags, "testDomainMigrateFinish3Params")?;
        let name = find_string(params, "destination_name").map(str::to_owned);
        let name = match (name, find_string(params, "destination_xml")) {
            (Some(name), _) => name,
            (None, Some(xml)) => define::parse(xml, false, false)?.name().to_owned(),
            (None, None) => bail!(Test, InternalError, "the domain to finish the migration of is not named"),
        };
        let Some(object) = self.state.domains.registry.by_name(&name) else {
            bail!(Test, NoDomain, "no domain with matching name '{name}'");
        };
        let dom = object.read(|state| state.record(object.uuid()));
        let mut change = self.state.change(&dom, "virDomainMigrateFinish3Params")?;
        let offline = flags & VIR_MIGRATE_OFFLINE != 0;
        if cancelled {
            match offline {
                true => change.remove(change.state().id),
                false => change.stop(VIR_DOMAIN_SHUTOFF_FAILED, VIR_DOMAIN_EVENT_STOPPED_FAILED),
            }
            bail!(Test, MigrateFinishOk, "migration successfully aborted");
        }
        if !offline {
            change.check_active()?;
            self.keep(&mut change, params, flags)?;
            let paused = flags & VIR_MIGRATE_PAUSED != 0 || cookie == PAUSED;
            let (status, event, detail) = match paused {
                true => (
                    Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER),
                    VIR_DOMAIN_EVENT_SUSPENDED,
                    VIR_DOMAIN_EVENT_SUSPENDED_PAUSED,
                ),
                false => (
                    Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_MIGRATED),
                    VIR_DOMAIN_EVENT_RESUMED,
                    VIR_DOMAIN_EVENT_RESUMED_MIGRATED,
                ),
            };
            change.update(|state| state.status = status);
            change.lifecycle(event, detail);
        }
        Ok(DomainMigrateFinish3 { dom: change.record(), cookie_out: Cookie::default() })
    }

    /// The domain stays on the destination when it stops there, if that was asked for.
    fn keep(&self, change: &mut super::DomainChange<'_>, params: &[TypedParam], flags: u32) -> Result<()> {
        if flags & VIR_MIGRATE_PERSIST_DEST == 0 {
            return Ok(());
        }
        let state = change.state();
        let known = state.is_persistent();
        let mut document = match find_string(params, "persistent_xml") {
            Some(xml) => define::parse(xml, false, false)?,
            None => Document::clone(&state.def),
        };
        document.set_name(&state.name);
        change.update(|state| state.set_config(document));
        let detail = if known { VIR_DOMAIN_EVENT_DEFINED_UPDATED } else { VIR_DOMAIN_EVENT_DEFINED_ADDED };
        change.lifecycle(VIR_DOMAIN_EVENT_DEFINED, detail);
        Ok(())
    }

    fn confirm(&self, dom: &Domain, flags: u32, cancelled: bool) -> Result<()> {
        check_flags(flags, FLAGS, Origin::Test, "testDomainMigrateConfirm3Params")?;
        let mut change = self.state.change(dom, "virDomainMigrateConfirm3Params")?;
        let state = change.state();
        let offline = flags & VIR_MIGRATE_OFFLINE != 0;
        if cancelled {
            if state.extra.migrating {
                change.update(|state| {
                    state.extra_mut().migrating = false;
                    state.status = Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_MIGRATION_CANCELED);
                });
                change.lifecycle(VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_MIGRATED);
            }
            return Ok(());
        }
        if !offline && state.is_active() {
            change.stop(VIR_DOMAIN_SHUTOFF_MIGRATED, VIR_DOMAIN_EVENT_STOPPED_MIGRATED);
        }
        if flags & VIR_MIGRATE_UNDEFINE_SOURCE != 0 && !change.state().removed {
            change.lifecycle(VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED);
            change.remove(-1);
        }
        Ok(())
    }
}

fn cookie(state: &Arc<DomainState>) -> Cookie {
    let text = if state.status.state == VIR_DOMAIN_RUNNING { RUNNING } else { PAUSED };
    Bytes(text.to_vec())
}

impl Migration for TestConnection {
    fn domain_migrate_begin3(
        &self,
        dom: &Domain,
        xmlin: Option<&str>,
        flags: u64,
        dname: Option<&str>,
        bandwidth: u64,
    ) -> Result<DomainMigrateBegin3> {
        self.begin(dom, &arguments(None, dname, xmlin, bandwidth), narrow(flags)?)
    }

    fn domain_migrate_begin3_params(
        &self,
        dom: &Domain,
        params: &Params<64>,
        flags: u32,
    ) -> Result<DomainMigrateBegin3> {
        self.begin(dom, params, flags)
    }

    fn domain_migrate_prepare3(
        &self,
        _cookie_in: &Bytes<4194304>,
        uri_in: Option<&str>,
        flags: u64,
        dname: Option<&str>,
        bandwidth: u64,
        dom_xml: &str,
    ) -> Result<DomainMigratePrepare3> {
        self.prepare(&arguments(uri_in, dname, Some(dom_xml), bandwidth), narrow(flags)?)
    }

    fn domain_migrate_prepare3_params(
        &self,
        params: &Params<64>,
        _cookie_in: &Bytes<4194304>,
        flags: u32,
    ) -> Result<DomainMigratePrepare3> {
        self.prepare(params, flags)
    }

    fn domain_migrate_perform3(
        &self,
        dom: &Domain,
        xmlin: Option<&str>,
        _cookie_in: &Bytes<4194304>,
        dconnuri: Option<&str>,
        uri: Option<&str>,
        flags: u64,
        dname: Option<&str>,
        bandwidth: u64,
    ) -> Result<Bytes<4194304>> {
        self.perform(dom, dconnuri, &arguments(uri, dname, xmlin, bandwidth), narrow(flags)?)
    }

    fn domain_migrate_perform3_params(
        &self,
        dom: &Domain,
        dconnuri: Option<&str>,
        params: &Params<64>,
        _cookie_in: &Bytes<4194304>,
        flags: u32,
    ) -> Result<Bytes<4194304>> {
        self.perform(dom, dconnuri, params, flags)
    }

    fn domain_migrate_finish3(
        &self,
        dname: &str,
        cookie_in: &Bytes<4194304>,
        _dconnuri: Option<&str>,
        _uri: Option<&str>,
        flags: u64,
        cancelled: i32,
    ) -> Result<DomainMigrateFinish3> {
        self.finish(&arguments(None, Some(dname), None, 0), cookie_in, narrow(flags)?, cancelled != 0)
    }

    fn domain_migrate_finish3_params(
        &self,
        params: &Params<64>,
        cookie_in: &Bytes<4194304>,
        flags: u32,
        cancelled: i32,
    ) -> Result<DomainMigrateFinish3> {
        self.finish(params, cookie_in, flags, cancelled != 0)
    }

    fn domain_migrate_confirm3(
        &self,
        dom: &Domain,
        _cookie_in: &Bytes<4194304>,
        flags: u64,
        cancelled: i32,
    ) -> Result<()> {
        self.confirm(dom, narrow(flags)?, cancelled != 0)
    }

    fn domain_migrate_confirm3_params(
        &self,
        dom: &Domain,
        params: &Params<64>,
        _cookie_in: &Bytes<4194304>,
        flags: u32,
        cancelled: i32,
    ) -> Result<()> {
        validate(params, PARAMS)?;
        self.confirm(dom, flags, cancelled != 0)
    }
}
