//! The drivers that run in a client's process, in the order in which they are asked.

use crate::boundary::last_error;
use std::sync::Once;
use virt_core::connection::register;

/// Makes the drivers known, once a process.
pub fn initialize() {
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        crate::logging::initialize();
        virt_sys::fork::hold_across_fork(|| Box::new(last_error::locked_handler()));
        register(virt_driver_test::driver());
        register(virt_driver_qemu::driver());
        register(virt_driver_remote::driver());
    });
}
