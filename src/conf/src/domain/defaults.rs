//! What libvirt adds to a document that the user wrote, whatever the driver.

use super::chardev::{ConsoleTarget, ConsoleTargetElement, ParallelTarget, Serial, SerialTarget};
use super::clock::{ClockOffset, Lifecycle};
use super::cpu::{CpuFallback, CpuMatch, CpuMode, FeaturePolicy};
use super::memory::{Amount, Iothread, Memory, NumaMemory, NumaMode, Numatune, OneVcpu, Placement, Vcpu};
use super::prelude::*;
use super::video::{Video, VideoModel, VideoModelElement};
use super::{Domain, ParseFlags, os};
use crate::host::Host;
use crate::{NumberSet, Uuid};
use std::collections::HashSet;

impl Domain {
    /// Adds what every driver adds.
    pub(super) fn add_defaults(&mut self, flags: ParseFlags, host: &Host) -> Result<()> {
        self.uuid.get_or_insert_with(Uuid::random);
        if let Some(genid) = &mut self.genid_element {
            genid.value.get_or_insert_with(Uuid::random);
        }
        self.add_memory(flags.abi_update)?;
        self.add_vcpus();
        self.add_os(host)?;
        // Rules may look for a controller by its number.
        self.devices.complete_controllers();
        if let Some(rules) = host.rules.as_deref() {
            rules.domain(self, flags)?;
        }
        self.add_cpu();
        let clock = self.clock.get_or_insert_default();
        clock.offset.get_or_insert(ClockOffset::Utc);
        self.on_poweroff.get_or_insert(Lifecycle::Destroy);
        self.on_reboot.get_or_insert(Lifecycle::Restart);
        self.on_crash.get_or_insert(Lifecycle::Destroy);
        self.add_placement();
        self.complete_devices(flags, host)
    }

    /// Gives devices what they need of one another: numbers, addresses, controllers.
    pub fn complete_devices(&mut self, flags: ParseFlags, host: &Host) -> Result<()> {
        let rules = host.rules.as_deref();
        self.add_interfaces(host);
        self.devices.complete_controllers();
        self.add_chardevs()?;
        if let Some(rules) = rules {
            rules.devices(self, flags)?;
        }
        self.add_video();
        self.devices.place_disks(rules.is_some_and(|rules| rules.wide_scsi()))?;
        self.devices.add_controllers();
        rules.map_or(Ok(()), |rules| rules.addresses(self, flags))
    }

    fn add_memory(&mut self, abi_update: bool) -> Result<()> {
        let cells = self.cpu.iter().flat_map(|cpu| &cpu.numa).flat_map(|numa| &numa.cells);
        let nodes: u64 = cells.map(|cell| cell.memory.unwrap_or(0)).fold(0, u64::saturating_add);
        let modules =
            self.devices.memories.iter().filter_map(|memory| memory.target.as_ref()?.size.as_ref()?.value);
        let modules = modules.fold(0, u64::saturating_add);
        let mut total = self.total.as_ref().and_then(|memory| memory.value).unwrap_or(0);
        // Where nothing else is said, or a new guest may be changed, the memory nodes say how much there is.
        if nodes > 0 && (total == 0 || abi_update) {
            total = nodes.saturating_add(modules);
        } else if modules > total {
            bail!(Domain, XmlError, "Total size of memory devices exceeds the total memory size");
        }
        if total == modules {
            bail!(
                Domain,
                XmlError,
                "Memory size must be specified via <memory> or in the <numa> configuration"
            );
        }
        let memory = self.total.get_or_insert_with(|| Box::new(Memory::default()));
        memory.value = Some(total);
        memory.unit = Some("KiB".to_owned());
        let current = self.current.get_or_insert_with(|| Box::new(Amount::kib(total)));
        let value = current.value.get_or_insert(total);
        if *value == 0 || *value > total {
            *value = total;
        }
        Ok(())
    }

