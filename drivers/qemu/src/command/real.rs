//! Real emulators take the command lines: whatever is said of devices and options, QEMU itself is the judge.

use super::{Plan, Prepared, align_memory, build};
use crate::{
    directories::Directories, document, domain::alias, emulator::Emulators, image, settings::Settings,
};
use std::{
    io::{BufRead, BufReader, Write},
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};
use virt_conf::domain::{Domain, ParseFlags};

const QEMU: &str = "/usr/bin/qemu-system-x86_64";

/// Every device that a machine without any of the host's can have, by machine; and what is said beside devices.
const GUESTS: &[(&str, &str, &str)] = &[
    (
        "pc",
        "<features><acpi/><apic/><pae/><vmcoreinfo state='on'/><vmport state='off'/></features>
         <cpu mode='custom' match='exact' check='none'><model>qemu64</model><topology sockets='2' cores='2' \
         threads='1'/><feature policy='disable' name='lahf_lm'/></cpu>
         <clock offset='variable' adjustment='-3600'><timer name='rtc' tickpolicy='catchup'/>\
         <timer name='hpet' present='no'/></clock>
         <pm><suspend-to-mem enabled='no'/><suspend-to-disk enabled='no'/></pm>
         <iothreads>2</iothreads>",
        "<controller type='usb' model='ich9-ehci1'/><controller type='usb' model='ich9-uhci1'>\
         <master startport='0'/></controller><controller type='scsi' model='virtio-scsi'><driver queues='2' \
         iothread='1'/></controller><controller type='scsi' model='lsilogic'/><controller type='sata'/>\
         <controller type='virtio-serial' ports='5'/><controller type='pci' index='1' model='pci-bridge'/>\
         <controller type='ccid'/>\
         <hub type='usb'/><input type='tablet' bus='usb'/><input type='keyboard' bus='virtio'/>\
         <watchdog model='i6300esb' action='dump'/><memballoon model='virtio' autodeflate='on' \
         freePageReporting='on'/><rng model='virtio'><rate bytes='1024'/><backend model='random'>/dev/urandom\
         </backend></rng><rng model='virtio'><backend model='builtin'/></rng><panic model='isa'/>\
         <panic model='pvpanic'/><crypto model='virtio' type='qemu'><backend model='builtin' queues='1'/></crypto>",
    ),
    (
        "q35",
        "<features><acpi/><apic/><smm state='on'/><ioapic driver='qemu'/></features>
         <cpu mode='custom' match='exact' check='none'><model>qemu64</model><numa><cell id='0' cpus='0-1' \
         memory='32' unit='MiB'/><cell id='1' cpus='2-3' memory='32' unit='MiB' memAccess='shared'/></numa></cpu>
         <memoryBacking><source type='memfd'/></memoryBacking>
         <maxMemory slots='4' unit='MiB'>1024</maxMemory>
         <sysinfo type='fwcfg'><entry name='opt/a'>b,c</entry></sysinfo>
         <sysinfo type='smbios'><bios><entry name='vendor'>V, W</entry></bios><system><entry name='product'>P</entry>\
         </system><baseBoard><entry name='manufacturer'>M</entry></baseBoard><oemStrings><entry>one</entry>\
         </oemStrings></sysinfo>
         <genid>c7a5fdbd-edaf-9455-926a-d65c16db1809</genid>",
        "<controller type='usb' model='qemu-xhci' ports='8'/><controller type='pci' index='1' model='pcie-root-port'/>\
         <controller type='pci' index='2' model='pcie-to-pci-bridge'/><controller type='pci' index='3' model='dmi-to-pci-bridge'/>\
         <controller type='scsi' model='virtio-scsi'/><controller type='virtio-serial'/>\
         <iommu model='intel'><driver intremap='on' caching_mode='on' iotlb='on'/></iommu>\
         <input type='mouse' bus='virtio'/><memballoon model='virtio'/><watchdog model='itco' action='poweroff'/>\
         <memory model='dimm'><target><size unit='MiB'>64</size><node>0</node></target></memory>\
         <shmem name='virt-test-%PID%'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>",
    ),
    (
        "microvm",
        "<features><acpi/></features>",
        "<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng><memballoon model='virtio'/>\
         <controller type='virtio-serial'/><serial type='pty'/>",
    ),
];

