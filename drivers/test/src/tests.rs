//! Opening connections, and what a host says of itself.

use crate::driver;
use virt_core::connection::{Drivers, OpenRequest};
use virt_error::Result;

/// A connection to `uri`.
pub fn open(uri: &str) -> Result<Drivers> {
    let request = OpenRequest { uri, read_only: false, auth: None, flags: 0 };
    Ok(driver().open(&request)?.expect("the driver takes the URI"))
}

/// A connection to a host of its own that `text` describes.
pub fn open_node(text: &str) -> Result<Drivers> {
    let file = std::env::temp_dir().join(format!("node-{}.xml", virt_core::types::Uuid::random()));
    std::fs::write(&file, text).unwrap();
    let drivers = open(&format!("test://{}", file.display()));
    std::fs::remove_file(&file).unwrap();
    drivers
}

fn refusal(result: Result<Drivers>) -> String {
    result.err().expect("an error").message().to_owned()
}

#[test]
fn a_uri_without_a_host_in_it_is_refused() {
    assert_eq!(refusal(open("test:///nosuch")), "XML error: failed to parse xml document '/nosuch'");
    assert_eq!(refusal(open_node("<nod/>")), "XML error: expecting root element of 'node', not 'nod'");
}

#[test]
fn users_of_a_node_file_must_say_who_they_are() {
    let text = "<node><auth><user password='x'>rich</user></auth></node>";
    assert_eq!(refusal(open_node(text)), "invalid argument: Missing authentication credentials");
}

#[test]
fn the_default_host_is_as_programs_expect_it() {
    let host = open("test:///default").unwrap().host;
    assert_eq!(host.connect_get_type().unwrap(), "TEST");
    let info = host.node_get_info().unwrap();
    assert_eq!((info.memory, info.cpus, info.mhz), (3_145_728, 16, 1400));
    assert_eq!(host.node_get_cells_free_memory(0, 10).unwrap().0, [2_097_152, 4_194_304]);
    assert_eq!(host.node_get_free_memory().unwrap(), 3_145_728);
    let map = host.node_get_cpu_map(1, 1, 0).unwrap();
    assert_eq!((map.cpumap.0, map.online, map.ret), (vec![0x15], 3, 8));
    assert_eq!(host.connect_get_cpu_model_names("x86_64", 1, 0).unwrap().count, 175);
    let error = host.connect_get_sysinfo(1).unwrap_err();
    assert_eq!(error.message(), "unsupported flags (0x1) in function testConnectGetSysinfo");
}

#[test]
fn processors_have_a_baseline() {
    let host = open("test:///default").unwrap().host;
    let cpus = |models: &[&str]| -> virt_core::types::List<String, 256> {
        let cpu = |model: &&str| format!("<cpu><arch>x86_64</arch><model>{model}</model></cpu>");
        models.iter().map(cpu).collect::<Vec<_>>().into()
    };
    let expected = "<cpu mode='custom' match='exact'>\n  <model fallback='forbid'>Nehalem</model>\n</cpu>\n";
    assert_eq!(host.connect_baseline_cpu(&cpus(&["Nehalem"]), 0).unwrap(), expected);
    let two = host.connect_baseline_cpu(&cpus(&["Haswell", "Nehalem"]), 0).unwrap();
    assert_eq!(two, expected.replace("forbid", "allow"));
    let all = host.connect_baseline_cpu(&cpus(&["Nehalem"]), 1).unwrap();
    assert!(all.contains("<feature policy='require' name='sse4.2'/>"), "{all}");
    assert!(refusal_of(host.connect_baseline_cpu(&cpus(&["x"]), 0)).contains("Unknown CPU model x"));
    let mixed = host.connect_baseline_cpu(&cpus(&["486", "Nehalem", "Opteron_G5"]), 0);
    assert!(refusal_of(mixed).contains("CPU vendors do not match"));
    assert!(
        refusal_of(host.connect_baseline_cpu(&cpus(&["Nehalem"]), 2)).contains("unsupported flags (0x2)")
    );
}

fn refusal_of<T>(result: Result<T>) -> String {
    result.err().expect("an error").message().to_owned()
}
