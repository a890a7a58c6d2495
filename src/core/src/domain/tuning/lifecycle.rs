//! What the ends of a guest lead to.

use crate::{domain::DomainHost, records};
use virt_conf::domain::{Domain, clock::Lifecycle};
use virt_error::{Result, bail};

/// Sets what an end of a domain leads to in the documents that `flags` mean.
///
/// Errors: those of [`Action::new`], and of documents that are not there.
pub fn set<H: DomainHost>(host: &H, dom: &records::Domain, action: Action, flags: u32) -> Result<()> {
    let change = host.change(dom, "virDomainSetLifecycleAction")?;
    let targets = change.state().targets(flags)?;
    host.edit(&change, targets, |document| {
        action.apply(document);
        Ok(())
    })
}

/// An action for one way in which a guest ends.
#[derive(Clone, Copy, Debug)]
pub struct Action {
    event: usize,
    action: Lifecycle,
}

/// The ways (`virDomainLifecycle`).
const EVENTS: [&str; 3] = ["poweroff", "reboot", "crash"];
const CRASH: usize = 2;

impl Action {
    /// Errors: `VIR_ERR_INVALID_ARG` for numbers that mean nothing, `VIR_ERR_CONFIG_UNSUPPORTED` for a dump after another
    /// end than a crash.
    pub fn new(kind: u32, action: u32) -> Result<Action> {
        let Some((event, name)) = EVENTS.iter().enumerate().nth(kind as usize) else {
            bail!(Domain, InvalidArg, "invalid lifecycle type '{kind}'");
        };
        let Some((action, word)) = Lifecycle::ALL.get(action as usize) else {
            bail!(Domain, InvalidArg, "invalid lifecycle action '{action}'");
        };
        if event != CRASH && matches!(action, Lifecycle::CoredumpDestroy | Lifecycle::CoredumpRestart) {
            bail!(Domain, ConfigUnsupported, "Lifecycle event '{name}' doesn't support '{word}' action");
        }
        Ok(Action { event, action: *action })
    }

    fn apply(self, document: &mut Domain) {
        let place = match self.event {
            0 => &mut document.on_poweroff,
            1 => &mut document.on_reboot,
            _ => &mut document.on_crash,
        };
        *place = Some(self.action);
    }
}
