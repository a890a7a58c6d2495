//! The API table held against the protocol's own tables: number, priority, argument and result layout of every
//! procedure, and the layout of every event.
//!
//! The tables are `api/rpc/procedures.tsv` and `types.json` below FERROVIRT_SHARED, or beside the project.

#[path = "support/json.rs"]
mod json;

use json::Json;
use std::{
    collections::HashMap,
    env, fs,
    os::fd::{BorrowedFd, OwnedFd},
    path::{Path, PathBuf},
};
use virt_core::{api::ops, event::Class, op::Op, records::*, types::*};

/// How a type looks on the wire: words, hypers, strings and lists with their limits. XDR has no marks around a
/// record, so one is the sequence of its fields; signs make no difference to the bytes.
trait Layout {
    fn layout() -> String;
}

macro_rules! layouts {
    ($($ty:ty = $layout:literal;)*) => {
        $(impl Layout for $ty {
            fn layout() -> String {
                $layout.to_owned()
            }
        })*
    };
}

layouts! {
    () = "";
    i8 = "char ";
    u8 = "char ";
    u16 = "short ";
    i32 = "int ";
    u32 = "int ";
    i64 = "hyper ";
    u64 = "hyper ";
    f64 = "double ";
    str = "string<4194304> ";
    String = "string<4194304> ";
    Name = "string<4194304> ";
    Uuid = "opaque[16] ";
    TypedParam = "string<4194304> union(int: 1 int 2 int 3 hyper 4 hyper 5 double 6 int 7 string<4194304> ) ";
    // Descriptors travel beside the message.
    [BorrowedFd<'_>] = "";
    Vec<OwnedFd> = "";
    (String, Vec<OwnedFd>) = "string<4194304> ";
}

impl<T: Layout + ?Sized> Layout for &T {
    fn layout() -> String {
        T::layout()
    }
}

impl<T: Layout> Layout for Option<T> {
    fn layout() -> String {
        format!("optional({}) ", T::layout())
    }
}

impl<T: Layout, const MAX: usize> Layout for List<T, MAX> {
    fn layout() -> String {
        format!("list<{MAX}>({}) ", T::layout())
    }
}

impl<const MAX: usize> Layout for Params<MAX> {
    fn layout() -> String {
        List::<TypedParam, MAX>::layout()
    }
}

impl<const MAX: usize> Layout for Counted<MAX> {
    fn layout() -> String {
        format!("{}int ", Params::<MAX>::layout())
    }
}

impl<T: Layout, const MAX: usize> Layout for Listing<T, MAX> {
    fn layout() -> String {
        format!("{}int ", List::<T, MAX>::layout())
    }
}

impl<const MAX: usize> Layout for Bytes<MAX> {
    fn layout() -> String {
        format!("opaque<{MAX}> ")
    }
}

impl<const MAX: usize> Layout for Chars<MAX> {
    fn layout() -> String {
        format!("list<{MAX}>(char ) ")
    }
}

impl<const N: usize> Layout for FixedChars<N> {
    fn layout() -> String {
        format!("array[{N}](char ) ")
    }
}

macro_rules! record_layouts {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $ty:ty),* $(,)? })*) => {$(
        impl Layout for $name {
            fn layout() -> String {
                [$(<$ty>::layout()),*].concat()
            }
        }
    )*};
}

virt_core::records!(record_layouts);

/// A procedure of ours.
struct Row {
    op: &'static Op,
    arguments: String,
    result: String,
}

