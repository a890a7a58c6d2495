//! `<networkport>`: what one guest interface has of a running network.

use crate::{
    Checked, Mac, Uuid, checked,
    netdev::{Bandwidth, VirtualPort, Vlan},
};
use virt_error::{Origin, Result, bail, error};
use virt_xml::{Hex, Reading, Style, YesNo, choice, element, names, read_document, write};

use super::MacTableManager;

names! {
    /// How a macvtap device treats frames between its siblings.
    pub enum DirectMode { Vepa = "vepa", Private = "private", Bridge = "bridge", Passthrough = "passthrough" }
}

element! {
    /// `<networkport>`
    pub NetworkPort {
        ;
        text uuid: Option<Checked<Uuid>> = "uuid",
        one owner: Option<Box<PortOwner>> = "owner",
        text group: Option<String> = "group",
        value mac: Option<Checked<Mac>> = "mac" @ "address",
        part virtual_port: Option<Box<VirtualPort>> = "virtualport",
        part bandwidth: Option<Box<Bandwidth>> = "bandwidth",
        one vlan: Option<Box<Vlan>> = "vlan",
        value isolated: Option<YesNo> = "port" @ "isolated",
        value trust_guest: Option<YesNo> = "rxfilters" @ "trustGuest",
        one plug: Option<Box<Plug>> = "plug",
    }
    /// The guest that the port belongs to.
    pub PortOwner {
        ;
        text name: Option<String> = "name",
        text uuid: Option<Checked<Uuid>> = "uuid",
    }
    /// Nothing to plug into.
    pub PlugNone { ; }
    /// A bridge that libvirt manages.
    pub PlugBridge {
        attr bridge: Option<String> = "bridge",
        attr mac_table_manager: Option<Checked<MacTableManager>> = "macTableManager",
        ;
    }
    /// A macvtap device on top of another.
    pub PlugDirect {
        attr dev: Option<String> = "dev",
        attr mode: Option<Checked<DirectMode>> = "mode",
        ;
    }
    /// A PCI device.
    pub PlugHostdev {
        attr managed: Option<YesNo> = "managed",
        ;
        value driver: Option<Checked<super::ForwardDriver>> = "driver" @ "name",
        one address: Option<Box<PlugAddress>> = "address",
    }
    /// Its address.
    pub PlugAddress {
        attr domain: Option<Hex<4, 0xffff_ffff>> = "domain",
        attr bus: Option<Hex<2, 0xff>> = "bus",
        attr slot: Option<Hex<2, 0x1f>> = "slot",
        attr function: Option<Hex<1, 7>> = "function",
        ;
    }
}

choice! {
    /// `<plug>`: what the interface is plugged into.
    pub Plug by "type" else "none" {
        None(PlugNone) = "none",
        Network(PlugBridge) = "network",
        Bridge(PlugBridge) = "bridge",
        Direct(PlugDirect) = "direct",
        HostdevPci(PlugHostdev) = "hostdev-pci",
    }
}

impl NetworkPort {
    /// Reads a document. `validate`: names that the format does not have are refused.
    pub fn parse(text: &str, validate: bool) -> Result<NetworkPort> {
        let schema = validate.then_some("networkport.rng");
        let reading = Reading { validate: schema, ..Reading::new(Origin::Network) };
        let mut port: NetworkPort = read_document(text, "(networkport_definition)", "networkport", &reading)?;
        port.complete()?;
        Ok(port)
    }

    pub fn format(&self) -> String {
        write(self, "networkport", Style::default())
    }

    /// The UUID; a document that was read has one.
    pub fn uuid(&self) -> Uuid {
        crate::good(&self.uuid).copied().unwrap_or_default()
    }

    fn complete(&mut self) -> Result<()> {
        let bad_uuid = |word: &str| error!(Network, XmlError, "Unable to parse UUID '{word}'");
        if self.uuid.is_none() {
            bail!(Network, XmlError, "network port has no uuid");
        }
        checked(&self.uuid, bad_uuid)?;
        let owner = self.owner.as_deref();
        if owner.and_then(|owner| owner.name.as_ref()).is_none() {
            bail!(Network, XmlError, "network port has no owner name");
        }
        let owner_uuid = owner.map_or(Ok(None), |owner| checked(&owner.uuid, bad_uuid))?;
        if owner_uuid.is_none() {
            bail!(Network, XmlError, "network port has no owner UUID");
        }
        if self.mac.is_none() {
            bail!(Network, XmlError, "network port has no mac");
        }
        checked(&self.mac, |word| error!(Network, XmlError, "Unable to parse MAC '{word}'"))?;
        match self.plug.as_deref_mut() {
            Some(Plug::Network(plug) | Plug::Bridge(plug)) => {
                if plug.bridge.is_none() {
                    bail!(Network, XmlError, "Missing network port bridge name");
                }
                checked(&plug.mac_table_manager, |word| {
                    error!(Network, XmlError, "Invalid macTableManager setting '{word}' in network port")
                })?;
            }
            Some(Plug::Direct(plug)) => {
                if plug.dev.is_none() {
                    bail!(Network, XmlError, "Missing network port link device name");
                }
                checked(&plug.mode, |word| {
                    error!(Network, XmlError, "Invalid mode setting '{word}' in network port")
                })?;
                plug.mode.get_or_insert(DirectMode::Vepa.into());
            }
            Some(Plug::HostdevPci(plug)) => {
                plug.managed.get_or_insert(YesNo(false));
                checked(&plug.driver, |_| error!(Network, XmlError, "Missing network port driver name"))?;
                let Some(address) = plug.address.as_deref_mut() else {
                    bail!(Network, XmlError, "Missing network port PCI address");
                };
                address.domain.get_or_insert_default();
                address.bus.get_or_insert_default();
                address.slot.get_or_insert_default();
                address.function.get_or_insert_default();
            }
            Some(Plug::None(_)) | None => {}
        }
        Ok(())
    }
}
