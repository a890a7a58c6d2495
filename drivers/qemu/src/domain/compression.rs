//! The programs that the state in a saved image goes through.

use crate::emulator::in_path;
use std::{
    fs::File,
    os::fd::{AsFd, OwnedFd},
    time::Duration,
};
use virt_error::{Error, Origin, Result, bail, error};
use virt_sys::process::{Command, Filter};

/// The formats of the state in an image, by their numbers there.
const FORMATS: [&str; 7] = ["raw", "gzip", "bzip2", "xz", "lzop", "zstd", "sparse"];

/// How long a program may take for what is left in it when everything was written.
const LAST_PART: Duration = Duration::from_secs(120);

/// A format of the state in an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format(u32);

impl Format {
    /// Errors: `VIR_ERR_OPERATION_FAILED` for a number that stands for none.
    pub fn from_number(number: u32) -> Result<Format> {
        if number as usize >= FORMATS.len() {
            bail!(Qemu, OperationFailed, "Invalid compressed save format {number}");
        }
        Ok(Format(number))
    }

    /// The format of that name, as `qemu.conf` and the parameters of the API have it; `None` when there is none.
    pub fn named(name: &str) -> Option<Format> {
        let number = FORMATS.iter().position(|format| *format == name)?;
        Some(Format(number as u32))
    }

    /// The format that a setting of `qemu.conf` names, for `what`: `save` or `dump`.
    ///
    /// Errors: `VIR_ERR_OPERATION_FAILED` for a name that stands for none.
    pub fn configured(name: &str, what: &str) -> Result<Format> {
        Format::named(name).ok_or_else(|| {
            error!(
                Qemu,
                OperationFailed, "Invalid {what} image format specified in configuration file: '{name}'"
            )
        })
    }

    /// Refuses a format that no state can be written in here, before a guest is stopped for it.
    ///
    /// Errors: `VIR_ERR_OPERATION_FAILED` when its program is missing, `VIR_ERR_CONFIG_UNSUPPORTED`.
    pub fn check(self, what: &str) -> Result<()> {
        self.command(what).map(drop)
    }

    pub fn number(self) -> u32 {
        self.0
    }

    pub fn name(self) -> &'static str {
        FORMATS.get(self.0 as usize).copied().unwrap_or_default()
    }

    /// The program; `None` for a state as it is.
    fn command(self, what: &str) -> Result<Option<Command>> {
        match self.name() {
            "raw" => Ok(None),
            "sparse" => {
                bail!(Qemu, ConfigUnsupported, "save images in the format 'sparse' are not supported")
            }
            name => match in_path(name) {
                Some(path) => {
                    let mut command = Command::new(path).env_from_ours("PATH").arg("-c");
                    if name == "xz" {
                        // As little memory as it can do with: the guest's own is taken meanwhile.
                        command = command.arg("-3");
                    }
                    Ok(Some(command))
                }
                None => bail!(
                    Qemu,
                    OperationFailed,
                    "Compression program for {what} image format in configuration file isn't available: no '{name}' in PATH"
                ),
            },
        }
    }

    /// Where the state is written to that is to end up in `file`.
    pub fn writing(self, file: &File) -> Result<Stream> {
        let own = duplicate(file)?;
        Ok(match self.command("save")? {
            None => Stream { file: own, filter: None },
            Some(command) => {
                let (filter, file) = command.filter_into(own)?;
                Stream { file, filter: Some(filter) }
            }
        })
    }

    /// Where the state is read from that begins at the place where `file` stands.
    pub fn reading(self, file: &File) -> Result<Stream> {
        let own = duplicate(file)?;
        Ok(match self.command("save")? {
            None => Stream { file: own, filter: None },
            Some(command) => {
                let (filter, file) = command.arg("-d").filter_from(own)?;
                Stream { file, filter: Some(filter) }
            }
        })
    }
}

fn duplicate(file: &File) -> Result<OwnedFd> {
    let copy = file.as_fd().try_clone_to_owned();
    copy.map_err(|cause| Error::system(Origin::Qemu, "cannot duplicate a descriptor", &cause))
}

/// One end of what a state goes through.
pub struct Stream {
    pub file: OwnedFd,
    filter: Option<Filter>,
}

impl Stream {
    /// Nothing more is written or read: whoever waits for the program to take or give something waits no more.
    pub fn abandon(&mut self) {
        self.filter = None;
    }

    /// Everything is written or read: waits for the program.
    pub fn finish(self) -> Result<()> {
        drop(self.file);
        self.filter.map_or(Ok(()), |filter| filter.finish(LAST_PART))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Seek, SeekFrom, Write};

    #[test]
    fn a_state_comes_back_as_it_was() {
        let path = std::env::temp_dir().join(format!("virt-compression-{}", std::process::id()));
        for name in FORMATS {
            let format = Format::named(name).unwrap();
            if let Err(error) = format.check("save") {
                println!("skipped: {error}");
                continue;
            }
            assert_eq!(Format::from_number(format.number()).unwrap().name(), name);
            let mut file =
                File::options().read(true).write(true).create(true).truncate(true).open(&path).unwrap();
            file.write_all(b"HEADER").unwrap();
            let stream = format.writing(&file).unwrap();
            File::from(stream.file.try_clone().unwrap()).write_all(&[7; 100_000]).unwrap();
            stream.finish().unwrap();
            file.seek(SeekFrom::Start(6)).unwrap();
            let stream = format.reading(&file).unwrap();
            let mut state = Vec::new();
            File::from(stream.file.try_clone().unwrap()).read_to_end(&mut state).unwrap();
            stream.finish().unwrap();
            assert_eq!(state, [7; 100_000], "{name}");
        }
        std::fs::remove_file(&path).unwrap();
        assert!(Format::named("rar").is_none() && Format::configured("rar", "save").is_err());
        assert!(Format::from_number(7).is_err());
    }
}
