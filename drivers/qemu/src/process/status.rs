//! The status file of a running guest, in libvirt's format: what a later process needs to take the guest over.
//!
//! It describes a process, so it need not outlive the machine's running: it is replaced whole, without waiting for a
//! disk.

use super::running::VcpuThread;
use crate::directories::Directories;
use std::path::{Path, PathBuf};
use virt_conf::{
    domain::{Domain as Document, ParseFlags},
    host::Host,
};
use virt_core::{constants::*, domain::Status};
use virt_error::{Origin, Result, bail, error};
use virt_xml::{Node, Style, Writer};

/// What the file says beside the document.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusFile {
    pub status: Status,
    pub pid: u32,
    /// Where the emulator's monitor listens.
    pub monitor: PathBuf,
    /// The directories of its sockets and keys, and of its channels.
    pub directory: PathBuf,
    pub channels: PathBuf,
    pub vcpus: Vec<VcpuThread>,
    /// libvirt's words for what the emulator can do.
    pub flags: Vec<String>,
    pub taints: Vec<String>,
    /// The long job that is under way, by libvirt's word: `save`, `dump`, `snapshot`.
    pub job: Option<String>,
    /// Whether the guest's processors ran when that job began.
    pub job_ran: bool,
    /// How long the guest's agent may take to answer, in seconds, or one of libvirt's negative numbers.
    pub agent_timeout: i32,
    /// The number of the next block node, and of the next set of descriptors.
    pub next_node: u32,
    pub next_fdset: u32,
}

impl Default for StatusFile {
    fn default() -> StatusFile {
        StatusFile {
            status: Status::new(VIR_DOMAIN_NOSTATE, 0),
            pid: 0,
            monitor: PathBuf::new(),
            directory: PathBuf::new(),
            channels: PathBuf::new(),
            vcpus: Vec::new(),
            flags: Vec::new(),
            taints: Vec::new(),
            job: None,
            job_ran: false,
            agent_timeout: VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK,
            next_node: 0,
            next_fdset: 0,
        }
    }
}

/// Where the status file of a guest lies.
pub fn path(directories: &Directories, name: &str) -> PathBuf {
    directories.run.join(format!("{name}.xml"))
}

