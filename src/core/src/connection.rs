//! A connection: the drivers that serve it, where it came from, and how it is opened.

use crate::{
    api::*,
    event::{Filter, Subscriber},
    families,
};
use std::sync::{Arc, RwLock};
use virt_error::{Error, Origin, Result};

/// Serves nothing: every operation answers "not supported". It stands in for the families that a driver lacks.
pub struct Unsupported;

macro_rules! define_drivers {
    ($($field:ident: $family:ident,)*) => {
        /// The drivers of one connection, one a family. A hypervisor's driver fills in what it has, and other
        /// drivers (network, storage, …) the rest.
        #[derive(Clone)]
        pub struct Drivers {
            pub link: Arc<dyn Link>,
            $(pub $field: Arc<dyn $family>,)*
        }

        impl Drivers {
            /// No family is served.
            pub fn none(link: Arc<dyn Link>) -> Drivers {
                let unsupported = Arc::new(Unsupported);
                Drivers { link, $($field: unsupported.clone(),)* }
            }

            /// One driver serves every family.
            pub fn all<D: Link $(+ $family)* + 'static>(driver: Arc<D>) -> Drivers {
                Drivers { link: driver.clone(), $($field: driver.clone(),)* }
            }
        }
    };
}

families!(define_drivers);

/// Called once when a connection ends by itself, with a `virConnectCloseReason`.
pub type CloseCallback = Box<dyn FnOnce(i32) + Send>;

/// What a connection is, besides the operations it serves.
#[allow(unused_variables)]
pub trait Link: Send + Sync {
    /// Starts handing events to `subscriber`; the number that [`Link::unwatch`] takes.
    fn watch(&self, filter: &Filter, subscriber: Arc<dyn Subscriber>) -> Result<i32> {
        Err(virt_error::Error::unsupported())
    }

    /// Whether the events of QEMU's monitors can be watched as they come: [`crate::event::Class::QemuMonitor`].
    fn has_monitor_events(&self) -> bool {
        false
    }

    /// Ends a watch of that class.
    fn unwatch(&self, filter: &Filter, watch: i32) -> Result<()> {
        Err(virt_error::Error::unsupported())
    }

    /// Whether what is sent cannot be read by others: `virConnectIsEncrypted`.
    fn is_encrypted(&self) -> Result<bool> {
        Ok(false)
    }

    /// Whether what is sent cannot be read or changed by others: `virConnectIsSecure`.
    fn is_secure(&self) -> Result<bool> {
        Ok(true)
    }

    /// Whether the other end is there.
    fn is_alive(&self) -> Result<bool> {
        Ok(true)
    }

    /// Turns keepalive on. `Ok(false)`: the other end does not know it.
    fn set_keep_alive(&self, interval: i32, count: u32) -> Result<bool> {
        Err(virt_error::Error::unsupported())
    }

    /// Registers what is called when the other end is lost, or takes it back with `None`.
    fn on_close(&self, callback: Option<CloseCallback>) -> Result<()> {
        Ok(())
    }

    /// Ends the connection: what belongs to it alone (auto-destroyed guests, watches) goes with it.
    fn close(&self) {}
}

/// A connection that is open.
pub struct Connection {
    /// The URI that was asked for, aliases resolved.
    pub uri: String,
    pub read_only: bool,
    pub drivers: Drivers,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.drivers.link.close();
    }
}

/// One question to the user who opens a connection: `virConnectCredential`.
#[derive(Clone, Debug, Default)]
pub struct Credential {
    /// `virConnectCredentialType`.
    pub kind: i32,
    pub prompt: String,
    pub challenge: Option<String>,
    pub default: Option<String>,
    /// The answer.
    pub result: Option<Vec<u8>>,
}

/// How the user who opens a connection is asked: `virConnectAuth`.
pub trait Authenticator: Send + Sync {
    /// The kinds of credential that the user can give.
    fn kinds(&self) -> &[i32];

    /// Fills in the results; an error when the user gave up.
    fn ask(&self, credentials: &mut [Credential]) -> Result<()>;
}

/// What is asked of a driver when a connection is opened.
pub struct OpenRequest<'a> {
    /// The whole URI; empty when the caller gave none and none is configured.
    pub uri: &'a str,
    pub read_only: bool,
    pub auth: Option<&'a dyn Authenticator>,
    /// Flags of `virConnectOpenAuth`.
    pub flags: u32,
}

impl OpenRequest<'_> {
    /// The URI's scheme, with the transport when there is one: `test`, `qemu+ssh`.
    pub fn scheme(&self) -> &str {
        self.uri.split_once(':').map_or("", |(scheme, _)| scheme)
    }
}

/// A way to open connections.
pub trait Driver: Send + Sync {
    /// The name in messages.
    fn name(&self) -> &'static str;

    /// Opens a connection, or declines (`None`) a URI that is not this driver's.
    fn open(&self, request: &OpenRequest<'_>) -> Result<Option<Drivers>>;
}

static DRIVERS: RwLock<Vec<Arc<dyn Driver>>> = RwLock::new(Vec::new());

/// Makes `driver` known; earlier ones are asked first.
pub fn register(driver: Arc<dyn Driver>) {
    DRIVERS.write().unwrap_or_else(std::sync::PoisonError::into_inner).push(driver);
}

/// Opens a connection with the first driver that does not decline.
///
/// Errors: the driver's; `VIR_ERR_NO_CONNECT` when every driver declined.
pub fn open(request: &OpenRequest<'_>) -> Result<Connection> {
    let drivers = DRIVERS.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone();
    for driver in drivers {
        if let Some(drivers) = driver.open(request)? {
            return Ok(Connection { uri: request.uri.to_owned(), read_only: request.read_only, drivers });
        }
    }
    Err(no_driver(request.uri))
}

fn no_driver(uri: &str) -> Error {
    let shown = if uri.is_empty() { "(null)" } else { uri };
    virt_error::error!(None, NoConnect, "{shown}")
}

/// This library's version, as `virGetVersion` counts it.
pub fn library_version() -> u64 {
    let part = |text: &str| text.parse::<u64>().unwrap_or_default();
    part(env!("CARGO_PKG_VERSION_MAJOR")) * 1_000_000
        + part(env!("CARGO_PKG_VERSION_MINOR")) * 1_000
        + part(env!("CARGO_PKG_VERSION_PATCH"))
}

/// Refuses flags that an operation does not know: `VIR_ERR_INVALID_ARG` in libvirt's words.
///
/// `function` names the driver's function in the message, as libvirt's own check does; `origin` is the driver's.
#[inline]
pub fn check_flags(flags: u32, supported: u32, origin: Origin, function: &str) -> Result<()> {
    let unknown = flags & !supported;
    if unknown != 0 {
        let text = format!("unsupported flags (0x{unknown:x}) in function %s");
        return Err(Error::argument("flags", text).in_function(origin, function));
    }
    Ok(())
}
