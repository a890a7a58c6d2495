//! The operations: each regular row of the API table as one call over the wire.

use crate::remote::Remote;
use virt_core::{Result, api::*, records::*, types::*};
use virt_rpc::xdr::Pack;

/// Makes the calls of a family from its rows. Operations that carry streams or descriptors are not among them.
macro_rules! stubs {
    (
        $(#[$doc:meta])* $family:ident in $program:ident from $origin:ident;
        calls { $($number:literal $call:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?
            [$($acl:tt)*] $($mark:ident $(($($when:tt)*))?)*;)* }
        streams { $($streams:tt)* }
        irregular { $($odd:tt)* }
        protocol { $($wire:tt)* }
    ) => {
        impl $family for Remote {
            $(#[allow(unused_mut)]
            fn $call(&self, $($arg: $ty),*) -> Result<result!($($ret)?)> {
                let mut call = self.client.begin(&ops::$call);
                $($arg.pack(call.arguments());)*
                self.client.finish(call)
            })*
        }
    };
}

/// The result type of a row: `()` when it names none.
macro_rules! result {
    () => {
        ()
    };
    ($ty:ty) => {
        $ty
    };
}

virt_core::operations!(stubs);
