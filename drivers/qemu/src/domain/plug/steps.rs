//! The steps that make a device, carried out in a running emulator, and taken back.

use crate::{
    command::{Plan, Step, refuse},
    monitor::Monitor,
};
use serde_json::Value;
use virt_error::{Code, Result};

/// Something that was made in the emulator, by its name there.
#[derive(Debug, PartialEq)]
enum Made {
    Object(String),
    Node(String),
    Chardev(String),
    Netdev(String),
    /// A descriptor that no command has taken yet.
    File(String),
}

/// What was made so far.
pub struct Making<'a> {
    monitor: &'a Monitor,
    plan: &'a Plan<'a>,
    made: Vec<Made>,
    /// The pseudo-terminals of character devices, by their names.
    pub terminals: Vec<(String, String)>,
}

impl<'a> Making<'a> {
    pub fn new(monitor: &'a Monitor, plan: &'a Plan<'a>) -> Making<'a> {
        Making { monitor, plan, made: Vec::new(), terminals: Vec::new() }
    }

    pub fn monitor(&self) -> &'a Monitor {
        self.monitor
    }

    /// Carries out steps; what was made before an error stays, for [`Making::undo`].
    pub fn run(&mut self, steps: Vec<Step>) -> Result<()> {
        steps.into_iter().try_for_each(|step| self.step(step))
    }

    fn step(&mut self, step: Step) -> Result<()> {
        let monitor = self.monitor;
        match step {
            Step::Object(props) => {
                let made = Made::Object(name(props.get("id")));
                monitor.object_add(props.into())?;
                self.made.push(made);
            }
            Step::Blockdev(props) => {
                let made = Made::Node(name(props.get("node-name")));
                monitor.blockdev_add(props.into())?;
                self.made.push(made);
            }
            Step::Chardev(chardev) => {
                let arguments = chardev.json(self.plan);
                let backend = arguments.get("backend").cloned().unwrap_or(Value::Null);
                let terminal = monitor.chardev_add(&chardev.id, backend)?;
                self.made.push(Made::Chardev(chardev.id.clone()));
                self.terminals.extend(terminal.map(|path| (chardev.id, path)));
            }
            Step::Netdev(props) => {
                let made = Made::Netdev(name(props.get("id")));
                monitor.netdev_add(props.into())?;
                // The backend has taken over the descriptors.
                self.made.retain(|made| !matches!(made, Made::File(_)));
                self.made.push(made);
            }
            Step::Device(props) => monitor.device_add(props.into())?,
            Step::Start(option, _) => {
                return Err(refuse(&format!("'{option}', which a running guest cannot be given,")));
            }
        }
        Ok(())
    }

    /// Hands over a descriptor for the next backend.
    pub fn file(&mut self, name: String, file: std::os::fd::BorrowedFd<'_>) -> Result<()> {
        self.monitor.getfd(&name, file)?;
        self.made.push(Made::File(name));
        Ok(())
    }

    /// Takes back everything that was made, last things first.
    pub fn undo(self) {
        take_back(self.monitor, self.made);
    }
}

fn name(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Takes away what the steps of a device made beside the device itself, which is gone.
pub fn remove(monitor: &Monitor, steps: &[Step]) {
    let made = steps.iter().filter_map(|step| match step {
        Step::Object(props) => Some(Made::Object(name(props.get("id")))),
        Step::Blockdev(props) => Some(Made::Node(name(props.get("node-name")))),
        Step::Chardev(chardev) => Some(Made::Chardev(chardev.id.clone())),
        Step::Netdev(props) => Some(Made::Netdev(name(props.get("id")))),
        Step::Device(_) | Step::Start(..) => None,
    });
    take_back(monitor, made.collect());
}

/// What cannot be taken back is told to the log: it does no harm but stay.
fn take_back(monitor: &Monitor, made: Vec<Made>) {
    for made in made.into_iter().rev() {
        let done = match &made {
            Made::Object(id) => monitor.object_del(id),
            Made::Node(name) => monitor.blockdev_del(name),
            Made::Chardev(id) => monitor.chardev_remove(id),
            Made::Netdev(id) => monitor.netdev_del(id),
            Made::File(name) => monitor.closefd(name),
        };
        if let Err(error) = done {
            log::warn!("{made:?} stays in an emulator: {}", error.message());
            // Whoever does not answer does not answer the next command either.
            if error.code() == Code::OperationTimeout {
                return;
            }
        }
    }
}
