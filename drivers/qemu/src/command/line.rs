//! A command line while it is written.

use super::{CommandLine, Options, Plan, Prepared, Props};
use std::{fmt::Display, os::fd::OwnedFd};
use virt_conf::domain::address::DeviceInfo;
use virt_error::Result;

/// The lowest number of a descriptor that an emulator inherits besides its standard ones.
const FIRST_FILE: i32 = 3;

/// Arguments in their order, with the descriptors that they speak of.
pub struct Line {
    arguments: Vec<String>,
    files: Vec<(i32, OwnedFd)>,
    /// What was made on the host for the guest; parts take out what is theirs.
    pub prepared: Prepared,
}

impl Line {
    pub fn new(prepared: Prepared) -> Line {
        Line { arguments: Vec::with_capacity(128), files: Vec::new(), prepared }
    }

    /// An option without a value, such as `-S`.
    pub fn flag(&mut self, option: &str) {
        self.arguments.push(option.to_owned());
    }

    /// An option with its value.
    pub fn pair(&mut self, option: &str, value: impl Display) {
        self.arguments.push(option.to_owned());
        self.arguments.push(value.to_string());
    }

    /// A device with that address; what it needs beside it stands before it.
    pub fn device(&mut self, info: &DeviceInfo, props: Props) -> Result<()> {
        if let Some(zpci) = super::address::zpci(info)? {
            self.pair("-device", zpci);
        }
        self.pair("-device", props);
        Ok(())
    }

    pub fn object(&mut self, props: Props) {
        self.pair("-object", props);
    }

    pub fn blockdev(&mut self, props: Props) {
        self.pair("-blockdev", props);
    }

    pub fn netdev(&mut self, props: Props) {
        self.pair("-netdev", props);
    }

    pub fn chardev(&mut self, options: Options) {
        self.pair("-chardev", options);
    }

    /// Hands a descriptor to the emulator; the answer is its number there.
    pub fn file(&mut self, file: OwnedFd) -> i32 {
        let number = FIRST_FILE + self.files.len() as i32;
        self.files.push((number, file));
        number
    }

    /// Takes the listening socket that was made for the character device of that alias.
    pub fn chardev_socket(&mut self, alias: &str) -> Option<OwnedFd> {
        let place = self.prepared.chardevs.iter().position(|(name, _)| name == alias)?;
        Some(self.prepared.chardevs.swap_remove(place).1)
    }

    pub fn finish(self, plan: &Plan<'_>) -> CommandLine {
        CommandLine {
            program: plan.program(),
            arguments: self.arguments,
            environment: super::guest::environment(plan),
            files: self.files,
        }
    }
}
