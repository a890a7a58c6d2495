//! Many threads at once, and input that nobody sensible gives.

use super::*;
use std::thread;
use virt_core::{constants::*, types::*};

#[test]
fn many_threads_leave_the_host_in_order() {
    let host = Host::new();
    let domains = &host.drivers.domains;
    let kept = host.define("kept", "");
    thread::scope(|scope| {
        for number in 0..4 {
            let kept = &kept;
            scope.spawn(move || {
                for round in 0..30 {
                    let name = format!("t{}", (number + round) % 3);
                    // Others do the same: what fails, fails in a known way.
                    let dom = domains.domain_create_xml(&document(&name, ""), 0);
                    let _ = domains.connect_list_all_domains(1, VIR_CONNECT_LIST_DOMAINS_ACTIVE).unwrap();
                    if let Ok(dom) = dom {
                        let _ = domains.domain_suspend(&dom);
                        let _ = domains.domain_define_xml(&domains.domain_get_xml_desc(&dom, 0).unwrap());
                        let _ = domains.domain_destroy(&dom);
                        let _ = domains.domain_undefine(&dom);
                    }
                    let _ = domains.domain_create(kept);
                    let _ = domains.domain_destroy(kept);
                }
            });
        }
    });
    let left: Vec<String> = domains
        .connect_list_all_domains(1, 0)
        .unwrap()
        .items
        .iter()
        .map(|dom| dom.name.to_string())
        .collect();
    assert_eq!(left, ["kept"]);
    assert_eq!(domains.connect_num_of_domains().unwrap(), 0);
    // Of each change one event was heard: as many starts as stops.
    let (mut started, mut stopped) = (0, 0);
    for (_, event, _) in host.lifecycle() {
        started += i32::from(event == VIR_DOMAIN_EVENT_STARTED);
        stopped += i32::from(event == VIR_DOMAIN_EVENT_STOPPED);
    }
    assert!(started > 0 && started == stopped, "{started} starts, {stopped} stops");
}

#[test]
fn odd_input_is_answered() {
    const ODD: [&str; 12] = [
        "",
        "\0",
        "zz",
        "<",
        "<domain/>",
        "<disk/>",
        "<interface type='network'/>",
        "<domainsnapshot><disks><disk/></disks></domainsnapshot>",
        "<domaincheckpoint/>",
        "<domainbackup mode='x'/>",
        "0-99999999999999999999",
        "/dev/sda,18446744073709551616",
    ];
    let host = Host::new();
    let drivers = &host.drivers;
    let dom = host
        .running("a", "<devices><disk type='file'><source file='/i'/><target dev='vda'/></disk></devices>");
    let text =
        |name: &'static str, text: &str| Params(vec![TypedParam::new(name, Value::String(text.into()))]);
    for odd in ODD {
        let _ = drivers.domains.domain_define_xml(odd);
        let _ = drivers.domains.domain_create_xml(odd, VIR_DOMAIN_START_VALIDATE);
        let _ = drivers.domains.domain_lookup_by_name(odd);
        let _ = drivers.domains.domain_rename(&dom, Some(odd), 0);
        let _ = drivers.devices.domain_attach_device(&dom, odd);
        let _ = drivers.devices.domain_update_device_flags(&dom, odd, 0);
        let _ = drivers.devices.domain_detach_device_flags(&dom, odd, 0);
        let _ = drivers.devices.domain_detach_device_alias(&dom, odd, 0);
        let _ = drivers.tuning.domain_set_vcpu(&dom, odd, 1, 0);
        let _ = drivers.tuning.domain_set_numa_parameters(&dom, &text("numa_nodeset", odd), 0);
        let _ = drivers.tuning.domain_set_blkio_parameters(&dom, &text("device_weight", odd), 0);
        let _ = drivers.tuning.domain_set_block_io_tune(&dom, odd, &Params::default(), 0);
        let _ = drivers.tuning.domain_set_metadata(&dom, 2, Some(odd), Some(odd), Some(odd), 0);
        let _ = drivers.tuning.domain_get_metadata(&dom, 2, Some(odd), 0);
        let _ = drivers.guests.domain_set_guest_vcpus(&dom, odd, 0, 0);
        let _ = drivers.snapshots.domain_snapshot_create_xml(&dom, odd, 0);
        let _ = drivers.snapshots.domain_snapshot_create_xml(&dom, odd, 1);
        let _ = drivers.checkpoints.domain_checkpoint_create_xml(&dom, odd, 0);
        let _ = drivers.checkpoints.domain_backup_begin(&dom, odd, Some(odd), 0);
        let _ = drivers.jobs.domain_block_copy(&dom, "vda", odd, &Params::default(), 0);
        let _ = drivers.jobs.domain_block_rebase(&dom, "vda", Some(odd), u64::MAX, 0);
        let xml = Params(text("destination_xml", odd).0);
        let _ = drivers.migration.domain_migrate_prepare3_params(&xml, &Bytes::default(), 0);
        let _ = drivers.saving.domain_save_image_get_xml_desc(odd, 0);
        let _ = drivers.monitoring.domain_block_peek(&dom, odd, u64::MAX, u32::MAX, 0);
    }
    for number in [i32::MIN, -1, 0, 1, i32::MAX] {
        let _ = drivers.tuning.domain_get_vcpus(&dom, number, number);
        let _ = drivers.tuning.domain_get_vcpu_pin_info(&dom, number, number, 0);
        let _ = drivers.tuning.domain_get_emulator_pin_info(&dom, number, 0);
        let _ = drivers.tuning.domain_set_lifecycle_action(&dom, number as u32, number as u32, 0);
        let _ = drivers.monitoring.domain_get_cpu_stats(&dom, number as u32, number, number as u32, 0);
        let _ = drivers.monitoring.domain_memory_stats(&dom, number as u32, 0);
        let _ = drivers.jobs.domain_start_dirty_rate_calc(&dom, number, 0);
        let _ = drivers.host.node_get_cells_free_memory(number, number);
        let _ = drivers.host.node_get_free_pages(&vec![number as u32].into(), number, number as u32, 0);
        let _ = drivers.host.node_get_memory_stats(number, number, 0);
        let _ = drivers.domains.domain_lookup_by_id(number);
        let _ = drivers.domains.connect_list_domains(number);
    }
    assert_eq!(host.state(&dom).0, VIR_DOMAIN_RUNNING);
}
