//! A stand-in for an emulator: it takes a guest's command line as the real one does, speaks QMP on the descriptor that
//! it inherits, and does what a script beside it says, which no real emulator would do.
//!
//! The script is `PROGRAM.json`, where PROGRAM is what it was started as: `{"faults": {"COMMAND": "FAULT"}}`. Besides
//! commands there are `start`, before anything else, and `greeting`, when somebody has connected.
//! `{"agent": {"COMMAND": {"return": …}}}` is what the guest's agent answers, on the first channel; to what is not there
//! it is silent. Without a guest to run (`-name guest=…`) it becomes the real emulator of this host, so that probing finds
//! what is installed.
#![forbid(unsafe_code)]

use nix::sys::socket::{MsgFlags, accept, recv, send};
use serde_json::{Map, Value, json};
use std::{
    env, fs, io,
    os::unix::process::CommandExt,
    process::{self, Command},
    thread,
    time::Duration,
};

/// The real emulator.
const REAL: &str = "/usr/bin/qemu-system-x86_64";

const GREETING: &str = r#"{"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": ""}, "capabilities": []}}"#;

/// Commands that are done by saying so.
const OBEDIENT: [&str; 12] = [
    "balloon",
    "blockdev-add",
    "blockdev-del",
    "device_add",
    "expire_password",
    "migrate-set-capabilities",
    "object-add",
    "qmp_capabilities",
    "qom-set",
    "set_link",
    "set_password",
    "system_wakeup",
];

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let guest = arguments.iter().any(|argument| argument.starts_with("guest="));
    if !guest {
        let error = Command::new(REAL).args(&arguments[1..]).exec();
        eprintln!("{REAL}: {error}");
        process::exit(1);
    }
    let program = arguments.first().cloned().unwrap_or_default();
    let script = fs::read_to_string(format!("{program}.json")).unwrap_or_else(|_| "{}".to_owned());
    let script: Value = serde_json::from_str(&script).unwrap_or(Value::Null);
    let faults = script["faults"].as_object().cloned().unwrap_or_default();
    match inherited(&arguments, "charmonitor") {
        Some(descriptor) => {
            let agent = script["agent"].as_object().cloned().zip(inherited(&arguments, "charchannel0"));
            Machine { descriptor, faults, agent, running: false }.run()
        }
        None => {
            eprintln!("{program}: there is no monitor on the command line");
            process::exit(1);
        }
    }
}

/// The descriptor that a character device listens on: `socket,id=NAME,fd=N,…`.
fn inherited(arguments: &[String], name: &str) -> Option<i32> {
    let options = arguments.iter().find(|argument| argument.contains(&format!("id={name},")))?;
    options.split(',').find_map(|option| option.strip_prefix("fd="))?.parse().ok()
}

/// What the agent in the guest does.
fn speak_as_agent(answers: &Map<String, Value>, listening: i32) {
    while let Ok(descriptor) = accept(listening) {
        let (mut waiting, mut piece) = (Vec::new(), [0; 4096]);
        loop {
            let count = recv(descriptor, &mut piece, MsgFlags::empty()).unwrap_or(0);
            if count == 0 {
                break;
            }
            waiting.extend(piece[..count].iter().filter(|byte| **byte != 0xff));
            while let Some(end) = waiting.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = waiting.drain(..=end).collect();
                let command: Value = serde_json::from_slice(&line).expect("a command");
                let name = command["execute"].as_str().unwrap_or_default();
                let mut answer = Vec::new();
                if name == "guest-sync-delimited" {
                    answer.push(0xff);
                    answer.extend(json!({"return": command["arguments"]["id"]}).to_string().bytes());
                } else if let Some(known) = answers.get(name) {
                    answer.extend(known.to_string().bytes());
                } else {
                    continue;
                }
                answer.push(b'\n');
                let _ = send(descriptor, &answer, MsgFlags::MSG_NOSIGNAL);
            }
        }
    }
}

struct Machine {
    /// Of the monitor: first what it listens on, then the connection.
    descriptor: i32,
    faults: Map<String, Value>,
    /// What the guest's agent answers, and where it is asked.
    agent: Option<(Map<String, Value>, i32)>,
    running: bool,
}

