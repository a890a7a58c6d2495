//! What is refused of a guest as a whole, with libvirt's codes and texts.

use super::memory::HugePage;
use super::prelude::*;
use super::validate_devices::check_device;
use super::validate_together::check_devices;
use super::{Device, Domain, os};
use std::collections::HashSet;
use virt_error::{Code, Error, Origin};

/// The architectures that a guest may have.
const ARCHITECTURES: [&str; 34] = [
    "alpha",
    "armv6l",
    "armv7l",
    "armv7b",
    "aarch64",
    "cris",
    "i686",
    "ia64",
    "lm32",
    "loongarch64",
    "m68k",
    "microblaze",
    "microblazeel",
    "mips",
    "mipsel",
    "mips64",
    "mips64el",
    "openrisc",
    "parisc",
    "parisc64",
    "ppc",
    "ppc64",
    "ppc64le",
    "ppcemb",
    "riscv32",
    "riscv64",
    "s390",
    "s390x",
    "sh4",
    "sh4eb",
    "sparc",
    "sparc64",
    "unicore32",
    "x86_64",
];

/// Checks that libvirt makes before it reads the rest: they win over any other complaint.
pub(super) fn before(node: Node<'_>) -> Result<()> {
    let name = node.child("name").map(Node::content).unwrap_or_default();
    if name.is_empty() {
        return Err(Error::bare(Origin::Domain, Code::NoName));
    }
    let vcpu = node.child("vcpu").map(Node::content).unwrap_or_default();
    if !vcpu.is_empty() && virt_xml::unsigned(&vcpu, 10).is_none_or(|count| count > u32::MAX.into()) {
        bail!(Domain, XmlError, "maximum vcpus count must be an integer");
    }
    let mode = node.child("cpu").and_then(|cpu| cpu.attribute("mode"));
    if let Some(mode) = mode.filter(|mode| mode.parse::<super::cpu::CpuMode>().is_err()) {
        bail!(Cpu, ConfigUnsupported, "Invalid mode attribute '{mode}'");
    }
    if let Some(word) = node.child("uuid").map(Node::content) {
        if !word.is_empty() && crate::Uuid::parse(&word).is_none() {
            bail!(Domain, InternalError, "malformed uuid element");
        }
    }
    if node.attribute("type").is_none() {
        return Err(virt_xml::missing_attribute("domain", "type"));
    }
    Ok(())
}

/// Checks of the document as it was written.
pub(super) fn as_written(domain: &Domain) -> Result<()> {
    check_title(domain.title.as_deref())?;
    let kind = domain.os.as_ref().and_then(|os| os.kind.as_ref()).and_then(|kind| kind.name.as_deref());
    match kind {
        None if domain.bootloader.is_none() => bail!(Domain, XmlError, "an os <type> must be specified"),
        Some(name) if name.parse::<os::OsType>().is_err() => {
            bail!(Domain, ConfigUnsupported, "unknown OS type '{name}'")
        }
        _ => {}
    }
    if domain.kind.is_none() {
        return Err(virt_xml::missing_attribute("domain", "type"));
    }
    check_vcpus(domain)?;
    check_cpu(domain)?;
    check_features(domain)?;
    check_clock(domain)?;
    check_threads(domain)?;
    check_os(domain)?;
    check_numa(domain)?;
    check_sysinfo(domain)?;
    for label in &domain.seclabels {
        if label.kind == Some(super::security::SeclabelType::Static) && label.label.is_none() {
            bail!(Domain, XmlError, "security label is missing");
        }
    }
    let mut models = HashSet::new();
    for model in domain.seclabels.iter().filter_map(|label| label.model.as_deref()) {
        if !models.insert(model) {
            bail!(Domain, XmlDetail, "seclabel for model {model} is already provided");
        }
    }
    if domain.devices.videos.iter().filter(|video| video.is_primary()).count() > 1 {
        bail!(Domain, ConfigUnsupported, "Only one primary video device is supported");
    }
    domain.devices.all_refs().into_iter().try_for_each(check_device)
}

