//! How `virErrorLevel` looks in memory that C may fill: any integer, where a Rust enum would be undefined.

/// The integer behind a `virErrorLevel`; headers show it as the enum.
pub type virErrorLevelRaw = std::ffi::c_uint;
