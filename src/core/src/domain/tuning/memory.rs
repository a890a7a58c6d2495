//! How much memory a domain may use of the host, and of which of its nodes.

use crate::{
    bitmap,
    params::{Accepted, Kind, Multiple, find_string, find_ullong, validate},
    types::*,
};
use std::collections::BTreeSet;
use virt_conf::domain::{
    Domain,
    memory::{Amount, NumaMode},
};
use virt_error::{Code, Error, Origin, Result, error};

/// The limit of one who has none, in KiB.
const UNLIMITED: u64 = 9_007_199_254_740_991;

/// The hard and the soft limit of a domain's memory, and the limit with swap, in KiB.
fn limits(document: &Domain) -> [u64; 3] {
    let limit = |amount: Option<&Amount>| amount.and_then(|amount| amount.value).unwrap_or(UNLIMITED);
    let tune = document.memtune.as_deref();
    [
        limit(tune.and_then(|tune| tune.hard_limit.as_deref())),
        limit(tune.and_then(|tune| tune.soft_limit.as_deref())),
        limit(tune.and_then(|tune| tune.swap_hard_limit.as_deref())),
    ]
}

const LIMITS: [&str; 3] = ["hard_limit", "soft_limit", "swap_hard_limit"];

/// New limits, those that a caller names.
pub struct NewLimits([Option<u64>; 3]);

impl NewLimits {
    /// Errors: those of [`validate`].
    pub fn new(params: &[TypedParam]) -> Result<NewLimits> {
        validate(params, &LIMITS.map(|name| Accepted(name, Kind::ULLong, Multiple::Once)))?;
        Ok(NewLimits(LIMITS.map(|name| find_ullong(params, name).map(|limit| limit.min(UNLIMITED)))))
    }

    /// Errors: `VIR_ERR_INVALID_ARG` from `origin` for a hard limit above the one with swap.
    pub fn apply(&self, document: &mut Domain, origin: Origin) -> Result<()> {
        let [new_hard, new_soft, new_swap] = self.0;
        let [hard, soft, swap] = limits(document);
        let (hard, swap) = (new_hard.unwrap_or(hard), new_swap.unwrap_or(swap));
        if (new_hard.is_some() || new_swap.is_some()) && hard > swap {
            let text = "memory hard_limit tunable value must be lower than or equal to swap_hard_limit";
            return Err(Error::new(origin, Code::InvalidArg, text));
        }
        let amount = |limit: u64| (limit < UNLIMITED).then(|| Box::new(Amount::kib(limit)));
        let tune = document.memtune.get_or_insert_default();
        tune.hard_limit = amount(hard);
        tune.soft_limit = amount(new_soft.unwrap_or(soft));
        tune.swap_hard_limit = amount(swap);
        Ok(())
    }
}

/// The limits of a domain, as parameters.
pub fn list_limits(document: &Domain) -> Vec<TypedParam> {
    let limits = LIMITS.into_iter().zip(limits(document));
    limits.map(|(name, limit)| TypedParam::new(name, Value::ULLong(limit))).collect()
}

/// The mode in which memory is taken from nodes, and the nodes, as parameters name them.
///
/// Errors: `VIR_ERR_INVALID_ARG` from `origin` for a mode that there is not, that of [`bitmap::parse`] for nodes.
pub fn numa_of(params: &[TypedParam], origin: Origin) -> Result<(Option<NumaMode>, Option<BTreeSet<u32>>)> {
    validate(
        params,
        &[
            Accepted("numa_mode", Kind::Int, Multiple::Once),
            Accepted("numa_nodeset", Kind::String, Multiple::Once),
        ],
    )?;
    let mut mode = None;
    for param in params {
        if let Value::Int(number) = param.value {
            let known = usize::try_from(number).ok().and_then(|number| NumaMode::ALL.get(number));
            let unknown =
                || error!(Domain, InvalidArg, "unsupported numatune mode: '{number}'").with_origin(origin);
            mode = Some(known.ok_or_else(unknown)?.0);
        }
    }
    Ok((mode, find_string(params, "numa_nodeset").map(bitmap::parse).transpose()?))
}

/// The mode in which a domain's memory is taken from nodes.
pub fn numa_mode(document: &Domain) -> NumaMode {
    let memory = document.numatune.as_ref().and_then(|tune| tune.memory.as_deref());
    memory.and_then(|memory| memory.mode).unwrap_or(NumaMode::Strict)
}

/// The mode and the nodes of a domain, as parameters.
pub fn numa(document: &Domain) -> Vec<TypedParam> {
    let memory = document.numatune.as_ref().and_then(|tune| tune.memory.as_deref());
    let nodes = memory.and_then(|memory| memory.nodeset.as_ref()).map(ToString::to_string);
    vec![
        TypedParam::new("numa_mode", Value::Int(numa_mode(document) as i32)),
        TypedParam::new("numa_nodeset", Value::String(nodes.unwrap_or_default())),
    ]
}