/// Checks of the document with everything that was added.
pub(super) fn complete(domain: &Domain) -> Result<()> {
    check_name(domain.name())?;
    for map in domain.idmap.iter() {
        let ranges = map.uids.iter().chain(&map.gids);
        if ranges
            .clone()
            .any(|range| range.start.is_none() || range.target.is_none() || range.count.is_none())
        {
            bail!(Domain, XmlError, "invalid idmap start/target/count settings");
        }
    }
    let maximum = domain.maximum.as_ref().map(|maximum| maximum.value.unwrap_or(0));
    if maximum.is_some_and(|maximum| maximum > 0 && maximum < domain.max_memory()) {
        bail!(Domain, XmlError, "maximum memory size must be equal or greater than the actual memory size");
    }
    if maximum == Some(0) {
        bail!(Domain, XmlError, "both maximum memory size and memory slot count must be specified");
    }
    check_thread_tuning(domain)?;
    check_hugepages(domain)?;
    check_devices(domain)
}

pub(super) fn device_as_written(device: &Device) -> Result<()> {
    check_device(device.as_ref())
}

/// A name that a guest may have.
pub fn check_name(name: &str) -> Result<()> {
    if name.contains('/') {
        bail!(Domain, XmlError, "name {name} cannot contain '/'");
    }
    if name.contains('\n') {
        return Err(Error::new(Origin::Xml, Code::XmlDetail, "invalid char in name: \n"));
    }
    Ok(())
}

/// A title that a guest may have.
pub fn check_title(title: Option<&str>) -> Result<()> {
    if title.is_some_and(|title| title.contains('\n')) {
        bail!(Domain, XmlError, "Domain title can't contain newlines");
    }
    Ok(())
}

fn check_vcpus(domain: &Domain) -> Result<()> {
    let cells = domain.cpu.iter().flat_map(|cpu| &cpu.numa).flat_map(|numa| &numa.cells);
    let last = cells.filter_map(|cell| cell.cpus.as_ref()?.max()).max();
    let maximum = domain.max_vcpus();
    if maximum == 0 || last.is_some_and(|last| last >= maximum) {
        bail!(Domain, InternalError, "CPU IDs in <numa> exceed the <vcpu> count");
    }
    if domain.vcpus() > maximum {
        bail!(Domain, ConfigUnsupported, "maximum vCPU count must not be less than current vCPU count");
    }
    let Some(tune) = &domain.cputune else { return Ok(()) };
    for (name, period) in [
        ("period", tune.period),
        ("global_period", tune.global_period),
        ("emulator_period", tune.emulator_period),
        ("iothread_period", tune.iothread_period),
    ] {
        if period.is_some_and(|period| period != 0 && !(1000..=1_000_000).contains(&period)) {
            bail!(Domain, ConfigUnsupported, "Value of cputune '{name}' must be in range [1000, 1000000]");
        }
    }
    // A share of bandwidth is counted in microseconds of a second, or not limited (-1).
    const QUOTA: i64 = 17_592_186_044_415;
    for (name, quota) in [
        ("quota", tune.quota),
        ("global_quota", tune.global_quota),
        ("emulator_quota", tune.emulator_quota),
        ("iothread_quota", tune.iothread_quota),
    ] {
        if quota.is_some_and(|quota| quota > 0 && !(1000..=QUOTA).contains(&quota)) {
            bail!(Domain, ConfigUnsupported, "Value of cputune '{name}' must be in range [1000, {QUOTA}]");
        }
    }
    Ok(())
}

