//! Block devices: where the data of a disk lies, and in what format.
