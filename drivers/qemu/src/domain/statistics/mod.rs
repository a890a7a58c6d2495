//! What a guest has used and done: disks, interfaces, memory, processors, one by one and in bulk.
//!
//! Nothing here takes a job: the document is the published one, and any thread may use the monitor.

mod answers;
mod balloon;
mod block;
mod bulk;
mod kvm;
mod peek;
mod processor;
mod settings;
mod single;

pub use answers::{Answers, Questions};
pub use bulk::collect;

use std::borrow::Cow;
use virt_core::types::{TypedParam, Value};

/// Parameters in the making.
#[derive(Default)]
struct List(Vec<TypedParam>);

impl List {
    fn add(&mut self, name: impl Into<Cow<'static, str>>, value: Value) {
        self.0.push(TypedParam::new(name, value));
    }

    fn number(&mut self, name: impl Into<Cow<'static, str>>, value: u64) {
        self.add(name, Value::ULLong(value));
    }

    fn some_number(&mut self, name: impl Into<Cow<'static, str>>, value: Option<u64>) {
        if let Some(value) = value {
            self.number(name, value);
        }
    }

    fn count(&mut self, name: impl Into<Cow<'static, str>>, value: usize) {
        self.add(name, Value::UInt(u32::try_from(value).unwrap_or(u32::MAX)));
    }

    fn text(&mut self, name: impl Into<Cow<'static, str>>, value: &str) {
        self.add(name, Value::String(value.to_owned()));
    }
}

#[cfg(test)]
mod tests;
