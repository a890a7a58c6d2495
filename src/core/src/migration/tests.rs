//! The order of the phases, and what becomes of a migration in which one fails.

use super::*;
use crate::{
    api::{Host, Migration, Monitoring},
    connection::Link,
    constants::{VIR_DOMAIN_PAUSED, VIR_DOMAIN_RUNNING},
    records::*,
};
use std::sync::{Arc, Mutex};
use virt_error::error;

/// A host that writes down what it is asked, and fails in the phases that it is told to.
#[derive(Default)]
struct FakeHost {
    name: &'static str,
    features: &'static [i32],
    fails: &'static [&'static str],
    paused: bool,
    asked: Arc<Mutex<Vec<String>>>,
}

impl FakeHost {
    fn ask(&self, phase: &str, cookie: &Bytes<4194304>, flags: u32) -> Result<Bytes<4194304>> {
        let cookie = String::from_utf8_lossy(cookie);
        self.asked.lock().unwrap().push(format!("{}: {phase} [{cookie}] {flags}", self.name));
        if self.fails.contains(&phase) {
            return Err(error!(Domain, OperationFailed, "{phase}"));
        }
        Ok(Bytes(phase.as_bytes().to_vec()))
    }

    fn drivers(self) -> Drivers {
        let host = Arc::new(self);
        let mut drivers = Drivers::none(host.clone());
        drivers.host = host.clone();
        drivers.monitoring = host.clone();
        drivers.migration = host;
        drivers
    }
}

impl Link for FakeHost {}

impl Host for FakeHost {
    fn connect_supports_feature(&self, feature: i32) -> Result<i32> {
        Ok(self.features.contains(&feature).into())
    }
}

impl Monitoring for FakeHost {
    fn domain_get_state(&self, _: &Domain, _: u32) -> Result<DomainState> {
        let state = if self.paused { VIR_DOMAIN_PAUSED } else { VIR_DOMAIN_RUNNING };
        Ok(DomainState { state, reason: 0 })
    }
}

impl Migration for FakeHost {
    fn domain_migrate_begin3_params(
        &self,
        _: &Domain,
        _: &Params<64>,
        flags: u32,
    ) -> Result<DomainMigrateBegin3> {
        let cookie_out = self.ask("begin", &Bytes::default(), flags)?;
        Ok(DomainMigrateBegin3 { cookie_out, xml: "<domain/>".into() })
    }

    fn domain_migrate_prepare3_params(
        &self,
        params: &Params<64>,
        cookie: &Bytes<4194304>,
        flags: u32,
    ) -> Result<DomainMigratePrepare3> {
        assert_eq!(params::find_string(params, XML), Some("<domain/>"));
        let cookie_out = self.ask("prepare", cookie, flags)?;
        Ok(DomainMigratePrepare3 { cookie_out, uri_out: Some("tcp:there".into()) })
    }

    fn domain_migrate_perform3_params(
        &self,
        _: &Domain,
        peer: Option<&str>,
        params: &Params<64>,
        cookie: &Bytes<4194304>,
        flags: u32,
    ) -> Result<Bytes<4194304>> {
        assert!(peer.is_some() || params::find_string(params, URI) == Some("tcp:there"));
        self.ask("perform", cookie, flags)
    }

    fn domain_migrate_finish3_params(
        &self,
        params: &Params<64>,
        cookie: &Bytes<4194304>,
        flags: u32,
        cancelled: i32,
    ) -> Result<DomainMigrateFinish3> {
        let phase = if cancelled != 0 { "finish cancelled" } else { "finish" };
        let cookie_out = self.ask(phase, cookie, flags)?;
        let name = params::find_string(params, NAME).unwrap_or_default().into();
        Ok(DomainMigrateFinish3 { dom: Domain { name, ..Domain::default() }, cookie_out })
    }

    fn domain_migrate_confirm3_params(
        &self,
        _: &Domain,
        _: &Params<64>,
        cookie: &Bytes<4194304>,
        flags: u32,
        cancelled: i32,
    ) -> Result<()> {
        let phase = if cancelled != 0 { "confirm cancelled" } else { "confirm" };
        self.ask(phase, cookie, flags).map(drop)
    }
}

