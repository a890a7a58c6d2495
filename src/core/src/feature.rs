//! What one end of a connection or a migration asks of the other: the numbers of `connect_supports_feature`.

use crate::connection::Drivers;
use virt_error::Result;

pub const MIGRATION_V1: i32 = 1;
pub const MIGRATION_V2: i32 = 3;
pub const MIGRATION_P2P: i32 = 4;
pub const MIGRATION_DIRECT: i32 = 5;
pub const MIGRATION_V3: i32 = 6;
pub const MIGRATE_CHANGE_PROTECTION: i32 = 7;
pub const FD_PASSING: i32 = 8;
pub const PROGRAM_KEEPALIVE: i32 = 10;
pub const XML_MIGRATABLE: i32 = 11;
pub const MIGRATION_OFFLINE: i32 = 12;
pub const MIGRATION_PARAMS: i32 = 13;
pub const REMOTE_EVENT_CALLBACK: i32 = 14;
pub const REMOTE_CLOSE_CALLBACK: i32 = 15;

/// Whether a driver has a feature. One that knows of no features has none.
pub fn supported(drivers: &Drivers, feature: i32) -> Result<bool> {
    match drivers.host.connect_supports_feature(feature) {
        Ok(answer) => Ok(answer > 0),
        Err(error) if error.is_unsupported() => Ok(false),
        Err(error) => Err(error),
    }
}
