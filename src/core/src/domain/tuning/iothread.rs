//! I/O threads.

use crate::{
    params::{Accepted, Kind, Multiple, validate},
    types::*,
};
use std::collections::BTreeSet;
use virt_conf::domain::{Domain, memory::Iothread};
use virt_error::{Error, Origin, Result, bail, error};

/// The numbers of the document's I/O threads, listed or only counted, in their order.
pub fn numbers(document: &Domain) -> Vec<u32> {
    /// More than any hypervisor has.
    const MOST: u32 = 65_536;
    let mut numbers: Vec<u32> =
        document.iothreadids.iter().flat_map(|ids| &ids.iothreads).filter_map(|thread| thread.id).collect();
    let wanted = document.iothreads.unwrap_or(0).min(MOST) as usize;
    let missing = wanted.saturating_sub(numbers.len());
    let taken: BTreeSet<u32> = numbers.iter().copied().collect();
    numbers.extend((1..).filter(|id| !taken.contains(id)).take(missing));
    numbers.sort_unstable();
    numbers
}

/// The document's I/O threads, each listed.
fn listed(document: &mut Domain) -> &mut Vec<Iothread> {
    let numbers = numbers(document);
    let list = &mut document.iothreadids.get_or_insert_default().iothreads;
    let known: BTreeSet<u32> = list.iter().filter_map(|thread| thread.id).collect();
    let counted = numbers.into_iter().filter(|id| !known.contains(id));
    list.extend(counted.map(|id| Iothread { id: Some(id), ..Iothread::default() }));
    list
}

/// Errors: `VIR_ERR_INVALID_ARG` for a number that is taken.
pub fn add(document: &mut Domain, id: u32) -> Result<()> {
    let list = listed(document);
    if list.iter().any(|thread| thread.id == Some(id)) {
        bail!(Domain, InvalidArg, "an IOThread is already using iothread_id '{id}'");
    }
    list.push(Iothread { id: Some(id), ..Iothread::default() });
    document.iothreads = Some(list.len() as u32);
    Ok(())
}

/// Errors: `VIR_ERR_INVALID_ARG` for a thread that is not there, or that a disk or a controller runs in.
pub fn remove(document: &mut Domain, id: u32) -> Result<()> {
    if !numbers(document).contains(&id) {
        bail!(Domain, InvalidArg, "cannot find IOThread '{id}' in iothreadids list");
    }
    check_unused(document, id)?;
    let list = listed(document);
    list.retain(|thread| thread.id != Some(id));
    let left = list.len() as u32;
    document.iothreads = (left > 0).then_some(left);
    if left == 0 {
        document.iothreadids = None;
    }
    if let Some(tune) = &mut document.cputune {
        tune.iothreadpins.retain(|pin| pin.iothread != Some(id));
    }
    Ok(())
}

fn check_unused(document: &Domain, id: u32) -> Result<()> {
    for disk in &document.devices.disks {
        if disk.driver.as_ref().and_then(|driver| driver.iothread) == Some(id) {
            let name = disk.target_name();
            bail!(Domain, InvalidArg, "cannot remove IOThread {id} since it is being used by disk '{name}'");
        }
    }
    for controller in &document.devices.controllers {
        if controller.driver.as_ref().and_then(|driver| driver.iothread) == Some(id) {
            let number = controller.index.unwrap_or(0);
            bail!(
                Domain,
                InvalidArg,
                "cannot remove IOThread '{id}' since it is being used by controller '{number}'"
            );
        }
    }
    Ok(())
}

/// Errors: `VIR_ERR_INVALID_ARG`, `VIR_ERR_OPERATION_UNSUPPORTED` for parameters that a thread has not.
pub fn check(params: &[TypedParam]) -> Result<()> {
    validate(
        params,
        &[
            Accepted("poll_max_ns", Kind::ULLong, Multiple::Once),
            Accepted("poll_grow", Kind::UInt, Multiple::Once),
            Accepted("poll_shrink", Kind::UInt, Multiple::Once),
            Accepted("thread_pool_min", Kind::Int, Multiple::Once),
            Accepted("thread_pool_max", Kind::Int, Multiple::Once),
        ],
    )
}

/// A thread that the document does not have: `VIR_ERR_INVALID_ARG` from `origin`.
pub fn missing(id: u32, origin: Origin) -> Error {
    error!(Domain, InvalidArg, "cannot find IOThread '{id}' in iothreadids").with_origin(origin)
}

/// Gives a thread the polling and the pool in `params`.
///
/// Errors: `VIR_ERR_INVALID_ARG` from `origin` for a thread that is not there, and a pool that cannot be.
pub fn apply(document: &mut Domain, id: u32, params: &[TypedParam], origin: Origin) -> Result<()> {
    let thread = listed(document).iter_mut().find(|thread| thread.id == Some(id));
    let thread = thread.ok_or_else(|| missing(id, origin))?;
    for param in params {
        match (&*param.field, &param.value) {
            ("poll_max_ns", Value::ULLong(ns)) => thread.poll.get_or_insert_default().max = Some(*ns),
            ("poll_grow", Value::UInt(step)) => {
                thread.poll.get_or_insert_default().grow = Some(u64::from(*step));
            }
            ("poll_shrink", Value::UInt(step)) => {
                thread.poll.get_or_insert_default().shrink = Some(u64::from(*step));
            }
            ("thread_pool_min", Value::Int(threads)) => thread.thread_pool_min = Some(*threads),
            ("thread_pool_max", Value::Int(threads)) => thread.thread_pool_max = Some(*threads),
            _ => {}
        }
    }
    match (thread.thread_pool_min, thread.thread_pool_max) {
        (Some(min), Some(max)) if min > max => Err(error!(
            Domain,
            InvalidArg, "thread_pool_min must be smaller or equal to thread_pool_max ({min} > {max})"
        )
        .with_origin(origin)),
        _ => Ok(()),
    }
}
