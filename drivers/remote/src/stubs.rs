//! The operations: each regular row of the API table as one call over the wire.

use crate::remote::Remote;
use std::os::fd::BorrowedFd;
use virt_core::{Error, Result, api::*, records::*, stream::StreamBox, types::*};
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
            by_hand!($family);

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

/// The calls of a family that may carry descriptors; they go without any, and are not supported with some.
macro_rules! by_hand {
    (Domains) => {
        fn domain_create_xml_with_files(
            &self,
            xml: &str,
            flags: u32,
            files: &[BorrowedFd<'_>],
        ) -> Result<Domain> {
            carries_none(files)?;
            self.ask(&ops::domain_create_xml_with_files, &[&xml, &flags])
        }

        fn domain_create_with_files(
            &self,
            dom: &Domain,
            flags: u32,
            files: &[BorrowedFd<'_>],
        ) -> Result<Domain> {
            carries_none(files)?;
            self.ask(&ops::domain_create_with_files, &[dom, &flags])
        }
    };
    ($family:ident) => {};
}

fn carries_none(files: &[BorrowedFd<'_>]) -> Result<()> {
    if files.is_empty() { Ok(()) } else { Err(Error::unsupported()) }
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
