//! Firmware: descriptors, and the choice of one for a guest.
