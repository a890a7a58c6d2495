//! Domains: the objects, and the operations of the API by family.
