//! Limits are read back as they were set, and stand in the document.

use super::*;
use virt_core::{constants::*, types::*};

const DEVICES: &str = "<devices><disk type='file'><source file='/i'/><target dev='vda'/></disk>\
    <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/>\
    <target dev='net0'/></interface><memballoon model='virtio'/></devices>";

fn param<const MAX: usize>(name: &'static str, value: Value) -> Params<MAX> {
    vec![TypedParam::new(name, value)].into()
}

#[test]
fn memory_is_set_in_the_document_that_is_meant() {
    let host = Host::new();
    let (tuning, domains) = (&host.drivers.tuning, &host.drivers.domains);
    let dom = host.running("a", "");
    tuning.domain_set_memory_flags(&dom, 1000, VIR_DOMAIN_AFFECT_LIVE).unwrap();
    tuning.domain_set_memory_flags(&dom, 2000, VIR_DOMAIN_AFFECT_CONFIG).unwrap();
    let text = |flags| domains.domain_get_xml_desc(&dom, flags).unwrap();
    assert!(text(0).contains("<currentMemory unit='KiB'>1000<"));
    assert!(text(VIR_DOMAIN_XML_INACTIVE).contains("<currentMemory unit='KiB'>2000<"));
    assert_eq!(
        refusal(tuning.domain_set_memory(&dom, 9000)),
        "invalid argument: cannot set memory higher than max memory"
    );
    assert_eq!(
        refusal(tuning.domain_set_max_memory(&dom, 9000)),
        "Requested operation is not valid: cannot resize the maximum memory on an active domain"
    );
    domains.domain_destroy(&dom).unwrap();
    assert!(text(0).contains("<currentMemory unit='KiB'>2000<"));
    assert_eq!(
        refusal(tuning.domain_set_memory(&dom, 100)),
        "Requested operation is not valid: domain is not running"
    );
    tuning.domain_set_max_memory(&dom, 1500).unwrap();
    assert_eq!(tuning.domain_get_max_memory(&dom).unwrap(), 1500);
}

#[test]
fn limits_of_memory_keep_their_order() {
    let host = Host::new();
    let tuning = &host.drivers.tuning;
    let dom = host.running("a", "");
    let set = |name, value| tuning.domain_set_memory_parameters(&dom, &param(name, Value::ULLong(value)), 1);
    set("hard_limit", 4000).unwrap();
    assert!(refusal(set("swap_hard_limit", 1000)).contains("must be lower than or equal to swap_hard_limit"));
    let read = tuning.domain_get_memory_parameters(&dom, 3, 1).unwrap();
    assert_eq!(read.params[0].value, Value::ULLong(4000));
    assert_eq!(read.params[1].value, Value::ULLong(9_007_199_254_740_991));
    assert_eq!(tuning.domain_get_memory_parameters(&dom, 0, 2).unwrap().nparams, 3);
    assert!(refusal(set("nosuch", 1)).contains("parameter 'nosuch' not supported"));
    assert!(refusal(tuning.domain_get_memory_parameters(&dom, 3, 3)).contains("mutually exclusive"));
}

#[test]
fn processors_are_counted_pinned_and_taken_offline() {
    let host = Host::new();
    let tuning = &host.drivers.tuning;
    let dom = host.running("a", "");
    assert_eq!(
        refusal(tuning.domain_set_vcpus(&dom, 3)),
        "invalid argument: requested cpu amount exceeds maximum (3 > 2)"
    );
    assert_eq!(
        refusal(tuning.domain_set_vcpus(&dom, 33)),
        "invalid argument: requested cpu amount exceeds maximum supported amount (33 > 32)"
    );
    tuning.domain_set_vcpus_flags(&dom, 4, VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_VCPU_MAXIMUM).unwrap();
    assert_eq!(
        tuning.domain_get_vcpus_flags(&dom, VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_VCPU_MAXIMUM).unwrap(),
        4
    );
    assert_eq!(tuning.domain_get_max_vcpus(&dom).unwrap(), 2);
    tuning.domain_pin_vcpu(&dom, 1, &vec![0b10].into()).unwrap();
    let vcpus = tuning.domain_get_vcpus(&dom, 9, 2).unwrap();
    assert_eq!(vcpus.info.len(), 2);
    assert_eq!(vcpus.cpumaps.0, [0xff, 0xff, 0b10, 0]);
    tuning.domain_set_vcpu(&dom, "1", 0, VIR_DOMAIN_AFFECT_LIVE).unwrap();
    assert_eq!(tuning.domain_get_vcpus_flags(&dom, VIR_DOMAIN_AFFECT_LIVE).unwrap(), 1);
    assert!(tuning.domain_set_vcpu(&dom, "0", 0, VIR_DOMAIN_AFFECT_LIVE).is_err());
    assert!(tuning.domain_pin_vcpu(&dom, 1, &vec![1].into()).is_err());
    tuning.domain_pin_emulator(&dom, &vec![0b100].into(), 0).unwrap();
    assert_eq!(tuning.domain_get_emulator_pin_info(&dom, 2, 0).unwrap().cpumap.0, [0b100, 0]);
}

