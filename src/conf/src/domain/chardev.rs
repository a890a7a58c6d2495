//! Character devices: serial and parallel ports, consoles, channels; and the host's end of them, which
//! smartcards, redirected USB devices, random number generators and TPMs use too.

use super::address::DeviceInfo;
use super::prelude::*;
use super::security::DeviceSeclabel;
use super::storage::Reconnect;

names! {
    pub enum ChardevType
        refused ConfigUnsupported "unknown type presented to host for character device: {}" {
        Null = "null", Vc = "vc", Pty = "pty", Dev = "dev", File = "file", Pipe = "pipe", Stdio = "stdio",
        Udp = "udp", Tcp = "tcp", Unix = "unix", Spicevmc = "spicevmc", Spiceport = "spiceport", Nmdm = "nmdm",
        QemuVdagent = "qemu-vdagent", Dbus = "dbus",
    }
    pub enum SourceMode { Connect = "connect", Bind = "bind" }
    pub enum Protocol refused ConfigUnsupported "Unknown protocol '{}'" { Raw = "raw", Telnet = "telnet", Telnets = "telnets", Tls = "tls" }
    pub enum SerialTargetType refused ConfigUnsupported "unknown target type '{}' specified for character device" {
        None = "none", IsaSerial = "isa-serial", UsbSerial = "usb-serial", PciSerial = "pci-serial",
        SpaprVioSerial = "spapr-vio-serial", SystemSerial = "system-serial", SclpSerial = "sclp-serial",
        IsaDebug = "isa-debug",
    }
    pub enum MouseMode { Client = "client", Server = "server" }
    pub enum ChannelState { Connected = "connected", Disconnected = "disconnected" }
    pub enum ConsoleTarget refused ConfigUnsupported "unknown target type '{}' specified for character device" {
        None = "none", Serial = "serial", Xen = "xen", Uml = "uml", Virtio = "virtio", Lxc = "lxc",
        Openvz = "openvz", Sclp = "sclp", Sclplm = "sclplm",
    }
    pub enum ChannelTarget refused ConfigUnsupported "unknown target type '{}' specified for character device" {
        None = "none", Guestfwd = "guestfwd", Virtio = "virtio", Xen = "xen",
    }
}

element! {
    /// The host's end. There are two sources where one side is bound and the other connected (UDP).
    pub ChardevSource {
        ;
        many sources:  Vec<CharSource>     = "source",
        one  protocol: Maybe<CharProtocol> = "protocol",
        one  log:      Maybe<CharLog>      = "log",
    }
    pub CharSource {
        attr channel:         Text               = "channel",
        attr master:          Text               = "master",
        attr slave:           Text               = "slave",
        attr mode:            Option<SourceMode> = "mode",
        attr path:            Text               = "path",
        attr host:            Text               = "host",
        attr service:         Text               = "service",
        attr append:          On                 = "append",
        attr tls:             Yes                = "tls",
        attr tls_from_config: Option<super::storage::bool01::Bit> = "tlsFromConfig" when status,
        ;
        one   reconnect: Maybe<Reconnect>    = "reconnect",
        value clipboard: Yes                 = "clipboard" @ "copypaste",
        value mouse:     Option<MouseMode>   = "mouse" @ "mode",
        many  seclabels: Vec<DeviceSeclabel> = "seclabel",
    }
    pub CharProtocol { attr kind: Option<Protocol> = "type", ; }
    /// A file that everything is written to as well.
    pub CharLog { attr file: Text = "file", attr append: On = "append", ; }

    /// `/domain/devices/serial`
    pub Serial {
        attr kind: Option<ChardevType> = "type",
        attr tty:  Text                = "tty" when status,
        ;
        flat source: ChardevSource,
        one  target: Maybe<SerialTarget> = "target",
        flat info:   DeviceInfo,
    }
    pub SerialTarget {
        attr kind: Option<SerialTargetType> = "type",
        attr port: Option<i32>              = "port" refused XmlError "Invalid port number: {}",
        ;
        value model: Text = "model" @ "name",
    }

    /// `/domain/devices/parallel`
    pub Parallel {
        attr kind: Option<ChardevType> = "type",
        attr tty:  Text                = "tty" when status,
        ;
        flat source: ChardevSource,
        one  target: Maybe<ParallelTarget> = "target",
        flat info:   DeviceInfo,
    }
    pub ParallelTarget { attr port: Option<i32> = "port" refused XmlError "Invalid port number: {}", ; }

    /// `/domain/devices/console`
    pub Console {
        attr kind: Option<ChardevType> = "type",
        attr tty:  Text                = "tty" when live,
        ;
        flat source: ChardevSource,
        one  target: Maybe<ConsoleTargetElement> = "target",
        flat info:   DeviceInfo,
    }
    pub ConsoleTargetElement {
        attr kind: Option<ConsoleTarget> = "type",
        attr port: Option<i32>           = "port" refused XmlError "Invalid port number: {}",
        ;
        value model: Text = "model" @ "name" when status,
    }

    /// `/domain/devices/channel`
    pub Channel {
        attr kind: Option<ChardevType> = "type",
        ;
        flat source: ChardevSource,
        one  target: Maybe<ChannelTargetElement> = "target",
        flat info:   DeviceInfo,
    }
    pub ChannelTargetElement {
        attr kind:    Option<ChannelTarget> = "type",
        attr address: Text                  = "address",
        attr port:    Number                = "port",
        attr name:    Text                  = "name",
        attr state:   Option<ChannelState>  = "state" when live,
        ;
    }
}
