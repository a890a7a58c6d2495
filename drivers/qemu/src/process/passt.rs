//! `passt`: a guest's network that is that of the host's user, without privileges.

use super::{
    helper,
    network::Place,
    traces::{Trace, Traces},
};
use std::path::{Path, PathBuf};
use virt_conf::domain::interface::{Interface, PortForward};
use virt_error::{Result, error};
use virt_xml::YesNo;

/// `passt/1-web-net0` under the directory of what runs; the socket, the pid file and the rest begin with it.
fn base(place: &Place<'_>, interface: &Interface) -> Result<PathBuf> {
    let short = crate::directories::short_name(place.id, place.name);
    let short = short.strip_prefix("domain-").unwrap_or(&short);
    let alias = interface.info.alias.as_ref().map(|alias| alias.0.as_str());
    let alias =
        alias.ok_or_else(|| error!(Qemu, InternalError, "a network interface of the guest has no alias"))?;
    Ok(place.directories.run.join("passt").join(format!("{short}-{alias}")))
}

/// Starts the `passt` of an interface.
pub fn prepare(place: &Place<'_>, interface: &Interface, traces: &mut Traces) -> Result<()> {
    let base = base(place, interface)?;
    let text = |ending: &str| format!("{}{ending}", base.display());
    let mut words = vec!["--one-off".to_owned(), "--socket".to_owned(), text(".socket")];
    let mut pair = |option: &str, value: String| words.extend([format!("--{option}"), value]);
    if let Some(mac) = interface.mac_address() {
        pair("mac-addr", mac.to_string());
    }
    pair("pid", text("-passt.pid"));
    if let Some(device) = interface.source.as_ref().and_then(|source| source.dev.clone()) {
        pair("interface", device);
    }
    if let Some(log) = interface.backend.as_ref().and_then(|backend| backend.log_file.clone()) {
        pair("log-file", log);
    }
    for ip in &interface.ips {
        let Some(address) = ip.address.clone() else { continue };
        let four = !address.contains(':');
        pair("address", address);
        if let Some(prefix) = ip.prefix.filter(|prefix| four && *prefix > 0 && *prefix <= 32) {
            let mask = u32::MAX.checked_shl(32 - prefix).unwrap_or(0);
            pair("netmask", std::net::Ipv4Addr::from(mask).to_string());
        }
    }
    for forward in &interface.port_forwards {
        let protocol = forward.proto.as_ref().map_or("tcp", |proto| proto.as_str());
        pair(&format!("{protocol}-ports"), ports(forward));
    }
    // Run as root it would turn into somebody who may not write beside us; it shuts itself in all the same.
    let ours = virt_sys::process::Credentials::default();
    if ours.user == 0 {
        pair("runas", format!("{}:{}", ours.user, ours.group));
    }
    let mut socket = base.clone().into_os_string();
    socket.push(".socket");
    traces.add(Trace::File(socket.into()));
    helper::start_daemon("passt", words, Path::new(&text("-passt.pid")), traces)
}

/// What `passt` forwards, in its own words.
fn ports(forward: &PortForward) -> String {
    let mut text = String::new();
    if let Some(address) = &forward.address {
        text.push_str(address);
    }
    if let Some(device) = &forward.dev {
        text.push('%');
        text.push_str(device);
    }
    if !text.is_empty() {
        text.push('/');
    }
    if forward.ranges.is_empty() {
        return text + "all";
    }
    let ranges = forward.ranges.iter().map(|range| {
        let (start, end) = (range.start.unwrap_or(0), range.end.filter(|end| *end > 0));
        let mut one = if range.exclude == Some(YesNo(true)) { "~".to_owned() } else { String::new() };
        one.push_str(&start.to_string());
        if let Some(end) = end {
            one.push_str(&format!("-{end}"));
        }
        if let Some(to) = range.to.filter(|to| *to > 0) {
            one.push_str(&format!(":{to}"));
            if let Some(end) = end {
                one.push_str(&format!("-{}", u64::from(to) + u64::from(end.saturating_sub(start))));
            }
        }
        one
    });
    text + &ranges.collect::<Vec<String>>().join(",")
}

/// Notes the `passt` of an interface that an earlier process started.
pub fn keep(place: &Place<'_>, interface: &Interface, traces: &mut Traces) {
    if let Ok(base) = base(place, interface) {
        helper::keep(Path::new(&format!("{}-passt.pid", base.display())), "passt", traces);
        traces.add(Trace::File(PathBuf::from(format!("{}.socket", base.display()))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::domain::interface::PortRange;

    #[test]
    fn forwarded_ports_are_said_in_passts_words() {
        let range = |start, end, to, exclude| PortRange {
            start: Some(start),
            end,
            to,
            exclude: Some(YesNo(exclude)),
            ..PortRange::default()
        };
        let forward = PortForward {
            address: Some("10.0.0.1".to_owned()),
            dev: Some("eth0".to_owned()),
            ranges: vec![
                range(2022, None, Some(22), false),
                range(80, Some(90), Some(8080), false),
                range(85, None, None, true),
            ],
            ..PortForward::default()
        };
        assert_eq!(ports(&forward), "10.0.0.1%eth0/2022:22,80-90:8080-8090,~85");
        assert_eq!(ports(&PortForward::default()), "all");
    }
}