/// A running emulator that must not outlive a test that fails.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A directory of its own, gone at the end.
struct Root(PathBuf);

impl Drop for Root {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn document(machine: &str, parts: &str, devices: &str) -> String {
    let (os, name) = ("<boot dev='hd'/><bootmenu enable='yes' timeout='3000'/>", format!("all,{machine}"));
    let os = if machine == "pc" {
        format!("{os}<bios useserial='yes' rebootTimeout='5'/>")
    } else {
        os.to_owned()
    };
    let smbios = if parts.contains("smbios") { "<smbios mode='sysinfo'/>" } else { "" };
    format!(
        "<domain type='qemu'><name>{name}</name><memory unit='MiB'>128</memory><vcpu>4</vcpu>\
         <os><type arch='x86_64' machine='{machine}'>hvm</type>{os}{smbios}</os>{parts}<devices>\
         <emulator>{QEMU}</emulator>{devices}</devices></domain>"
    )
    .replace("%PID%", &std::process::id().to_string())
}

/// Starts the emulator and ends it over its monitor; the answer is what it complained of.
fn run(line: super::CommandLine, monitor: &Path) -> Result<(), String> {
    let program = Command::new(&line.program)
        .args(&line.arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|cause| cause.to_string())?;
    let mut running = Running(program);
    let errors = |running: &mut Running| {
        let mut text = String::new();
        if let Some(mut stderr) = running.0.stderr.take() {
            let _ = std::io::Read::read_to_string(&mut stderr, &mut text);
        }
        text
    };
    let deadline = Instant::now() + Duration::from_secs(20);
    let socket = loop {
        if let Ok(socket) = UnixStream::connect(monitor) {
            break socket;
        }
        if running.0.try_wait().is_ok_and(|status| status.is_some()) || Instant::now() > deadline {
            return Err(errors(&mut running));
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    socket.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut answers = BufReader::new(socket.try_clone().unwrap());
    let mut socket = socket;
    let mut text = String::new();
    for command in ["qmp_capabilities", "quit"] {
        let said = answers.read_line(&mut text).is_ok_and(|size| size > 0);
        if !said || writeln!(socket, "{{\"execute\":\"{command}\"}}").is_err() {
            return Err(errors(&mut running));
        }
    }
    let status = running.0.wait().map_err(|cause| cause.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("{status}: {}", errors(&mut running))) }
}

#[test]
fn qemu_takes_every_device() {
    if !Path::new(QEMU).exists() {
        println!("skipped: no {QEMU}");
        return;
    }
    let root = Root(std::env::temp_dir().join(format!("virt-command-{}", std::process::id())));
    let directories = Directories::embedded(&root.0);
    directories.make().unwrap();
    let settings = Arc::new(Settings::default());
    let emulators = Arc::new(Emulators::new(&directories));
    let host = document::host(emulators.clone(), settings.clone(), directories.clone());
    let emulator = emulators.at(Path::new(QEMU)).unwrap();
    for (machine, parts, devices) in GUESTS {
        let xml = document(machine, parts, devices);
        let mut domain = Domain::parse(&xml, ParseFlags::default(), &host)
            .unwrap_or_else(|error| panic!("{machine}: {}", error.message()));
        alias::assign(&mut domain);
        image::number(&mut domain);
        align_memory(&mut domain).unwrap();
        let plan = Plan {
            domain: &domain,
            emulator: &emulator,
            settings: &settings,
            directories: &directories,
            id: 7,
        };
        std::fs::create_dir_all(plan.directory()).unwrap();
        std::fs::write(plan.directory().join("master-key.aes"), [7; 32]).unwrap();
        let mut line = build(&plan, Prepared::default())
            .unwrap_or_else(|error| panic!("{machine}: {}", error.message()));
        // The emulator refuses a secret that it cannot decrypt.
        let hidden = super::secret::hidden(&plan, "secret0", b"a value of the document").unwrap();
        line.arguments.extend(["-object".to_owned(), hidden.to_string()]);
        let monitor = plan.directory().join("monitor.sock");
        if let Err(why) = run(line, &monitor) {
            panic!("{machine}: {why}");
        }
    }
    let _ = std::fs::remove_file(format!("/dev/shm/virt-test-{}", std::process::id()));
}