    fn add_vcpus(&mut self) {
        let vcpu = self.vcpu.get_or_insert_with(|| Box::new(Vcpu { maximum: Some(1), ..Vcpu::default() }));
        vcpu.maximum.get_or_insert(1);
        vcpu.placement.get_or_insert(Placement::Static);
        if vcpu.placement == Some(Placement::Auto) {
            vcpu.cpuset = None;
        }
        if let Some(list) = &mut self.vcpus {
            let maximum = vcpu.maximum.unwrap_or(1).min(NumberSet::MAX);
            let listed: HashSet<_> = list.vcpus.iter().filter_map(|one| one.id).collect();
            list.vcpus.extend((0..maximum).filter(|number| !listed.contains(number)).map(|number| OneVcpu {
                id: Some(number),
                enabled: Some(YesNo(false)),
                hotpluggable: Some(YesNo(true)),
                ..OneVcpu::default()
            }));
            list.vcpus.sort_by_key(|one| one.id);
            let online = list.vcpus.iter().filter(|one| one.enabled == Some(YesNo(true))).count();
            vcpu.current = u32::try_from(online).ok();
        }
        if vcpu.current == vcpu.maximum {
            vcpu.current = None;
        }
        self.add_iothreads();
    }

    /// Threads that are counted but not listed get the lowest free numbers, where any are listed.
    fn add_iothreads(&mut self) {
        let Some(list) = &mut self.iothreadids else { return };
        let listed = list.iothreads.len();
        let wanted = (self.iothreads.unwrap_or(0).min(NumberSet::MAX) as usize).max(listed);
        let used: HashSet<_> = list.iothreads.iter().filter_map(|thread| thread.id).collect();
        let free = (1..).filter(|number| !used.contains(number)).take(wanted - listed);
        list.iothreads.extend(free.map(|number| Iothread { id: Some(number), ..Iothread::default() }));
        let wanted = u32::try_from(wanted).unwrap_or(u32::MAX);
        if wanted > 0 {
            self.iothreads = Some(wanted);
        }
    }

    fn add_os(&mut self, host: &Host) -> Result<()> {
        if self.bootloader.is_some() {
            let kind = self.os.get_or_insert_default().kind.get_or_insert_default();
            kind.name.get_or_insert_with(|| "xen".to_owned());
        }
        let Some(os) = &mut self.os else { return Ok(()) };
        if let Some(loader) =
            os.loader.as_mut().filter(|loader| loader.path.is_some() && os.firmware.is_none())
        {
            loader.kind.get_or_insert(os::LoaderType::Rom);
        }
        let Some(kind) = &mut os.kind else { return Ok(()) };
        let Some(name) = kind.name.as_deref().and_then(|name| name.parse::<os::OsType>().ok()) else {
            return Ok(());
        };
        if !host.guests.is_empty() {
            match (host.find(name, kind.arch.as_deref(), self.kind), &kind.arch) {
                (Ok(guest), _) => {
                    kind.arch.get_or_insert_with(|| guest.arch.clone());
                    if kind.machine.is_none() {
                        kind.machine = guest.machine.clone();
                    }
                }
                // An architecture that the host does not have is only a reason not to start the guest.
                (Err(_), Some(_)) => {}
                (Err(error), None) if host.arch.is_none() => return Err(error),
                (Err(_), None) => kind.arch = host.arch.clone(),
            }
        }
        // Guests of Xen keep the word that they had before other hypervisors could run them.
        if self.kind == Some(super::VirtType::Xen) && name == os::OsType::Xen {
            kind.name = Some(os::OsType::Linux.to_string());
        }
        let ordered = self.devices.has_boot_order();
        if name == os::OsType::Hvm && os.boots.is_empty() && !ordered {
            os.boots.push(os::Boot { dev: Some(os::BootDevice::Hd), ..os::Boot::default() });
        }
        Ok(())
    }

    fn add_cpu(&mut self) {
        let Some(cpu) = &mut self.cpu else { return };
        for feature in &mut cpu.features {
            feature.policy.get_or_insert(FeaturePolicy::Require);
        }
        let named = cpu.model.as_ref().is_some_and(|model| model.name.is_some());
        match cpu.mode {
            None if named => cpu.mode = Some(CpuMode::Custom),
            // Without a model there is nothing to customise.
            None | Some(CpuMode::Custom) if !named => {
                (cpu.mode, cpu.match_, cpu.check, cpu.model) = (None, None, None, None);
            }
            _ => {}
        }
        if cpu.mode == Some(CpuMode::Custom) && cpu.model.is_some() {
            cpu.match_.get_or_insert(CpuMatch::Exact);
        }
        match (cpu.mode, &mut cpu.model) {
            (Some(CpuMode::Custom), Some(model)) if model.name.is_some() => {
                model.fallback.get_or_insert(CpuFallback::Allow);
            }
            (Some(CpuMode::HostModel), Some(model)) if model.name.is_some() => {
                model.fallback.get_or_insert(CpuFallback::Allow);
            }
            (Some(CpuMode::HostModel), Some(model)) if model.vendor_id.is_some() => model.fallback = None,
            // Otherwise the mode chooses the model itself.
            (Some(_), _) => cpu.model = None,
            _ => {}
        }
        if let Some(topology) = &mut cpu.topology {
            topology.dies.get_or_insert(1);
            topology.clusters.get_or_insert(1);
        }
    }

