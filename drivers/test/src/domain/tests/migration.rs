//! A domain goes from one host to another.

use super::*;
use virt_core::{constants::*, records::*, types::*};

struct Move<'a> {
    from: &'a Host,
    to: &'a Host,
    dom: Domain,
    flags: u32,
}

impl Move<'_> {
    /// Goes through the phases; `fail` makes the destination fail in the end.
    fn run(&self, fail: bool) -> virt_error::Result<Domain> {
        let (here, there) = (&self.from.drivers.migration, &self.to.drivers.migration);
        let begun = here.domain_migrate_begin3_params(&self.dom, &Params::default(), self.flags)?;
        let xml = TypedParam::new("destination_xml", Value::String(begun.xml));
        let params = Params(vec![xml]);
        there.domain_migrate_prepare3_params(&params, &begun.cookie_out, self.flags)?;
        let cookie =
            here.domain_migrate_perform3_params(&self.dom, None, &params, &begun.cookie_out, self.flags)?;
        let finished = there.domain_migrate_finish3_params(&params, &cookie, self.flags, i32::from(fail));
        let cancelled = i32::from(finished.is_err());
        here.domain_migrate_confirm3_params(&self.dom, &Params::default(), &cookie, self.flags, cancelled)?;
        finished.map(|finished| finished.dom)
    }
}

#[test]
fn a_domain_goes_and_is_there() {
    let (from, to) = (Host::new(), Host::new());
    let dom = from.running("a", "");
    let flags = VIR_MIGRATE_LIVE | VIR_MIGRATE_PERSIST_DEST | VIR_MIGRATE_UNDEFINE_SOURCE;
    let arrived = Move { from: &from, to: &to, dom: dom.clone(), flags }.run(false).unwrap();
    assert_eq!(
        (arrived.uuid, to.state(&arrived)),
        (dom.uuid, (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_MIGRATED))
    );
    assert_eq!(to.drivers.domains.domain_is_persistent(&arrived).unwrap(), 1);
    assert!(from.drivers.domains.domain_lookup_by_name("a").is_err());
    assert_eq!(from.lifecycle(), [(1, 3, 1), (-1, 5, 3), (-1, 1, 0)]);
    assert_eq!(to.lifecycle(), [(1, 2, 1), (1, 0, 0), (1, 4, 1)]);
}

#[test]
fn a_migration_that_fails_leaves_everything_where_it_was() {
    let (from, to) = (Host::new(), Host::new());
    let dom = from.running("a", "");
    let error = Move { from: &from, to: &to, dom: dom.clone(), flags: 0 }.run(true).unwrap_err();
    assert_eq!(error.message(), "migration successfully aborted: migration successfully aborted");
    assert_eq!(from.state(&dom), (VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_MIGRATION_CANCELED));
    assert!(to.drivers.domains.domain_lookup_by_name("a").is_err());
    let itself = Move { from: &from, to: &from, dom, flags: 0 }.run(false).unwrap_err();
    assert_eq!(itself.message(), "Requested operation is not valid: domain 'a' is already active");
}

#[test]
fn a_paused_domain_arrives_paused_and_a_stopped_one_stopped() {
    let (from, to) = (Host::new(), Host::new());
    let dom = from.running("a", "");
    from.drivers.domains.domain_suspend(&dom).unwrap();
    let arrived = Move { from: &from, to: &to, dom, flags: 0 }.run(false).unwrap();
    assert_eq!(to.state(&arrived), (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER));
    let off = from.define("b", "");
    let refused = Move { from: &from, to: &to, dom: off.clone(), flags: 0 }.run(false).unwrap_err();
    assert_eq!(refused.message(), "Requested operation is not valid: domain is not running");
    let flags = VIR_MIGRATE_OFFLINE | VIR_MIGRATE_PERSIST_DEST;
    let arrived = Move { from: &from, to: &to, dom: off, flags }.run(false).unwrap();
    assert_eq!(to.state(&arrived).0, VIR_DOMAIN_SHUTOFF);
}
