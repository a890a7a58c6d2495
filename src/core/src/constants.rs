//! The constants of the public API, made by the build from the enums of the C surface.

include!(concat!(env!("OUT_DIR"), "/constants.rs"));
