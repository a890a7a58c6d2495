//! What a device that is plugged into a running guest needs on the host.

use super::{Running, network, traces::Traces};
use crate::{command::InterfaceFiles, directories::Directories};
use virt_conf::domain::interface::Interface;
use virt_error::Result;

impl Running {
    /// Makes what an interface needs; the guest's end undoes it, if [`Running::unplug_interface`] did not before.
    pub fn plug_interface(
        &self,
        directories: &Directories,
        interface: &mut Interface,
    ) -> Result<InterfaceFiles> {
        let place = network::Place { directories, id: self.id, name: &self.name };
        let mut traces = Traces::default();
        match network::prepare(&place, interface, &mut traces) {
            Ok(files) => {
                self.with_traces(|all| all.append(traces));
                Ok(files)
            }
            Err(error) => {
                traces.undo();
                Err(error)
            }
        }
    }

    /// Undoes what an interface had that is gone.
    pub fn unplug_interface(&self, interface: &Interface) {
        if let Some(device) = interface.target_name() {
            self.with_traces(|traces| traces.undo_device(device));
        }
    }
}
