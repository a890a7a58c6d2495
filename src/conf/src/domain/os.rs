//! What the guest boots: type, machine, firmware, kernel, boot order; and what firmware tells it.

use super::prelude::*;
use super::storage::{DiskType, Source};

names! {
    pub enum OsType { Hvm = "hvm", Xen = "xen", Linux = "linux", Exe = "exe", Uml = "uml", Xenpvh = "xenpvh" }
    pub enum Firmware refused XmlError "unknown firmware value {}" { Bios = "bios", Efi = "efi" }
    pub enum BootDevice { Fd = "fd", Cdrom = "cdrom", Hd = "hd", Network = "network" }
    pub enum LoaderType { Rom = "rom", Pflash = "pflash" }
    pub enum SmbiosMode refused ConfigUnsupported "unknown smbios mode '{}'" {
        Emulate = "emulate", Host = "host", Sysinfo = "sysinfo",
    }
    pub enum AcpiTableType { Raw = "raw", Rsdt = "rsdt", Xsdt = "xsdt", Slic = "slic", Msdm = "msdm" }
    pub enum SysinfoType { Smbios = "smbios", Fwcfg = "fwcfg" }
}

element! {
    /// `<os>`
    pub Os {
        attr firmware: Option<Firmware> = "firmware",
        ;
        one   kind:              Maybe<OsTypeElement>    = "type",
        part  firmware_features: Maybe<FirmwareFeatures> = "firmware",
        text  init:              Text                    = "init",
        texts initargs:          Vec<String>             = "initarg",
        many  initenvs:          Vec<InitEnv>            = "initenv",
        text  initdir:           Text                    = "initdir",
        text  inituser:          Text                    = "inituser",
        text  initgroup:         Text                    = "initgroup",
        part  loader:            Maybe<Loader>           = "loader",
        part  nvram:             Maybe<NvramTemplate>    = "nvram",
        part  varstore:          Maybe<Varstore>         = "varstore",
        text  kernel:            Text                    = "kernel",
        text  initrd:            Text                    = "initrd",
        text  cmdline:           Text                    = "cmdline",
        text  shim:              Text                    = "shim",
        text  dtb:               Text                    = "dtb",
        text  root:              Text                    = "root",
        part  acpi:              Maybe<AcpiTables>       = "acpi",
        many  boots:             Vec<Boot>               = "boot",
        part  bootmenu:          Maybe<BootMenu>         = "bootmenu",
        part  bios:              Maybe<Bios>             = "bios",
        value smbios:            Option<SmbiosMode>      = "smbios" @ "mode",
    }
    pub OsTypeElement {
        attr arch:    Text = "arch",
        attr machine: Text = "machine",
        ;
        content name: Text,
    }
    pub FirmwareFeatures { ; many features: Vec<FirmwareFeature> = "feature", }
    pub FirmwareFeature { attr enabled: Yes = "enabled", attr name: Text = "name", ; }
    pub InitEnv { attr name: Text = "name", ; content value: Text, }
    pub Loader {
        attr readonly:  Yes                = "readonly",
        attr secure:    Yes                = "secure",
        attr kind:      Option<LoaderType> = "type",
        attr stateless: Yes                = "stateless",
        attr format:    Option<super::storage::StorageFormat> = "format",
        ;
        content path: Text,
    }
    pub NvramTemplate {
        attr template:        Text             = "template",
        attr template_format: Option<super::storage::StorageFormat> = "templateFormat",
        attr kind:            Option<DiskType> = "type",
        attr format:          Option<super::storage::StorageFormat> = "format",
        ;
        content path:   Text,
        part    source: Maybe<Source> = "source",
    } => NvramTemplate::forget_blanks;
    /// Firmware variables in a store of their own.
    pub Varstore { attr template: Text = "template", attr path: Text = "path", ; }
    pub AcpiTables { ; many tables: Vec<AcpiTable> = "table", }
    pub AcpiTable { attr kind: Option<AcpiTableType> = "type", ; content path: Text, }
    pub Boot { attr dev: Option<BootDevice> = "dev" is required, ; }
    pub BootMenu { attr enable: Yes = "enable", attr timeout: Number = "timeout", ; }
    pub Bios {
        attr useserial:      Yes         = "useserial",
        attr reboot_timeout: Option<i32> = "rebootTimeout",
        ;
    }

    /// `<sysinfo>`
    pub Sysinfo {
        attr kind: Option<SysinfoType> = "type" is required,
        ;
        part  bios:           Maybe<SysinfoBlock> = "bios",
        part  system:         Maybe<SysinfoBlock> = "system",
        parts base_boards:    Vec<SysinfoBlock>   = "baseBoard",
        part  chassis:        Maybe<SysinfoBlock> = "chassis",
        many  processors:     Vec<SysinfoBlock>   = "processor",
        many  memory_devices: Vec<SysinfoBlock>   = "memory_device",
        part  oem_strings:    Maybe<OemStrings>   = "oemStrings",
        many  entries:        Vec<SysinfoEntry>   = "entry",
    }
    pub SysinfoBlock { ; many entries: Vec<SysinfoEntry> = "entry", }
    pub SysinfoEntry {
        attr name: Text = "name",
        attr file: Text = "file",
        ;
        content value: Text,
    }
    pub OemStrings { ; texts entries: Vec<String> = "entry", }
}

impl NvramTemplate {
    /// White space around a `<source>` is no path.
    fn forget_blanks(&mut self, _node: Node<'_>, _r: &Reading) -> Result<()> {
        if self.source.is_some() {
            self.path = None;
        }
        Ok(())
    }
}
