"""Limits on the traffic of disks while a guest runs: disk by disk, shared by groups, and what does not go together."""

import json
import xml.etree.ElementTree as tree

import libvirt
import libvirt_qemu

from support import REFERENCE, Events, Guest, Newer, Root, main, refuses

LIVE, CONFIG = libvirt.VIR_DOMAIN_AFFECT_LIVE, libvirt.VIR_DOMAIN_AFFECT_CONFIG


def disks(root, count):
    disk = "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='{}'/><target dev='vd{}' bus='virtio'/></disk>"
    return "".join(disk.format(root.disk(f"{letter}.raw", kind="raw"), letter) for letter in "abcd"[:count])


def limits(domain, disk, flags=LIVE):
    """Those that are set."""
    return {name: value for name, value in domain.blockIoTune(disk, flags).items() if value}


def kept_by_qemu(domain, disk):
    """What the emulator keeps to."""
    blocks = libvirt_qemu.qemuMonitorCommand(domain, '{"execute":"query-block"}', 0)
    for block in json.loads(blocks)["return"]:
        if f"virtio-disk{'abcd'.index(disk[-1])}" in block["qdev"]:
            inserted = block["inserted"]
            return {name: inserted[name] for name in ("bps", "bps_rd", "bps_wr", "bps_rd_max", "iops", "iops_size") if inserted.get(name)}
    raise AssertionError(f"no {disk} in {blocks}")


def test_limits_of_a_disk():
    with Root() as root:
        guest = Guest(root, devices=disks(root, 1) + "<disk type='file' device='cdrom'><target dev='sdx' bus='sata'/></disk>")
        domain = guest.start()
        events = Events(root.connection, libvirt.VIR_DOMAIN_EVENT_ID_TUNABLE)
        for flags in (LIVE, CONFIG):
            domain.setBlockIoTune("vda", {"read_bytes_sec": 1 << 20, "write_bytes_sec": 2 << 20}, flags)
        events.other("guest", libvirt.VIR_DOMAIN_EVENT_ID_TUNABLE)
        assert kept_by_qemu(domain, "vda") == {"bps_rd": 1 << 20, "bps_wr": 2 << 20}
        # Another family leaves these alone; a total takes the place of both.
        domain.setBlockIoTune("vda", {"total_iops_sec": 100}, LIVE)
        assert kept_by_qemu(domain, "vda") == {"bps_rd": 1 << 20, "bps_wr": 2 << 20, "iops": 100}
        domain.setBlockIoTune("vda", {"total_bytes_sec": 3 << 20}, LIVE)
        assert kept_by_qemu(domain, "vda") == {"bps": 3 << 20, "iops": 100}
        assert limits(domain, "vda", CONFIG) == {"read_bytes_sec": 1 << 20, "write_bytes_sec": 2 << 20}
        live = limits(domain, "vda")
        assert (live["total_bytes_sec"], live["total_iops_sec"]) == (3 << 20, 100), live
        domain.setBlockIoTune("vda", {"read_bytes_sec": 1000, "read_bytes_sec_max": 2000, "read_bytes_sec_max_length": 3}, LIVE)
        assert kept_by_qemu(domain, "vda") == {"bps_rd": 1000, "bps_rd_max": 2000, "iops": 100}
        for code, wanted in (
            (libvirt.VIR_ERR_INVALID_ARG, {"total_bytes_sec": 1, "read_bytes_sec": 1}),
            (libvirt.VIR_ERR_CONFIG_UNSUPPORTED, {"read_bytes_sec": 3000}),
            (libvirt.VIR_ERR_CONFIG_UNSUPPORTED, {"read_bytes_sec": 0}),
            (libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, {"total_bytes_sec": 10**15 + 1}),
        ):
            refuses(code, domain.setBlockIoTune, "vda", wanted, LIVE)
        assert kept_by_qemu(domain, "vda") == {"bps_rd": 1000, "bps_rd_max": 2000, "iops": 100}
        refuses(libvirt.VIR_ERR_INVALID_ARG, domain.setBlockIoTune, "vdz", {"total_bytes_sec": 1}, LIVE)
        refuses(libvirt.VIR_ERR_INVALID_ARG, domain.blockIoTune, "sdx", LIVE)
        nothing = {"read_bytes_sec": 0, "read_bytes_sec_max": 0, "read_bytes_sec_max_length": 0, "total_iops_sec": 0}
        domain.setBlockIoTune("vda", nothing, LIVE)
        assert kept_by_qemu(domain, "vda") == {}
        document = tree.fromstring(domain.XMLDesc())
        assert document.find("devices/disk/target[@dev='vda']/../iotune") is None, domain.XMLDesc()


def test_groups_of_disks():
    with Root() as root:
        domain = Guest(root, devices=disks(root, 3)).start()
        domain.setBlockIoTune("vda", {"total_bytes_sec": 5 << 20, "group_name": "slow"}, LIVE)
        # Who joins has what the group has, and who changes it changes it for all.
        domain.setBlockIoTune("vdb", {"group_name": "slow"}, LIVE)
        assert kept_by_qemu(domain, "vdb") == {"bps": 5 << 20}
        domain.setBlockIoTune("vdb", {"total_bytes_sec": 6 << 20}, LIVE)
        assert limits(domain, "vda")["total_bytes_sec"] == limits(domain, "vdb")["total_bytes_sec"] == 6 << 20
        assert limits(domain, "vda")["group_name"] == "slow"
        refuses(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, domain.setBlockIoTune, "vdc", {"group_name": "none"}, LIVE)
        document = tree.fromstring(domain.XMLDesc())
        groups = [disk.findtext("iotune/group_name") for disk in document.findall("devices/disk")]
        assert groups == ["slow", "slow", None], groups


def test_throttle_groups():
    if REFERENCE:
        print("skipped: the binding of the reference does not know throttle groups")
        return
    with Root() as root:
        filtered = disks(root, 1).replace("</disk>", "<throttlefilters><throttlefilter group='one'/></throttlefilters></disk>")
        groups = "<throttlegroups><throttlegroup><group_name>one</group_name><total_bytes_sec>1000000</total_bytes_sec></throttlegroup></throttlegroups>"
        domain = Guest(root, devices=filtered, extra=groups).start()
        library = Newer(domain)

        def kept(group):
            command = {"execute": "qom-get", "arguments": {"path": f"/objects/throttle-{group}", "property": "limits"}}
            answer = json.loads(libvirt_qemu.qemuMonitorCommand(domain, json.dumps(command), 0))
            return {name: value for name, value in answer.get("return", {}).items() if value and not name.endswith("-length")}

        assert kept("one") == {"bps-total": 1000000}
        library.set_throttle_group("one", {"read_bytes_sec": 2000000}, LIVE | CONFIG)
        assert kept("one") == {"bps-read": 2000000}
        library.set_throttle_group("two", {"total_iops_sec": 5}, LIVE)
        assert kept("two") == {"iops-total": 5}
        assert "still being used by disk vda" in refuses(libvirt.VIR_ERR_INVALID_ARG, library.delete_throttle_group, "one", LIVE)
        library.delete_throttle_group("two", LIVE)
        assert kept("two") == {}
        refuses(libvirt.VIR_ERR_INTERNAL_ERROR, library.delete_throttle_group, "two", LIVE)
        document = tree.fromstring(domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE))
        assert [group.text for group in document.findall("throttlegroups/throttlegroup/group_name")] == ["one"]
        assert document.findtext("throttlegroups/throttlegroup/read_bytes_sec") == "2000000"


if __name__ == "__main__":
    main()
