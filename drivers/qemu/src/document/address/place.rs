//! Names for the devices of a document, so that their addresses can be worked on one after the other.

use virt_conf::domain::address::{Address, DeviceInfo};
use virt_conf::domain::{DeviceRef, Devices};

macro_rules! places {
    ($($kind:ident $list:ident,)*) => {
        /// A device by its kind and its number among them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Place { $($kind(usize),)* }

        impl Place {
            /// Every device that can have an address, in the order in which libvirt goes through them.
            pub fn all(devices: &Devices) -> Vec<Place> {
                let mut all = Vec::new();
                $(all.extend((0..devices.$list.len()).map(Place::$kind));)*
                all
            }

            pub fn device(self, devices: &Devices) -> DeviceRef<'_> {
                match self { $(Place::$kind(at) => DeviceRef::$kind(&devices.$list[at]),)* }
            }

            pub fn info(self, devices: &Devices) -> &DeviceInfo {
                match self { $(Place::$kind(at) => &devices.$list[at].info,)* }
            }

            pub fn info_mut(self, devices: &mut Devices) -> &mut DeviceInfo {
                match self { $(Place::$kind(at) => &mut devices.$list[at].info,)* }
            }
        }
    };
}

places! {
    Disk disks,
    Interface interfaces,
    Sound sounds,
    Hostdev hostdevs,
    Video videos,
    Filesystem filesystems,
    Controller controllers,
    Smartcard smartcards,
    Serial serials,
    Parallel parallels,
    Channel channels,
    Console consoles,
    Input inputs,
    Hub hubs,
    Redirdev redirdevs,
    Watchdog watchdogs,
    Memballoon memballoons,
    Rng rngs,
    Nvram nvrams,
    Shmem shmems,
    MemoryDevice memories,
    Panic panics,
    Tpm tpms,
    Vsock vsocks,
    Crypto cryptos,
    Iommu iommus,
    Pstore pstores,
}

/// Whether a device still waits for an address of the kind that `fits` accepts with nothing in it.
pub fn waits(info: &DeviceInfo, fits: impl Fn(&Address) -> bool) -> bool {
    info.address.as_deref().is_none_or(fits)
}
