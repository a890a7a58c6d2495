//! Brings what was written into the one form that libvirt writes: units, order, and the shapes of sources.

use super::chardev::{ChardevSource, ChardevType, Console, Protocol, SourceMode};
use super::disk::{Disk, IoTune};
use super::graphics::{Graphics, GraphicsType, Listen, ListenType};
use super::memory_device::{MemoryDevice, Pstore, Shmem};
use super::prelude::*;
use super::storage::{DiskType, NetworkProtocol, Source, Transport};
use super::units::{in_kib, to_kib};
use super::{Device, Domain, ParseFlags};

impl Domain {
    pub(super) fn normalize(&mut self, flags: ParseFlags) -> Result<()> {
        self.normalize_memory()?;
        let devices = &mut self.devices;
        for disk in &mut devices.disks {
            normalize_disk(disk);
        }
        devices.sort_disks();
        devices.sort_controllers();
        // The primary video card comes first.
        if let Some(at) = devices.videos.iter().position(|video| video.is_primary()) {
            devices.videos[..=at].rotate_right(1);
        }
        for graphics in &mut devices.graphics {
            normalize_graphics(graphics, flags)?;
        }
        for memory in &mut devices.memories {
            normalize_memory_device(memory)?;
        }
        for shmem in &mut devices.shmems {
            normalize_shmem(shmem)?;
        }
        for pstore in &mut devices.pstores {
            normalize_pstore(pstore)?;
        }
        for serial in &mut devices.serials {
            normalize_chardev(&mut serial.kind, &mut serial.source, flags)?;
        }
        for parallel in &mut devices.parallels {
            normalize_chardev(&mut parallel.kind, &mut parallel.source, flags)?;
        }
        for console in &mut devices.consoles {
            normalize_console(console, flags)?;
        }
        for channel in &mut devices.channels {
            normalize_chardev(&mut channel.kind, &mut channel.source, flags)?;
        }
        for redirdev in &mut devices.redirdevs {
            normalize_chardev(&mut redirdev.kind, &mut redirdev.source, flags)?;
        }
        Ok(())
    }

    fn normalize_memory(&mut self) -> Result<()> {
        if let Some(memory) = &mut self.total {
            in_kib(&mut memory.value, &mut memory.unit)?;
        }
        if let Some(memory) = &mut self.maximum {
            in_kib(&mut memory.value, &mut memory.unit)?;
        }
        to_kib(&mut self.current)?;
        if let Some(tune) = &mut self.memtune {
            let Memtune { hard_limit, soft_limit, min_guarantee, swap_hard_limit, .. } = &mut **tune;
            for limit in [hard_limit, soft_limit, min_guarantee, swap_hard_limit] {
                to_kib(limit)?;
                if limit.as_ref().is_some_and(|limit| limit.value.unwrap_or(0) == 0) {
                    *limit = None;
                }
            }
        }
        if let Some(pages) = self.memory_backing.as_mut().and_then(|backing| backing.hugepages.as_mut()) {
            for page in &mut pages.pages {
                in_kib(&mut page.size, &mut page.unit)?;
            }
        }
        if let Some(numa) = self.cpu.as_mut().and_then(|cpu| cpu.numa.as_mut()) {
            for (number, cell) in (0..).zip(&mut numa.cells) {
                cell.id.get_or_insert(number);
                in_kib(&mut cell.memory, &mut cell.unit)?;
            }
            numa.cells.sort_by_key(|cell| cell.id);
        }
        Ok(())
    }
}

use super::memory::Memtune;

impl Device {
    /// Brings a device into the form that it has in a document.
    pub(super) fn normalize(&mut self, flags: ParseFlags) -> Result<()> {
        match self {
            Device::Disk(disk) => normalize_disk(disk),
            Device::Graphics(graphics) => normalize_graphics(graphics, flags)?,
            Device::MemoryDevice(memory) => normalize_memory_device(memory)?,
            Device::Shmem(shmem) => normalize_shmem(shmem)?,
            Device::Pstore(pstore) => normalize_pstore(pstore)?,
            Device::Serial(serial) => normalize_chardev(&mut serial.kind, &mut serial.source, flags)?,
            Device::Parallel(parallel) => normalize_chardev(&mut parallel.kind, &mut parallel.source, flags)?,
            Device::Console(console) => normalize_console(console, flags)?,
            Device::Channel(channel) => normalize_chardev(&mut channel.kind, &mut channel.source, flags)?,
            Device::Redirdev(redirdev) => normalize_chardev(&mut redirdev.kind, &mut redirdev.source, flags)?,
            _ => {}
        }
        Ok(())
    }
}

fn normalize_disk(disk: &mut Disk) {
    let kind = *disk.kind.get_or_insert(DiskType::Block);
    disk.device.get_or_insert(super::disk::DiskDevice::Disk);
    if let Some(source) = &mut disk.source {
        normalize_source(source, kind);
    }
    if let Some(tune) = &mut disk.iotune {
        forget_zeros(tune);
    }
    let mut next = disk.backing_store.as_mut();
    while let Some(store) = next {
        if let (Some(kind), Some(source)) = (store.kind, &mut store.source) {
            normalize_source(source, kind);
        }
        next = store.backing_store.as_mut();
    }
}

