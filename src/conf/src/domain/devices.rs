//! `<devices>`: the list of a guest's devices, in the order in which libvirt writes them.

use super::address::DeviceInfo;
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
    ($($kind:ident $field:ident: $type:ident = $name:literal,)*) => {
        element! {
            /// `/domain/devices`
            pub Devices {
                ;
                text emulator: Text = "emulator",
                $($kind $field: Vec<$type> = $name,)*
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

            pub fn as_ref(&self) -> DeviceRef<'_> {
                match self { $(Device::$type(device) => DeviceRef::$type(device),)* }
            }

            /// The device's element with its name.
            pub fn element(&self) -> (&'static str, &dyn virt_xml::Element) {
                match self { $(Device::$type(device) => ($name, &**device),)* }
            }
        }

        /// One device of a guest, where it stands.
        #[derive(Clone, Copy, Debug)]
        pub enum DeviceRef<'d> { $($type(&'d $type),)* }

        impl Devices {
            /// Every device, kind by kind in the order of the document.
            pub fn all_refs(&self) -> Vec<DeviceRef<'_>> {
                let mut all = Vec::new();
                $(all.extend(self.$field.iter().map(DeviceRef::$type));)*
                all
            }

            /// Adds a device behind those of its kind.
            pub fn push(&mut self, device: Device) {
                match device { $(Device::$type(device) => self.$field.push(*device),)* }
            }

            /// Takes out the first device that `wanted` accepts; it is shown each with its place among its kind.
            pub fn remove(&mut self, wanted: impl Fn(&Device, usize) -> bool) -> Option<Device> {
                $(for place in 0..self.$field.len() {
                    let device = Device::$type(Box::new(self.$field[place].clone()));
                    if wanted(&device, place) {
                        self.$field.remove(place);
                        return Some(device);
                    }
                })*
                None
            }

            /// Puts `new` in the place of the first device of its kind that `wanted` accepts, and gives that back.
            pub fn replace(&mut self, new: Device, wanted: impl Fn(&Device) -> bool) -> Option<Device> {
                match new {
                    $(Device::$type(new) => {
                        for old in &mut self.$field {
                            if wanted(&Device::$type(Box::new(old.clone()))) {
                                let old = std::mem::replace(old, *new);
                                return Some(Device::$type(Box::new(old)));
                            }
                        }
                        None
                    })*
                }
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
    many  disks:        Disk         = "disk",
    many  controllers:  Controller   = "controller",
    many  leases:       Lease        = "lease",
    many  filesystems:  Filesystem   = "filesystem",
    many  interfaces:   Interface    = "interface",
    many  smartcards:   Smartcard    = "smartcard",
    many  serials:      Serial       = "serial",
    many  parallels:    Parallel     = "parallel",
    many  consoles:     Console      = "console",
    many  channels:     Channel      = "channel",
    many  inputs:       Input        = "input",
    many  tpms:         Tpm          = "tpm",
    many  graphics:     Graphics     = "graphics",
    many  sounds:       Sound        = "sound",
    many  audios:       Audio        = "audio",
    many  videos:       Video        = "video",
    shell hostdevs:     Hostdev      = "hostdev",
    many  redirdevs:    Redirdev     = "redirdev",
    many  redirfilters: Redirfilter  = "redirfilter",
    many  hubs:         Hub          = "hub",
    many  watchdogs:    Watchdog     = "watchdog",
    many  memballoons:  Memballoon   = "memballoon",
    many  rngs:         Rng          = "rng",
    shell nvrams:       Nvram        = "nvram",
    parts panics:       Panic        = "panic",
    many  shmems:       Shmem        = "shmem",
    many  memories:     MemoryDevice = "memory",
    many  cryptos:      Crypto       = "crypto",
    many  iommus:       Iommu        = "iommu",
    many  vsocks:       Vsock        = "vsock",
    many  pstores:      Pstore       = "pstore",
}

impl<'d> DeviceRef<'d> {
    /// What the device has that every device has; `None` for the few that have no name and no place.
    pub fn info(self) -> Option<&'d DeviceInfo> {
        Some(match self {
            DeviceRef::Disk(device) => &device.info,
            DeviceRef::Controller(device) => &device.info,
            DeviceRef::Filesystem(device) => &device.info,
            DeviceRef::Interface(device) => &device.info,
            DeviceRef::Smartcard(device) => &device.info,
            DeviceRef::Serial(device) => &device.info,
            DeviceRef::Parallel(device) => &device.info,
            DeviceRef::Console(device) => &device.info,
            DeviceRef::Channel(device) => &device.info,
            DeviceRef::Input(device) => &device.info,
            DeviceRef::Tpm(device) => &device.info,
            DeviceRef::Sound(device) => &device.info,
            DeviceRef::Video(device) => &device.info,
            DeviceRef::Hostdev(device) => &device.info,
            DeviceRef::Redirdev(device) => &device.info,
            DeviceRef::Hub(device) => &device.info,
            DeviceRef::Watchdog(device) => &device.info,
            DeviceRef::Memballoon(device) => &device.info,
            DeviceRef::Rng(device) => &device.info,
            DeviceRef::Nvram(device) => &device.info,
            DeviceRef::Panic(device) => &device.info,
            DeviceRef::Shmem(device) => &device.info,
            DeviceRef::MemoryDevice(device) => &device.info,
            DeviceRef::Crypto(device) => &device.info,
            DeviceRef::Iommu(device) => &device.info,
            DeviceRef::Vsock(device) => &device.info,
            DeviceRef::Pstore(device) => &device.info,
            DeviceRef::Lease(_)
            | DeviceRef::Graphics(_)
            | DeviceRef::Audio(_)
            | DeviceRef::Redirfilter(_) => {
                return None;
            }
        })
    }
}