impl Machine {
    fn run(mut self) {
        self.fault("start", &Value::Null);
        self.descriptor = accept(self.descriptor).expect("a connection");
        self.fault("greeting", &Value::Null);
        self.say(GREETING);
        let mut waiting = Vec::new();
        let mut piece = [0; 65_536];
        loop {
            let count = recv(self.descriptor, &mut piece, MsgFlags::empty()).unwrap_or(0);
            if count == 0 {
                // Nobody is there any more; a guest lives on all the same.
                loop {
                    thread::sleep(Duration::from_secs(3600));
                }
            }
            waiting.extend_from_slice(&piece[..count]);
            while let Some(end) = waiting.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = waiting.drain(..=end).collect();
                let command = serde_json::from_slice(&line).expect("a command");
                self.obey(&command);
            }
        }
    }

    fn send(&self, bytes: &[u8]) -> io::Result<()> {
        let mut sent = 0;
        while sent < bytes.len() {
            sent += send(self.descriptor, &bytes[sent..], MsgFlags::MSG_NOSIGNAL)?;
        }
        Ok(())
    }

    fn say(&self, line: &str) {
        // When nobody listens, nobody misses it.
        let _ = self.send(format!("{line}\r\n").as_bytes());
    }

    fn answer(&self, command: &Value, value: &Value) {
        self.say(&json!({"return": value, "id": command["id"]}).to_string());
    }

    fn event(&self, name: &str, data: &Value) {
        let time = json!({"seconds": 1, "microseconds": 0});
        self.say(&json!({"timestamp": time, "event": name, "data": data}).to_string());
    }

    fn obey(&mut self, command: &Value) {
        let name = command["execute"].as_str().unwrap_or_default();
        if self.fault(name, command) {
            return;
        }
        match name {
            "query-status" => {
                let status = if self.running { "running" } else { "paused" };
                self.answer(
                    command,
                    &json!({"running": self.running, "status": status, "singlestep": false}),
                );
            }
            "query-cpus-fast" => {
                let cpu = json!({"cpu-index": 0, "thread-id": process::id(), "target": "x86_64",
                    "qom-path": "/machine/unattached/device[0]",
                    "props": {"socket-id": 0, "core-id": 0, "thread-id": 0}});
                self.answer(command, &json!([cpu]));
            }
            "query-chardev" | "query-block" | "query-named-block-nodes" | "query-blockstats" => {
                self.answer(command, &json!([]));
            }
            "query-migrate" => self.answer(command, &json!({})),
            "cont" => {
                self.running = true;
                self.event("RESUME", &json!({}));
                self.answer(command, &json!({}));
                if let Some((answers, descriptor)) = self.agent.take() {
                    thread::spawn(move || speak_as_agent(&answers, descriptor));
                    self.event("VSERPORT_CHANGE", &json!({"id": "channel0", "open": true}));
                }
            }
            "stop" => {
                self.running = false;
                self.event("STOP", &json!({}));
                self.answer(command, &json!({}));
            }
            "system_reset" => {
                self.answer(command, &json!({}));
                self.event("RESET", &json!({"guest": false, "reason": "host-qmp-system-reset"}));
            }
            "system_powerdown" => {
                self.answer(command, &json!({}));
                self.event("POWERDOWN", &json!({}));
                self.event("SHUTDOWN", &json!({"guest": true, "reason": "guest-shutdown"}));
                self.event("STOP", &json!({}));
                self.end(0);
            }
            "quit" => {
                self.answer(command, &json!({}));
                self.event("SHUTDOWN", &json!({"guest": false, "reason": "host-qmp-quit"}));
                self.end(0);
            }
            _ if OBEDIENT.contains(&name) => self.answer(command, &json!({})),
            _ => {
                let text = format!("The command {name} has not been found");
                let error = json!({"class": "CommandNotFound", "desc": text});
                self.say(&json!({"id": command["id"], "error": error}).to_string());
            }
        }
    }

    fn end(&self, status: i32) -> ! {
        process::exit(status)
    }

    /// Does what the script says instead of obeying; whether it says anything.
    fn fault(&self, name: &str, command: &Value) -> bool {
        let Some(fault) = self.faults.get(name).and_then(Value::as_str) else { return false };
        match fault {
            "silent" => {}
            // Hears nothing any more.
            "hang" => loop {
                thread::sleep(Duration::from_secs(3600));
            },
            "refuse" => {
                let error = json!({"class": "GenericError", "desc": "the script says no"});
                self.say(&json!({"id": command["id"], "error": error}).to_string());
            }
            "wrong" => self.answer(command, &json!("nonsense")),
            "stranger" => self.say(r#"{"return": {}, "id": "libvirt-4294967296"}"#),
            "torn" => {
                let _ = self.send(b"{\"return\": {\"run");
                self.end(1);
            }
            "deep" => self.say(&format!("{{\"return\": {}", "[".repeat(1_000_000))),
            "huge" => self.say(&format!("{{\"return\": [{}0]}}", "0,".repeat(3_000_000))),
            "endless" => while self.send(&[b'x'; 65_536]).is_ok() {},
            "storm" => {
                let line =
                    json!({"timestamp": {"seconds": 1, "microseconds": 0}, "event": "STORM"}).to_string();
                while self.send(format!("{line}\r\n").repeat(100).as_bytes()).is_ok() {}
            }
            "close" => {
                let _ = nix::sys::socket::shutdown(self.descriptor, nix::sys::socket::Shutdown::Both);
            }
            "exit" => {
                eprintln!("fake-qemu: {name} is where it ends");
                self.end(1);
            }
            other => {
                eprintln!("fake-qemu: the script has an unknown fault '{other}'");
                self.end(1);
            }
        }
        true
    }
}