/// Ports that a network protocol has by itself are written out.
fn normalize_source(source: &mut Source, kind: DiskType) {
    if kind != DiskType::Network {
        return;
    }
    let port = match source.protocol {
        Some(NetworkProtocol::Http) => "80",
        Some(NetworkProtocol::Https) => "443",
        Some(NetworkProtocol::Ftp) => "21",
        Some(NetworkProtocol::Ftps) => "990",
        Some(NetworkProtocol::Tftp) => "69",
        Some(NetworkProtocol::Sheepdog) => "7000",
        Some(NetworkProtocol::Nbd) => "10809",
        Some(NetworkProtocol::Ssh) => "22",
        Some(NetworkProtocol::Iscsi) => "3260",
        Some(NetworkProtocol::Gluster) => "24007",
        Some(NetworkProtocol::Vxhs) => "9999",
        Some(NetworkProtocol::Nfs) => "2049",
        _ => return,
    };
    for host in &mut source.hosts {
        if host.transport != Some(Transport::Unix) && host.port.is_none() {
            host.port = Some(port.to_owned());
        }
        if host.transport == Some(Transport::Tcp) {
            host.transport = None;
        }
    }
}

/// A limit of zero is no limit.
pub(super) fn forget_zeros(tune: &mut IoTune) {
    let limits = [
        &mut tune.total_bytes_sec,
        &mut tune.read_bytes_sec,
        &mut tune.write_bytes_sec,
        &mut tune.total_iops_sec,
        &mut tune.read_iops_sec,
        &mut tune.write_iops_sec,
        &mut tune.total_bytes_sec_max,
        &mut tune.read_bytes_sec_max,
        &mut tune.write_bytes_sec_max,
        &mut tune.total_iops_sec_max,
        &mut tune.read_iops_sec_max,
        &mut tune.write_iops_sec_max,
        &mut tune.size_iops_sec,
        &mut tune.total_bytes_sec_max_length,
        &mut tune.read_bytes_sec_max_length,
        &mut tune.write_bytes_sec_max_length,
        &mut tune.total_iops_sec_max_length,
        &mut tune.read_iops_sec_max_length,
        &mut tune.write_iops_sec_max_length,
    ];
    limits.into_iter().filter(|limit| **limit == Some(0)).for_each(|limit| *limit = None);
}

fn normalize_memory_device(memory: &mut MemoryDevice) -> Result<()> {
    if let Some(source) = &mut memory.source {
        to_kib(&mut source.pagesize)?;
        to_kib(&mut source.alignsize)?;
    }
    if let Some(target) = &mut memory.target {
        to_kib(&mut target.size)?;
        to_kib(&mut target.block)?;
        to_kib(&mut target.requested)?;
        to_kib(&mut target.current)?;
        if let Some(label) = &mut target.label {
            to_kib(&mut label.size)?;
        }
    }
    Ok(())
}

/// Shared memory is counted in MiB.
fn normalize_shmem(shmem: &mut Shmem) -> Result<()> {
    if let Some(size) = &mut shmem.size {
        if let Some(value) = &mut size.value {
            *value = super::units::kib(*value, size.unit.as_deref())?.div_ceil(1024);
            size.unit = Some("M".to_owned());
        }
    }
    Ok(())
}

fn normalize_pstore(pstore: &mut Pstore) -> Result<()> {
    to_kib(&mut pstore.size)
}

fn normalize_console(console: &mut Console, flags: ParseFlags) -> Result<()> {
    normalize_chardev(&mut console.kind, &mut console.source, flags)
}

/// Keeps of a character device's source what its type has.
pub(super) fn normalize_chardev(
    kind: &mut Option<ChardevType>,
    source: &mut ChardevSource,
    flags: ParseFlags,
) -> Result<()> {
    use ChardevType::*;
    let kind = *kind.get_or_insert(Pty);
    if kind != Udp && source.sources.len() > 1 {
        bail!(Domain, XmlError, "only one source element is allowed for character device");
    }
    if source.sources.len() > 2 {
        bail!(Domain, XmlError, "only two source elements are allowed for character device");
    }
    match kind {
        Null | Vc | Stdio | Spicevmc => source.sources.clear(),
        Pty if !flags.live => source.sources.clear(),
        _ => {}
    }
    if kind != Tcp {
        source.protocol = None;
    } else {
        let protocol = source.protocol.get_or_insert_default();
        protocol.kind.get_or_insert(Protocol::Raw);
    }
    for end in &mut source.sources {
        match kind {
            Tcp => {
                end.mode.get_or_insert(SourceMode::Connect);
                end.path = None;
            }
            Unix => {
                end.mode.get_or_insert(SourceMode::Connect);
                (end.host, end.service) = (None, None);
            }
            Udp => {
                end.mode.get_or_insert(SourceMode::Connect);
                end.path = None;
            }
            Dev | File | Pipe | Pty => {
                (end.mode, end.host, end.service) = (None, None, None);
            }
            _ => {}
        }
    }
    if kind == Udp {
        // The end that is bound is written first.
        source.sources.sort_by_key(|end| end.mode != Some(SourceMode::Bind));
    }
    Ok(())
}

