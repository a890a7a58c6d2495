//! The operations: each regular row of the API table as one call over the wire.

use crate::remote::Remote;
use virt_core::{Result, api::*, records::*, stream::StreamBox, types::*};
use virt_rpc::xdr::Pack;

/// Makes the calls of a family from its rows. Operations that carry descriptors are not among them.
macro_rules! stubs {
    (
        $(#[$doc:meta])* $family:ident in $program:ident from $origin:ident;
        calls { $($number:literal $call:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?
            [$($acl:tt)*] $($mark:ident $(($($when:tt)*))?)*;)* }
        streams { $($stream_number:literal $stream:ident($($stream_arg:ident: $stream_ty:ty),*) $(-> $stream_ret:ty)?
            [$($stream_acl:tt)*] $($stream_mark:ident $(($($stream_when:tt)*))?)*;)* }
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

            $(fn $stream(&self, $($stream_arg: $stream_ty),*) -> Result<(StreamBox, result!($($stream_ret)?))> {
                let mut call = self.client.begin(&ops::$stream);
                $($stream_arg.pack(call.arguments());)*
                self.client.open_stream(&ops::$stream, call)
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
