//! What a line of QMP says.

use super::Answer;
use serde_json::{Map, Value};
use virt_error::{Error, Result, error};

/// A line with more values than this is not read: each takes many times the memory of its text.
const MOST_VALUES: usize = 500_000;

/// Lines below this size cannot have too many values.
const SMALL: usize = 1 << 18;

/// How much of a line that makes no sense is shown.
const SHOWN: usize = 200;

/// What an emulator says.
#[derive(Debug)]
pub enum Message {
    Greeting,
    Event {
        name: String,
        data: Value,
        /// In microseconds since 1970.
        time: u64,
    },
    /// The whole message, with `return` or `error`.
    Reply(Map<String, Value>),
}

/// Why an emulator did not do what a command says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// `GenericError`, `DeviceNotFound`, `CommandNotFound` …
    pub class: String,
    pub text: String,
}

impl Refusal {
    /// The command does not exist.
    pub fn is_unknown_command(&self) -> bool {
        self.class == "CommandNotFound"
    }

    /// The device does not exist.
    pub fn is_unknown_device(&self) -> bool {
        self.class == "DeviceNotFound"
    }

    /// libvirt's error for it.
    pub fn into_error(self, command: &str) -> Error {
        error!(Qemu, InternalError, "unable to execute QEMU command '{command}': {}", self.text)
    }
}

/// Reads a line.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` for what is not QMP.
pub fn parse(line: &[u8]) -> Result<Message> {
    if line.len() > SMALL
        && line.iter().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count() > MOST_VALUES
    {
        return Err(error!(Qemu, InternalError, "QEMU monitor reply has more than {MOST_VALUES} values"));
    }
    let value = serde_json::from_slice(line)
        .map_err(|cause| error!(Qemu, InternalError, "cannot parse json {}: {cause}", shown(line)))?;
    let Value::Object(mut message) = value else {
        return Err(error!(Qemu, InternalError, "Parsed JSON reply '{}' isn't an object", shown(line)));
    };
    if message.contains_key("QMP") {
        return Ok(Message::Greeting);
    }
    if let Some(name) = message.get_mut("event") {
        let Value::String(name) = name.take() else {
            return Err(error!(Qemu, InternalError, "Unknown JSON reply '{}'", shown(line)));
        };
        let data = match message.remove("data") {
            Some(data @ Value::Object(_)) => data,
            _ => Value::Object(Map::new()),
        };
        return Ok(Message::Event { name, data, time: time(message.get("timestamp")) });
    }
    if message.contains_key("return") || message.contains_key("error") {
        return Ok(Message::Reply(message));
    }
    Err(error!(Qemu, InternalError, "Unknown JSON reply '{}'", shown(line)))
}

/// The beginning of a line, for messages.
fn shown(line: &[u8]) -> String {
    let text = String::from_utf8_lossy(&line[..line.len().min(SHOWN)]).into_owned();
    if line.len() > SHOWN { text + "…" } else { text }
}

/// The time of an event; 0 where the emulator does not know it.
fn time(timestamp: Option<&Value>) -> u64 {
    let part =
        |name| timestamp.and_then(|timestamp| timestamp.get(name)).and_then(Value::as_u64).unwrap_or(0);
    part("seconds").saturating_mul(1_000_000).saturating_add(part("microseconds"))
}

/// What a reply says to `command`.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` for a reply that is neither.
pub fn answer(mut reply: Map<String, Value>, command: &str) -> Result<Answer> {
    let Some(refusal) = reply.get_mut("error") else {
        return match reply.get_mut("return") {
            Some(value) => Ok(Ok(value.take())),
            None => Err(error!(Qemu, InternalError, "unable to execute QEMU command '{command}'")),
        };
    };
    if !refusal.is_object() {
        return Err(error!(Qemu, InternalError, "unable to execute QEMU command '{command}'"));
    }
    let mut text = |name| match refusal.get_mut(name).map(Value::take) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    };
    let (class, description) = (text("class"), text("desc"));
    let words = description.or_else(|| class.clone());
    Ok(Err(Refusal {
        class: class.unwrap_or_default(),
        text: words.unwrap_or_else(|| "unknown QEMU command error".to_owned()),
    }))
}

/// The reply to the one command that was sent.
pub fn only(reply: Option<Result<Map<String, Value>>>) -> Result<Map<String, Value>> {
    reply.unwrap_or_else(|| Err(error!(Qemu, InternalError, "a QEMU command got no answer")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> Refusal {
        let Ok(Message::Reply(reply)) = parse(text.as_bytes()) else { panic!("{text}") };
        answer(reply, "x").unwrap().unwrap_err()
    }

    #[test]
    fn a_no_has_a_class_and_a_text() {
        let no = refusal(r#"{"error":{"class":"DeviceNotFound","desc":"Device 'a' not found"},"id":"1"}"#);
        assert!(no.is_unknown_device());
        assert_eq!(
            no.into_error("device_del").message(),
            "internal error: unable to execute QEMU command 'device_del': Device 'a' not found"
        );
        assert_eq!(refusal(r#"{"error":{"class":"KVMMissingCap"}}"#).text, "KVMMissingCap");
        assert_eq!(refusal(r#"{"error":{"desc":5}}"#).text, "unknown QEMU command error");
    }

    #[test]
    fn an_event_has_its_time() {
        let line = br#"{"timestamp":{"seconds":2,"microseconds":3},"event":"STOP"}"#;
        let Ok(Message::Event { name, data, time }) = parse(line) else { panic!() };
        assert_eq!((name.as_str(), data, time), ("STOP", serde_json::json!({}), 2_000_003));
        let negative = br#"{"timestamp":{"seconds":-1,"microseconds":-1},"event":"STOP","data":[1]}"#;
        assert!(matches!(parse(negative), Ok(Message::Event { time: 0, .. })));
    }

    #[test]
    fn what_is_not_qmp_is_an_error() {
        for line in ["", "nonsense", "[]", "5", "{}", r#"{"event":5}"#, r#"{"return":"#, "{\"a\":1}", "\u{1}"]
        {
            assert!(parse(line.as_bytes()).is_err(), "{line}");
        }
        let deep = format!("{{\"return\":{}", "[".repeat(1_000_000));
        assert!(parse(deep.as_bytes()).is_err());
        let wide = format!("{{\"return\":[{}0]}}", "0,".repeat(4_000_000));
        assert!(parse(wide.as_bytes()).unwrap_err().message().contains("more than"));
        assert!(answer(Map::new(), "x").is_err());
    }
}
