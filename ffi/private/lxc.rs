//! Entry points behind `libvirt-lxc.so.0`.

use crate::{
    boundary::{
        arguments::{self, optional},
        call,
        checks::must_not_be_null,
        entry, inspect, results,
    },
    domain::virDomainPtr,
    host::{_virSecurityLabel, VIR_SECURITY_LABEL_BUFLEN, virSecurityLabelPtr, virSecurityModelPtr},
};
use std::{
    ffi::{c_char, c_int, c_uint},
    ptr,
    sync::atomic::Ordering::Relaxed,
};
use virt_core::{api::ops, connection::check_flags};
use virt_error::{Error, Origin, Result, bail};
use virt_sys::{cgroup, label, namespace};

/// `virDomainLxcEnterCGroup`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainLxcEnterCGroup(domain: virDomainPtr, flags: c_uint) -> c_int {
    inspect(domain, Origin::None, |domain| {
        if domain.conn.connection.read_only {
            bail!(None, OperationDenied, "read only access prevents virDomainLxcEnterCGroup");
        }
        check_flags(flags, 0, Origin::None, "virDomainLxcEnterCGroup")?;
        // The number of a container is that of its first process.
        let first = domain.id.load(Relaxed) as u32;
        for group in cgroup::of_process(first)? {
            cgroup::add_process(&group, std::process::id())?;
        }
        Ok(0)
    })
}

/// `virDomainLxcEnterNamespace`.
#[expect(unused_variables, reason = "the descriptors say which namespaces to enter")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainLxcEnterNamespace(
    domain: virDomainPtr,
    nfdlist: c_uint,
    fdlist: *mut c_int,
    noldfdlist: *mut c_uint,
    oldfdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    entry(Origin::None, || {
        check_flags(flags, 0, Origin::None, "virDomainLxcEnterNamespace")?;
        if nfdlist == 0 {
            let error = Error::argument("nfdlist", "Expected at least one file descriptor");
            return Err(error.in_function(Origin::None, "virProcessSetNamespaces"));
        }
        // SAFETY: C gives `nfdlist` numbers.
        let given = unsafe { arguments::array(fdlist, nfdlist as usize, "fdlist") }?;
        let left = match noldfdlist.is_null() || oldfdlist.is_null() {
            true => Vec::new(),
            false => namespace::open_all(std::process::id()),
        };
        for number in given.iter().filter(|number| **number >= 0) {
            // SAFETY: C keeps the descriptor open during the call.
            namespace::enter(unsafe { arguments::descriptor(*number, "fdlist") }?)?;
        }
        // SAFETY: C gives NULL or room for an array's address and its length.
        unsafe { results::give_descriptors(left, oldfdlist, noldfdlist) }?;
        Ok(0)
    })
}

/// `virDomainLxcEnterSecurityLabel`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainLxcEnterSecurityLabel(
    model: virSecurityModelPtr,
    label: virSecurityLabelPtr,
    oldlabel: virSecurityLabelPtr,
    flags: c_uint,
) -> c_int {
    entry(Origin::None, || {
        check_flags(flags, 0, Origin::None, "virDomainLxcEnterSecurityLabel")?;
        // SAFETY: C gives a security model and a label.
        let (model, label) = unsafe { (model.as_ref(), label.as_ref()) };
        let model = text_of(&model.ok_or_else(|| must_not_be_null("model"))?.model);
        let label = text_of(&label.ok_or_else(|| must_not_be_null("label"))?.label);
        let old = enter_label(&model, &label, !oldlabel.is_null())?;
        // SAFETY: C gives NULL or room for a label.
        if let Some(room) = unsafe { optional(oldlabel) } {
            let (label, enforcing) = old.unwrap_or_default();
            if label.len() >= VIR_SECURITY_LABEL_BUFLEN {
                let most = VIR_SECURITY_LABEL_BUFLEN - 1;
                bail!(None, InternalError, "security label exceeds maximum length: {most}");
            }
            let label = results::padded(label.as_bytes());
            room.write(_virSecurityLabel { label, enforcing: enforcing.into() });
        }
        Ok(0)
    })
}

/// `virDomainLxcOpenNamespace`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivDomainLxcOpenNamespace(
    domain: virDomainPtr,
    fdlist: *mut *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_lxc_open_namespace, |domain| {
        if fdlist.is_null() {
            return Err(must_not_be_null("fdlist"));
        }
        let found = domain.drivers().lxc.domain_lxc_open_namespace(domain, flags)?;
        // SAFETY: C gives room for an array's address.
        unsafe { results::give_descriptors(found, fdlist, ptr::null_mut()) }
    })
}

/// The text in an array of C's.
fn text_of(chars: &[c_char]) -> String {
    let bytes: Vec<u8> = chars.iter().map(|byte| *byte as u8).take_while(|byte| *byte != 0).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Takes the label of a container; with `tell_old`, the label before, and whether it is enforced, where the model
/// has that.
fn enter_label(model: &str, wanted: &str, tell_old: bool) -> Result<Option<(String, bool)>> {
    match model {
        "selinux" => {
            let old = match tell_old {
                true => Some((label::selinux_context()?, label::selinux_enforces()?)),
                false => None,
            };
            label::set_selinux_exec_context(wanted)?;
            Ok(old)
        }
        "apparmor" => label::change_apparmor_profile(wanted).map(|()| None),
        "none" => Ok(None),
        _ => bail!(None, ArgumentUnsupported, "Security model {model} cannot be entered"),
    }
}
