//! Interfaces that are changed while the guest has them: the link, and the bridge that the host's end is on.

use super::{find, missing};
use crate::{
    connection::QemuConnection,
    domain::{DomainChange, Run},
    process::tap,
};
use virt_conf::domain::{
    Device,
    interface::{Interface, InterfaceType, LinkState},
};
use virt_error::{Result, bail};
use virt_xml::YesNo;

impl QemuConnection {
    pub(super) fn update_interface(
        &self,
        change: &DomainChange<'_>,
        run: &Run,
        wanted: &Interface,
    ) -> Result<()> {
        let device = Device::Interface(Box::new(wanted.clone()));
        let Device::Interface(old) = find(&change.state().def, &device)? else {
            return Err(missing(&device));
        };
        check_same(&old, wanted)?;
        let name = old.info.alias.as_ref().map_or("", |alias| &alias.0);
        let edit = |edit: &dyn Fn(&mut Interface)| {
            self.edit_live(change, |document| {
                let mut all = document.devices.interfaces.iter_mut();
                if let Some(one) = all.find(|one| one.info.alias == old.info.alias) {
                    edit(one);
                }
            });
        };
        if old.kind == Some(InterfaceType::Bridge) {
            let host = old.target_name().unwrap_or_default();
            let (from, to) = (bridge(&old).unwrap_or_default(), bridge(wanted).unwrap_or_default());
            let moved = from != to;
            if moved {
                tap::change_bridge(host, from, to)?;
                edit(&|one| one.source.clone_from(&wanted.source));
            }
            if isolated(wanted) != isolated(&old) || moved && isolated(wanted) {
                tap::isolate(host, to, isolated(wanted))?;
                edit(&|one| one.port = wanted.port);
            }
        }
        let is_up = |one: &Interface| one.link.as_ref().and_then(|link| link.state) != Some(LinkState::Down);
        if is_up(wanted) != is_up(&old) {
            run.monitor().set_link(name, is_up(wanted))?;
        }
        edit(&|one| one.link.clone_from(&wanted.link));
        Ok(())
    }
}

fn bridge(interface: &Interface) -> Option<&str> {
    interface.source.as_deref()?.bridge.as_deref()
}

fn isolated(interface: &Interface) -> bool {
    interface.port == Some(YesNo(true))
}

/// Refuses changes that a running guest cannot see.
fn check_same(old: &Interface, wanted: &Interface) -> Result<()> {
    if wanted.kind != old.kind {
        bail!(
            Qemu,
            OperationUnsupported,
            "unable to change config on '{}' network type",
            wanted.kind.map_or("", |kind| kind.as_str())
        );
    }
    let model = |one: &Interface| one.model.as_ref().and_then(|model| model.kind.clone());
    if model(wanted).is_some() && model(wanted) != model(old) {
        bail!(
            Qemu,
            OperationUnsupported,
            "cannot modify network device model from {} to {}",
            model(old).unwrap_or_default(),
            model(wanted).unwrap_or_default()
        );
    }
    if wanted.info.address.is_some() && wanted.info.address != old.info.address {
        bail!(Qemu, OperationUnsupported, "cannot modify network device guest PCI address");
    }
    if (model(wanted).is_some() || wanted.driver.is_some()) && wanted.driver != old.driver {
        bail!(Qemu, OperationUnsupported, "cannot modify virtio network device driver attributes");
    }
    if wanted.target_name().is_some_and(|name| Some(name) != old.target_name()) {
        bail!(Qemu, OperationUnsupported, "cannot modify network device tap name");
    }
    if wanted.mtu != old.mtu {
        bail!(Qemu, OperationUnsupported, "cannot modify MTU");
    }
    let bare = |one: &Interface| {
        let mut one = one.clone();
        (one.info, one.link, one.mac, one.model, one.driver) = Default::default();
        one.target = None;
        if one.kind == Some(InterfaceType::Bridge) {
            (one.source, one.port) = Default::default();
        }
        one
    };
    if bare(wanted) != bare(old) {
        bail!(
            Qemu,
            OperationUnsupported,
            "cannot modify network device: of a running guest's interface the link and the bridge can be changed"
        );
    }
    Ok(())
}
