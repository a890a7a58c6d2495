//! `<devices>`: the list of a guest's devices, in the order in which libvirt writes them.

use super::chardev::{Channel, Console, Parallel, Serial};
use super::controller::Controller;
use super::disk::Disk;
use super::filesystem::Filesystem;
use super::graphics::Graphics;
use super::hostdev::{Hostdev, Redirdev, Redirfilter};
use super::input::Input;
use super::interface::Interface;
use super::iommu::{Hub, Iommu, Lease, Smartcard};
use super::memory_device::{Memballoon, MemoryDevice, Nvram, Pstore, Shmem, Vsock};
use super::prelude::*;
use super::rng::{Crypto, Rng};
use super::sound::{Audio, Sound};
use super::tpm::Tpm;
use super::video::Video;
use super::watchdog::{Panic, Watchdog};

/// Declares [`Devices`], the list, and [`Device`], which is any one of them, from one table.
macro_rules! devices {
    ($($field:ident: $type:ident = $name:literal,)*) => {
        element! {
            /// `/domain/devices`
            pub Devices {
                ;
                text emulator: Text = "emulator",
                $(many $field: Vec<$type> = $name,)*
            }
        }

        /// One device of any kind, as attaching and detaching take it.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Device { $($type(Box<$type>),)* }

        impl Device {
            /// Reads the element of a device; `None` when its name is not that of a device.
            pub fn read(node: Node<'_>, r: &Reading) -> Result<Option<Device>> {
                match node.name() {
                    $($name => {
                        let mut device = Box::<$type>::default();
                        virt_xml::read(&mut *device, node, r)?;
                        Ok(Some(Device::$type(device)))
                    })*
                    _ => Ok(None),
                }
            }

            /// The device's element with its name.
            pub fn element(&self) -> (&'static str, &dyn virt_xml::Element) {
                match self { $(Device::$type(device) => ($name, &**device),)* }
            }
        }

        impl Devices {
            /// Adds a device behind those of its kind.
            pub fn push(&mut self, device: Device) {
                match device { $(Device::$type(device) => self.$field.push(*device),)* }
            }

            /// Every device, kind by kind in the order of the document.
            pub fn all(&self) -> Vec<Device> {
                let mut all = Vec::new();
                $(all.extend(self.$field.iter().map(|device| Device::$type(Box::new(device.clone()))));)*
                all
            }
        }
    };
}

devices! {
    disks:        Disk         = "disk",
    controllers:  Controller   = "controller",
    leases:       Lease        = "lease",
    filesystems:  Filesystem   = "filesystem",
    interfaces:   Interface    = "interface",
    smartcards:   Smartcard    = "smartcard",
    serials:      Serial       = "serial",
    parallels:    Parallel     = "parallel",
    consoles:     Console      = "console",
    channels:     Channel      = "channel",
    inputs:       Input        = "input",
    tpms:         Tpm          = "tpm",
    graphics:     Graphics     = "graphics",
    sounds:       Sound        = "sound",
    audios:       Audio        = "audio",
    videos:       Video        = "video",
    hostdevs:     Hostdev      = "hostdev",
    redirdevs:    Redirdev     = "redirdev",
    redirfilters: Redirfilter  = "redirfilter",
    hubs:         Hub          = "hub",
    watchdogs:    Watchdog     = "watchdog",
    memballoons:  Memballoon   = "memballoon",
    rngs:         Rng          = "rng",
    nvrams:       Nvram        = "nvram",
    panics:       Panic        = "panic",
    shmems:       Shmem        = "shmem",
    memories:     MemoryDevice = "memory",
    cryptos:      Crypto       = "crypto",
    iommus:       Iommu        = "iommu",
    vsocks:       Vsock        = "vsock",
    pstores:      Pstore       = "pstore",
}
