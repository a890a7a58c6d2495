//! The monitor's end in the emulator.

use super::{Line, Options, Plan};
use virt_error::Result;

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let mut options = Options::new("socket").with("id", "charmonitor");
    match line.prepared.monitor.take() {
        Some(socket) => {
            let number = line.file(socket);
            options.put("fd", number);
        }
        None => options.put("path", plan.directory().join("monitor.sock").display()),
    }
    options.put_on("server", true);
    options.put_on("wait", false);
    line.chardev(options);
    line.pair("-mon", "chardev=charmonitor,id=monitor,mode=control");
    Ok(())
}

/// System calls that an emulator has no business with are refused to it.
pub fn sandbox(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    if plan.emulator.has(crate::emulator::Flag::SeccompSandbox) {
        line.pair(
            "-sandbox",
            match plan.settings.seccomp_sandbox {
                Some(0) => "off",
                _ => "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
            },
        );
    }
    Ok(())
}
