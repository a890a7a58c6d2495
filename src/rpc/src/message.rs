//! Messages: the length word and the header, errors as they travel, and the bytes of a socket cut into messages.
//!
//! ```text
//! length (of everything, itself included) | program version procedure type serial status | payload
//! ```

use crate::xdr::{Malformed, Pack, Reader, Unpack, Writer};
use virt_core::{Code, Error, Origin, Result, op::Program, records};
use virt_error::{Level, error};

/// The length word.
const LENGTH_BYTES: usize = 4;
/// The header after the length word.
const HEADER_BYTES: usize = 24;
/// The longest message, without its length word.
pub const MESSAGE_MAX: usize = 33_554_432;
/// What a buffer for messages starts with: most calls and replies fit, and an idle connection costs little.
const BUFFER_FIRST: usize = 1024;
/// A buffer that has grown beyond this shrinks again.
pub const BUFFER_KEPT: usize = 65_536;
/// The most data of a stream that one message carries.
pub const STREAM_PAYLOAD_MAX: usize = 262_120;
/// The version of every program.
pub const VERSION: u32 = 1;

/// The program that asks whether the other end is there, and answers.
pub mod keepalive {
    pub const PROGRAM: u32 = 0x6b65_6570;
    pub const PING: i32 = 1;
    pub const PONG: i32 = 2;
}

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Kind {
    Call = 0,
    Reply = 1,
    /// Not an answer to anything: an event, or keepalive.
    Message = 2,
    Stream = 3,
    CallWithFds = 4,
    ReplyWithFds = 5,
    StreamHole = 6,
}

impl Kind {
    pub fn from_number(number: u32) -> Option<Kind> {
        use Kind::*;
        [Call, Reply, Message, Stream, CallWithFds, ReplyWithFds, StreamHole].get(number as usize).copied()
    }
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Status {
    Ok = 0,
    Error = 1,
    Continue = 2,
}

/// A message's header. `kind` and `status` are what the other side sent, known or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    pub program: u32,
    pub version: u32,
    pub procedure: i32,
    pub kind: u32,
    pub serial: u32,
    pub status: u32,
}

impl Header {
    /// The header of a call.
    pub fn call(program: Program, procedure: i32, serial: u32) -> Header {
        Header {
            program: program as u32,
            version: VERSION,
            procedure,
            kind: Kind::Call as u32,
            serial,
            status: Status::Ok as u32,
        }
    }

    /// The header of the answer to this call.
    pub fn reply(self, status: Status) -> Header {
        Header { kind: Kind::Reply as u32, status: status as u32, ..self }
    }

    /// The header of a packet of the stream that this call opened.
    pub fn packet(self, kind: Kind, status: Status) -> Header {
        Header { kind: kind as u32, status: status as u32, ..self }
    }

    /// The header of an event.
    pub fn event(program: Program, procedure: i32) -> Header {
        Header { kind: Kind::Message as u32, serial: 1, ..Header::call(program, procedure, 1) }
    }

    /// The header of a ping or pong.
    pub fn keepalive(procedure: i32) -> Header {
        Header {
            program: keepalive::PROGRAM,
            version: VERSION,
            procedure,
            kind: Kind::Message as u32,
            serial: 0,
            status: Status::Ok as u32,
        }
    }

    pub fn kind(&self) -> Option<Kind> {
        Kind::from_number(self.kind)
    }

    pub fn is_ok(&self) -> bool {
        self.status == Status::Ok as u32
    }

    pub fn is_keepalive(&self) -> bool {
        self.program == keepalive::PROGRAM && self.version == VERSION
    }

    fn write(&self, to: &mut Writer) {
        to.word(self.program);
        to.word(self.version);
        to.word(self.procedure as u32);
        to.word(self.kind);
        to.word(self.serial);
        to.word(self.status);
    }

    fn read(from: &mut Reader<'_>) -> std::result::Result<Header, Malformed> {
        Ok(Header {
            program: from.word()?,
            version: from.word()?,
            procedure: from.word()? as i32,
            kind: from.word()?,
            serial: from.word()?,
            status: from.word()?,
        })
    }
}

/// Writes one message after what a buffer holds: `begin`, the payload, `end`.
pub struct Envelope {
    start: usize,
}

impl Envelope {
    pub fn begin(header: &Header, to: &mut Writer) -> Envelope {
        let start = to.bytes().len();
        to.word(0);
        header.write(to);
        Envelope { start }
    }

