//! THE API TABLE: one row an operation, one file a family.
//!
//! A row reads
//!
//! ```text
//! 34 domain_suspend(dom: &Domain)                    [domain:suspend]  write;
//! 16 domain_get_info(dom: &Domain) -> DomainInfo     [domain:read]     high;
//! ```
//!
//! and says all that is a fact about an operation: its procedure number; its name, which is also the public
//! function's (`domain_suspend` is `virDomainSuspend`); its arguments and its result in wire order; the permissions
//! it needs (`object:permission`, `if config` when the flags select the persistent configuration, `if flags X` when
//! they hold X, `=> object:permission` for what each listed object needs); and marks: `write` when a read-only
//! connection is refused (`write(flags X)`: only with that flag; `secure(X | Y)`: only with a
//! flag that shows secrets), `high` when it never waits for a guest, `of(X)` when errors come from another part of the
//! library than the family's.
//!
//! The head names the trait, the program, and the part of the library (`virErrorDomain`) that errors come from.
//! A family has four blocks. `calls` are regular: the trait's method, the client's stub and the server's dispatch
//! all come from the row. `streams` open a stream (`sends` or `receives`, seen from the caller). `irregular` rows
//! have a trait method, but carry file descriptors, so that their stub and dispatch are written by hand.
//! `protocol` rows exist on the wire only: opening, authentication, event registration.
//!
//! The rows are a macro that hands them to another macro, so that each user derives what it needs and this crate
//! need not know them. To add an operation, add its row here and its body in a driver.

mod admin;
mod checkpoint;
mod device;
mod domain;
mod guest;
mod host;
mod interface;
mod job;
mod lxc;
mod migration;
mod monitoring;
mod network;
mod nodedev;
mod nwfilter;
mod qemu;
mod save;
mod secret;
mod snapshot;
mod storage;
mod tuning;

/// Calls `$with!` once with the field name and the trait of every family that a driver implements.
#[macro_export]
macro_rules! families { ($($with:tt)*) => { $($with)*! {
    host: Host,
    domains: Domains,
    devices: Devices,
    tuning: Tuning,
    monitoring: Monitoring,
    saving: Saving,
    jobs: Jobs,
    migration: Migration,
    guests: Guests,
    snapshots: Snapshots,
    checkpoints: Checkpoints,
    networks: Networks,
    interfaces: Interfaces,
    storage: Storage,
    node_devices: NodeDevices,
    secrets: Secrets,
    nwfilters: NwFilters,
    qemu: Qemu,
    lxc: Lxc,
} } }

/// Calls `$with!` with the rows of every family, one call a family.
#[macro_export]
macro_rules! operations { ($($with:tt)*) => {
    $crate::host_operations!($($with)*);
    $crate::domain_operations!($($with)*);
    $crate::device_operations!($($with)*);
    $crate::tuning_operations!($($with)*);
    $crate::monitoring_operations!($($with)*);
    $crate::save_operations!($($with)*);
    $crate::job_operations!($($with)*);
    $crate::migration_operations!($($with)*);
    $crate::guest_operations!($($with)*);
    $crate::snapshot_operations!($($with)*);
    $crate::checkpoint_operations!($($with)*);
    $crate::network_operations!($($with)*);
    $crate::interface_operations!($($with)*);
    $crate::storage_operations!($($with)*);
    $crate::nodedev_operations!($($with)*);
    $crate::secret_operations!($($with)*);
    $crate::nwfilter_operations!($($with)*);
    $crate::qemu_operations!($($with)*);
    $crate::lxc_operations!($($with)*);
    $crate::admin_operations!($($with)*);
} }