#[test]
fn disks_and_interfaces_have_limits() {
    let host = Host::new();
    let tuning = &host.drivers.tuning;
    let dom = host.running("a", DEVICES);
    let limits: Params<32> = vec![
        TypedParam::new("total_bytes_sec", Value::ULLong(1000)),
        TypedParam::new("total_bytes_sec_max", Value::ULLong(2000)),
    ]
    .into();
    tuning.domain_set_block_io_tune(&dom, "vda", &limits, 0).unwrap();
    let read = tuning.domain_get_block_io_tune(&dom, Some("vda"), 20, 0).unwrap();
    assert_eq!((read.params.len(), &read.params[0].value), (20, &Value::ULLong(1000)));
    assert_eq!(&*read.params[13].field, "group_name");
    assert_eq!(
        refusal(tuning.domain_set_block_io_tune(&dom, "vda", &param("read_bytes_sec", Value::ULLong(1)), 0)),
        "invalid argument: total and read/write of bytes_sec cannot be set at the same time"
    );
    assert_eq!(
        refusal(tuning.domain_get_block_io_tune(&dom, Some("vdz"), 20, 0)),
        "invalid argument: disk 'vdz' was not found in the domain config"
    );
    tuning
        .domain_set_interface_parameters(&dom, "net0", &param("inbound.average", Value::UInt(7)), 0)
        .unwrap();
    let read = tuning.domain_get_interface_parameters(&dom, "52:54:00:00:00:01", 7, 0).unwrap();
    assert_eq!(read.params[0], TypedParam::new("inbound.average", Value::UInt(7)));
    let text = host.drivers.domains.domain_get_xml_desc(&dom, 0).unwrap();
    assert!(text.contains("<total_bytes_sec>1000<") && text.contains("<inbound average='7'/>"), "{text}");
    let ids: Vec<i32> = host.events().iter().map(|event| event.id().1).collect();
    assert_eq!(ids, [VIR_DOMAIN_EVENT_ID_TUNABLE]);
    let weight = param("device_weight", Value::String("/dev/sda,300".into()));
    tuning.domain_set_blkio_parameters(&dom, &weight, 0).unwrap();
    let read = tuning.domain_get_blkio_parameters(&dom, 6, 0).unwrap();
    assert_eq!(read.params[1].value, Value::String("/dev/sda,300".into()));
}

#[test]
fn threads_metadata_and_the_rest_are_read_back() {
    let host = Host::new();
    let tuning = &host.drivers.tuning;
    let dom = host.running("a", DEVICES);
    tuning.domain_add_iothread(&dom, 3, 0).unwrap();
    assert!(refusal(tuning.domain_add_iothread(&dom, 3, 0)).contains("already using iothread_id '3'"));
    tuning.domain_pin_iothread(&dom, 3, &vec![1].into(), 0).unwrap();
    let threads = tuning.domain_get_iothread_info(&dom, 0).unwrap();
    assert_eq!((threads.items[0].iothread_id, &threads.items[0].cpumap.0[..]), (3, &[1, 0][..]));
    tuning.domain_del_iothread(&dom, 3, 0).unwrap();
    assert_eq!(tuning.domain_get_iothread_info(&dom, 0).unwrap().count, 0);

    tuning.domain_set_metadata(&dom, 2, Some("<x/>"), Some("k"), Some("http://u"), 0).unwrap();
    assert_eq!(tuning.domain_get_metadata(&dom, 2, Some("http://u"), 0).unwrap(), "<x/>");
    tuning.domain_set_metadata(&dom, 2, None, Some("k"), Some("http://u"), 0).unwrap();
    assert_eq!(
        refusal(tuning.domain_get_metadata(&dom, 2, Some("http://u"), 0)),
        "metadata not found: Requested metadata element is not present"
    );

    tuning.domain_set_scheduler_parameters(&dom, &param("weight", Value::UInt(60))).unwrap();
    assert_eq!(tuning.domain_get_scheduler_parameters(&dom, 1).unwrap()[0].value, Value::UInt(60));
    host.drivers.monitoring.domain_set_perf_events(&dom, &param("cmt", Value::Boolean(true)), 0).unwrap();
    let perf = host.drivers.monitoring.domain_get_perf_events(&dom, 0).unwrap();
    assert_eq!((perf.len(), &perf[0].value), (22, &Value::Boolean(true)));
    tuning.domain_set_autostart(&dom, 1).unwrap();
    assert_eq!(tuning.domain_get_autostart(&dom).unwrap(), 1);
}

#[test]
fn bulk_statistics_have_every_group() {
    let host = Host::new();
    let monitoring = &host.drivers.monitoring;
    let dom = host.running("a", DEVICES);
    host.define("b", "");
    let all = monitoring.connect_get_all_domain_stats(&List::default(), 0x3ff, 0).unwrap();
    assert_eq!(all.len(), 2);
    let names: Vec<&str> = all[0].params.iter().map(|param| &*param.field).collect();
    for name in
        ["state.state", "cpu.time", "balloon.current", "vcpu.0.state", "net.0.name", "block.0.capacity"]
    {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
    let one = monitoring.connect_get_all_domain_stats(&vec![dom].into(), VIR_DOMAIN_STATS_STATE, 0).unwrap();
    assert_eq!(one[0].params.len(), 2);
    let enforce = VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS;
    assert_eq!(
        refusal(monitoring.connect_get_all_domain_stats(&List::default(), 1 << 20, enforce)),
        "argument unsupported: Stats types bits 0x100000 are not supported by this daemon"
    );
}