fn check_cpu(domain: &Domain) -> Result<()> {
    let Some(cpu) = &domain.cpu else { return Ok(()) };
    let named = cpu.model.as_ref().is_some_and(|model| model.name.is_some());
    if !named && !cpu.features.is_empty() && matches!(cpu.mode, None | Some(super::cpu::CpuMode::Custom)) {
        bail!(Cpu, XmlError, "Non-empty feature list specified without CPU model");
    }
    let mut names = HashSet::new();
    for feature in &cpu.features {
        let Some(name) = feature.name.as_deref().filter(|name| !name.is_empty()) else {
            bail!(Cpu, XmlError, "Invalid CPU feature name");
        };
        if !names.insert(name) {
            bail!(Cpu, XmlError, "CPU feature '{name}' specified more than once");
        }
    }
    if cpu.model.as_ref().and_then(|model| model.vendor_id.as_ref()).is_some_and(|vendor| vendor.len() != 12)
    {
        bail!(Cpu, XmlError, "vendor_id must be exactly 12 characters long");
    }
    Ok(())
}

fn check_features(domain: &Domain) -> Result<()> {
    let Some(hyperv) = domain.features.as_ref().and_then(|features| features.hyperv.as_ref()) else {
        return Ok(());
    };
    let on = |state: On| state == Some(OnOff(true));
    if let Some(spinlocks) = hyperv.spinlocks.as_ref().filter(|spinlocks| on(spinlocks.state)) {
        if spinlocks.retries.unwrap_or(0) < 0xfff {
            bail!(Domain, XmlError, "HyperV spinlock retry count must be at least 4095");
        }
    }
    if let Some(vendor) = hyperv.vendor_id.as_ref().filter(|vendor| on(vendor.state)) {
        let value = vendor.value.as_deref().unwrap_or_default();
        if value.is_empty() {
            bail!(Domain, XmlError, "missing 'value' attribute for HyperV feature 'vendor_id'");
        }
        if value.len() > 12 {
            bail!(Domain, XmlError, "HyperV vendor_id value must not be more than 12 characters.");
        }
        if value.contains(',') {
            bail!(Domain, XmlError, "HyperV vendor_id value is invalid");
        }
    }
    Ok(())
}

fn check_clock(domain: &Domain) -> Result<()> {
    let Some(clock) = &domain.clock else { return Ok(()) };
    if clock.offset == Some(super::clock::ClockOffset::Timezone) && clock.timezone.is_none() {
        bail!(Domain, InternalError, "missing 'timezone' attribute for clock with offset='timezone'");
    }
    Ok(())
}

/// Threads that are scheduled or pinned must be there: listed, or counted and numbered from 1.
fn check_thread_tuning(domain: &Domain) -> Result<()> {
    let listed = domain.iothreadids.as_ref().map_or(&[][..], |ids| &ids.iothreads);
    let listed: HashSet<u32> = listed.iter().filter_map(|thread| thread.id).collect();
    let count = domain.iothreads.unwrap_or(0);
    let there =
        |number: u32| listed.contains(&number) || (listed.is_empty() && (1..=count).contains(&number));
    let Some(tune) = &domain.cputune else { return Ok(()) };
    let scheduled = tune.iothreadscheds.iter().flat_map(|sched| &sched.iothreads).flat_map(|set| set.iter());
    let pinned = tune.iothreadpins.iter().filter_map(|pin| pin.iothread);
    match scheduled.chain(pinned).find(|&number| !there(number)) {
        Some(number) => bail!(Domain, ConfigUnsupported, "Cannot find 'iothread' : {number}"),
        None => Ok(()),
    }
}

/// Pages for memory nodes that the guest does not have, and two kinds where one must do.
fn check_hugepages(domain: &Domain) -> Result<()> {
    let cells =
        domain.cpu.iter().flat_map(|cpu| &cpu.numa).map(|numa| numa.cells.len()).sum::<usize>().max(1);
    let Some(backing) = domain.memory_backing.as_deref() else { return Ok(()) };
    let Some(hugepages) = &backing.hugepages else { return Ok(()) };
    let size = |page: &HugePage| page.size.unwrap_or(0);
    let mut master: Option<&HugePage> = None;
    for page in &hugepages.pages {
        if size(page) == 0 {
            bail!(Domain, XmlDetail, "hugepage size can't be zero");
        }
        match &page.nodeset {
            Some(nodes) => {
                if let Some(node) = nodes.iter().find(|&node| node as usize >= cells) {
                    bail!(Domain, XmlDetail, "hugepages: node {node} not found");
                }
            }
            None => {
                if let Some(other) = master.replace(page) {
                    bail!(
                        Domain,
                        XmlDetail,
                        "two master hugepages detected: {} and {}",
                        size(page),
                        size(other)
                    );
                }
            }
        }
    }
    for (at, page) in hugepages.pages.iter().enumerate() {
        for other in &hugepages.pages[..at] {
            let (Some(nodes), Some(others)) = (&page.nodeset, &other.nodeset) else { continue };
            if nodes.iter().any(|node| others.contains(node)) {
                bail!(
                    Domain,
                    XmlDetail,
                    "nodeset attribute of hugepages of sizes {} and {} intersect",
                    size(page),
                    size(other)
                );
            }
        }
    }
    Ok(())
}

