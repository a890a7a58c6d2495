//! libvirt's own test documents, where the machine has them: what each document must become.
//!
//! They are looked for where FERROVIRT_SHARED says, or in `../shared` beside the checkout.

mod json;

use json::Json;
use std::path::{Path, PathBuf};
use virt_conf::*;
use virt_error::Result;

fn corpus() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("FERROVIRT_SHARED").map_or(beside, PathBuf::from);
    let corpus = shared.join("conformance/corpus");
    if !corpus.is_dir() {
        println!("skipped: {} is absent", corpus.display());
        return None;
    }
    Some(corpus)
}

fn read(path: PathBuf) -> String {
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Runs every case of a category: `answer` makes of a case what the expected document must be, byte for byte;
/// where no document is expected, it must fail. At least `floor` cases must pass.
fn category(name: &str, floor: usize, answer: impl Fn(&Json, &dyn Fn(&str) -> String) -> Result<String>) {
    let Some(corpus) = corpus() else { return };
    let folder = corpus.join(name);
    let cases = Json::parse(&read(folder.join("cases.json"))).expect("cases.json is JSON");
    let (mut passed, mut failed) = (0, Vec::new());
    for case in cases.items() {
        let document = |key: &str| read(folder.join(case.text(key).unwrap_or_else(|| panic!("no {key}"))));
        let title = case.text("name").unwrap_or("?");
        match (answer(case, &document), case.text("expect")) {
            (Ok(found), Some(expected)) => {
                let expected = normal(&read(folder.join(expected)));
                let found = normal(&found);
                if found == expected {
                    passed += 1;
                } else {
                    failed.push(format!("{title}: {}", first_difference(&expected, &found)));
                }
            }
            (Err(_), None) => passed += 1,
            (Ok(_), None) => failed.push(format!("{title}: accepted, but must be refused")),
            (Err(error), Some(_)) => failed.push(format!("{title}: {error}")),
        }
    }
    println!("{name}: {passed} of {}", passed + failed.len());
    failed.iter().for_each(|line| println!("  {line}"));
    assert!(passed >= floor, "{name}: {passed} passed, at least {floor} must; {failed:#?}");
}

/// The expected files are written by hand in places: blank lines and quotes do not matter.
fn normal(text: &str) -> String {
    let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.map(|line| line.replace('"', "'") + "\n").collect()
}

fn first_difference(expected: &str, found: &str) -> String {
    let mut pairs = expected.lines().zip(found.lines());
    match pairs.find(|(expected, found)| expected != found) {
        Some((expected, found)) => format!("expected {expected:?}, found {found:?}"),
        None => format!("expected {} lines, found {}", expected.lines().count(), found.lines().count()),
    }
}

#[test]
fn networks() {
    category("networkxml", 34, |_, document| {
        Ok(network::Network::parse(&document("input"), false)?.format(true))
    });
}

#[test]
fn network_updates() {
    category("networkupdate", 24, |case, document| {
        let mut network = network::Network::parse(&document("input"), false)?;
        let number = |key| case.number(key).unwrap_or_default();
        network.update(
            number("command") as u32,
            number("section") as u32,
            number("parent") as i32,
            &document("update"),
        )?;
        Ok(network.format(true))
    });
}

#[test]
fn network_ports() {
    category("networkport", 5, |_, document| {
        Ok(network::NetworkPort::parse(&document("input"), false)?.format())
    });
}

#[test]
fn storage_pools() {
    category("storagepoolxml", 25, |_, document| {
        Ok(storage::Pool::parse(&document("input"), false)?.format())
    });
}

#[test]
fn storage_volumes() {
    category("storagevolxml", 13, |_, document| {
        let pool = storage::Pool::parse(&document("pool"), false)?;
        Ok(storage::Volume::parse(&document("input"), &pool, false, false)?.format())
    });
}

#[test]
fn storage_pool_capabilities() {
    category("storagepoolcaps", 2, |case, _| {
        let only_fs = case.text("name") == Some("poolcaps-fs");
        Ok(storage::pool_capabilities(|kind| !only_fs || kind == storage::PoolKind::Fs))
    });
}

#[test]
fn interfaces() {
    category("interfacexml", 14, |_, document| {
        Ok(interface::Interface::parse(&document("input"), false)?.format())
    });
}

#[test]
fn secrets() {
    category("secretxml", 6, |_, document| Ok(secret::Secret::parse(&document("input"), false)?.format()));
}

#[test]
fn node_devices() {
    category("nodedevxml", 36, |case, document| {
        let device = nodedev::Device::parse(&document("input"), nodedev::Purpose::Existing, false)?;
        Ok(device.format(case.flag("inactive")))
    });
}

#[test]
fn network_filters() {
    category("nwfilterxml", 29, |_, document| {
        Ok(nwfilter::Filter::parse(&document("input"), false)?.format())
    });
}

#[test]
fn network_filter_bindings() {
    category("nwfilterbinding", 2, |_, document| {
        Ok(nwfilter::Binding::parse(&document("input"), false)?.format())
    });
}

/// Time passes while a moment is taken: the answer has the time that the expected document has, or none.
fn at_expected_time(text: &str, expected: &str) -> String {
    let timed = expected.contains("<creationTime>");
    let named = expected.contains("  <name>");
    let keep =
        |line: &&str| (timed || !line.contains("<creationTime>")) && (named || !line.starts_with("  <name>"));
    text.lines().filter(keep).map(|line| format!("{line}\n")).collect()
}

fn time_in(text: &str) -> i64 {
    let after = text.split_once("<creationTime>").map_or("0", |(_, after)| after);
    after.split('<').next().unwrap_or("0").parse().unwrap_or(0)
}

#[test]
fn domain_snapshots() {
    category("domainsnapshot", 16, |case, document| {
        let expected = document("expect");
        let redefine = case.flag("redefine");
        let flags = moment::MomentFlags { redefine, internal: redefine, ..Default::default() };
        let host = host::Host::default();
        let mut snapshot = moment::Snapshot::parse(&document("input"), flags, time_in(&expected), &host)?;
        if !redefine && expected.contains("<domain>") {
            snapshot.set_stub(Uuid::parse("9d37b878-a7cc-9f9a-b78f-49b3abad25a8"));
        }
        if !redefine && expected.contains("<state>running") {
            snapshot.set_state(moment::SnapshotState::Running);
        }
        Ok(at_expected_time(&snapshot.format(true, redefine), &expected))
    });
}

#[test]
fn domain_checkpoints() {
    category("domaincheckpoint", 5, |case, document| {
        let redefine = case.flag("redefine");
        let flags = moment::MomentFlags { redefine, validate: true, ..Default::default() };
        let expected = case.text("expect").map(|_| document("expect")).unwrap_or_default();
        let host = host::Host::default();
        let mut checkpoint = moment::Checkpoint::parse(&document("input"), flags, time_in(&expected), &host)?;
        if !redefine && expected.contains("<parent>") {
            checkpoint.set_parent(Some("1525111885"));
        }
        Ok(at_expected_time(&checkpoint.format(true, true, true), &expected))
    });
}

/// Documents that the schema allows pass validation, and with a strange element in them they do not; those that
/// it does not allow are refused as the schema would.
#[test]
fn schemas() {
    use virt_error::Code;
    let Some(corpus) = corpus() else { return };
    let folder = corpus.join("schema");
    let cases = Json::parse(&read(folder.join("cases.json"))).expect("cases.json is JSON");
    let mut failed = Vec::new();
    let mut passed = 0;
    for case in cases.items() {
        let verdict = |text: &str| {
            let result = match case.text("kind").unwrap_or_default() {
                "network" => network::Network::parse(text, true).map(drop),
                "pool" => storage::Pool::parse(text, true).map(drop),
                "interface" => interface::Interface::parse(text, true).map(drop),
                "nwfilter" => nwfilter::Filter::parse(text, true).map(drop),
                "secret" => secret::Secret::parse(text, true).map(drop),
                _ => return None,
            };
            Some(result.err().filter(|error| error.code() == Code::XmlInvalidSchema).is_none())
        };
        let text = read(folder.join(case.text("input").expect("an input")));
        let Some(valid) = verdict(&text) else { continue };
        let expected = case.text("verdict") == Some("valid");
        let strange = text.rfind("</").map(|end| format!("{}<strange/>{}", &text[..end], &text[end..]));
        let strange = strange.and_then(|text| verdict(&text)).unwrap_or(false);
        if valid == expected && !strange {
            passed += 1;
        } else {
            failed.push(format!("{} valid={valid} strange={strange}", case.text("name").unwrap_or("?")));
        }
    }
    println!("schema: {passed} of {}", passed + failed.len());
    assert!(failed.is_empty(), "{failed:#?}");
}

/// Every document in a folder that is read and written again, with its text.
fn documents(folder: &str) -> Vec<(String, String)> {
    let Some(corpus) = corpus() else { return Vec::new() };
    let mut found = Vec::new();
    let mut folders = vec![corpus.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "xml") {
                let text = read(path.clone());
                found.push((path.display().to_string(), text));
            }
        }
    }
    found
}

#[test]
fn domain_capabilities_come_back_as_they_were() {
    for (name, text) in documents("domaincaps") {
        let read = capabilities::domain::DomainCapabilities::parse(&text).expect(&name);
        assert_eq!(first_difference(&text, &read.format()), first_difference(&text, &text), "{name}");
    }
}

#[test]
fn host_capabilities_come_back_as_they_were() {
    for folder in ["guestcaps", "hosttopology"] {
        for (name, text) in
            documents(folder).into_iter().filter(|(_, text)| text.starts_with("<capabilities>"))
        {
            let read = capabilities::Capabilities::parse(&text).expect(&name);
            assert_eq!(first_difference(&text, &read.format()), first_difference(&text, &text), "{name}");
        }
    }
}