/// Makes a family's trait, whose methods answer "not supported" until a driver gives them a body, and the
/// description ([`crate::op::Op`]) of each of its operations.
macro_rules! define_family {
    (
        $(#[$doc:meta])* $family:ident in $program:ident from $origin:ident;
        calls { $($call_number:literal $call:ident($($call_arg:ident: $call_ty:ty),*) $(-> $call_ret:ty)?
            [$($call_acl:tt)*] $($call_mark:ident $(($($call_when:tt)*))?)*;)* }
        streams { $($stream_number:literal $stream:ident($($stream_arg:ident: $stream_ty:ty),*) $(-> $stream_ret:ty)?
            [$($stream_acl:tt)*] $($stream_mark:ident $(($($stream_when:tt)*))?)*;)* }
        irregular { $($odd_number:literal $odd:ident($($odd_arg:ident: $odd_ty:ty),*) $(-> $odd_ret:ty)?
            [$($odd_acl:tt)*] $($odd_mark:ident $(($($odd_when:tt)*))?)*;)* }
        protocol { $($wire_number:literal $wire:ident($($wire_arg:ident: $wire_ty:ty),*) $(-> $wire_ret:ty)?
            [$($wire_acl:tt)*] $($wire_mark:ident $(($($wire_when:tt)*))?)*;)* }
    ) => {
        $(#[$doc])*
        ///
        /// Each method is an operation of the API table; what a driver does not override answers
        /// `VIR_ERR_NO_SUPPORT`.
        #[allow(unused_variables, clippy::too_many_arguments)]
        pub trait $family: Send + Sync {
            $(fn $call(&self, $($call_arg: $call_ty),*) -> virt_error::Result<$crate::api::result!($($call_ret)?)> {
                Err(virt_error::Error::unsupported())
            })*
            $(fn $stream(&self, $($stream_arg: $stream_ty),*)
                -> virt_error::Result<($crate::stream::StreamBox, $crate::api::result!($($stream_ret)?))>
            {
                Err(virt_error::Error::unsupported())
            })*
            $(fn $odd(&self, $($odd_arg: $odd_ty),*) -> virt_error::Result<$crate::api::result!($($odd_ret)?)> {
                Err(virt_error::Error::unsupported())
            })*
        }

        impl $family for $crate::connection::Unsupported {}

        /// Every operation of this family, in the order of its blocks.
        pub(super) const OPERATIONS: &[&$crate::op::Op] =
            &[$(&op::$call,)* $(&op::$stream,)* $(&op::$odd,)* $(&op::$wire,)*];

        /// The descriptions of this family's operations.
        #[allow(non_upper_case_globals)]
        pub mod op {
            use $crate::op::Op;

            $($crate::api::describe!($program $origin Call $call_number $call
                ($($call_arg),*) [$($call_acl)*] $($call_mark $(($($call_when)*))?)*);)*
            $($crate::api::describe!($program $origin Stream $stream_number $stream
                ($($stream_arg),*) [$($stream_acl)*] $($stream_mark $(($($stream_when)*))?)*);)*
            $($crate::api::describe!($program $origin Irregular $odd_number $odd
                ($($odd_arg),*) [$($odd_acl)*] $($odd_mark $(($($odd_when)*))?)*);)*
            $($crate::api::describe!($program $origin Protocol $wire_number $wire
                ($($wire_arg),*) [$($wire_acl)*] $($wire_mark $(($($wire_when)*))?)*);)*
        }
    };
}
pub(crate) use define_family;

/// The result type of a row: `()` when it names none.
macro_rules! result {
    () => {
        ()
    };
    ($ty:ty) => {
        $ty
    };
}
pub(crate) use result;

/// One operation's description, from its row.
macro_rules! describe {
    ($program:ident $origin:ident $form:ident $number:literal $name:ident ($($arg:ident),*) [$($acl:tt)*] $($marks:tt)*) => {
        pub static $name: Op = $crate::api::mark!(
            Op {
                program: $crate::op::Program::$program,
                number: $number,
                name: stringify!($name),
                arguments: &[$(stringify!($arg)),*],
                form: $crate::op::Form::$form,
                high_priority: false,
                origin: virt_error::Origin::$origin,
                writes: $crate::op::When::Never,
                shows_secrets: false,
                rules: $crate::api::rules!($($acl)*),
                filter: $crate::api::filter!($($acl)*),
            }; $($marks)*
        );
    };
}
pub(crate) use describe;

/// Applies a row's marks to its description.
macro_rules! mark {
    ($op:expr;) => { $op };
    ($op:expr; high $($rest:tt)*) => { $crate::api::mark!($op.high(); $($rest)*) };
    ($op:expr; sends $($rest:tt)*) => { $crate::api::mark!($op; $($rest)*) };
    ($op:expr; receives $($rest:tt)*) => { $crate::api::mark!($op; $($rest)*) };
    ($op:expr; of($origin:ident) $($rest:tt)*) => {
        $crate::api::mark!($op.of(virt_error::Origin::$origin); $($rest)*)
    };
    ($op:expr; secure($($flag:ident)|+) $($rest:tt)*) => {
        $crate::api::mark!($op.secure($($crate::constants::$flag)|+); $($rest)*)
    };
    ($op:expr; write($($when:tt)*) $($rest:tt)*) => {
        $crate::api::mark!($op.writes($crate::api::when!($($when)*)); $($rest)*)
    };
    ($op:expr; write $($rest:tt)*) => { $crate::api::mark!($op.writes($crate::op::When::Always); $($rest)*) };
}
pub(crate) use mark;

/// A condition of a row.
macro_rules! when {
    () => {
        $crate::op::When::Always
    };
    (config) => {
        $crate::op::When::Config
    };
    (flags $flag:ident) => {
        $crate::op::When::Flags($crate::constants::$flag as u32)
    };
    (source $value:ident) => {
        $crate::op::When::Source($crate::constants::$value as u32)
    };
}
pub(crate) use when;

/// The permissions of a row.
macro_rules! rules {
    (none) => { &[] };
    ($($object:ident:$permission:ident $(if $kind:ident $($value:ident)?)?),+ $(=> $each:ident:$needs:ident)?) => {
        &[$($crate::op::Rule {
            object: stringify!($object),
            permission: stringify!($permission),
            when: $crate::api::when!($($kind $($value)?)?),
        }),+]
    };
}
pub(crate) use rules;

/// The permission that each listed object needs to be shown.
macro_rules! filter {
    (none) => {
        None
    };
    ($($object:ident:$permission:ident $(if $kind:ident $($value:ident)?)?),+) => {
        None
    };
    ($($object:ident:$permission:ident $(if $kind:ident $($value:ident)?)?),+ => $each:ident:$needs:ident) => {
        Some((stringify!($each), stringify!($needs)))
    };
}
pub(crate) use filter;

/// Re-exports the families' traits, and their descriptions under one module.
macro_rules! export {
    ($($family:ident: $trait:ident),+ $(,)?) => {
        $(pub use $family::$trait;)+

        /// The description of every operation, by the operation's name.
        pub mod ops {
            $(pub use super::$family::op::*;)+

            /// Every operation, family by family.
            pub fn all() -> impl Iterator<Item = &'static crate::op::Op> {
                [$(super::$family::OPERATIONS),+].into_iter().flatten().copied()
            }
        }
    };
}

export! {
    admin: Admin, checkpoint: Checkpoints, device: Devices, domain: Domains, guest: Guests, host: Host,
    interface: Interfaces, job: Jobs, lxc: Lxc, migration: Migration, monitoring: Monitoring, network: Networks,
    nodedev: NodeDevices, nwfilter: NwFilters, qemu: Qemu, save: Saving, secret: Secrets, snapshot: Snapshots,
    storage: Storage, tuning: Tuning,
}
