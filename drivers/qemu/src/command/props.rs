//! The two forms of an option's value: JSON, and `name=value,…`.

use serde_json::{Map, Value};
use std::fmt::{self, Display};
use virt_xml::{OnOff, YesNo};

/// The properties of an object, a device or a block device, in the order in which they were added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Props(Map<String, Value>);

impl Props {
    pub fn new() -> Props {
        Props::default()
    }

    /// A device of that driver.
    pub fn device(driver: impl Into<String>) -> Props {
        Props::new().with("driver", driver.into())
    }

    /// An object of that type with its identifier.
    pub fn object(kind: &str, id: impl Into<String>) -> Props {
        Props::new().with("qom-type", kind).with("id", id.into())
    }

    pub fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// Puts a value that may be missing.
    pub fn put_some<T: Into<Value>>(&mut self, name: &str, value: Option<T>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// Puts `true` for `on` and `false` for `off`, nothing where nothing is said.
    pub fn put_switch(&mut self, name: &str, switch: Option<OnOff>) {
        self.put_some(name, switch.map(|OnOff(on)| on));
    }

    /// Puts `true` for `yes` and `false` for `no`, nothing where nothing is said.
    pub fn put_yes(&mut self, name: &str, switch: Option<YesNo>) {
        self.put_some(name, switch.map(|YesNo(yes)| yes));
    }

    /// For properties that are enumerations: `"on"` or `"off"`.
    pub fn put_word(&mut self, name: &str, switch: Option<OnOff>) {
        self.put_some(name, switch.map(|OnOff(on)| if on { "on" } else { "off" }));
    }

    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Props {
        self.put(name, value);
        self
    }

    pub fn with_some<T: Into<Value>>(mut self, name: &str, value: Option<T>) -> Props {
        self.put_some(name, value);
        self
    }

    pub fn remove(&mut self, name: &str) {
        self.0.shift_remove(name);
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Props> for Value {
    fn from(props: Props) -> Value {
        Value::Object(props.0)
    }
}

impl Display for Props {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(&self.0).map_err(|_| fmt::Error)?)
    }
}

impl Props {
    /// The older form of a device: `driver,name=value,…`.
    pub fn as_options(&self) -> Options {
        let mut options = Options::default();
        for (name, value) in &self.0 {
            match value {
                Value::String(driver) if name == "driver" => options.word(driver),
                Value::String(word) => options.put(name, word),
                Value::Bool(on) => options.put_on(name, *on),
                other => options.put(name, other),
            }
        }
        options
    }
}

/// `name=value,…`: the form of options that have no JSON form. A comma in a value is doubled.
#[derive(Clone, Debug, Default)]
pub struct Options(String);

impl Options {
    /// Begins with a word that has no name: `socket` of `socket,id=…`.
    pub fn new(first: &str) -> Options {
        let mut options = Options::default();
        options.escaped(first);
        options
    }

    pub fn put(&mut self, name: &str, value: impl Display) {
        if !self.0.is_empty() {
            self.0.push(',');
        }
        self.0.push_str(name);
        self.0.push('=');
        self.escaped(&value.to_string());
    }

    pub fn put_some(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// Puts `on` or `off`.
    pub fn put_on(&mut self, name: &str, on: bool) {
        self.put(name, if on { "on" } else { "off" });
    }

    /// Puts `on` or `off`, nothing where nothing is said.
    pub fn put_switch(&mut self, name: &str, switch: Option<OnOff>) {
        if let Some(OnOff(on)) = switch {
            self.put_on(name, on);
        }
    }

    pub fn with(mut self, name: &str, value: impl Display) -> Options {
        self.put(name, value);
        self
    }

    /// A further word without a name.
    pub fn word(&mut self, word: &str) {
        if !self.0.is_empty() {
            self.0.push(',');
        }
        self.escaped(word);
    }

    /// The same with those of another behind.
    pub fn followed_by(mut self, other: &Options) -> Options {
        if !self.0.is_empty() && !other.0.is_empty() {
            self.0.push(',');
        }
        self.0.push_str(&other.0);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn escaped(&mut self, value: &str) {
        for letter in value.chars() {
            if letter == ',' {
                self.0.push(',');
            }
            self.0.push(letter);
        }
    }
}

impl Display for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_keep_their_order() {
        let mut props = Props::device("virtio-blk-pci").with("id", "virtio-disk0").with("bootindex", 1);
        props.put_switch("write-cache", Some(OnOff(false)));
        props.put_switch("iommu_platform", None);
        assert_eq!(
            props.to_string(),
            r#"{"driver":"virtio-blk-pci","id":"virtio-disk0","bootindex":1,"write-cache":false}"#
        );
    }

    #[test]
    fn commas_in_values_are_doubled() {
        let mut options = Options::new("socket").with("path", "/a,b");
        options.put_on("server", true);
        assert_eq!(options.to_string(), "socket,path=/a,,b,server=on");
    }
}