/// Gives graphics their ports and listening addresses in the form that libvirt writes.
fn normalize_graphics(graphics: &mut Graphics, flags: ParseFlags) -> Result<()> {
    let Some(kind) = graphics.kind else {
        return Err(virt_xml::missing_attribute("graphics", "type"));
    };
    let fixed = |port: Option<i32>| port.filter(|&port| port != 0);
    if graphics.fullscreen == Some(YesNo(false)) {
        graphics.fullscreen = None;
    }
    if graphics.replace_user == Some(YesNo(false)) {
        graphics.replace_user = None;
    }
    if graphics.multi_user == Some(YesNo(false)) {
        graphics.multi_user = None;
    }
    graphics.channels.retain(|channel| channel.mode != Some(super::graphics::ChannelMode::Any));
    if graphics.default_mode == Some(super::graphics::ChannelMode::Any) {
        graphics.default_mode = None;
    }
    let automatic = match kind {
        GraphicsType::Vnc => {
            let written = graphics.autoport.map(|word| word.0);
            written.unwrap_or(graphics.port.is_none_or(|port| port == -1)) || graphics.port == Some(-1)
        }
        GraphicsType::Spice => {
            graphics.autoport == Some(YesNo(true))
                || (graphics.port == Some(-1) && graphics.tls_port == Some(-1))
        }
        GraphicsType::Rdp => graphics.autoport == Some(YesNo(true)) || graphics.port.is_none(),
        _ => return Ok(()),
    };
    normalize_listens(graphics, kind);
    if kind == GraphicsType::Spice
        && !automatic
        && fixed(graphics.port).is_none()
        && fixed(graphics.tls_port).is_none()
    {
        if let [listen] = &mut graphics.listens[..] {
            if listen.kind == Some(ListenType::Address) {
                *listen = Listen { kind: Some(ListenType::None), ..Listen::default() };
                graphics.listen = None;
            }
        }
    }
    let first = graphics.listens.first().and_then(|listen| listen.kind);
    match (kind, first) {
        (_, Some(ListenType::None | ListenType::Socket)) => {
            (graphics.port, graphics.tls_port, graphics.autoport) = (None, None, None);
            if kind == GraphicsType::Spice {
                graphics.websocket = None;
            }
        }
        (GraphicsType::Vnc, _) => {
            let port = fixed(graphics.port).filter(|&port| port != -1);
            graphics.port = match (automatic, port) {
                (true, Some(port)) if flags.live => Some(port),
                (true, _) => Some(-1),
                (false, port) => port,
            };
            graphics.autoport = Some(YesNo(automatic));
        }
        (GraphicsType::Spice, _) => {
            if automatic && !flags.live {
                (graphics.port, graphics.tls_port) = (None, None);
            }
            graphics.port = fixed(graphics.port);
            graphics.tls_port = fixed(graphics.tls_port);
            graphics.autoport = Some(YesNo(automatic));
        }
        _ => {
            if automatic && !flags.live {
                graphics.port = Some(0);
            }
            graphics.autoport = automatic.then_some(YesNo(true));
        }
    }
    Ok(())
}

/// The attributes `listen` and `socket` and the elements `<listen>` say the same thing.
fn normalize_listens(graphics: &mut Graphics, kind: GraphicsType) {
    let address = graphics.listen.take().filter(|address| !address.is_empty());
    let socket = graphics.socket.take().filter(|socket| !socket.is_empty());
    let socket = if kind == GraphicsType::Vnc { socket } else { None };
    if graphics.listens.is_empty() {
        graphics.listens.push(match socket {
            Some(socket) => {
                Listen { kind: Some(ListenType::Socket), socket: Some(socket), ..Listen::default() }
            }
            None => Listen { kind: Some(ListenType::Address), address: address.clone(), ..Listen::default() },
        });
    } else if let Some(first) = graphics.listens.first_mut() {
        match first.kind {
            Some(ListenType::Address) if first.address.as_deref().unwrap_or_default().is_empty() => {
                first.address = address.clone();
            }
            Some(ListenType::Socket) if first.socket.is_none() => first.socket = socket,
            _ => {}
        }
    }
    for listen in &mut graphics.listens {
        match listen.kind {
            Some(ListenType::Address) => (listen.network, listen.socket) = (None, None),
            Some(ListenType::Network) => (listen.address, listen.socket) = (None, None),
            Some(ListenType::Socket) => (listen.address, listen.network) = (None, None),
            _ => (listen.address, listen.network, listen.socket) = (None, None, None),
        }
    }
    if let Some(first) = graphics.listens.first() {
        match first.kind {
            Some(ListenType::Address) => graphics.listen = first.address.clone(),
            Some(ListenType::Socket) if kind == GraphicsType::Vnc => graphics.socket = first.socket.clone(),
            _ => {}
        }
    }
}
