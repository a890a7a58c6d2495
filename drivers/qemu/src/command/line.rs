//! A command line while it is written.

use super::{CommandLine, Options, Plan, Prepared, Props, native::Namespace};
use crate::emulator::Flag;
use std::{fmt::Display, os::fd::OwnedFd};
use virt_conf::domain::address::DeviceInfo;
use virt_error::Result;

/// The lowest number of a descriptor that an emulator inherits besides its standard ones.
const FIRST_FILE: i32 = 3;

/// Arguments in their order, with the descriptors that they speak of.
pub struct Line<'p> {
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    files: Vec<(i32, OwnedFd)>,
    /// What the document changes of devices.
    namespace: Namespace<'p>,
    /// The emulator takes devices as JSON.
    json: bool,
    sets: u32,
    /// The machine's ACPI has to be switched off by an option of its own.
    pub without_acpi: bool,
    /// What was made on the host for the guest; parts take out what is theirs.
    pub prepared: Prepared,
}

impl<'p> Line<'p> {
    pub fn new(plan: &Plan<'p>, prepared: Prepared) -> Line<'p> {
        Line {
            arguments: Vec::with_capacity(128),
            environment: Vec::new(),
            files: Vec::new(),
            namespace: Namespace::of(plan.domain),
            json: plan.emulator.has(Flag::DeviceJson),
            sets: 0,
            without_acpi: false,
            prepared,
        }
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

    /// A variable of the emulator's environment.
    pub fn environment(&mut self, name: &str, value: &str) {
        self.environment.push((name.to_owned(), value.to_owned()));
    }

    /// A device with that address; what it needs beside it stands before it.
    pub fn device(&mut self, info: &DeviceInfo, props: Props) -> Result<()> {
        if let Some(zpci) = super::address::zpci(info)? {
            self.bare_device(zpci)?;
        }
        self.bare_device(props)
    }

    /// A device that needs none beside it.
    pub fn bare_device(&mut self, mut props: Props) -> Result<()> {
        let id = props.get("id").and_then(|id| id.as_str()).map(str::to_owned);
        if let Some(id) = id {
            self.namespace.override_device(&id, &mut props)?;
        }
        match self.json {
            true => self.pair("-device", props),
            false => self.pair("-device", props.as_options()),
        }
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

    /// Hands a descriptor to the emulator as a set of its own; the answer is the path by which it is opened.
    pub fn file_set(&mut self, file: OwnedFd) -> String {
        let number = self.file(file);
        let set = self.sets;
        self.sets += 1;
        self.pair("-add-fd", Options::default().with("set", set).with("fd", number));
        format!("/dev/fdset/{set}")
    }

    /// Takes the listening socket that was made for the character device of that alias.
    pub fn chardev_socket(&mut self, alias: &str) -> Option<OwnedFd> {
        let place = self.prepared.chardevs.iter().position(|(name, _)| name == alias)?;
        Some(self.prepared.chardevs.swap_remove(place).1)
    }

    pub fn finish(self, plan: &Plan<'_>) -> Result<CommandLine> {
        let mut environment = super::guest::environment(plan);
        environment.extend(self.environment);
        environment.extend(self.namespace.environment()?);
        Ok(CommandLine { program: plan.program(), arguments: self.arguments, environment, files: self.files })
    }
}
