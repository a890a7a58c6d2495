//! The one error type of the project, and the numbers and texts that C callers know it by.
#![forbid(unsafe_code)]

mod codes;

pub use codes::{Code, Origin};
use std::{borrow::Cow, fmt};

/// `Result` with this project's [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

/// Stands for the name of the public function in an error that waits for it.
const FUNCTION: &str = "%s";

/// How bad it is: `virErrorLevel`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub enum Level {
    Warning = 1,
    Error = 2,
}

/// An error as the public API reports it (`virError`).
///
/// It is made where the fact is known, carried by `?`, and reported once, at the boundary. The contents are
/// boxed, so that a `Result` of a hot path stays small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Contents>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Contents {
    code: Code,
    origin: Origin,
    level: Level,
    message: String,
    strings: [Option<String>; 3],
    ints: [i32; 2],
}

impl Error {
    /// An error of `origin` whose message is the text of `code` around `detail`.
    /// `str1` is the message's template and `str2` the detail, as libvirt fills them.
    pub fn new<'a>(origin: Origin, code: Code, detail: impl Into<Cow<'a, str>>) -> Error {
        let detail = detail.into();
        let (_, template) = code.texts();
        Error(Box::new(Contents {
            code,
            origin,
            level: Level::Error,
            message: template.replacen("%s", &detail, 1),
            strings: [Some(template.to_owned()), Some(detail.into_owned()), None],
            ints: [-1, -1],
        }))
    }

    /// An error of `origin` with the text that `code` has without a detail.
    pub fn bare(origin: Origin, code: Code) -> Error {
        let (plain, _) = code.texts();
        Error(Box::new(Contents {
            code,
            origin,
            level: Level::Error,
            message: plain.to_owned(),
            strings: [Some(plain.to_owned()), None, None],
            ints: [-1, -1],
        }))
    }

    /// `VIR_ERR_INVALID_ARG` about the argument `argument` of the public function that is running; `%s` in
    /// `template` stands for that function's name, which [`Error::in_function`] fills in.
    pub fn argument<'a>(argument: &str, template: impl Into<Cow<'a, str>>) -> Error {
        Error(Box::new(Contents {
            code: Code::InvalidArg,
            origin: Origin::None,
            level: Level::Error,
            message: template.into().into_owned(),
            strings: [None, Some(argument.to_owned()), None],
            ints: [0, 0],
        }))
    }

    /// "This connection's driver does not have this operation"; [`Error::in_function`] adds which one.
    #[cold]
    pub fn unsupported() -> Error {
        Error::bare(Origin::None, Code::NoSupport)
    }

    /// An error whose detail is the public function that is running, which [`Error::in_function`] fills in. Without
    /// an origin of its own, it comes from that function's part of the library.
    #[cold]
    pub fn about_function(origin: Origin, code: Code) -> Error {
        Error::new(origin, code, FUNCTION)
    }

    /// Whether this is what [`Error::unsupported`] made.
    pub fn is_unsupported(&self) -> bool {
        self.0.code == Code::NoSupport && self.0.strings[1].is_none()
    }

    /// Completes an error that was waiting for the name of the public function it happened in, and for the part
    /// of the library that this function belongs to. Every other error stays as it is.
    pub fn in_function(mut self, origin: Origin, function: &str) -> Error {
        if self.is_unsupported() {
            return Error::new(origin, Code::NoSupport, function);
        }
        if self.0.strings[1].as_deref() == Some(FUNCTION) {
            let origin = if self.0.origin == Origin::None { origin } else { self.0.origin };
            return Error::new(origin, self.0.code, function);
        }
        let contents = &mut self.0;
        if contents.code == Code::InvalidArg && contents.strings[0].is_none() {
            contents.origin = origin;
            contents.message = contents.message.replacen("%s", function, 1);
            contents.strings[0] = Some(function.to_owned());
        }
        self
    }

    /// A failed system call: `VIR_ERR_SYSTEM_ERROR` with `what`, a colon and the system's text; `int1` is errno.
    pub fn system<'a>(origin: Origin, what: impl Into<Cow<'a, str>>, cause: &std::io::Error) -> Error {
        let text = cause.to_string();
        // `io::Error` appends " (os error N)", which libvirt's texts do not have.
        let text = text.split(" (os error").next().unwrap_or(&text);
        let mut error = Error::new(origin, Code::SystemError, format!("{}: {text}", what.into()));
        error.0.ints[0] = cause.raw_os_error().unwrap_or(-1);
        error
    }

    /// An error that arrived complete, over the wire or from another library: every field is given.
    pub fn received(
        origin: Origin,
        code: Code,
        level: Level,
        message: String,
        strings: [Option<String>; 3],
        ints: [i32; 2],
    ) -> Error {
        Error(Box::new(Contents { code, origin, level, message, strings, ints }))
    }

    /// The same error, said to come from `origin`.
    pub fn with_origin(mut self, origin: Origin) -> Error {
        self.0.origin = origin;
        self
    }

    pub fn code(&self) -> Code {
        self.0.code
    }

    pub fn origin(&self) -> Origin {
        self.0.origin
    }

    pub fn level(&self) -> Level {
        self.0.level
    }

    /// The whole text, as `virGetLastErrorMessage` gives it.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// `str1` to `str3` of `virError`.
    pub fn strings(&self) -> &[Option<String>; 3] {
        &self.0.strings
    }

    /// `int1` and `int2` of `virError`.
    pub fn ints(&self) -> [i32; 2] {
        self.0.ints
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {}

/// Makes an error: `error!(Domain, NoDomain, "no domain with matching name '{name}'")`.
///
/// The first word is an [`Origin`], the second a [`Code`]; the rest is formatted into the detail.
#[macro_export]
macro_rules! error {
    ($origin:ident, $code:ident, $($format:tt)+) => {
        $crate::Error::new($crate::Origin::$origin, $crate::Code::$code, format!($($format)+))
    };
}

/// Returns `Err` of what [`error!`] makes.
#[macro_export]
macro_rules! bail {
    ($($arguments:tt)+) => { return Err($crate::error!($($arguments)+)) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_detail_stands_where_the_template_says() {
        let error = error!(Domain, NoDomain, "no domain with matching name '{}'", "web");
        assert_eq!(error.message(), "Domain not found: no domain with matching name 'web'");
        assert_eq!(error.strings()[0].as_deref(), Some("Domain not found: %s"));
        assert_eq!(error.strings()[1].as_deref(), Some("no domain with matching name 'web'"));
    }

    #[test]
    fn a_waiting_error_learns_where_it_happened() {
        let error = Error::argument("xml", "xml in %s must not be NULL");
        let error = error.in_function(Origin::Domain, "virDomainDefineXML");
        assert_eq!(error.message(), "xml in virDomainDefineXML must not be NULL");
        assert_eq!(error.strings()[1].as_deref(), Some("xml"));
        let error = Error::unsupported().in_function(Origin::Domain, "virDomainReset");
        assert_eq!(
            error.message(),
            "this function is not supported by the connection driver: virDomainReset"
        );
        assert!(!error.is_unsupported());
    }

    #[test]
    fn an_error_about_a_function_learns_its_name() {
        let error = Error::about_function(Origin::None, Code::InvalidConn);
        let error = error.in_function(Origin::Streams, "virStreamNew");
        assert_eq!(error.message(), "invalid connection pointer in virStreamNew");
        assert_eq!(error.origin(), Origin::Streams);
        assert_eq!(error.strings()[1].as_deref(), Some("virStreamNew"));
    }

    #[test]
    fn a_system_error_has_the_text_and_the_number() {
        let error = Error::system(Origin::Storage, "cannot open '/x'", &std::io::Error::from_raw_os_error(2));
        assert_eq!(error.message(), "cannot open '/x': No such file or directory");
        assert_eq!(error.ints()[0], 2);
    }

    #[test]
    fn every_number_finds_its_code() {
        for &code in Code::ALL {
            assert_eq!(Code::from_number(code as i32), Some(code));
        }
    }
}
