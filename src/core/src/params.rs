//! Typed parameters: named values, as `virTypedParameter` carries them, and the checks on what a caller passes.

use std::{borrow::Cow, ops::Deref};
use virt_error::{Result, bail};

/// The longest name a parameter may have: `VIR_TYPED_PARAM_FIELD_LENGTH` less the terminating NUL.
pub const FIELD_MAX: usize = 79;

/// A value and its kind; the numbers of the kinds are those of `virTypedParameterType`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Int(i32),
    UInt(u32),
    LLong(i64),
    ULLong(u64),
    Double(f64),
    Boolean(bool),
    String(String),
}

/// The kind of a [`Value`]: `virTypedParameterType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub enum Kind {
    Int = 1,
    UInt = 2,
    LLong = 3,
    ULLong = 4,
    Double = 5,
    Boolean = 6,
    String = 7,
}

impl Kind {
    /// The kind of that number.
    pub fn from_number(number: i32) -> Option<Kind> {
        use Kind::*;
        [Int, UInt, LLong, ULLong, Double, Boolean, String].into_iter().find(|kind| *kind as i32 == number)
    }

    /// The word libvirt's messages have for this kind.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Int => "int",
            Kind::UInt => "uint",
            Kind::LLong => "llong",
            Kind::ULLong => "ullong",
            Kind::Double => "double",
            Kind::Boolean => "boolean",
            Kind::String => "string",
        }
    }
}

impl Value {
    pub fn kind(&self) -> Kind {
        match self {
            Value::Int(_) => Kind::Int,
            Value::UInt(_) => Kind::UInt,
            Value::LLong(_) => Kind::LLong,
            Value::ULLong(_) => Kind::ULLong,
            Value::Double(_) => Kind::Double,
            Value::Boolean(_) => Kind::Boolean,
            Value::String(_) => Kind::String,
        }
    }
}

/// One named value. A name that the library itself gives costs no allocation.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedParam {
    pub field: Cow<'static, str>,
    pub value: Value,
}

impl TypedParam {
    pub fn new(field: impl Into<Cow<'static, str>>, value: Value) -> TypedParam {
        TypedParam { field: field.into(), value }
    }
}

/// A list of at most `MAX` parameters on the wire.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Params<const MAX: usize>(pub Vec<TypedParam>);

impl<const MAX: usize> Deref for Params<MAX> {
    type Target = [TypedParam];
    fn deref(&self) -> &[TypedParam] {
        &self.0
    }
}

impl<const MAX: usize> From<Vec<TypedParam>> for Params<MAX> {
    fn from(params: Vec<TypedParam>) -> Self {
        Params(params)
    }
}

/// The value of the first parameter called `field`.
pub fn find<'a>(params: &'a [TypedParam], field: &str) -> Option<&'a Value> {
    params.iter().find(|param| param.field == field).map(|param| &param.value)
}

/// The string that `field` holds.
pub fn find_string<'a>(params: &'a [TypedParam], field: &str) -> Option<&'a str> {
    match find(params, field) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// The unsigned 64-bit number that `field` holds.
pub fn find_ullong(params: &[TypedParam], field: &str) -> Option<u64> {
    match find(params, field) {
        Some(Value::ULLong(number)) => Some(*number),
        _ => None,
    }
}

/// What a setter accepts: a name, its kind, and whether it may come more than once.
pub struct Accepted(pub &'static str, pub Kind, pub Multiple);

/// Whether a parameter may be repeated.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Multiple {
    Once,
    Many,
}

/// Checks that each of `params` is one of `accepted`, of its kind, and given once unless it may repeat.
///
/// Errors are libvirt's: `VIR_ERR_INVALID_ARG` for a wrong kind or a repetition, and
/// `VIR_ERR_ARGUMENT_UNSUPPORTED` for a name that is not accepted.
pub fn validate(params: &[TypedParam], accepted: &[Accepted]) -> Result<()> {
    for (index, param) in params.iter().enumerate() {
        let field = &param.field;
        let Some(Accepted(_, kind, multiple)) = accepted.iter().find(|entry| entry.0 == *field) else {
            bail!(None, ArgumentUnsupported, "parameter '{field}' not supported");
        };
        if *multiple == Multiple::Once && params[..index].iter().any(|earlier| earlier.field == *field) {
            bail!(None, InvalidArg, "parameter '{field}' occurs multiple times");
        }
        let got = param.value.kind();
        if got != *kind {
            bail!(
                None,
                InvalidArg,
                "invalid type '{}' for parameter '{field}', expected '{}'",
                got.word(),
                kind.word()
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[Accepted] = &[
        Accepted("cpu_shares", Kind::ULLong, Multiple::Once),
        Accepted("disk", Kind::String, Multiple::Many),
    ];

    fn refusal(params: &[TypedParam]) -> String {
        validate(params, ACCEPTED).unwrap_err().message().to_owned()
    }

    #[test]
    fn what_a_setter_does_not_know_is_refused_by_name() {
        let shares = || TypedParam::new("cpu_shares", Value::ULLong(1));
        let disk = || TypedParam::new("disk", Value::String("vda".into()));
        assert!(validate(&[shares(), disk(), disk()], ACCEPTED).is_ok());
        assert!(refusal(&[shares(), shares()]).ends_with("parameter 'cpu_shares' occurs multiple times"));
        assert!(refusal(&[TypedParam::new("x", Value::Int(1))]).ends_with("parameter 'x' not supported"));
        assert!(
            refusal(&[TypedParam::new("disk", Value::Int(1))])
                .ends_with("invalid type 'int' for parameter 'disk', expected 'string'")
        );
    }
}
