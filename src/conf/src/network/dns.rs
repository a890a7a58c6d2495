//! `<dns>` of a network: forwarders and records.

use crate::{Checked, Ip};
use virt_error::{Result, bail, error};
use virt_xml::{YesNo, element};

element! {
    /// `<dns>`
    pub Dns {
        attr enable: Option<YesNo> = "enable",
        attr forward_plain_names: Option<YesNo> = "forwardPlainNames",
        ;
        many forwarders: Vec<Forwarder> = "forwarder",
        many txts: Vec<TxtRecord> = "txt",
        many srvs: Vec<SrvRecord> = "srv",
        many hosts: Vec<HostRecord> = "host",
    }
    /// A server that answers for a domain, or for everything.
    pub Forwarder {
        attr domain: Option<String> = "domain",
        attr addr: Option<Ip> = "addr",
        ;
    }
    /// A TXT record.
    pub TxtRecord {
        attr name: Option<String> = "name",
        attr value: Option<String> = "value",
        ;
    }
    /// An SRV record.
    pub SrvRecord {
        attr service: Option<String> = "service",
        attr protocol: Option<String> = "protocol",
        attr domain: Option<String> = "domain",
        attr target: Option<String> = "target",
        attr port: Option<Checked<u16>> = "port",
        attr priority: Option<Checked<u16>> = "priority",
        attr weight: Option<Checked<u16>> = "weight",
        ;
    }
    /// Names of an address.
    pub HostRecord {
        attr ip: Option<Ip> = "ip",
        ;
        texts hostnames: Vec<String> = "hostname",
    }
}

/// What a record on the wire has room for.
const SERVICE_MAX: usize = 512 - 30;

impl Dns {
    /// Whether anything is said besides that DNS is off.
    fn says_anything(&self) -> bool {
        !(self.forwarders.is_empty() && self.txts.is_empty() && self.srvs.is_empty() && self.hosts.is_empty())
    }

    /// Refuses what makes no sense, for the network `network`.
    pub(super) fn validate(&mut self, network: &str) -> Result<()> {
        if self.enable == Some(YesNo(false)) && (self.says_anything() || self.forward_plain_names.is_some()) {
            bail!(Network, XmlError, "Extra data in disabled network '{network}'");
        }
        for forwarder in &self.forwarders {
            crate::checked(&forwarder.addr, |word| {
                error!(Network, XmlError, "Invalid forwarder IP address '{word}' in network '{network}'")
            })?;
            if forwarder.addr.is_none() && forwarder.domain.is_none() {
                let text = "Invalid forwarder element, must contain at least one of addr or domain";
                bail!(Network, XmlError, "{text}");
            }
        }
        for host in &self.hosts {
            host.validate(network, false)?;
        }
        for srv in &mut self.srvs {
            srv.validate(network, false)?;
        }
        self.txts.iter().try_for_each(|txt| txt.validate(network, false))
    }
}

impl HostRecord {
    /// `partial`: the record serves to find one.
    pub(super) fn validate(&self, network: &str, partial: bool) -> Result<()> {
        let bad =
            |_: &str| error!(Network, XmlDetail, "Invalid IP address in network '{network}' DNS HOST record");
        if self.ip.is_none() && !partial {
            bail!(Network, XmlDetail, "Missing IP address in network '{network}' DNS HOST record");
        }
        crate::checked(&self.ip, bad)?;
        if self.hostnames.is_empty() && !partial {
            bail!(Network, XmlDetail, "Missing hostname in network '{network}' DNS HOST record");
        }
        if self.ip.is_none() && self.hostnames.is_empty() {
            bail!(Network, XmlDetail, "Missing ip and hostname in network '{network}' DNS HOST record");
        }
        if self.hostnames.iter().any(String::is_empty) {
            bail!(Network, XmlDetail, "Missing hostname in network '{network}' DNS HOST record");
        }
        Ok(())
    }
}

impl TxtRecord {
    pub(super) fn validate(&self, network: &str, partial: bool) -> Result<()> {
        let Some(name) = &self.name else {
            let text = "missing required name attribute in DNS TXT record of network";
            bail!(Network, XmlDetail, "{text} {network}");
        };
        if name.contains([' ', ',']) {
            bail!(
                Network,
                XmlDetail,
                "prohibited character in DNS TXT record name '{name}' of network {network}"
            );
        }
        if self.value.is_none() && !partial {
            let text = "missing required value attribute in DNS TXT record named";
            bail!(Network, XmlDetail, "{text} '{name}' of network {network}");
        }
        Ok(())
    }
}

impl SrvRecord {
    pub(super) fn validate(&mut self, network: &str, partial: bool) -> Result<()> {
        let service = self.service.clone().unwrap_or_default();
        let letters = |text: &str, others: &str| {
            text.chars().all(|letter| letter.is_ascii_alphanumeric() || others.contains(letter))
        };
        if self.service.is_none() && !partial {
            let text = "missing required service attribute in DNS SRV record of network";
            bail!(Network, XmlDetail, "{text} '{network}'");
        }
        if service.len() > SERVICE_MAX {
            let limit = format!("is too long, limit is {SERVICE_MAX} bytes");
            bail!(Network, XmlDetail, "service attribute '{service}' in network '{network}' {limit}");
        }
        if !letters(&service, "_-+/*") {
            let text = "in DNS SRV record of network";
            bail!(
                Network,
                XmlDetail,
                "invalid character in service attribute '{service}' {text} '{network}'"
            );
        }
        match &self.protocol {
            None if !partial => {
                let text = "missing required protocol attribute in DNS SRV record";
                bail!(Network, XmlDetail, "{text} '{service}' of network '{network}'")
            }
            Some(protocol) if !letters(protocol, "-+/") => {
                let text = "in DNS SRV record of network";
                bail!(
                    Network,
                    XmlDetail,
                    "invalid character in protocol attribute '{protocol}' {text} '{network}'"
                )
            }
            _ => {}
        }
        let place = format!("for service '{service}' in network '{network}'");
        let target = self.target.is_some();
        for (number, name, invalid, least) in [
            (&self.port, "port", "invalid DNS SRV port attribute", 1),
            (&self.priority, "priority", "Invalid DNS SRV priority attribute", 0),
            (&self.weight, "weight", "invalid DNS SRV weight attribute", 0),
        ] {
            if number.is_some() && !target && !partial {
                let text = format!("DNS SRV {name} attribute not permitted without target");
                bail!(Network, XmlDetail, "{text} {place}");
            }
            let invalid = || error!(Network, XmlDetail, "{invalid} {place}");
            if crate::checked(number, |_| invalid())?.is_some_and(|number| *number < least) {
                return Err(invalid());
            }
        }
        // Zero is what is meant when nothing is said.
        for number in [&mut self.priority, &mut self.weight] {
            if crate::good(number) == Some(&0) {
                *number = None;
            }
        }
        Ok(())
    }
}
