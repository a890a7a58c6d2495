//! What the ends of a guest lead to.

use virt_conf::domain::{Domain, clock::Lifecycle};
use virt_error::{Result, bail};

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

    pub fn apply(self, document: &mut Domain) {
        let place = match self.event {
            0 => &mut document.on_poweroff,
            1 => &mut document.on_reboot,
            _ => &mut document.on_crash,
        };
        *place = Some(self.action);
    }
}
