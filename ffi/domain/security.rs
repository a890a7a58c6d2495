//! Security labels and confidential guests.

use crate::{
    boundary::{
        arguments::required,
        call, done,
        params::{self, NewArray},
        results::{allocate, fill, padded},
    },
    common::virTypedParameterPtr,
    domain::virDomainPtr,
    host::{_virSecurityLabel, virSecurityLabelPtr},
};
use std::{
    ffi::{c_int, c_uint},
    ptr,
};
use virt_core::{api::ops, constants::VIR_TYPED_PARAM_STRING_OKAY, records::DomainSecurityLabel};

/// Gives what a confidential guest was measured at when it was launched, and how.
///
/// @domain: the domain
/// @params: (out) where to store a new array of parameters, which the caller frees with virTypedParamsFree()
/// @nparams: (out) their number
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetLaunchSecurityInfo(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_launch_security_info, |domain| {
        // SAFETY: C gives room for both.
        let out = unsafe { NewArray::new(params, nparams) }?;
        let flags = flags | VIR_TYPED_PARAM_STRING_OKAY;
        out.put(&domain.drivers().tuning.domain_get_launch_security_info(domain, flags)?)
    })
}

fn label_in_c(found: &DomainSecurityLabel) -> _virSecurityLabel {
    _virSecurityLabel { label: padded(found.label.text()), enforcing: found.enforcing }
}

/// Gives the security label that a running domain has.
///
/// @domain: the domain
/// @seclabel: (out) the label, and whether it is enforced
///
/// Returns 0, or -1.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSecurityLabel(
    domain: virDomainPtr,
    seclabel: virSecurityLabelPtr,
) -> c_int {
    call(domain, &ops::domain_get_security_label, |domain| {
        // SAFETY: C gives room for the record.
        let label = unsafe { required(seclabel, "seclabel") }?;
        label.write(label_in_c(&domain.drivers().monitoring.domain_get_security_label(domain)?));
        Ok(0)
    })
}

/// Gives the security labels that a running domain has, one of each security driver.
///
/// @domain: the domain
/// @seclabels: (out) where to store a new array of labels, which the caller frees
///
/// Returns the number of labels, or -1.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetSecurityLabelList(
    domain: virDomainPtr,
    seclabels: *mut virSecurityLabelPtr,
) -> c_int {
    call(domain, &ops::domain_get_security_label_list, |domain| {
        // SAFETY: C gives room for a pointer.
        let out = unsafe { required(seclabels, "seclabels") }?;
        let found = domain.drivers().monitoring.domain_get_security_label_list(domain)?;
        let labels: Vec<_> = found.items.iter().map(label_in_c).collect();
        let array = if labels.is_empty() { ptr::null_mut() } else { allocate(labels.len())? };
        // SAFETY: just allocated with room for all.
        let count = unsafe { fill(&labels, array, labels.len() as c_int) };
        out.write(array);
        Ok(count)
    })
}

/// Hands a secret, or other state for its launch, to a confidential guest that waits for it.
///
/// @domain: the domain
/// @params: the parameters
/// @nparams: their number
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 8.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetLaunchSecurityState(
    domain: virDomainPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_launch_security_state, |domain| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_some(params, nparams) }?;
        done(domain.drivers().tuning.domain_set_launch_security_state(domain, &params, flags))
    })
}
