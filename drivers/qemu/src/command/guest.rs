//! What is said of the guest as a whole: its name and identity, how it begins, the emulator's surroundings.

use super::{Line, Options, Plan, Props, native::Namespace};
use std::path::PathBuf;
use virt_conf::domain::clock::ClockOffset;
use virt_conf::domain::graphics::GraphicsType;
use virt_error::{Result, bail};

/// Where the settings of authentication are, unless the instance's own say.
const SASL: &str = "/etc/sasl2";

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

    /// `-1-NAME`: what tells this guest's files from those of others in a common directory.
    pub fn short_name(&self) -> String {
        let name = crate::directories::short_name(self.id, self.domain.name());
        name.strip_prefix("domain-").map(str::to_owned).unwrap_or(name)
    }
}

pub fn name(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let mut name = Options::default().with("guest", plan.domain.name());
    name.put_on("debug-threads", true);
    line.pair("-name", name);
    Ok(())
}

/// What the emulator does about deprecated commands: `<qemu:deprecation behavior='…'/>`, or what `qemu.conf` says.
pub fn deprecation(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let own = Namespace::of(plan.domain).deprecation()?;
    let Some(behavior) = own.or(plan.settings.deprecation_behavior.as_deref()) else { return Ok(()) };
    let (output, input) = match behavior {
        "omit" => ("hide", None),
        "reject" => ("hide", Some("reject")),
        "crash" => ("hide", Some("crash")),
        "none" => ("accept", Some("accept")),
        other => bail!(Qemu, ConfigUnsupported, "unsupported deprecation behavior '{other}' for VM"),
    };
    line.pair("-compat", Props::new().with("deprecated-output", output).with_some("deprecated-input", input));
    Ok(())
}

/// Its processors stay stopped until everything is in place.
pub fn stopped(line: &mut Line, _plan: &Plan<'_>) -> Result<()> {
    line.flag("-S");
    Ok(())
}

pub fn uuid(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    line.pair("-uuid", plan.domain.uuid());
    Ok(())
}

/// The number that changes whenever the guest is copied or put back.
pub fn generation(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let Some(genid) = plan.domain.genid_element.as_ref().and_then(|genid| genid.value) else { return Ok(()) };
    line.pair("-device", Props::device("vmgenid").with("guid", genid.to_string()).with("id", "vmgenid0"));
    Ok(())
}

/// Nothing that the document does not ask for.
pub fn bare(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    if plan.domain.devices.graphics.is_empty() {
        line.pair("-display", "none");
    }
    line.flag("-no-user-config");
    line.flag("-nodefaults");
    Ok(())
}

/// The guest stays where it is when it powers down, so that its end can be told from a crash.
pub fn shutdown(line: &mut Line, _plan: &Plan<'_>) -> Result<()> {
    line.flag("-no-shutdown");
    Ok(())
}

/// Messages carry their time.
pub fn messages(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    if plan.settings.log_timestamp {
        line.pair("-msg", "timestamp=on");
    }
    Ok(())
}

/// The home is the guest's own directory, so that no two guests share caches or settings.
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
    let clock = plan.domain.clock.as_ref();
    if let Some(clock) = clock.filter(|clock| clock.offset == Some(ClockOffset::Timezone)) {
        variables.extend(clock.timezone.clone().map(|zone| ("TZ".to_owned(), zone)));
    }
    let devices = &plan.domain.devices;
    let has = |kind: GraphicsType| devices.graphics.iter().any(|screen| screen.kind == Some(kind));
    let settings = plan.settings;
    let sasl = match () {
        () if settings.vnc_sasl && has(GraphicsType::Vnc) => Some(&settings.vnc_sasl_dir),
        () if settings.spice_sasl && has(GraphicsType::Spice) => Some(&settings.spice_sasl_dir),
        () => None,
    };
    let directory = sasl.map(|directory| directory.as_deref().unwrap_or(SASL).to_owned());
    variables.extend(directory.map(|directory| ("SASL_CONF_PATH".to_owned(), directory)));
    variables
}
