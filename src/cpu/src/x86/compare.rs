//! Whether a host has what a definition asks for.

use super::expand::{features_of, with_policy};
use crate::Comparison;
use crate::definition::{Definition, Role};
use virt_conf::domain::cpu::{CpuMatch, FeaturePolicy};
use virt_error::Result;

/// Compares a definition with a host's; beside "incompatible" stands the reason.
pub fn compare(host: &Definition, cpu: &Definition) -> Result<(Comparison, Option<String>)> {
    let incompatible = |reason: String| Ok((Comparison::Incompatible, Some(reason)));
    let have = features_of(host)?;
    let force = with_policy(cpu, FeaturePolicy::Force)?;
    let mut require = with_policy(cpu, FeaturePolicy::Require)?;
    let optional = with_policy(cpu, FeaturePolicy::Optional)?;
    let disable = with_policy(cpu, FeaturePolicy::Disable)?;
    let mut forbid = with_policy(cpu, FeaturePolicy::Forbid)?;

    forbid.intersect(&have);
    if !forbid.is_empty() {
        return incompatible(format!("Host CPU provides forbidden features: {}", forbid.names()));
    }
    // The model's features count unless the list says otherwise.
    for said in [&force, &optional, &disable] {
        require.subtract(said);
    }
    let lacking = require.without(&have);
    if !lacking.is_empty() {
        return incompatible(format!("Host CPU does not provide required features: {}", lacking.names()));
    }
    let extra = have.without(&optional).without(&require).without(&disable).without(&force);
    if extra.is_empty() {
        return Ok((Comparison::Identical, None));
    }
    if cpu.role == Role::Guest && cpu.match_ == Some(CpuMatch::Strict) {
        let names = extra.names();
        return incompatible(format!("Host CPU does not strictly match guest CPU: Extra features: {names}"));
    }
    Ok((Comparison::Superset, None))
}