impl StatusFile {
    /// Writes the file, in the place of the one before.
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR`.
    pub fn write(&self, path: &Path, document: &Document) -> Result<()> {
        virt_sys::durable::replace(path, self.format(document).as_bytes(), 0o600)
    }

    pub fn format(&self, document: &Document) -> String {
        // With its secrets: the passwords of the screens are needed when a password is changed back.
        let style = Style { secure: true, status: true, ..Style::default() };
        let mut w = Writer::new(style);
        w.open("domstatus");
        w.attribute("state", STATES.get(self.status.state as usize).unwrap_or(&STATES[0]));
        w.attribute("reason", word_of(self.status));
        w.attribute("pid", &self.pid.to_string());
        for taint in &self.taints {
            one(&mut w, "taint", &[("flag", taint)]);
        }
        one(&mut w, "monitor", &[("path", &shown(&self.monitor)), ("type", "unix")]);
        if !self.vcpus.is_empty() {
            w.open("vcpus");
            for VcpuThread { vcpu, thread } in &self.vcpus {
                one(&mut w, "vcpu", &[("id", &vcpu.to_string()), ("pid", &thread.to_string())]);
            }
            w.close("vcpus");
        }
        w.open("qemuCaps");
        for flag in &self.flags {
            one(&mut w, "flag", &[("name", flag)]);
        }
        w.close("qemuCaps");
        if let Some(job) = &self.job {
            let ran = if self.job_ran { "yes" } else { "no" };
            one(&mut w, "job", &[("type", "none"), ("async", job), ("phase", "none"), ("ran", ran)]);
        }
        one(&mut w, "libDir", &[("path", &shown(&self.directory))]);
        one(&mut w, "channelTargetDir", &[("path", &shown(&self.channels))]);
        one(&mut w, "nodename", &[("index", &self.next_node.to_string())]);
        one(&mut w, "fdset", &[("index", &self.next_fdset.to_string())]);
        one(&mut w, "blockjobs", &[("active", "no")]);
        w.text("agentTimeout", &Some(self.agent_timeout));
        document.format_into(&mut w, "domain");
        w.close("domstatus");
        let name = document.name();
        format!(
            "<!--\nWARNING: THIS IS AN AUTO-GENERATED FILE. CHANGES TO IT ARE LIKELY TO BE\nOVERWRITTEN AND LOST. \
             Changes to this xml configuration should be made using:\n  virsh edit {}\nor other application using \
             the libvirt API.\n-->\n\n{}",
            // Two hyphens would end the comment.
            name.replace("--", "- -"),
            w.finish()
        )
    }

    /// Reads a file: what it says, and the document.
    ///
    /// Errors: `VIR_ERR_INTERNAL_ERROR` and those of documents.
    pub fn read(text: &str, host: &Host) -> Result<(StatusFile, Document)> {
        let document = virt_xml::parse(text, "(domain_status)", Origin::Domain)?;
        let root = document.root();
        if root.name() != "domstatus" {
            bail!(Domain, InternalError, "unexpected root element <{}>, expecting <domstatus>", root.name());
        }
        let word = |name: &str| root.attribute(name).unwrap_or_default();
        let state = STATES.iter().position(|state| *state == word("state"));
        let state =
            state.ok_or_else(|| error!(Domain, InternalError, "invalid domain state '{}'", word("state")))?;
        let pid = word("pid").parse::<u32>().ok().filter(|pid| *pid > 0);
        let pid = pid.ok_or_else(|| error!(Domain, InternalError, "invalid pid"))?;
        let attribute = |child: &str, name: &str| root.child(child).and_then(|node| node.attribute(name));
        let path_of = |child: &str| attribute(child, "path").map(PathBuf::from).unwrap_or_default();
        let job = root.child("job");
        let word_of_job = |name: &str| job.and_then(|node| node.attribute(name));
        let file = StatusFile {
            status: Status::new(state as i32, reason_of(state, word("reason"))),
            pid,
            monitor: path_of("monitor"),
            directory: path_of("libDir"),
            channels: path_of("channelTargetDir"),
            vcpus: vcpus(root),
            flags: all(root.child("qemuCaps"), "flag", "name"),
            taints: all(Some(root), "taint", "flag"),
            job: word_of_job("async").filter(|job| *job != "none").map(str::to_owned),
            job_ran: word_of_job("ran") == Some("yes"),
            agent_timeout: root
                .child("agentTimeout")
                .and_then(|node| node.content().trim().parse().ok())
                .unwrap_or(VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK),
            next_node: attribute("nodename", "index").and_then(|index| index.parse().ok()).unwrap_or(0),
            next_fdset: attribute("fdset", "index").and_then(|index| index.parse().ok()).unwrap_or(0),
        };
        let node = root.child("domain").ok_or_else(|| error!(Domain, InternalError, "no domain config"))?;
        let flags = ParseFlags { live: true, status: true, bare: true, ..ParseFlags::default() };
        Ok((file, Document::from_node(node, flags, host)?))
    }
}

fn one(w: &mut Writer, name: &str, attributes: &[(&str, &str)]) {
    w.open(name);
    for (name, value) in attributes {
        w.attribute(name, value);
    }
    w.close(name);
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn vcpus(root: Node<'_>) -> Vec<VcpuThread> {
    let nodes = root.child("vcpus").into_iter().flat_map(Node::children).filter(|node| node.name() == "vcpu");
    let read = |node: Node<'_>| {
        let number = |name: &str| node.attribute(name)?.parse().ok();
        Some(VcpuThread { vcpu: number("id")?, thread: number("pid")? })
    };
    nodes.filter_map(read).collect()
}

fn all(parent: Option<Node<'_>>, child: &str, attribute: &str) -> Vec<String> {
    let nodes = parent.into_iter().flat_map(Node::children).filter(|node| node.name() == child);
    nodes.filter_map(|node| node.attribute(attribute)).map(str::to_owned).collect()
}

/// libvirt's words for the states, by their numbers.
const STATES: [&str; 8] =
    ["nostate", "running", "blocked", "paused", "shutdown", "shutoff", "crashed", "pmsuspended"];

/// Its words for the reasons of each state, by their numbers.
const REASONS: [&[&str]; 8] = [
    &["unknown"],
    &[
        "unknown",
        "booted",
        "migrated",
        "restored",
        "from snapshot",
        "unpaused",
        "migration canceled",
        "save canceled",
        "wakeup",
        "crashed",
        "post-copy",
        "post-copy failed",
    ],
    &["unknown"],
    &[
        "unknown",
        "user",
        "migration",
        "save",
        "dump",
        "ioerror",
        "watchdog",
        "from snapshot",
        "shutdown",
        "snapshot",
        "panicked",
        "starting up",
        "post-copy",
        "post-copy failed",
        "api error",
    ],
    &["unknown", "user"],
    &[
        "unknown",
        "shutdown",
        "destroyed",
        "crashed",
        "migrated",
        "saved",
        "failed",
        "from snapshot",
        "daemon",
    ],
    &["unknown", "panicked"],
    &["unknown"],
];

/// libvirt's word for why a domain is in its state, which its logs use as well.
pub fn word_of(status: Status) -> &'static str {
    let reasons = REASONS.get(status.state as usize).unwrap_or(&REASONS[0]);
    reasons.get(status.reason as usize).unwrap_or(&"unknown")
}

fn reason_of(state: usize, word: &str) -> i32 {
    REASONS[state].iter().position(|reason| *reason == word).unwrap_or(0) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> StatusFile {
        StatusFile {
            status: Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP),
            pid: 25875,
            monitor: "/r/lib/qemu/domain-1-web/monitor.sock".into(),
            directory: "/r/lib/qemu/domain-1-web".into(),
            channels: "/r/run/qemu/channel/1-web".into(),
            vcpus: vec![VcpuThread { vcpu: 0, thread: 25881 }, VcpuThread { vcpu: 1, thread: 25882 }],
            flags: vec!["kvm".to_owned()],
            taints: vec!["high-privileges".to_owned()],
            job: Some("save".to_owned()),
            job_ran: true,
            agent_timeout: -2,
            next_node: 3,
            next_fdset: 1,
        }
    }

    const DOCUMENT: &str = "<domain type='qemu' id='1'><name>web</name><memory>65536</memory>\
        <os><type arch='x86_64' machine='pc'>hvm</type></os><devices><emulator>/usr/bin/qemu-system-x86_64</emulator>\
        <graphics type='vnc' port='5901' autoport='yes' passwd='canary'/></devices></domain>";

    #[test]
    fn what_is_written_is_read() {
        let host = Host::default();
        let flags = ParseFlags { live: true, ..ParseFlags::default() };
        let document = Document::parse(DOCUMENT, flags, &host).unwrap();
        let text = file().format(&document);
        assert!(text.contains("<domstatus state='paused' reason='starting up' pid='25875'>\n"), "{text}");
        assert!(text.contains("\n  <monitor path='/r/lib/qemu/domain-1-web/monitor.sock' type='unix'/>\n"));
        assert!(text.contains("\n  <agentTimeout>-2</agentTimeout>\n  <domain type='qemu' id='1'>\n"));
        let (read, again) = StatusFile::read(&text, &host).unwrap();
        assert_eq!(read, file());
        assert_eq!(again.id(), 1);
        assert_eq!(again.devices.graphics[0].passwd.as_deref(), Some("canary"));
        assert_eq!(again.devices.graphics[0].port, Some(5901));
        assert_eq!(read.format(&again), text);
    }

    #[test]
    fn a_damaged_file_is_refused() {
        for text in [
            "",
            "<domain/>",
            "<domstatus/>",
            "<domstatus state='running' pid='0'/>",
            "<domstatus state='running' reason='booted' pid='7'/>",
            "<domstatus state='odd' pid='7'><domain/></domstatus>",
        ] {
            assert!(StatusFile::read(text, &Host::default()).is_err(), "{text}");
        }
    }

    #[test]
    fn every_state_has_its_words() {
        assert_eq!(word_of(Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_WAKEUP)), "wakeup");
        assert_eq!(word_of(Status::new(VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_FAILED)), "failed");
        assert_eq!(word_of(Status::new(VIR_DOMAIN_PAUSED, 99)), "unknown");
        assert_eq!(word_of(Status::new(-1, 0)), "unknown");
    }
}
