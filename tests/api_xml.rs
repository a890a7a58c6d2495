//! The API descriptions say what the headers say: every function with its arguments, every enum value and string of
//! `tests/abi/table.tsv`, in the form that the Python binding's generator reads.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

const TABLE: &str = include_str!("abi/table.tsv");

/// One element of a description, whose writer puts each on a line of its own.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
}

fn elements() -> Vec<Element> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let mut elements = Vec::new();
    for name in ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"] {
        let text = fs::read_to_string(target.join(format!("api/{name}-api.xml"))).unwrap();
        elements.extend(text.lines().filter_map(element));
    }
    elements
}

fn element(line: &str) -> Option<Element> {
    let line = line.trim_start().strip_prefix('<')?;
    let (name, mut rest) = line.split_once(' ')?;
    let mut attributes = BTreeMap::new();
    while let Some((key, after)) = rest.split_once("='") {
        let (value, after) = after.split_once('\'')?;
        attributes.insert(key.trim().to_owned(), value.replace("&amp;", "&"));
        rest = after;
    }
    Some(Element { name: name.to_owned(), attributes })
}

/// `type name` of each argument behind the function's name and result.
fn functions(elements: &[Element]) -> BTreeMap<&str, Vec<&Element>> {
    let mut functions = BTreeMap::new();
    let mut parts: Option<&mut Vec<&Element>> = None;
    for element in elements {
        match element.name.as_str() {
            "function" => {
                parts = Some(functions.entry(element.attributes["name"].as_str()).or_insert_with(Vec::new));
            }
            "functype" => parts = None,
            "arg" | "return" => {
                if let Some(parts) = &mut parts {
                    parts.push(element);
                }
            }
            _ => {}
        }
    }
    functions
}

#[test]
fn functions_have_the_arguments_of_the_table() {
    let elements = elements();
    let functions = functions(&elements);
    let mut expected = 0;
    for line in TABLE.lines() {
        let ["function", name, result, args] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
        expected += 1;
        let parts = functions.get(name).unwrap_or_else(|| panic!("{name} is missing"));
        let types: Vec<&str> = parts.iter().map(|part| part.attributes["type"].as_str()).collect();
        // The table keeps a const of the argument itself, which says nothing to a caller.
        let args = args.replace("** const", "**");
        let args: Vec<&str> = args.split(", ").filter(|arg| *arg != "void").collect();
        assert_eq!(types, [&[result], &args[..]].concat(), "{name}");
    }
    let extra: Vec<_> =
        functions.keys().filter(|name| !TABLE.contains(&format!("function\t{name}\t"))).collect();
    assert!(
        extra.is_empty() && functions.len() == expected,
        "in the headers, and not in the table: {extra:?}"
    );
}

#[test]
fn arguments_that_python_programs_leave_out_are_optional() {
    let elements = elements();
    let mut optional: BTreeSet<String> = BTreeSet::new();
    for (name, parts) in functions(&elements) {
        for part in parts.iter().filter(|part| part.name == "arg") {
            if part.attributes["info"].starts_with("(optional)") {
                optional.insert(format!("optional\t{name}\t{}", part.attributes["name"]));
            }
        }
    }
    let missing: Vec<&str> =
        TABLE.lines().filter(|line| line.starts_with("optional\t") && !optional.contains(*line)).collect();
    assert!(missing.is_empty(), "to be described as `@name: (optional) ...`: {missing:?}");
}

#[test]
fn enum_values_and_strings_are_those_of_the_table() {
    let elements = elements();
    let values = |kind: &str, key: &str| -> BTreeMap<String, String> {
        elements
            .iter()
            .filter(|element| element.name == kind)
            .filter_map(|element| {
                Some((element.attributes["name"].clone(), element.attributes.get(key)?.clone()))
            })
            .collect()
    };
    let table = |kind: &str| -> BTreeMap<String, String> {
        TABLE
            .lines()
            .map(|line| line.split('\t').collect::<Vec<_>>())
            .filter(|row| row[0] == kind)
            .map(|row| (row[1].to_owned(), row[2].to_owned()))
            .collect()
    };
    assert_eq!(values("enum", "value"), table("enum"));
    assert_eq!(values("macro", "string"), table("string"));
}

#[test]
fn descriptions_hold_the_words_of_comments_alone() {
    let elements = elements();
    let fields: Vec<&Element> = elements.iter().filter(|element| element.name == "field").collect();
    assert!(fields.iter().all(|field| !field.attributes["type"].contains("VIR_DEPRECATED")));
    for element in elements.iter().filter(|element| element.attributes.contains_key("info")) {
        let info = &element.attributes["info"];
        assert!(!info.contains("/*") && !info.contains("*/"), "{element:?}");
    }
    assert!(fields.len() > 100, "{}", fields.len());
}
