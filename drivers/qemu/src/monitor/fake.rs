//! A QEMU of our own for tests: it greets, and then does with each command what it is told to, be it wrong.

use serde_json::{Value, json};
use std::{
    io::{self, BufRead, BufReader, Write},
    os::unix::net::UnixStream,
    thread,
};

/// What it says first.
pub const GREETING: &str = r#"{"QMP": {"version": {"qemu": {"micro": 2, "minor": 2, "major": 7}, "package": "fake"}, "capabilities": []}}"#;

/// Where the fake writes.
pub struct Far(UnixStream);

impl Far {
    /// A message, whole and in a line.
    pub fn say(&mut self, message: &Value) -> io::Result<()> {
        self.raw(format!("{message}\r\n").as_bytes())
    }

    pub fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    /// The answer to a command, as it should be.
    pub fn answer(&mut self, command: &Value, value: Value) -> io::Result<()> {
        self.say(&json!({"return": value, "id": command["id"]}))
    }

    pub fn refuse(&mut self, command: &Value, class: &str, text: &str) -> io::Result<()> {
        self.say(&json!({"id": command["id"], "error": {"class": class, "desc": text}}))
    }

    pub fn event(&mut self, name: &str, data: Value) -> io::Result<()> {
        self.say(&json!({"timestamp": {"seconds": 1, "microseconds": 5}, "event": name, "data": data}))
    }
}

/// The near end of a fake that greets, negotiates, and calls `act` with every command after that. It ends when `act`
/// fails or the near end is closed.
pub fn start(mut act: impl FnMut(&Value, &mut Far) -> io::Result<()> + Send + 'static) -> UnixStream {
    rude(move |command, far| match command["execute"].as_str() {
        None => far.raw(format!("{GREETING}\r\n").as_bytes()),
        Some("qmp_capabilities") => far.answer(command, json!({})),
        Some(_) => act(command, far),
    })
}

/// One that does nothing by itself: `act` is called with `null` when it starts, then with every command.
pub fn rude(mut act: impl FnMut(&Value, &mut Far) -> io::Result<()> + Send + 'static) -> UnixStream {
    let (far, near) = UnixStream::pair().expect("a pair of sockets");
    thread::spawn(move || {
        let lines = BufReader::new(far.try_clone().expect("another descriptor")).lines();
        let mut far = Far(far);
        if act(&Value::Null, &mut far).is_err() {
            return;
        }
        for line in lines.map_while(Result::ok) {
            let command = serde_json::from_str(&line).expect("a command in JSON");
            if act(&command, &mut far).is_err() {
                return;
            }
        }
    });
    near
}
