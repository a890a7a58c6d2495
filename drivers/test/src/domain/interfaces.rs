//! Finding the network interface that a caller means.

use virt_conf::{Mac, domain::interface::Interface};
use virt_error::{Result, bail};

/// The place of the interface with this name on the host, or this hardware address.
///
/// Errors: `VIR_ERR_INVALID_ARG` when there is none, or more than one with the address.
pub fn find(interfaces: &[Interface], device: &str) -> Result<usize> {
    if let Ok(mac) = device.parse::<Mac>() {
        let mut with_mac =
            (0..interfaces.len()).filter(|place| interfaces[*place].mac_address() == Some(mac));
        if let Some(place) = with_mac.next() {
            if with_mac.next().is_some() {
                bail!(Domain, OperationFailed, "multiple devices matching MAC address {device} found");
            }
            return Ok(place);
        }
    }
    match interfaces.iter().position(|interface| interface.target_name() == Some(device)) {
        Some(place) => Ok(place),
        None => bail!(Domain, InvalidArg, "'{device}' is not a known interface"),
    }
}