macro_rules! rows {
    (
        $(#[$doc:meta])* $family:ident in $program:ident from $origin:ident;
        calls { $($calls:tt)* }
        streams { $($streams:tt)* }
        irregular { $($irregular:tt)* }
        protocol { $($protocol:tt)* }
    ) => {
        #[allow(non_snake_case, clippy::vec_init_then_push)]
        mod $family {
            use super::*;

            pub fn rows() -> Vec<Row> {
                let mut rows = Vec::new();
                block!(rows $($calls)*);
                block!(rows $($streams)*);
                block!(rows $($irregular)*);
                block!(rows $($protocol)*);
                rows
            }
        }
    };
}

macro_rules! block {
    ($rows:ident) => {};
    ($rows:ident $($number:literal $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?
        [$($acl:tt)*] $($mark:ident $(($($when:tt)*))?)*;)*) => {
        $($rows.push(Row {
            op: &ops::$name,
            arguments: String::new() $(+ &<$ty>::layout())*,
            result: String::new() $(+ &<$ret>::layout())?,
        });)*
    };
}

virt_core::operations!(rows);

fn all_rows() -> Vec<Row> {
    let families = [
        Host::rows,
        Domains::rows,
        Devices::rows,
        Tuning::rows,
        Monitoring::rows,
        Saving::rows,
        Jobs::rows,
        Migration::rows,
        Guests::rows,
        Snapshots::rows,
        Checkpoints::rows,
        Networks::rows,
        Interfaces::rows,
        Storage::rows,
        NodeDevices::rows,
        Secrets::rows,
        NwFilters::rows,
        Qemu::rows,
        Lxc::rows,
        Admin::rows,
    ];
    families.iter().flat_map(|rows| rows()).collect()
}

/// The protocol's own types, expanded to layouts.
struct Types(HashMap<String, Json>);

impl Types {
    fn read(text: &str) -> Types {
        let mut types = HashMap::new();
        if let Json::Object(files) = Json::read(text) {
            for ty in files.iter().flat_map(|(_, file)| file.items("types")) {
                types.insert(ty.text("name").to_owned(), ty.clone());
            }
        }
        Types(types)
    }

    fn layout(&self, name: &str) -> String {
        let base = match name {
            "-" => "",
            "int" | "unsigned int" => "int ",
            "hyper" | "unsigned hyper" => "hyper ",
            "char" | "unsigned char" => "char ",
            "short" | "unsigned short" => "short ",
            "double" => "double ",
            _ => return self.declared(name),
        };
        base.to_owned()
    }

    fn declared(&self, name: &str) -> String {
        let ty = self.0.get(name).unwrap_or_else(|| panic!("no type {name}"));
        match ty.text("kind") {
            "enum" => "int ".to_owned(),
            "typedef" => self.field(ty),
            "struct" => ty.items("fields").iter().map(|field| self.field(field)).collect(),
            "union" => {
                let arm = |arm: &Json| format!("{} {}", arm.number("case_value").unwrap(), self.field(arm));
                let arms: String = ty.items("arms").iter().map(arm).collect();
                format!("union(int: {arms}) ")
            }
            other => panic!("type {name} is a {other}"),
        }
    }

    fn field(&self, field: &Json) -> String {
        let name = field.text("type");
        let limit = field.number("limit").unwrap_or_default();
        let plain = match (name, field.text("array")) {
            ("string", _) => return format!("string<{limit}> "),
            ("opaque", "fixed") => return format!("opaque[{limit}] "),
            ("opaque", _) => return format!("opaque<{limit}> "),
            (_, "fixed") => format!("array[{limit}]({}) ", self.layout(name)),
            (_, "variable") => format!("list<{limit}>({}) ", self.layout(name)),
            _ => self.layout(name),
        };
        match field.get("optional") {
            Some(Json::Bool(true)) => format!("optional({plain}) "),
            _ => plain,
        }
    }
}

/// The lines of `procedures.tsv`, by column.
fn procedures(text: &str) -> Vec<HashMap<&str, &str>> {
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines.map(|line| head.iter().copied().zip(line.split('\t')).collect()).collect()
}

/// The folder with the tables; a printed reason when there is none.
fn tables() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = env::var_os("FERROVIRT_SHARED").map_or(beside, PathBuf::from);
    let tables = shared.join("api/rpc");
    if !tables.is_dir() {
        eprintln!("skipped: {} is not there", tables.display());
        return None;
    }
    Some(tables)
}

#[test]
fn every_procedure_has_the_protocols_number_priority_and_layout() {
    let Some(tables) = tables() else { return };
    let types = Types::read(&fs::read_to_string(tables.join("types.json")).unwrap());
    let text = fs::read_to_string(tables.join("procedures.tsv")).unwrap();
    let mut rows = all_rows();
    assert_eq!(rows.len(), ops::all().count());

    let mut wrong = Vec::new();
    for line in procedures(&text) {
        if line["kind"] != "call" || line["program"] == "keepalive" {
            continue;
        }
        let number: i32 = line["procedure_number"].parse().unwrap();
        let program: u32 = line["program_number"].parse().unwrap();
        let is_it = |row: &Row| row.op.number == number && row.op.program as u32 == program;
        let Some(index) = rows.iter().position(is_it) else {
            wrong.push(format!("{} is missing", line["procedure"]));
            continue;
        };
        let row = rows.swap_remove(index);
        let what = format!("{} ({})", row.op.name, line["procedure"]);
        if row.op.high_priority != (line["priority"] == "high") {
            wrong.push(format!("{what}: priority {}", line["priority"]));
        }
        for (which, ours, theirs) in
            [("arguments", &row.arguments, line["args"]), ("result", &row.result, line["ret"])]
        {
            let theirs = types.layout(theirs);
            if *ours != theirs {
                wrong.push(format!("{what}: {which}\n  ours   {ours}\n  theirs {theirs}"));
            }
        }
    }
    wrong.extend(rows.iter().map(|row| format!("{} is no procedure of the protocol", row.op.name)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

struct EventRow {
    number: i32,
    legacy: i32,
    name: &'static str,
    fields: Vec<String>,
}

macro_rules! event_rows {
    ($($number:literal $legacy:literal $subject:ident $id:literal
        $name:ident($($field:ident: $ty:ty),* $(,)?);)*) => {
        fn events() -> Vec<EventRow> {
            vec![$(EventRow {
                number: $number,
                legacy: $legacy,
                name: stringify!($name),
                fields: vec![$(<$ty>::layout()),*],
            }),*]
        }
    };
}

virt_core::events!(event_rows);

#[test]
fn every_event_has_the_protocols_number_and_layout() {
    let Some(tables) = tables() else { return };
    let types = Types::read(&fs::read_to_string(tables.join("types.json")).unwrap());
    let text = fs::read_to_string(tables.join("procedures.tsv")).unwrap();
    let events = events();
    assert!(virt_rpc::events::exists(Class::Domain, 0));

    let mut wrong = Vec::new();
    for line in procedures(&text) {
        let number: i32 = line["procedure_number"].parse().unwrap_or_default();
        if line["kind"] != "event"
            || line["program"] != "remote"
            || number == virt_rpc::events::CONNECTION_CLOSED
        {
            continue;
        }
        let theirs = types.layout(line["msg"]);
        let ours = match events.iter().find(|event| [event.number, event.legacy].contains(&number)) {
            None => {
                wrong.push(format!("{} is missing", line["procedure"]));
                continue;
            }
            Some(event) if event.number == number => format!("int {}", event.fields.concat()),
            // These three learnt the reason when watches came.
            Some(event) if event.name.starts_with("DomainPm") => event.fields[1..].concat(),
            Some(event) => event.fields.concat(),
        };
        if ours != theirs {
            wrong.push(format!("{}\n  ours   {ours}\n  theirs {theirs}", line["procedure"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
