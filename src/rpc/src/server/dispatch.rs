//! From a message to its answer: find the row, decode, check, call, encode. All of it comes from the API table.

use super::{session::Session, streams::Carries};
use crate::{
    message::{self, Envelope, Header, Kind, Status, VERSION, WireError, keepalive},
    types::Argument,
    xdr::{Pack, Reader, Unpack, Writer},
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::LazyLock,
};
use virt_core::{
    Error, Result,
    api::*,
    constants::{VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM, VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM},
    op::{Op, Program},
    records::*,
    types::*,
};
use virt_error::error;

/// Takes the arguments from a message, runs the operation, and adds the result to the answer.
pub type Handler = fn(&Session, &Header, &mut Reader<'_>, &mut Writer) -> Result<()>;

/// A procedure: its operation, and how it is answered if it can be.
#[derive(Clone, Copy)]
pub struct Procedure {
    pub op: &'static Op,
    pub handler: Option<Handler>,
}

/// A family of the API table, as the server sees it.
trait Served {
    const PROCEDURES: &'static [Procedure];

    /// Who serves this family in a session.
    fn of(session: &Session) -> Result<&Self>;
}

/// Makes a handler of each row that carries no descriptors.
macro_rules! serve {
    (
        $(#[$doc:meta])* $family:ident in $program:ident from $origin:ident;
        calls { $($number:literal $call:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?
            [$($acl:tt)*] $($mark:ident $(($($when:tt)*))?)*;)* }
        streams { $($stream_number:literal $stream:ident($($stream_arg:ident: $stream_ty:ty),*) $(-> $stream_ret:ty)?
            [$($stream_acl:tt)*] $($stream_mark:ident $(($($stream_when:tt)*))?)*;)* }
        irregular { $($odd_number:literal $odd:ident($($odd_args:tt)*) $(-> $odd_ret:ty)?
            [$($odd_acl:tt)*] $($odd_mark:ident $(($($odd_when:tt)*))?)*;)* }
        protocol { $($wire_number:literal $wire:ident($($wire_args:tt)*) $(-> $wire_ret:ty)?
            [$($wire_acl:tt)*] $($wire_mark:ident $(($($wire_when:tt)*))?)*;)* }
    ) => {
        impl Served for dyn $family {
            const PROCEDURES: &'static [Procedure] = &[
                $(Procedure { op: &ops::$call, handler: Some({
                    #[allow(unused_mut, unused_assignments)]
                    fn $call(session: &Session, _: &Header, from: &mut Reader<'_>, to: &mut Writer) -> Result<()> {
                        $(let $arg = <<$ty as Argument>::Stored as Unpack>::unpack(from)?;)*
                        from.end()?;
                        let (mut flags, mut source) = (0, 0);
                        $(note!($arg $arg flags source);)*
                        session.admit(&ops::$call, flags, source)?;
                        <dyn $family>::of(session)?.$call($(<$ty as Argument>::lend(&$arg)),*)?.pack(to);
                        Ok(())
                    }
                    $call
                }) },)*
                $(Procedure { op: &ops::$stream, handler: Some({
                    #[allow(unused_mut, unused_assignments)]
                    fn $stream(
                        session: &Session, header: &Header, from: &mut Reader<'_>, to: &mut Writer,
                    ) -> Result<()> {
                        $(let $stream_arg = <<$stream_ty as Argument>::Stored as Unpack>::unpack(from)?;)*
                        from.end()?;
                        let (mut flags, mut source) = (0, 0);
                        $(note!($stream_arg $stream_arg flags source);)*
                        session.admit(&ops::$stream, flags, source)?;
                        let (end, result) = <dyn $family>::of(session)?
                            .$stream($(<$stream_ty as Argument>::lend(&$stream_arg)),*)?;
                        result.pack(to);
                        let carries = Carries { outward: outward!($($stream_mark)*), holes: flags & sparse(&ops::$stream) != 0 };
                        session.open_stream(header, end, carries)
                    }
                    $stream
                }) },)*
                $(Procedure { op: &ops::$odd, handler: None },)*
                $(Procedure { op: &ops::$wire, handler: None },)*
            ];

            served_by!($family);
        }
    };
}

/// Remembers the two arguments that checks look at.
macro_rules! note {
    (flags $arg:ident $flags:ident $source:ident) => {
        $flags = $arg as u32
    };
    (source $arg:ident $flags:ident $source:ident) => {
        $source = $arg
    };
    ($other:ident $arg:ident $flags:ident $source:ident) => {};
}

/// Whether the marks of a row say that the caller receives.
macro_rules! outward {
    (receives) => {
        true
    };
    (sends) => {
        false
    };
    ($other:ident $($marks:ident)*) => {
        outward!($($marks)*)
    };
}

/// The flag of an operation that asks for holes to be told as such.
fn sparse(op: &Op) -> u32 {
    match op.name {
        "storage_vol_upload" => VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM,
        "storage_vol_download" => VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM,
        _ => 0,
    }
}

/// Administration is the daemon's own; every other family belongs to the connection.
macro_rules! served_by {
    (Admin) => {
        fn of(session: &Session) -> Result<&Self> {
            session.admin()
        }
    };
    ($family:ident) => {
        fn of(session: &Session) -> Result<&Self> {
            Ok(<dyn $family>::field(&session.connection()?.drivers))
        }
    };
}

/// The field of a connection's drivers that a family is.
trait Field {
    fn field(drivers: &virt_core::connection::Drivers) -> &Self;
}

macro_rules! fields {
    ($($field:ident: $family:ident,)*) => {
        $(impl Field for dyn $family {
            fn field(drivers: &virt_core::connection::Drivers) -> &Self {
                &*drivers.$field
            }
        })*

        const FAMILIES: &[&[Procedure]] =
            &[<dyn Admin>::PROCEDURES, $(<dyn $family>::PROCEDURES),*];
    };
}

virt_core::operations!(serve);
virt_core::families!(fields);

/// The procedures of one program, by number.
#[derive(Default)]
struct Procedures(Vec<Option<Procedure>>);

impl Procedures {
    fn set(&mut self, procedure: Procedure) {
        let number = procedure.op.number as usize;
        if self.0.len() <= number {
            self.0.resize(number + 1, None);
        }
        self.0[number] = Some(procedure);
    }
}

const PROGRAMS: [Program; 4] = [Program::remote, Program::qemu, Program::lxc, Program::admin];

static TABLE: LazyLock<[Procedures; 4]> = LazyLock::new(|| {
    PROGRAMS.map(|program| {
        let mut procedures = Procedures::default();
        let by_hand = super::protocol::PROCEDURES;
        let all = FAMILIES.iter().chain([&by_hand]).copied().flatten();
        all.filter(|procedure| procedure.op.program == program).for_each(|row| procedures.set(*row));
        procedures
    })
});

/// The procedure of that number; the outer `None` is a program that is not served.
pub fn find(program: u32, version: u32, number: i32) -> Option<Option<Procedure>> {
    let index = PROGRAMS.iter().position(|known| *known as u32 == program && version == VERSION)?;
    let number = usize::try_from(number).unwrap_or(usize::MAX);
    Some(TABLE[index].0.get(number).copied().flatten())
}

/// Answers one message: adds the reply, if there is to be one, to `to`.
///
/// An error means that nothing more can be understood, and the connection has to end.
pub fn answer(session: &Session, message: &[u8], to: &mut Writer) -> Result<()> {
    let (header, payload) = message::parse(message)?;
    if header.is_keepalive() {
        if header.procedure == keepalive::PING && header.kind() == Some(Kind::Message) {
            message::write(&Header::keepalive(keepalive::PONG), &(), to)?;
        }
        return Ok(());
    }

    match header.kind() {
        Some(Kind::Call | Kind::CallWithFds) => {}
        Some(Kind::Stream | Kind::StreamHole) => return session.streams.take(&header, payload, to),
        // An answer to nothing: there is nobody to tell.
        _ => return Ok(()),
    }
    if let Err(error) = call(session, &header, payload, to) {
        let reply = header.reply(Status::Error);
        if message::write(&reply, &WireError(&error), to).is_err() {
            // The text does not fit into a message.
            let short = Error::bare(error.origin(), error.code());
            message::write(&reply, &WireError(&short), to)?;
        }
    }
    Ok(())
}

fn call(session: &Session, header: &Header, payload: &[u8], to: &mut Writer) -> Result<()> {
    let Some(procedure) = find(header.program, header.version, header.procedure) else {
        return Err(error!(
            Rpc,
            Rpc, "Cannot find program {} version {}", header.program as i32, header.version as i32
        ));
    };
    if !header.is_ok() {
        return Err(error!(Rpc, Rpc, "Unexpected message status {}", header.status));
    }
    let Some(procedure) = procedure else {
        return Err(error!(Rpc, Rpc, "unknown procedure: {}", header.procedure));
    };
    let handler = match procedure.handler {
        Some(handler) if header.kind() == Some(Kind::Call) => handler,
        _ => return Err(located(Error::unsupported(), procedure.op)),
    };

    let envelope = Envelope::begin(&header.reply(Status::Ok), to);
    let outcome = catch_unwind(AssertUnwindSafe(|| handler(session, header, &mut Reader::new(payload), to)))
        .unwrap_or_else(|_| Err(error!(Rpc, InternalError, "{} panicked", procedure.op.name)));
    match outcome {
        Ok(()) => envelope.end(to),
        Err(error) => {
            envelope.abandon(to);
            Err(located(error, procedure.op))
        }
    }
}

/// Says which public function an error happened in, where the error waits for that.
fn located(error: Error, op: &Op) -> Error {
    if error.is_unsupported() || error.strings()[0].is_none() {
        error.in_function(op.origin, &op.api_name())
    } else {
        error
    }
}
