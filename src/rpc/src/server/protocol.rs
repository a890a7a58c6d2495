//! The procedures that exist on the wire only, the few whose answer is the server's and not the driver's, and those
//! that may carry descriptors, which they do not here.

use super::{
    dispatch::Procedure,
    session::{Form, Outlet, Session, Which},
};
use crate::{
    events::CONNECTION_CLOSED,
    message::{Header, write},
    types::Argument,
    xdr::{Pack, Reader, Unpack, Writer},
};
use virt_core::{
    Result,
    api::{Host, ops},
    constants::VIR_CONNECT_RO,
    event::{Class, Filter, Subject},
    feature,
    op::{Op, Program},
    records::*,
    types::*,
};

/// `virConnectGetLibVersion` of this library.
const LIB_VERSION: u64 = {
    const fn number(text: &str) -> u64 {
        let (bytes, mut at, mut value) = (text.as_bytes(), 0, 0);
        while at < bytes.len() {
            value = value * 10 + (bytes[at] - b'0') as u64;
            at += 1;
        }
        value
    }
    number(env!("CARGO_PKG_VERSION_MAJOR")) * 1_000_000
        + number(env!("CARGO_PKG_VERSION_MINOR")) * 1_000
        + number(env!("CARGO_PKG_VERSION_PATCH"))
};

/// Procedures answered by hand: `operation(argument: type, …) |session| body`.
macro_rules! by_hand {
    ($($name:ident($($arg:ident: $ty:ty),*) |$session:ident| $body:expr;)*) => {
        $(fn $name($session: &Session, _: &Header, from: &mut Reader<'_>, to: &mut Writer) -> Result<()> {
            $(let $arg = <<$ty as Argument>::Stored as Unpack>::unpack(from)?;)*
            from.end()?;
            $(let $arg = <$ty as Argument>::lend(&$arg);)*
            allow(&ops::$name, $session)?;
            $body?.pack(to);
            Ok(())
        })*

        pub(super) const PROCEDURES: &[Procedure] = &[
            $(Procedure { op: &ops::$name, handler: Some($name) }),*
        ];
    };
}

/// The access check, except for what comes before there is anybody to check.
fn allow(op: &'static Op, session: &Session) -> Result<()> {
    if op.rules.is_empty() { Ok(()) } else { session.admit(op, 0, 0) }
}

by_hand! {
    connect_open(name: Option<&str>, flags: u32) |session| open(session, name, flags);
    connect_close() |session| close(session);
    auth_list() |session| no_authentication(session);

    connect_supports_feature(feature: i32) |session| supports_feature(session, feature);
    connect_get_uri() |session| session.connection().map(|connection| connection.uri.as_str());
    connect_is_secure() |session| session.connection()?.drivers.link.is_secure().map(i32::from);
    connect_get_lib_version() |session| lib_version(&*session.connection()?.drivers.host);

    domain_create_xml_with_files(xml_desc: &str, flags: u32) |session|
        session.connection()?.drivers.domains.domain_create_xml_with_files(xml_desc, flags, &[]);
    domain_create_with_files(dom: &Domain, flags: u32) |session|
        session.connection()?.drivers.domains.domain_create_with_files(dom, flags, &[]);

    connect_register_close_callback() |session| session.tell_of_close(true);
    connect_unregister_close_callback() |session| session.tell_of_close(false);

    connect_domain_event_register() |session| watch_legacy(session, 0).map(|()| 1);
    connect_domain_event_deregister() |session| session.unwatch(Which::Legacy(0)).map(|()| 0);
    connect_domain_event_register_any(event_id: i32) |session| watch_legacy(session, event_id);
    connect_domain_event_deregister_any(event_id: i32) |session| session.unwatch(Which::Legacy(event_id));
    connect_domain_event_callback_register_any(event_id: i32, dom: Option<&Domain>) |session|
        watch(session, event_id, dom);
    connect_domain_event_callback_deregister_any(callback_id: i32) |session|
        session.unwatch(Which::Number(Class::Domain, callback_id));
    connect_network_event_register_any(event_id: i32, net: Option<&Network>) |session|
        watch(session, event_id, net);
    connect_network_event_deregister_any(callback_id: i32) |session|
        session.unwatch(Which::Number(Class::Network, callback_id));
    connect_storage_pool_event_register_any(event_id: i32, pool: Option<&StoragePool>) |session|
        watch(session, event_id, pool);
    connect_storage_pool_event_deregister_any(callback_id: i32) |session|
        session.unwatch(Which::Number(Class::StoragePool, callback_id));
    connect_node_device_event_register_any(event_id: i32, dev: Option<&NodeDevice>) |session|
        watch(session, event_id, dev);
    connect_node_device_event_deregister_any(callback_id: i32) |session|
        session.unwatch(Which::Number(Class::NodeDevice, callback_id));
    connect_secret_event_register_any(event_id: i32, secret: Option<&Secret>) |session|
        watch(session, event_id, secret);
    connect_secret_event_deregister_any(callback_id: i32) |session|
        session.unwatch(Which::Number(Class::Secret, callback_id));
}

fn open(session: &Session, name: Option<&str>, flags: u32) -> Result<()> {
    session.open(name.unwrap_or_default(), flags & VIR_CONNECT_RO != 0)
}

fn close(session: &Session) -> Result<()> {
    session.close_after_reply();
    Ok(())
}

/// Everyone who reaches the socket is let in: the list of ways to authenticate holds "none" alone.
fn no_authentication(_: &Session) -> Result<List<i32, 20>> {
    Ok(List(vec![0]))
}

fn supports_feature(session: &Session, feature: i32) -> Result<i32> {
    match feature {
        // Clients ask for this before they open anything.
        feature::PROGRAM_KEEPALIVE => return Ok(1),
        feature::REMOTE_EVENT_CALLBACK | feature::REMOTE_CLOSE_CALLBACK => {
            session.connection()?;
            return Ok(1);
        }
        feature::FD_PASSING => {
            session.connection()?;
            return Ok(0);
        }
        _ => {}
    }
    match session.connection()?.drivers.host.connect_supports_feature(feature) {
        Err(error) if error.is_unsupported() => Ok(0),
        answer => answer,
    }
}

fn lib_version(host: &dyn Host) -> Result<u64> {
    match host.connect_get_lib_version() {
        Err(error) if error.is_unsupported() => Ok(LIB_VERSION),
        answer => answer,
    }
}

fn watch<S: Subject>(session: &Session, id: i32, subject: Option<&S>) -> Result<i32> {
    session.watch(Filter { class: S::CLASS, id, subject: subject.map(Subject::key) }, Form::Watched)
}

fn watch_legacy(session: &Session, id: i32) -> Result<()> {
    session.watch(Filter { class: Class::Domain, id, subject: None }, Form::Legacy)?;
    Ok(())
}

/// Tells a client that its connection's own other end is lost.
pub(super) fn send_closed(outlet: &dyn Outlet, reason: i32) {
    let mut to = Writer::default();
    if write(&Header::event(Program::remote, CONNECTION_CLOSED), &reason, &mut to).is_ok() {
        outlet.send(to.bytes());
    }
}
