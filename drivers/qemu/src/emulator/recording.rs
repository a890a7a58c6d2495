//! Emulators as recordings of their answers describe them, for tests.

use super::{Answers, Emulator, Run};
use serde_json::Value;
use std::path::{Path, PathBuf};
use virt_error::Result;

impl Emulator {
    /// The emulator whose conversation stands in `text`: JSON objects one a line, commands and answers in turn, first
    /// with KVM and then, from the second `qmp_capabilities` on, without.
    pub fn from_recording(path: &Path, text: &str) -> Result<Emulator> {
        let mut answers = Answers::default();
        let mut run = None;
        let mut command: Option<Value> = None;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let value: Value = serde_json::from_str(line).expect("a recording is JSON, one object a line");
            let Some(asked) = command.take() else {
                command = Some(value);
                continue;
            };
            let name = asked["execute"].as_str().unwrap_or_default();
            if name == "qmp_capabilities" {
                run = Some(if run.is_none() { Run::First } else { Run::Second });
            } else if let (Some(run), Some(answer)) = (run, value.get("return")) {
                let mut arguments = asked["arguments"].clone();
                if arguments["typename"]
                    .as_str()
                    .is_some_and(|kind| kind.starts_with("virt-") && kind.ends_with("-machine"))
                {
                    arguments["typename"] = "virt-machine".into();
                }
                answers.take(run, name, &arguments, answer.clone());
            }
        }
        answers.finish(path)
    }
}

/// The recorded emulator of that name (`10.0.0_x86_64`), or `None`, and a line that says why, where the recordings
/// are not at hand.
pub fn recorded(name: &str) -> Option<Emulator> {
    let shared = std::env::var_os("FERROVIRT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let file = shared.join(format!("conformance/corpus/support/replies/caps_{name}.replies"));
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: {} is not there", file.display());
        return None;
    };
    let arch = name.split_once('_').map_or("x86_64", |(_, arch)| arch);
    let arch = arch.split('+').next().unwrap_or(arch);
    Some(Emulator::from_recording(&Path::new("/usr/bin").join(format!("qemu-system-{arch}")), &text).unwrap())
}
