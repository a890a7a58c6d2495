//! Lists of domains: the filters of `virConnectListAllDomains`.

use super::{DomainState, Extra};
use crate::constants::*;

/// Every flag of `virConnectListAllDomains`.
pub const LIST_FLAGS: u32 = VIR_CONNECT_LIST_DOMAINS_ACTIVE
    | VIR_CONNECT_LIST_DOMAINS_INACTIVE
    | VIR_CONNECT_LIST_DOMAINS_PERSISTENT
    | VIR_CONNECT_LIST_DOMAINS_TRANSIENT
    | STATES
    | VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE
    | VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE
    | VIR_CONNECT_LIST_DOMAINS_AUTOSTART
    | VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART
    | VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT
    | VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT
    | VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT
    | VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT;

/// The filters of bulk statistics: those by what a domain is, not by what is kept beside it.
pub const STATS_FILTERS: u32 = LIST_FLAGS
    & !(VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE
        | VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE
        | VIR_CONNECT_LIST_DOMAINS_AUTOSTART
        | VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART
        | VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT
        | VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT
        | VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT
        | VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT);

/// Every flag of `virConnectGetAllDomainStats`.
pub const STATS_FLAGS: u32 = STATS_FILTERS
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING
    | VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;

const STATES: u32 = VIR_CONNECT_LIST_DOMAINS_RUNNING
    | VIR_CONNECT_LIST_DOMAINS_PAUSED
    | VIR_CONNECT_LIST_DOMAINS_SHUTOFF
    | VIR_CONNECT_LIST_DOMAINS_OTHER;

/// Whether a domain passes the filter `flags`: of each group in which a flag is set, one must fit.
#[inline]
pub fn passes<X: Extra>(state: &DomainState<X>, flags: u32) -> bool {
    if flags & LIST_FLAGS == 0 {
        return true;
    }
    let pair =
        |fits: bool, yes: u32, no: u32| flags & (yes | no) == 0 || flags & if fits { yes } else { no } != 0;
    let state_flag = match state.status.state {
        VIR_DOMAIN_RUNNING => VIR_CONNECT_LIST_DOMAINS_RUNNING,
        VIR_DOMAIN_PAUSED => VIR_CONNECT_LIST_DOMAINS_PAUSED,
        VIR_DOMAIN_SHUTOFF => VIR_CONNECT_LIST_DOMAINS_SHUTOFF,
        _ => VIR_CONNECT_LIST_DOMAINS_OTHER,
    };
    pair(state.is_active(), VIR_CONNECT_LIST_DOMAINS_ACTIVE, VIR_CONNECT_LIST_DOMAINS_INACTIVE)
        && pair(
            state.is_persistent(),
            VIR_CONNECT_LIST_DOMAINS_PERSISTENT,
            VIR_CONNECT_LIST_DOMAINS_TRANSIENT,
        )
        && (flags & STATES == 0 || flags & state_flag != 0)
        && pair(
            state.managed_save,
            VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE,
            VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE,
        )
        && pair(
            state.autostart || state.autostart_once,
            VIR_CONNECT_LIST_DOMAINS_AUTOSTART,
            VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART,
        )
        && pair(
            state.extra.has_snapshots(),
            VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT,
            VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT,
        )
        && pair(
            state.extra.has_checkpoints(),
            VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT,
            VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT,
        )
}