fn check_threads(domain: &Domain) -> Result<()> {
    let threads = domain.iothreadids.as_ref().map_or(&[][..], |ids| &ids.iothreads);
    let mut numbers = HashSet::new();
    for thread in threads {
        if !numbers.insert(thread.id) {
            bail!(Domain, XmlError, "duplicate iothread id '{}' found", thread.id.unwrap_or(0));
        }
    }
    let pools = threads.iter().map(|thread| (thread.thread_pool_min, thread.thread_pool_max));
    let default =
        domain.defaultiothread.iter().map(|thread| (thread.thread_pool_min, thread.thread_pool_max));
    for (min, max) in pools.chain(default) {
        if min.is_some_and(|min| min > max.unwrap_or(-1)) {
            bail!(Domain, ConfigUnsupported, "thread_pool_min must be smaller or equal to thread_pool_max");
        }
    }
    let devices = domain.blkiotune.iter().flat_map(|tune| &tune.devices);
    if devices.clone().any(|device| device.path.is_none()) {
        bail!(Domain, ConfigUnsupported, "missing per-device path");
    }
    Ok(())
}

fn check_os(domain: &Domain) -> Result<()> {
    let Some(os) = &domain.os else { return Ok(()) };
    let timeout = os.bios.as_ref().and_then(|bios| bios.reboot_timeout);
    if timeout.is_some_and(|timeout| !(-1..=65_535).contains(&timeout)) {
        bail!(Domain, ConfigUnsupported, "invalid value for rebootTimeout, must be in range [-1,65535]");
    }
    if let Some(arch) = os.kind.as_ref().and_then(|kind| kind.arch.as_deref()) {
        if !ARCHITECTURES.contains(&arch) {
            bail!(Domain, ConfigUnsupported, "Unknown architecture {arch}");
        }
    }
    if let Some(menu) = &os.bootmenu {
        if menu.enable == Some(YesNo(true)) && menu.timeout.is_some_and(|timeout| timeout > 65_535) {
            bail!(
                Domain,
                ConfigUnsupported,
                "invalid value for boot menu timeout, must be in range [0,65535]"
            );
        }
    }
    if os.firmware.is_some() {
        let enabled = |name: &str| {
            let features = os.firmware_features.iter().flat_map(|features| &features.features);
            features
                .filter(|feature| feature.name.as_deref() == Some(name))
                .find_map(|feature| feature.enabled)
        };
        if enabled("enrolled-keys") == Some(YesNo(true)) && enabled("secure-boot") == Some(YesNo(false)) {
            bail!(
                Domain,
                XmlDetail,
                "firmware feature 'enrolled-keys' cannot be enabled when firmware feature 'secure-boot' is disabled"
            );
        }
        return Ok(());
    }
    if os.firmware_features.is_some() {
        bail!(
            Domain,
            XmlDetail,
            "cannot use feature-based firmware autoselection when firmware autoselection is disabled"
        );
    }
    let rom = |loader: &os::Loader| {
        loader.kind == Some(os::LoaderType::Rom) && loader.stateless == Some(YesNo(false))
    };
    if os.loader.as_deref().is_some_and(rom) {
        bail!(Domain, XmlDetail, "Only pflash loader type permits NVRAM");
    }
    if let (Some(loader), Some(nvram)) = (&os.loader, &os.nvram) {
        if loader.kind != Some(os::LoaderType::Pflash) {
            bail!(Domain, XmlDetail, "Only pflash loader type permits NVRAM");
        }
        if loader.stateless == Some(YesNo(true)) {
            let what = if nvram.template.is_some() { "NVRAM template" } else { "NVRAM" };
            bail!(Domain, XmlDetail, "{what} is not permitted when loader is stateless");
        }
    }
    Ok(())
}