    /// Numbers ports, and lets the first serial port and the first console be the same thing.
    fn add_chardevs(&mut self) -> Result<()> {
        let hvm = self.os_type() == "hvm";
        let devices = &mut self.devices;
        let serial_console = |target: &Option<Box<ConsoleTargetElement>>| {
            matches!(
                target.as_ref().and_then(|target| target.kind),
                None | Some(ConsoleTarget::None | ConsoleTarget::Serial)
            )
        };
        if hvm && devices.consoles.first().is_some_and(|console| serial_console(&console.target)) {
            let more = devices.consoles[1..].iter();
            if more.clone().any(|console| serial_console(&console.target)) {
                bail!(Domain, ConfigUnsupported, "Only the first console can be a serial port");
            }
            if devices.serials.is_empty() {
                let console = &devices.consoles[0];
                devices.serials.push(Serial {
                    kind: console.kind,
                    source: console.source.clone(),
                    info: console.info.clone(),
                    ..Serial::default()
                });
            }
        }
        number_ports(
            devices.serials.iter_mut().map(|serial| {
                &mut serial.target.get_or_insert_with(|| Box::new(SerialTarget::default())).port
            }),
        );
        number_ports(devices.parallels.iter_mut().map(|parallel| {
            &mut parallel.target.get_or_insert_with(|| Box::new(ParallelTarget::default())).port
        }));
        number_ports(devices.consoles.iter_mut().map(|console| {
            &mut console.target.get_or_insert_with(|| Box::new(ConsoleTargetElement::default())).port
        }));
        if hvm {
            devices.mirror_serial();
        }
        Ok(())
    }

    /// Processors placed by advice want their memory placed so too.
    fn add_placement(&mut self) {
        if self.vcpu.as_ref().is_some_and(|vcpu| vcpu.placement == Some(Placement::Auto))
            && self.numatune.is_none()
        {
            let memory = NumaMemory {
                mode: Some(NumaMode::Strict),
                placement: Some(Placement::Auto),
                ..NumaMemory::default()
            };
            self.numatune =
                Some(Box::new(Numatune { memory: Some(Box::new(memory)), ..Numatune::default() }));
        }
    }

    fn add_interfaces(&mut self, host: &Host) {
        for interface in &mut self.devices.interfaces {
            let mac = interface.mac.get_or_insert_default();
            mac.address.get_or_insert_with(|| host.new_mac());
        }
    }

    fn add_video(&mut self) {
        let arch = self.arch().to_owned();
        let devices = &mut self.devices;
        if devices.videos.is_empty() && !devices.graphics.is_empty() {
            devices.videos.push(Video::default());
        }
        for (number, video) in devices.videos.iter_mut().enumerate() {
            let model = video.model.get_or_insert_with(|| Box::new(VideoModelElement::default()));
            let kind = match model.kind {
                None | Some(VideoModel::Default) if arch.starts_with("ppc64") => VideoModel::Vga,
                None | Some(VideoModel::Default) => VideoModel::Cirrus,
                Some(kind) => kind,
            };
            model.kind = Some(kind);
            model.primary = None;
            if kind == VideoModel::None {
                continue;
            }
            match kind {
                VideoModel::Vga | VideoModel::Cirrus | VideoModel::Vmvga | VideoModel::Bochs => {
                    model.vram.get_or_insert(16 * 1024);
                }
                VideoModel::Xen => {
                    model.vram.get_or_insert(4 * 1024);
                }
                VideoModel::Qxl => {
                    model.ram.get_or_insert(64 * 1024);
                    model.vram.get_or_insert(64 * 1024);
                }
                _ => {}
            }
            model.heads = Some(model.heads.unwrap_or(1).max(1));
            if number == 0 {
                model.primary = Some(YesNo(true));
            }
        }
    }
}

/// Gives each port without a number the next one.
fn number_ports<'p>(ports: impl Iterator<Item = &'p mut Option<i32>>) {
    let mut ports: Vec<_> = ports.collect();
    let mut next = ports.iter().filter_map(|port| **port).max().unwrap_or(-1).saturating_add(1);
    for port in ports.iter_mut().filter(|port| port.is_none_or(|port| port == -1)) {
        **port = Some(next);
        next = next.saturating_add(1);
    }
}
