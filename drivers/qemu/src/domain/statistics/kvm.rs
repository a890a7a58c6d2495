//! The counters that the kernel keeps of a guest, in the words of the API.

use super::{Answers, List};
use serde_json::{Value, json};
use virt_core::types::Value as Param;

/// The arguments that ask for what the counters are.
pub fn schemas() -> Value {
    json!({"provider": "kvm"})
}

/// The arguments that ask for the counters of the guest as a whole, or of its processors.
pub fn question(target: &str) -> Value {
    json!({"target": target})
}

/// Adds the counters of a list `[{"name", "value"}]`; `prefix` comes before their names.
fn add_list(list: &mut List, prefix: &str, counters: &Value, schema: &[Value]) {
    for counter in counters.as_array().into_iter().flatten() {
        let Some(name) = counter["name"].as_str() else { continue };
        let Some(known) = schema.iter().find(|known| known["name"] == name) else { continue };
        let end = match known["type"].as_str() {
            Some("cumulative") => "sum",
            Some("instant") => "cur",
            Some("peak") => "max",
            // Histograms have no place among single values.
            _ => continue,
        };
        let value = match &counter["value"] {
            Value::Bool(on) => Param::Boolean(*on),
            value => match value.as_u64() {
                Some(number) => Param::ULLong(number),
                None => continue,
            },
        };
        list.add(format!("{prefix}{name}.{end}"), value);
    }
}

fn schema<'a>(answers: &'a Answers, target: &str) -> &'a [Value] {
    let all = answers.get("query-stats-schemas", &schemas()).and_then(Value::as_array);
    let own = all.into_iter().flatten().find(|one| one["target"] == target);
    own.and_then(|one| one["stats"].as_array()).map(Vec::as_slice).unwrap_or_default()
}

fn of_kvm<'a>(answers: &'a Answers, target: &str) -> impl Iterator<Item = &'a Value> {
    let all = answers.get("query-stats", &question(target)).and_then(Value::as_array);
    all.into_iter().flatten().filter(|one| one["provider"] == "kvm")
}

/// The counters of the guest.
pub fn add_guest(list: &mut List, answers: &Answers) {
    let schema = schema(answers, "vm");
    for one in of_kvm(answers, "vm") {
        add_list(list, "vm.", &one["stats"], schema);
    }
}

/// The counters of the processor at that place in the emulator's tree of objects.
pub fn add_processor(list: &mut List, answers: &Answers, vcpu: u32, path: &str) {
    let schema = schema(answers, "vcpu");
    for one in of_kvm(answers, "vcpu").filter(|one| one["qom-path"] == path) {
        add_list(list, &format!("vcpu.{vcpu}."), &one["stats"], schema);
    }
}

/// How long the guest's processors polled for work before they slept: with success and without, in nanoseconds.
pub fn halt_polling(answers: &Answers) -> Option<(u64, u64)> {
    let mut sum: Option<(u64, u64)> = None;
    for one in of_kvm(answers, "vcpu") {
        let value = |name: &str| {
            one["stats"].as_array()?.iter().find(|counter| counter["name"] == name)?["value"].as_u64()
        };
        if let (Some(success), Some(fail)) = (value("halt_poll_success_ns"), value("halt_poll_fail_ns")) {
            let (a, b) = sum.unwrap_or_default();
            sum = Some((a.saturating_add(success), b.saturating_add(fail)));
        }
    }
    sum
}
