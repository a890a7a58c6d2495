//! The drivers that run in a client's process, in the order in which they are asked.

use std::sync::Once;
use virt_core::connection::register;

/// Makes the drivers known, once a process.
pub fn initialize() {
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        crate::logging::initialize();
        register(virt_driver_test::driver());
        register(virt_driver_remote::driver());
    });
}
