//! TCP ports for guests' screens: none is ever given to two guests.
//!
//! What guests of this process have is noted; a port that anybody else uses shows when it is tried.

use std::{
    collections::BTreeSet,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
    sync::{Mutex, MutexGuard, Once, PoisonError},
};
use virt_error::{Result, error};
use virt_sys::fork;

static TAKEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

fn taken() -> MutexGuard<'static, BTreeSet<u16>> {
    static FORKS: Once = Once::new();
    FORKS.call_once(|| {
        fork::hold_across_fork(|| Box::new(TAKEN.lock().unwrap_or_else(PoisonError::into_inner)))
    });
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the first free port of a range; `what` names the range in the error, `VIR_ERR_INTERNAL_ERROR`.
pub fn first_free(what: &str, (first, last): (u16, u16)) -> Result<u16> {
    let mut taken = taken();
    let free = (first..=last).find(|port| !taken.contains(port) && is_free(*port));
    let port = free.ok_or_else(|| {
        error!(None, InternalError, "Unable to find an unused port in range '{what}' ({first}-{last})")
    })?;
    taken.insert(port);
    Ok(port)
}

/// Takes a port that a document names.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` when another guest has it.
pub fn take(port: u16) -> Result<()> {
    match taken().insert(port) {
        true => Ok(()),
        false => Err(error!(None, InternalError, "Failed to reserve port {port}")),
    }
}

pub fn release(port: u16) {
    taken().remove(&port);
}

/// Whether nobody listens there, in either family. A host without IPv6 has nobody there.
fn is_free(port: u16) -> bool {
    let binds = |address: SocketAddr| match TcpListener::bind(address) {
        Ok(_) => true,
        Err(cause) => cause.kind() != std::io::ErrorKind::AddrInUse,
    };
    binds((Ipv6Addr::UNSPECIFIED, port).into()) && binds((Ipv4Addr::UNSPECIFIED, port).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::HashSet, thread};

    #[test]
    fn many_at_once_get_different_ports_and_none_that_is_in_use() {
        let outside = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let used = outside.local_addr().unwrap().port();
        let range = (used.saturating_sub(20), used.saturating_add(40).max(used));
        let ports: Vec<u16> = thread::scope(|scope| {
            let one = || first_free("test", range).unwrap();
            let threads: Vec<_> = (0..12).map(|_| scope.spawn(one)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let different: HashSet<u16> = ports.iter().copied().collect();
        assert_eq!(different.len(), ports.len());
        assert!(!different.contains(&used));
        assert!(take(ports[0]).is_err());
        ports.iter().for_each(|port| release(*port));
        take(ports[0]).unwrap();
        release(ports[0]);
    }

    #[test]
    fn a_full_range_is_named() {
        let outside = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).unwrap();
        let used = outside.local_addr().unwrap().port();
        let error = first_free("display", (used, used)).unwrap_err();
        assert_eq!(
            error.message(),
            format!("internal error: Unable to find an unused port in range 'display' ({used}-{used})")
        );
    }
}