const ALL: &[i32] = &[
    feature::MIGRATION_V3,
    feature::MIGRATION_PARAMS,
    feature::MIGRATE_CHANGE_PROTECTION,
    feature::MIGRATION_P2P,
];

/// Migrates between two hosts that fail in the given phases; the outcome, and what the hosts were asked.
fn between(source: FakeHost, destination: FakeHost, flags: u32) -> (Result<Domain>, Vec<String>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let source = FakeHost { name: "source", asked: asked.clone(), ..source }.drivers();
    let destination = FakeHost { name: "destination", asked: asked.clone(), ..destination }.drivers();
    let dom = Domain { name: "web".into(), ..Domain::default() };
    let request = Request { source: &source, dom: &dom, params: Params::default(), flags };
    let outcome = managed(request, &destination);
    let asked = asked.lock().unwrap().clone();
    (outcome, asked)
}

fn host(fails: &'static [&'static str]) -> FakeHost {
    FakeHost { features: ALL, fails, ..FakeHost::default() }
}

#[test]
fn each_phase_gets_the_cookie_of_the_one_before() {
    let (outcome, asked) = between(host(&[]), host(&[]), 1);
    assert_eq!(&*outcome.unwrap().name, "web");
    assert_eq!(
        asked,
        [
            "source: begin [] 257",
            "destination: prepare [begin] 1",
            "source: perform [prepare] 257",
            "destination: finish [perform] 1",
            "source: confirm [finish] 257",
        ]
    );
}

#[test]
fn a_paused_domain_arrives_paused() {
    let (_, asked) = between(FakeHost { paused: true, ..host(&[]) }, host(&[]), 1);
    assert_eq!(asked[1], "destination: prepare [begin] 33");
}

#[test]
fn the_destination_takes_back_what_the_source_did_not_send() {
    let (outcome, asked) = between(host(&["perform"]), host(&[]), 0);
    assert_eq!(outcome.unwrap_err().message(), "operation failed: perform");
    assert_eq!(asked[3..], ["destination: finish cancelled [] 0"]);
}

#[test]
fn the_source_lets_a_domain_go_on_that_did_not_start_there() {
    let (outcome, asked) = between(host(&[]), host(&["finish"]), 0);
    assert_eq!(outcome.unwrap_err().message(), "operation failed: finish");
    assert_eq!(asked[4], "source: confirm cancelled [] 256");
}

#[test]
fn a_protected_source_is_told_that_the_destination_refused() {
    let (outcome, asked) = between(host(&[]), host(&["prepare"]), 0);
    assert_eq!(outcome.unwrap_err().message(), "operation failed: prepare");
    assert_eq!(asked[2..], ["source: confirm cancelled [] 256"]);
}

#[test]
fn hosts_without_a_version_in_common_do_not_support_migration() {
    let (outcome, asked) = between(host(&[]), FakeHost::default(), 0);
    assert!(outcome.unwrap_err().is_unsupported() && asked.is_empty());
    let (outcome, _) = between(FakeHost::default(), host(&[]), VIR_MIGRATE_CHANGE_PROTECTION);
    assert_eq!(outcome.unwrap_err().message(), "argument unsupported: cannot enforce change protection");
}

#[test]
fn peer_to_peer_is_the_sources_own_affair_and_needs_another_host() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let source = FakeHost { name: "source", asked: asked.clone(), ..host(&[]) }.drivers();
    let dom = Domain::default();
    let flags = VIR_MIGRATE_PEER2PEER;
    let request = Request { source: &source, dom: &dom, params: Params::default(), flags };
    check_unmanaged(&source, flags).unwrap();
    unmanaged(&request, Some("test+tcp://elsewhere/default")).unwrap();
    assert_eq!(*asked.lock().unwrap(), ["source: perform [] 2"]);
    for peer in ["test:///default", "test+tcp://localhost/default"] {
        let refused = unmanaged(&request, Some(peer)).unwrap_err();
        assert_eq!(refused.message(), "Attempt to migrate guest to the same host");
    }
    let refused = check_unmanaged(&source, 0).unwrap_err();
    assert!(refused.message().ends_with("direct migration is not supported by the source host"));
}
