//! Devices of IBM Z: channels, subchannels, groups of them, and crypto adapters.

use super::MdevTypes;
use crate::Checked;
use virt_xml::{Hex, choice, element};

element! {
    /// A channel device.
    pub Ccw {
        ;
        text cssid: Option<Checked<Hex<1, 0xff>>> = "cssid",
        text ssid: Option<Checked<Hex<1, 3>>> = "ssid",
        text devno: Option<Checked<Hex<4, 0xffff>>> = "devno",
        many capabilities: Vec<CcwCapability> = "capability",
    }
    /// The group that a channel device is a member of.
    pub CcwGroupMember {
        ;
        text group_device: Option<String> = "group_device",
    }
    /// A subchannel.
    pub Css {
        ;
        text cssid: Option<Checked<Hex<1, 0xff>>> = "cssid",
        text ssid: Option<Checked<Hex<1, 3>>> = "ssid",
        text devno: Option<Checked<Hex<4, 0xffff>>> = "devno",
        one channel_device: Option<Box<ChannelAddress>> = "channel_dev_addr",
        many capabilities: Vec<CssCapability> = "capability",
    }
    /// The device behind a subchannel.
    pub ChannelAddress {
        ;
        text cssid: Option<Checked<Hex<1, 0xff>>> = "cssid",
        text ssid: Option<Checked<Hex<1, 3>>> = "ssid",
        text devno: Option<Checked<Hex<4, 0xffff>>> = "devno",
    }
    /// Channel devices that work together.
    pub CcwGroup {
        ;
        text state: Option<String> = "state",
        text cssid: Option<Checked<Hex<1, 0xff>>> = "cssid",
        text ssid: Option<Checked<Hex<1, 3>>> = "ssid",
        text devno: Option<Checked<Hex<4, 0xffff>>> = "devno",
        one members: Option<Box<CcwGroupMembers>> = "members",
        many capabilities: Vec<CcwGroupCapability> = "capability",
    }
    /// The members of a group.
    pub CcwGroupMembers {
        ;
        many devices: Vec<CcwGroupDevice> = "ccw_device",
    }
    /// One of them.
    pub CcwGroupDevice {
        attr reference: Option<String> = "ref",
        ;
        content name: Option<String>,
    }
    /// A network card made of a group.
    pub QethGeneric {
        ;
        text card_type: Option<String> = "card_type",
        text chpid: Option<String> = "chpid",
    }
    /// A crypto adapter.
    pub ApCard {
        ;
        text adapter: Option<Checked<Hex<2, 0xff>>> = "ap-adapter",
    }
    /// A queue of a crypto adapter.
    pub ApQueue {
        ;
        text adapter: Option<Checked<Hex<2, 0xff>>> = "ap-adapter",
        text domain: Option<Checked<Hex<4, 0xff>>> = "ap-domain",
    }
    /// What crypto adapters are handed out from.
    pub ApMatrix {
        ;
        many capabilities: Vec<CssCapability> = "capability",
    }
}

choice! {
    /// What a channel device is besides.
    pub CcwCapability by "type" { GroupMember(CcwGroupMember) = "ccwgroup_member" }
    /// What a subchannel can do.
    pub CssCapability by "type" { MdevTypes(MdevTypes) = "mdev_types" }
    /// What a group is.
    pub CcwGroupCapability by "type" { QethGeneric(QethGeneric) = "qeth_generic" }
}