fn check_numa(domain: &Domain) -> Result<()> {
    let cells = domain.cpu.iter().flat_map(|cpu| &cpu.numa).flat_map(|numa| &numa.cells);
    let mut numbers: Vec<u32> = (0..).zip(cells).map(|(number, cell)| cell.id.unwrap_or(number)).collect();
    numbers.sort_unstable();
    if !(0..).zip(&numbers).all(|(wanted, &number)| wanted == number) {
        bail!(
            Domain,
            XmlError,
            "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges not starting \
             from 0 are not allowed"
        );
    }
    let Some(tune) = &domain.numatune else { return Ok(()) };
    let placed = domain.vcpu.as_ref().and_then(|vcpu| vcpu.placement);
    if let Some(memory) = &tune.memory {
        let placement = memory.placement.or(placed);
        let fixed = memory.placement == Some(super::memory::Placement::Static);
        if fixed && memory.nodeset.is_none() {
            bail!(
                Domain,
                ConfigUnsupported,
                "nodeset for NUMA memory tuning must be set if 'placement' is 'static'"
            );
        }
        if placement == Some(super::memory::Placement::Auto)
            && memory.nodeset.is_none()
            && !tune.memnodes.is_empty()
        {
            bail!(
                Domain,
                ConfigUnsupported,
                "Per-node binding is not compatible with automatic NUMA placement."
            );
        }
    }
    if !tune.memnodes.is_empty() && numbers.is_empty() {
        bail!(Domain, XmlError, "Element 'memnode' is invalid without any guest NUMA cells");
    }
    let restrictive = Some(super::memory::NumaMode::Restrictive);
    if tune.memory.as_ref().is_some_and(|memory| memory.mode == restrictive)
        && tune.memnodes.iter().any(|node| node.mode != restrictive)
    {
        bail!(
            Domain,
            XmlError,
            "'restrictive' mode is required in memnode element when mode is 'restrictive' in memory element"
        );
    }
    Ok(())
}

/// A date as firmware writes it: MM/DD/YYYY or MM/DD/YY.
fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('/').collect();
    let number = |part: &str, limit: u32| {
        part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse().is_ok_and(|number: u32| (1..=limit).contains(&number))
    };
    matches!(&parts[..], [month, day, year] if number(month, 12) && number(day, 31) && matches!(year.len(), 2 | 4)
        && year.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The machine's UUID in the firmware's tables is the guest's.
fn check_sysinfo(domain: &Domain) -> Result<()> {
    for entry in
        domain.sysinfos.iter().filter_map(|sysinfo| sysinfo.bios.as_ref()).flat_map(|block| &block.entries)
    {
        if entry.name.as_deref() == Some("date") && !is_date(entry.value.as_deref().unwrap_or_default()) {
            bail!(Domain, XmlDetail, "Invalid BIOS 'date' format");
        }
    }
    let Some(uuid) = domain.uuid else { return Ok(()) };
    for entry in
        domain.sysinfos.iter().filter_map(|sysinfo| sysinfo.system.as_ref()).flat_map(|block| &block.entries)
    {
        if entry.name.as_deref() != Some("uuid") {
            continue;
        }
        let word = entry.value.as_deref().unwrap_or_default();
        match crate::Uuid::parse(word) {
            None => bail!(Domain, XmlDetail, "malformed <sysinfo> uuid element"),
            Some(other) if other != uuid => {
                bail!(Domain, XmlDetail, "UUID mismatch between <uuid> and <sysinfo>")
            }
            Some(_) => {}
        }
    }
    Ok(())
}
