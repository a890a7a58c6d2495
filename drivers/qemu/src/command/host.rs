//! What a document asks of the host that an instance in its user's process cannot do: it ends the start, for a limit
//! that nobody keeps is worse than none that is asked for.

use super::Plan;
use virt_conf::domain::Domain;
use virt_conf::domain::filesystem::FilesystemDriverType;
use virt_conf::domain::memory::{Cputune, NumaMode};
use virt_conf::domain::security::SeclabelType;
use virt_error::{Error, Result, error};
use virt_xml::YesNo;

/// Refuses what nobody would do. A command line that is only written down may hold it.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` that names the element.
pub fn check(plan: &Plan<'_>) -> Result<()> {
    if plan.id < 0 {
        return Ok(());
    }
    let domain = plan.domain;
    foreign(domain)?;
    groups(domain)?;
    caches(domain)?;
    devices(domain)
}

fn unavailable(what: &str) -> Error {
    error!(Qemu, ConfigUnsupported, "{what} is not available on this host")
}

fn lacking(element: &str) -> Error {
    error!(Qemu, ConfigUnsupported, "{element} is not supported by this connection")
}

/// What other hypervisors have.
fn foreign(domain: &Domain) -> Result<()> {
    if domain.memtune.as_ref().is_some_and(|tune| tune.min_guarantee.is_some()) {
        return Err(error!(Qemu, ConfigUnsupported, "Parameter 'min_guarantee' not supported by QEMU."));
    }
    let devices = &domain.devices;
    for (there, element) in [
        (domain.os.as_ref().is_some_and(|os| os.varstore.is_some()), "<varstore>"),
        (devices.disks.iter().any(|disk| disk.backenddomain.is_some()), "<backenddomain> of <disk>"),
        (devices.disks.iter().any(|disk| disk.sgio.is_some()), "sgio='…' of <disk>"),
        (devices.interfaces.iter().any(|one| one.backenddomain.is_some()), "<backenddomain> of <interface>"),
        (devices.filesystems.iter().any(|one| one.space_hard_limit.is_some()), "<space_hard_limit>"),
        (devices.filesystems.iter().any(|one| one.space_soft_limit.is_some()), "<space_soft_limit>"),
        (
            devices
                .videos
                .iter()
                .any(|one| one.driver.as_ref().is_some_and(|driver| driver.vgaconf.is_some())),
            "vgaconf='…' of <video>",
        ),
        (
            devices.hostdevs.iter().any(|hostdev| {
                hostdev.source.as_ref().is_some_and(|source| source.write_filtering.is_some())
            }),
            "writeFiltering='…' of <hostdev>",
        ),
    ] {
        if there {
            return Err(error!(Qemu, ConfigUnsupported, "{element} is not supported by QEMU"));
        }
    }
    // libvirt starts such guests as well.
    if let Some(features) = domain.features.as_deref() {
        for (there, element) in [
            (features.hap.is_some(), "hap"),
            (features.viridian, "viridian"),
            (features.privnet, "privnet"),
            (features.msrs.is_some(), "msrs"),
            (features.xen.is_some(), "xen"),
            (features.capabilities.is_some(), "capabilities"),
        ] {
            if there {
                log::warn!("<{element}> in <features> of '{}' means nothing for QEMU", domain.name());
            }
        }
    }
    Ok(())
}

/// Limits that control groups keep.
fn groups(domain: &Domain) -> Result<()> {
    if domain.blkiotune.as_ref().is_some_and(|tune| tune.weight.is_some() || !tune.devices.is_empty()) {
        return Err(unavailable("Block I/O tuning"));
    }
    let memory = domain.memtune.as_deref();
    // A hard limit also says how much memory may be locked, which needs no group.
    let locked = domain.memory_backing.as_ref().is_some_and(|backing| backing.locked);
    if memory.is_some_and(|tune| {
        tune.hard_limit.is_some() && !locked || tune.soft_limit.is_some() || tune.swap_hard_limit.is_some()
    }) {
        return Err(unavailable("Memory cgroup"));
    }
    if domain.cputune.as_deref().is_some_and(shares) {
        return Err(unavailable("CPU tuning"));
    }
    if let Some(resource) = &domain.resource {
        if resource.fibrechannel.is_some() {
            return Err(lacking("<fibrechannel> of <resource>"));
        }
        // The one that every guest gets; without groups it names nothing.
        if resource.partition.as_deref().is_some_and(|partition| partition != "/machine") {
            return Err(lacking("<partition> of <resource>"));
        }
    }
    let memory =
        domain.numatune.as_ref().and_then(|tune| tune.memory.as_ref()).and_then(|memory| memory.mode);
    let nodes = domain.numatune.iter().flat_map(|tune| &tune.memnodes).filter_map(|node| node.mode);
    if nodes.chain(memory).any(|mode| mode == NumaMode::Restrictive) {
        return Err(lacking("mode='restrictive' of <numatune>"));
    }
    Ok(())
}

