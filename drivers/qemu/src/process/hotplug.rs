//! Processors that come and go while a guest runs.

use super::{live, running::VcpuThread};
use crate::monitor::{Command, Cpu, Fields, Monitor};
use serde_json::{Map, Value};
use virt_conf::domain::Domain as Document;
use virt_error::{Result, error};
use virt_xml::YesNo;

/// A place that a processor, or several at once, can be plugged into.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// The first processor that comes with it, and how many do.
    pub vcpu: u32,
    pub count: u32,
    /// The emulator's name of what is plugged in, and its address.
    kind: String,
    properties: Map<String, Value>,
    /// What is plugged in, in the tree of the emulator's objects.
    path: Option<String>,
}

/// The name by which the emulator knows a processor that was plugged in.
pub fn alias(vcpu: u32) -> String {
    format!("vcpu{vcpu}")
}

impl Slot {
    /// Whether something is there.
    pub fn is_taken(&self) -> bool {
        self.path.is_some()
    }

    /// Whether what is there can be unplugged: what came after the guest's start has a name.
    pub fn is_removable(&self) -> bool {
        self.path.as_ref().is_some_and(|path| path.ends_with(&format!("/{}", alias(self.vcpu))))
    }

    /// What plugs the processor in.
    pub fn command(&self) -> Command {
        let mut arguments = Map::new();
        arguments.insert("driver".to_owned(), self.kind.clone().into());
        arguments.insert("id".to_owned(), alias(self.vcpu).into());
        arguments.extend(self.properties.clone());
        ("device_add", Value::Object(arguments))
    }
}

/// The places of a guest's processors, by number.
pub fn slots(monitor: &Monitor) -> Result<Vec<Slot>> {
    const COMMAND: &str = "query-hotpluggable-cpus";
    read(&monitor.run(COMMAND, Value::Null)?)
}

fn read(answer: &Value) -> Result<Vec<Slot>> {
    const COMMAND: &str = "query-hotpluggable-cpus";
    let one = |fields: Fields<'_>| {
        Ok(Slot {
            vcpu: 0,
            count: u32::try_from(fields.number("vcpus-count")?)
                .map_err(|_| error!(Qemu, InternalError, "too many processors in one place"))?,
            kind: fields.text("type")?.to_owned(),
            properties: fields.find("props").and_then(Value::as_object).cloned().unwrap_or_default(),
            path: fields.some_text("qom-path")?.map(str::to_owned),
        })
    };
    let mut slots = Fields::list(COMMAND, answer)?.into_iter().map(one).collect::<Result<Vec<Slot>>>()?;
    let place = |slot: &Slot| {
        ["node-id", "socket-id", "die-id", "cluster-id", "core-id", "thread-id"]
            .map(|name| slot.properties.get(name).and_then(Value::as_u64).unwrap_or(0))
    };
    slots.sort_by_key(place);
    let mut next = 0_u32;
    for slot in &mut slots {
        slot.vcpu = next;
        next = next.saturating_add(slot.count);
    }
    Ok(slots)
}

/// Plugs in the processors that the document has online but that a guest can lose again: the emulator starts without them.
pub fn plug_at_start(monitor: &Monitor, document: &Document) -> Result<()> {
    let vcpus = document.vcpus.iter().flat_map(|vcpus| &vcpus.vcpus);
    let yes = Some(YesNo(true));
    let mut later: Vec<(u32, u32)> = vcpus
        .filter(|vcpu| vcpu.enabled == yes && vcpu.hotpluggable == yes)
        .filter_map(|vcpu| Some((vcpu.order.unwrap_or(u32::MAX), vcpu.id?)))
        .collect();
    if later.is_empty() {
        return Ok(());
    }
    later.sort_unstable();
    let slots = slots(monitor)?;
    let mut commands = Vec::new();
    for (_, vcpu) in later {
        let slot = slots.iter().find(|slot| slot.vcpu == vcpu && !slot.is_taken()).ok_or_else(|| {
            error!(Qemu, ConfigUnsupported, "qemu didn't report thread id for vcpu '{vcpu}'")
        })?;
        commands.push(slot.command());
    }
    monitor.run_all(&commands).into_iter().collect::<Result<Vec<Value>>>().map(drop)
}

/// The processors that are there now, with their threads.
pub fn threads(monitor: &Monitor) -> Result<Vec<VcpuThread>> {
    const COMMAND: &str = "query-cpus-fast";
    live::threads(&Cpu::read_all(COMMAND, &monitor.run(COMMAND, Value::Null)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn places_are_numbered_by_where_they_are() {
        let slots = read(&json!([
            {"type": "x", "vcpus-count": 1, "props": {"socket-id": 2, "core-id": 0, "thread-id": 0}},
            {"type": "x", "vcpus-count": 1, "props": {"socket-id": 1, "core-id": 0, "thread-id": 0},
             "qom-path": "/machine/peripheral/vcpu1"},
            {"type": "x", "vcpus-count": 1, "props": {"socket-id": 0, "core-id": 0, "thread-id": 0},
             "qom-path": "/machine/unattached/device[0]"},
        ]))
        .unwrap();
        assert_eq!(slots.iter().map(|slot| slot.vcpu).collect::<Vec<u32>>(), [0, 1, 2]);
        assert!(slots[0].is_taken() && !slots[0].is_removable());
        assert!(slots[1].is_removable() && !slots[2].is_taken());
        assert_eq!(
            slots[2].command().1,
            json!({"driver": "x", "id": "vcpu2", "socket-id": 2, "core-id": 0, "thread-id": 0})
        );
        assert!(read(&json!([{"type": 1}])).is_err());
    }
}
