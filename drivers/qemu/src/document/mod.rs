//! What QEMU adds to a domain document: models, controllers, addresses, checks.
