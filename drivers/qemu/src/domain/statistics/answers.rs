//! What a guest's emulator is asked for statistics, all in one round trip, and what it answered.

use crate::monitor::{Command, Monitor};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use virt_error::Result;

/// Questions; each is asked once, whoever needs its answer.
#[derive(Default)]
pub struct Questions(Vec<Command>);

impl Questions {
    pub fn add(&mut self, command: &'static str, arguments: Value) {
        if self.0.iter().all(|known| known.0 != command || known.1 != arguments) {
            self.0.push((command, arguments));
        }
    }

    /// What went through the guest's disks, and with `backing` through each node behind them.
    pub fn add_block(&mut self, backing: bool) {
        self.add("query-blockstats", Value::Null);
        self.add("query-named-block-nodes", json!({"flat": true}));
        if backing {
            self.add("query-blockstats", json!({"query-nodes": true}));
        }
    }

    /// Asks them all. An emulator that has not answered by `deadline` has answered nothing.
    pub fn ask(self, monitor: &Monitor, deadline: Instant) -> Answers {
        let wait = deadline.saturating_duration_since(Instant::now());
        if self.0.is_empty() || wait < Duration::from_millis(1) {
            return Answers::default();
        }
        let results = monitor.run_all_within(wait, &self.0);
        Answers(self.0.into_iter().zip(results).collect())
    }
}

/// Answers, by their questions.
#[derive(Default)]
pub struct Answers(Vec<(Command, Result<Value>)>);

impl Answers {
    /// The answer to a command with these arguments; `None` when it was not asked or not answered.
    pub fn get(&self, command: &str, arguments: &Value) -> Option<&Value> {
        let found = self.0.iter().find(|((name, own), _)| *name == command && own == arguments)?;
        match &found.1 {
            Ok(answer) => Some(answer),
            Err(error) => {
                log::debug!("{command}: {}", error.message());
                None
            }
        }
    }

    /// The answer to a command without arguments.
    pub fn plain(&self, command: &str) -> Option<&Value> {
        self.get(command, &Value::Null)
    }
}

#[cfg(test)]
impl Answers {
    pub fn of(answers: Vec<(Command, Value)>) -> Answers {
        Answers(answers.into_iter().map(|(command, answer)| (command, Ok(answer))).collect())
    }
}
