//! What is said of the guest as a whole: its name, and the emulator's surroundings.

use super::{Line, Options, Plan};
use std::path::PathBuf;
use virt_error::Result;

impl Plan<'_> {
    /// The emulator that the document names.
    pub fn program(&self) -> PathBuf {
        match &self.domain.devices.emulator {
            Some(path) => PathBuf::from(path),
            None => self.emulator.path.clone(),
        }
    }

    /// The directory of what the running guest needs.
    pub fn directory(&self) -> PathBuf {
        self.directories.domain(self.id, self.domain.name())
    }
}

pub fn name(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let mut name = Options::default().with("guest", plan.domain.name());
    name.put_on("debug-threads", true);
    line.pair("-name", name);
    Ok(())
}

/// Its home is the guest's own directory, so that no two guests share caches or settings.
pub fn environment(plan: &Plan<'_>) -> Vec<(String, String)> {
    let home = plan.directory();
    let path = std::env::var("PATH")
        .unwrap_or_else(|_| "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin".to_owned());
    let mut variables = vec![("LC_ALL".to_owned(), "C".to_owned()), ("PATH".to_owned(), path)];
    variables.push(("HOME".to_owned(), home.display().to_string()));
    for name in ["USER", "LOGNAME"] {
        variables.extend(std::env::var(name).ok().map(|value| (name.to_owned(), value)));
    }
    for (name, place) in
        [("XDG_DATA_HOME", ".local/share"), ("XDG_CACHE_HOME", ".cache"), ("XDG_CONFIG_HOME", ".config")]
    {
        variables.push((name.to_owned(), home.join(place).display().to_string()));
    }
    variables
}
