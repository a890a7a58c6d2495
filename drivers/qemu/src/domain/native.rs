//! A document as the command line of an emulator: `virConnectDomainXMLToNative`.

use super::alias;
use crate::{
    command::{self, CommandLine, Plan, Prepared},
    emulator::Emulator,
    host::{check_cpu, settle_cpu},
    image,
    state::QemuState,
};
use std::{path::Path, sync::Arc};
use virt_conf::domain::{
    Domain as Document, ParseFlags,
    interface::{Interface, InterfaceType},
};
use virt_error::{Result, bail};

impl QemuState {
    /// The emulator that a document names, or that guests of its architecture get.
    ///
    /// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` when there is none, what asking it led to.
    pub fn emulator_of(&self, document: &Document) -> Result<Arc<Emulator>> {
        let emulators = self.emulators();
        match &document.devices.emulator {
            Some(path) => emulators.at(Path::new(path)),
            None => match emulators.of_arch(document.arch()) {
                Some(emulator) => Ok(emulator),
                None => bail!(
                    Qemu,
                    ConfigUnsupported,
                    "Emulator for arch '{}' and virt type '{}' not found",
                    document.arch(),
                    document.kind.map_or("", |kind| kind.as_str())
                ),
            },
        }
    }

    /// The command line that a guest with this document would be started with, as a shell takes it. Nothing is made
    /// on the host; interfaces are taken for plain taps.
    pub fn native(&self, xml: &str) -> Result<String> {
        let host = self.host_for_documents();
        // As at the first start of a new guest.
        let flags = ParseFlags { abi_update: true, ..ParseFlags::default() };
        let mut document = Document::parse(xml, flags, host)?;
        document.devices.interfaces.iter_mut().for_each(plain_tap);
        document.complete_devices(flags, host)?;
        alias::assign(&mut document);
        image::number(&mut document);
        command::align_memory(&mut document)?;
        let emulator = self.emulator_of(&document)?;
        check_cpu(&document, &emulator)?;
        settle_cpu(&mut document, &emulator)?;
        command::pretend_ports(&mut document);
        let plan = Plan {
            domain: &document,
            emulator: &emulator,
            settings: &self.settings,
            directories: &self.directories,
            id: -1,
        };
        Ok(shell(&command::build(&plan, Prepared::default())?))
    }
}

/// What is left of an interface where no host prepares it.
fn plain_tap(interface: &mut Interface) {
    let plain = Interface {
        kind: Some(InterfaceType::Ethernet),
        mac: interface.mac.take(),
        model: interface.model.take(),
        script: interface.script.take(),
        ..Interface::default()
    };
    *interface = plain;
}

/// The line that a shell runs as this command line.
fn shell(line: &CommandLine) -> String {
    let mut text = String::new();
    for (name, value) in &line.environment {
        text.push_str(name);
        text.push('=');
        quote(&mut text, value);
        text.push(' ');
    }
    quote(&mut text, &line.program.display().to_string());
    for argument in &line.arguments {
        text.push(' ');
        quote(&mut text, argument);
    }
    text
}

/// Adds a word, in quotes where a shell would take it for something else.
fn quote(text: &mut String, word: &str) {
    const SPECIAL: &str = "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~";
    if !word.is_empty() && !word.contains(|letter| SPECIAL.contains(letter)) {
        text.push_str(word);
        return;
    }
    text.push('\'');
    text.push_str(&word.replace('\'', "'\\''"));
    text.push('\'');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_back_every_word() {
        let line = CommandLine {
            program: "/bin/q".into(),
            arguments: ["-a", "", "b c", "it's", "{\"x\":1}"].map(str::to_owned).to_vec(),
            environment: vec![("A".to_owned(), "1 2".to_owned())],
            files: Vec::new(),
        };
        assert_eq!(shell(&line), "A='1 2' /bin/q -a '' 'b c' 'it'\\''s' '{\"x\":1}'");
    }
}