    /// Fills in the length. On an error the buffer is as it was before the message.
    pub fn end(self, to: &mut Writer) -> Result<()> {
        let length = to.bytes().len() - self.start;
        if to.refused() || length - LENGTH_BYTES > MESSAGE_MAX {
            self.abandon(to);
            return Err(error!(Rpc, Rpc, "Unable to encode message payload"));
        }
        to.bytes_mut()[self.start..self.start + LENGTH_BYTES].copy_from_slice(&(length as u32).to_be_bytes());
        Ok(())
    }

    /// Takes the message back.
    pub fn abandon(&self, to: &mut Writer) {
        let mut bytes = std::mem::take(to.bytes_mut());
        bytes.truncate(self.start);
        *to = Writer::after(bytes);
    }
}

/// Writes a whole message.
pub fn write(header: &Header, payload: &(impl Pack + ?Sized), to: &mut Writer) -> Result<()> {
    let envelope = Envelope::begin(header, to);
    payload.pack(to);
    envelope.end(to)
}

/// "The payload is not what the procedure takes."
#[cold]
fn undecodable(malformed: Malformed) -> Error {
    error!(Rpc, Rpc, "Unable to decode message payload: {malformed}")
}

impl From<Malformed> for Error {
    fn from(malformed: Malformed) -> Error {
        undecodable(malformed)
    }
}

/// The number of bytes of the message at the start of `bytes`, its length word included; `None` while the length
/// word is not whole. Lengths that no message can have are errors, after which nothing on the socket makes sense.
pub fn length(bytes: &[u8]) -> Result<Option<usize>> {
    let Some((word, _)) = bytes.split_first_chunk::<LENGTH_BYTES>() else { return Ok(None) };
    let length = u32::from_be_bytes(*word) as usize;
    let (least, most) = (LENGTH_BYTES + HEADER_BYTES, LENGTH_BYTES + MESSAGE_MAX);
    if length < least {
        return Err(error!(Rpc, Rpc, "packet {length} bytes received from server too small, want {least}"));
    }
    if length > most {
        return Err(error!(Rpc, Rpc, "packet {length} bytes received from server too large, want {most}"));
    }
    Ok(Some(length))
}

/// Splits a whole message into header and payload.
pub fn parse(message: &[u8]) -> Result<(Header, &[u8])> {
    let mut from = Reader::new(message.get(LENGTH_BYTES..).unwrap_or_default());
    let header = Header::read(&mut from).map_err(|_| error!(Rpc, Rpc, "Unable to decode message header"))?;
    Ok((header, from.rest()))
}

/// An error as it travels: `virNetMessageError`.
pub struct WireError<'a>(pub &'a Error);

impl Pack for WireError<'_> {
    fn pack(&self, to: &mut Writer) {
        let error = self.0;
        let [str1, str2, str3] = error.strings();
        to.word(error.code() as u32);
        to.word(error.origin() as u32);
        Some(error.message()).pack(to);
        to.word(error.level() as u32);
        None::<records::Domain>.pack(to);
        str1.pack(to);
        str2.pack(to);
        str3.pack(to);
        let [int1, int2] = error.ints();
        int1.pack(to);
        int2.pack(to);
        None::<records::Network>.pack(to);
    }
}

/// Reads the error that a reply carries.
///
/// A server that does not know a procedure says so with a protocol error; to the caller that means that the
/// operation is not supported there.
pub fn read_error(payload: &[u8]) -> Error {
    read_error_fields(payload).unwrap_or_else(undecodable)
}

fn read_error_fields(payload: &[u8]) -> std::result::Result<Error, Malformed> {
    let mut from = Reader::new(payload);
    let number = i32::unpack(&mut from)?;
    let origin = Origin::from_number(i32::unpack(&mut from)?).unwrap_or(Origin::None);
    let message = Option::<String>::unpack(&mut from)?.unwrap_or_default();
    let level = if i32::unpack(&mut from)? == Level::Warning as i32 { Level::Warning } else { Level::Error };
    Option::<records::Domain>::unpack(&mut from)?;
    let strings = [
        Option::<String>::unpack(&mut from)?,
        Option::<String>::unpack(&mut from)?,
        Option::<String>::unpack(&mut from)?,
    ];
    let ints = [i32::unpack(&mut from)?, i32::unpack(&mut from)?];
    Option::<records::Network>::unpack(&mut from)?;
    from.end()?;

    let unknown_procedure = number == Code::Rpc as i32
        && matches!(origin, Origin::Remote | Origin::Rpc)
        && message.starts_with("unknown procedure");
    let code = if unknown_procedure { Some(Code::NoSupport) } else { Code::from_number(number) };
    Ok(Error::received(origin, code.unwrap_or(Code::InternalError), level, message, strings, ints))
}

/// Bytes from a socket, cut into messages.
///
/// The buffer grows as bytes arrive, never because a length word asks for it, and shrinks back after a large
/// message.
#[derive(Default)]
pub struct Inbox {
    bytes: Vec<u8>,
    start: usize,
    end: usize,
}

