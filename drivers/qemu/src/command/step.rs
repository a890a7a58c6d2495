//! What a device is made of, in the order in which it is made.
//!
//! A command line turns the steps into arguments; a running guest gets each as a command of its monitor, and takes
//! them back from the last to the first when one of them fails.

use super::chardev_backend::Chardev;
use super::{Line, Plan, Props};
use virt_error::Result;

#[derive(Clone, Debug)]
pub enum Step {
    Object(Props),
    Blockdev(Props),
    Chardev(Box<Chardev>),
    Netdev(Props),
    Device(Props),
    /// An option that a guest only starts with.
    Start(&'static str, String),
}

impl Step {
    pub fn append(self, line: &mut Line, plan: &Plan<'_>) -> Result<()> {
        match self {
            Step::Object(props) => line.object(props),
            Step::Blockdev(props) => line.blockdev(props),
            Step::Chardev(chardev) => chardev.append(line, plan),
            Step::Netdev(props) => line.netdev(props),
            Step::Device(props) => line.bare_device(props)?,
            Step::Start(option, value) => line.pair(option, value),
        }
        Ok(())
    }
}

/// Appends steps in their order.
pub fn append_all(steps: Vec<Step>, line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    steps.into_iter().try_for_each(|step| step.append(line, plan))
}
