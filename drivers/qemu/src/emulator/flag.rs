//! What tells one emulator from another: libvirt's names for the features of QEMU, which stand in status files.

macro_rules! flags {
    ($($name:ident = $word:literal,)*) => {
        /// A feature of an emulator.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum Flag { $($name,)* }

        impl Flag {
            pub const ALL: &[Flag] = &[$(Flag::$name,)*];

            /// libvirt's name.
            pub fn word(self) -> &'static str {
                match self { $(Flag::$name => $word,)* }
            }
        }
    };
}

flags! {
    Kvm = "kvm",
    DeviceJson = "device.json+hotplug",
    NetdevJson = "netdev.json",
    ObjectJson = "object.json",
    ChardevJson = "chardev.json",
    VirtioBlkPci = "virtio-blk-pci",
}

/// A set of features.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags([u64; WORDS]);

const WORDS: usize = 16;

impl Flags {
    #[inline]
    pub fn has(&self, flag: Flag) -> bool {
        self.0[flag as usize / 64] & 1 << (flag as usize % 64) != 0
    }

    pub fn set(&mut self, flag: Flag, on: bool) {
        let bit = 1 << (flag as usize % 64);
        match on {
            true => self.0[flag as usize / 64] |= bit,
            false => self.0[flag as usize / 64] &= !bit,
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = Flag> + '_ {
        Flag::ALL.iter().copied().filter(|flag| self.has(*flag))
    }
}

impl FromIterator<Flag> for Flags {
    fn from_iter<I: IntoIterator<Item = Flag>>(flags: I) -> Flags {
        let mut set = Flags::default();
        flags.into_iter().for_each(|flag| set.set(flag, true));
        set
    }
}

const _: () = assert!(Flag::ALL.len() <= WORDS * 64);