impl Inbox {
    /// The next whole message, length word included.
    pub fn next_message(&mut self) -> Result<Option<&[u8]>> {
        let Some(length) = self.next_length()? else { return Ok(None) };
        let message = self.start..self.start + length;
        self.start += length;
        Ok(Some(&self.bytes[message]))
    }

    /// The length of the next message, when the whole of it is here.
    pub fn next_length(&self) -> Result<Option<usize>> {
        let held = &self.bytes[self.start..self.end];
        Ok(length(held)?.filter(|length| *length <= held.len()))
    }

    /// Whether no byte is held.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Drops up to `count` held bytes; how many there were.
    pub fn skip(&mut self, count: usize) -> usize {
        let skipped = count.min(self.end - self.start);
        self.start += skipped;
        skipped
    }

    /// Room for more bytes; [`Inbox::filled`] says how many came.
    pub fn room(&mut self) -> &mut [u8] {
        if self.start > 0 {
            self.bytes.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        if self.end == 0 && self.bytes.len() > BUFFER_KEPT {
            self.bytes = Vec::new();
        }
        if self.bytes.is_empty() {
            self.bytes.resize(BUFFER_FIRST, 0);
        } else if self.end == self.bytes.len() {
            let longer = (4 * self.bytes.len()).min(2 * MESSAGE_MAX);
            self.bytes.resize(longer, 0);
        }
        &mut self.bytes[self.end..]
    }

    pub fn filled(&mut self, count: usize) {
        self.end += count;
    }

    /// Gives the buffer back when nothing is held, so that an idle connection costs no memory.
    pub fn release(&mut self) {
        if self.is_empty() {
            *self = Inbox::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(inbox: &mut Inbox, bytes: &[u8]) {
        let mut left = bytes;
        while !left.is_empty() {
            let room = inbox.room();
            let count = room.len().min(left.len());
            room[..count].copy_from_slice(&left[..count]);
            inbox.filled(count);
            left = &left[count..];
        }
    }

    fn message(payload: usize) -> Vec<u8> {
        let mut to = Writer::default();
        let envelope = Envelope::begin(&Header::call(Program::remote, 7, 3), &mut to);
        to.fixed(&vec![7; payload]);
        envelope.end(&mut to).unwrap();
        to.finish().unwrap()
    }

    #[test]
    fn messages_are_cut_wherever_the_socket_cut_the_bytes() {
        let sizes = [0, 4, 100_000, 8, 2_000_000, 0];
        let all: Vec<u8> = sizes.iter().flat_map(|size| message(*size)).collect();
        for step in [28, 1000, 65_536, all.len()] {
            let mut inbox = Inbox::default();
            let mut found = Vec::new();
            for piece in all.chunks(step) {
                put(&mut inbox, piece);
                while let Some(message) = inbox.next_message().unwrap() {
                    let (header, payload) = parse(message).unwrap();
                    assert_eq!(header, Header::call(Program::remote, 7, 3));
                    found.push(payload.len());
                }
            }
            assert_eq!(found, sizes);
            assert!(inbox.is_empty());
        }
    }

    #[test]
    fn a_length_no_message_has_is_an_error_and_reserves_nothing() {
        for (length, refused) in [(0, true), (27, true), (28, false), (33_554_436, false), (33_554_437, true)]
        {
            let mut inbox = Inbox::default();
            put(&mut inbox, &u32::to_be_bytes(length));
            assert_eq!(inbox.next_message().is_err(), refused, "{length}");
            assert!(inbox.bytes.len() <= BUFFER_KEPT);
        }
    }

    #[test]
    fn an_error_arrives_as_it_was_sent() {
        let sent = error!(Test, NoDomain, "no domain with matching name '{}'", "web");
        let mut to = Writer::default();
        WireError(&sent).pack(&mut to);
        assert_eq!(read_error(to.bytes()), sent);
        for end in 0..to.bytes().len() {
            assert_eq!(read_error(&to.bytes()[..end]).code(), Code::Rpc);
        }
    }

    #[test]
    fn a_procedure_that_the_server_lacks_is_not_supported() {
        let sent = error!(Rpc, Rpc, "unknown procedure: {}", 999);
        let mut to = Writer::default();
        // The server's text has no template around it.
        let bare = Error::received(
            Origin::Rpc,
            Code::Rpc,
            Level::Error,
            "unknown procedure: 999".into(),
            sent.strings().clone(),
            [0, 0],
        );
        WireError(&bare).pack(&mut to);
        assert_eq!(read_error(to.bytes()).code(), Code::NoSupport);
    }
}
