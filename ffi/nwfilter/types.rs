//! Network filter and filter binding handles and flags.

/// A set of rules for packets. Since: 0.8.0
pub struct _virNWFilter {
    _private: (),
}

/// A set of rules for packets. Since: 0.8.0
pub type virNWFilter = _virNWFilter;

/// A handle of a virNWFilter. Since: 0.8.0
pub type virNWFilterPtr = *mut virNWFilter;

/// A network filter at work on an interface. Since: 4.5.0
pub struct _virNWFilterBinding {
    _private: (),
}

/// A network filter at work on an interface. Since: 4.5.0
pub type virNWFilterBinding = _virNWFilterBinding;

/// A handle of a virNWFilterBinding. Since: 4.5.0
pub type virNWFilterBindingPtr = *mut virNWFilterBinding;

/// Flags of virNWFilterBindingCreateXML(). Since: 7.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNWFilterBindingCreateFlags {
    /// Check the document against the schema. Since: 7.8.0
    VIR_NWFILTER_BINDING_CREATE_VALIDATE = 1 << 0,
}

/// Flags of virNWFilterDefineXMLFlags(). Since: 7.7.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNWFilterDefineFlags {
    /// Check the document against the schema. Since: 7.7.0
    VIR_NWFILTER_DEFINE_VALIDATE = 1 << 0,
}