/// Whether shares and bandwidths of processors are limited.
fn shares(tune: &Cputune) -> bool {
    let periods = [tune.shares, tune.period, tune.global_period, tune.emulator_period, tune.iothread_period];
    let quotas = [tune.quota, tune.global_quota, tune.emulator_quota, tune.iothread_quota];
    periods.iter().any(Option::is_some) || quotas.iter().any(Option::is_some)
}

/// Shares of caches and of the way to memory.
fn caches(domain: &Domain) -> Result<()> {
    let Some(tune) = domain.cputune.as_deref() else { return Ok(()) };
    for (there, element) in
        [(!tune.cachetunes.is_empty(), "<cachetune>"), (!tune.memorytunes.is_empty(), "<memorytune>")]
    {
        if there {
            return Err(lacking(element));
        }
    }
    Ok(())
}

fn devices(domain: &Domain) -> Result<()> {
    let devices = &domain.devices;
    if !devices.leases.is_empty() {
        return Err(lacking("<lease>"));
    }
    for filesystem in &devices.filesystems {
        let virtiofs = filesystem
            .driver
            .as_ref()
            .is_some_and(|driver| driver.kind == Some(FilesystemDriverType::Virtiofs));
        let served = filesystem.source.as_ref().is_some_and(|source| source.socket.is_some());
        if virtiofs && !served {
            return Err(lacking("<filesystem> with <driver type='virtiofs'> and no <source socket='…'/>"));
        }
    }
    if devices.disks.iter().any(|disk| disk.rawio == Some(YesNo(true))) {
        return Err(lacking("rawio='yes' of <disk>"));
    }
    let label = domain.seclabels.iter().find(|label| {
        let own = matches!(label.kind, Some(SeclabelType::Static));
        own && label.model.as_deref() != Some("none")
    });
    if let Some(label) = label {
        let model = label.model.as_deref().unwrap_or("default");
        return Err(lacking(&format!("<seclabel type='static' model='{model}'>")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_conf::domain::ParseFlags;
    use virt_conf::host::Host;

    fn refused(parts: &str, devices: &str) -> Option<String> {
        let xml = format!(
            "<domain type='qemu'><name>a</name><memory>1</memory>{parts}<os><type arch='x86_64' machine='pc'>hvm\
             </type></os><devices>{devices}</devices></domain>"
        );
        let flags = ParseFlags { bare: true, ..ParseFlags::default() };
        let domain = Domain::parse(&xml, flags, &Host::default()).unwrap();
        let checks = [foreign(&domain), groups(&domain), caches(&domain), self::devices(&domain)];
        checks.into_iter().find_map(Result::err).map(|error| error.message().to_owned())
    }

    #[test]
    fn limits_that_nobody_keeps_are_refused() {
        for (parts, devices, wanted) in [
            ("<cputune><shares>2</shares></cputune>", "", "CPU tuning is not available on this host"),
            ("<blkiotune><weight>200</weight></blkiotune>", "", "Block I/O tuning is not available"),
            ("<memtune><soft_limit>100</soft_limit></memtune>", "", "Memory cgroup is not available"),
            ("<resource><partition>/own</partition></resource>", "", "<partition> of <resource>"),
            (
                "<memtune><min_guarantee>1</min_guarantee></memtune>",
                "",
                "'min_guarantee' not supported by QEMU",
            ),
            ("", "<lease><lockspace>a</lockspace><key>b</key><target path='/c'/></lease>", "<lease> is not"),
        ] {
            let message = refused(parts, devices).unwrap_or_default();
            assert!(message.contains(wanted), "{parts}{devices}: {message}");
        }
        let pins = "<cputune><vcpupin vcpu='0' cpuset='0'/></cputune>";
        assert_eq!(refused(pins, ""), None);
    }
}
