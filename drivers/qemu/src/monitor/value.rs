//! Reading what an emulator answered: members that must be there, members that may be, and errors for wrong types.

use serde_json::Value;
use virt_error::{Error, Result, error};

/// An object in the answer to a command.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    command: &'a str,
    value: &'a Value,
}

impl<'a> Fields<'a> {
    /// Errors: `VIR_ERR_INTERNAL_ERROR` for what is not an object, as for every wrong type below.
    pub fn of(command: &'a str, value: &'a Value) -> Result<Fields<'a>> {
        match value {
            Value::Object(_) => Ok(Fields { command, value }),
            _ => Err(error!(Qemu, InternalError, "{command} reply has an entry that is not an object")),
        }
    }

    /// The objects of an answer that is a list of them.
    pub fn list(command: &'a str, value: &'a Value) -> Result<Vec<Fields<'a>>> {
        match value {
            Value::Array(entries) => entries.iter().map(|entry| Fields::of(command, entry)).collect(),
            _ => Err(error!(Qemu, InternalError, "{command} reply was not an array")),
        }
    }

    /// A member that is there and not null.
    pub fn find(self, name: &str) -> Option<&'a Value> {
        self.value.get(name).filter(|value| !value.is_null())
    }

    fn optional<T>(self, name: &str, read: impl FnOnce(&'a Value) -> Option<T>) -> Result<Option<T>> {
        self.find(name).map(|value| read(value).ok_or_else(|| self.wrong(name))).transpose()
    }

    fn wrong(self, name: &str) -> Error {
        error!(Qemu, InternalError, "{} reply has a malformed '{name}'", self.command)
    }

    fn needed<T>(self, name: &str, value: Option<T>) -> Result<T> {
        value.ok_or_else(|| error!(Qemu, InternalError, "{} reply was missing '{name}'", self.command))
    }

    pub fn some_text(self, name: &str) -> Result<Option<&'a str>> {
        self.optional(name, Value::as_str)
    }

    pub fn text(self, name: &str) -> Result<&'a str> {
        self.needed(name, self.some_text(name)?)
    }

    pub fn some_flag(self, name: &str) -> Result<Option<bool>> {
        self.optional(name, Value::as_bool)
    }

    pub fn flag(self, name: &str) -> Result<bool> {
        self.needed(name, self.some_flag(name)?)
    }

    /// A number; one that is beyond `u64` or below 0 is malformed.
    pub fn some_number(self, name: &str) -> Result<Option<u64>> {
        self.optional(name, Value::as_u64)
    }

    pub fn number(self, name: &str) -> Result<u64> {
        self.needed(name, self.some_number(name)?)
    }

    pub fn some_object(self, name: &str) -> Result<Option<Fields<'a>>> {
        let object = self.optional(name, |value| value.is_object().then_some(value))?;
        Ok(object.map(|value| Fields { command: self.command, value }))
    }

    pub fn object(self, name: &str) -> Result<Fields<'a>> {
        self.needed(name, self.some_object(name)?)
    }

    /// The objects in a list; none where there is no list.
    pub fn objects(self, name: &str) -> Result<Vec<Fields<'a>>> {
        let list = self.optional(name, Value::as_array)?;
        list.into_iter().flatten().map(|entry| Fields::of(self.command, entry)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_missing_member_may_be_missing_and_a_wrong_one_is_wrong() {
        let value = json!({"a": "x", "b": null, "c": -1, "d": {"e": [{"f": true}, {}]}, "g": [1]});
        let fields = Fields::of("query-x", &value).unwrap();
        assert_eq!(fields.text("a").unwrap(), "x");
        assert_eq!(fields.some_text("b").unwrap(), None);
        assert_eq!(fields.some_number("z").unwrap(), None);
        let wrong = fields.some_number("c").unwrap_err();
        assert_eq!(wrong.message(), "internal error: query-x reply has a malformed 'c'");
        assert_eq!(
            fields.number("z").unwrap_err().message(),
            "internal error: query-x reply was missing 'z'"
        );
        let entries = fields.object("d").unwrap().objects("e").unwrap();
        assert_eq!((entries.len(), entries[0].flag("f").unwrap()), (2, true));
        assert!(fields.objects("g").is_err() && fields.objects("a").is_err());
        assert!(fields.objects("z").unwrap().is_empty());
        assert!(Fields::of("query-x", &json!([])).is_err() && Fields::list("query-x", &json!({})).is_err());
    }
}
