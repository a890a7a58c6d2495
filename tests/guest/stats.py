"""What a guest uses: state, processors, memory, disks, interfaces, one by one and in bulk; and what it is doing."""

import os
import xml.etree.ElementTree as tree

import libvirt

from support import Console, Guest, Root, main, refuses, until

LIVE, CONFIG = libvirt.VIR_DOMAIN_AFFECT_LIVE, libvirt.VIR_DOMAIN_AFFECT_CONFIG
DISK = """
<disk type='file' device='disk'>
  <driver name='qemu' type='{kind}'/><source file='{path}'/><target dev='{target}' bus='virtio'/>
</disk>"""


def test_disk_statistics():
    with Root() as root:
        disks = DISK.format(kind="qcow2", path=root.disk("a.qcow2", "8M"), target="vda")
        guest = Guest(root, kind="linux", devices=disks)
        domain = guest.start()
        guest.says("disk vda")
        console = Console(domain)
        console.send(b"dd if=/dev/vda of=/dev/null bs=64k count=16 && dd if=/dev/zero of=/dev/vda bs=64k count=8 conv=fsync; echo do''ne\n")
        console.expect(b"done\r\n")
        console.close()
        requests, read, writes, written, errors = domain.blockStats("vda")
        assert read >= 1 << 20 and requests > 0 and written == 1 << 19 and writes > 0 and errors == -1, (read, written)
        more = domain.blockStatsFlags("vda")
        assert more["rd_bytes"] == read and more["wr_bytes"] == written and more["flush_operations"] > 0, more
        capacity, allocation, physical = domain.blockInfo("vda")
        assert capacity == 8 << 20 and 0 < allocation <= capacity + (1 << 20) and physical > 0
        whole = domain.blockStats("")
        assert whole[1] == domain.blockStats("vda")[1]
        refuses(libvirt.VIR_ERR_INVALID_ARG, domain.blockStats, "vdq")


def test_block_size_changes():
    with Root() as root:
        disks = DISK.format(kind="qcow2", path=root.disk("a.qcow2", "8M"), target="vda")
        guest = Guest(root, devices=disks)
        domain = guest.start()
        domain.blockResize("vda", 12 << 20, libvirt.VIR_DOMAIN_BLOCK_RESIZE_BYTES)
        assert domain.blockInfo("vda")[0] == 12 << 20


def test_parts_of_a_disk_and_of_memory():
    with Root() as root:
        path = root.disk("a.raw", "1M", "raw")
        with open(path, "r+b") as file:
            file.write(b"what is on it")
        guest = Guest(root, devices=DISK.format(kind="raw", path=path, target="vda"))
        domain = guest.start()
        guest.says("board up")
        assert domain.blockPeek("vda", 5, 8) == b"is on it"
        # The far jump with which the board's firmware begins.
        assert domain.memoryPeek(0xFFFF0, 1, libvirt.VIR_MEMORY_PHYSICAL) == b"\xea"


def test_interface_statistics():
    with Root() as root:
        name = f"fvstat{os.getpid() % 10000}"
        interface = f"<interface type='ethernet'><target dev='{name}'/><model type='virtio'/></interface>"
        guest = Guest(root, devices=interface)
        domain = guest.start()
        assert len(domain.interfaceStats(name)) == 8
        refuses(libvirt.VIR_ERR_INVALID_ARG, domain.interfaceStats, "nothing0")


def test_processors():
    with Root() as root:
        guest = Guest(root, vcpus="2")
        domain = guest.start()
        guest.says("board up")
        until("time spent", lambda: domain.info()[4] > 0)
        state, maximum, memory, processors, time = domain.info()
        assert (state, maximum, memory, processors) == (1, 16 << 10, 16 << 10, 2) and time > 0
        (total,) = domain.getCPUStats(True) if domain_has_accounting(domain) else ({"cpu_time": time},)
        assert total["cpu_time"] > 0
        assert [vcpu[0] for vcpu in domain.vcpus()[0]] == [0, 1]


def domain_has_accounting(domain):
    """Whether the host accounts processor time per guest (a cgroup of its own)."""
    try:
        domain.getCPUStats(True)
        return True
    except libvirt.libvirtError as error:
        assert error.get_error_code() == libvirt.VIR_ERR_OPERATION_INVALID, error
        return False


def test_bulk():
    with Root() as root:
        disks = "".join(
            DISK.format(kind="qcow2", path=root.disk(f"{target}.qcow2", "4M"), target=target) for target in ("vda", "vdb")
        )
        guests = [Guest(root, name=name, devices=disks if name == "one" else "") for name in ("one", "two", "off")]
        for guest in guests[:2]:
            guest.start()
        guests[2].define()
        every = {domain.name(): numbers for domain, numbers in root.connection.getAllDomainStats(0, 0)}
        assert set(every) == {"one", "two", "off"}
        one = every["one"]
        assert one["state.state"] == 1 and one["block.count"] == 2 and one["block.0.name"] == "vda", one
        assert one["block.1.rd.reqs"] == 0 and one["block.1.capacity"] == 4 << 20, one
        assert one["vcpu.current"] == 1 and one["vcpu.0.state"] == 1 and one["balloon.current"] == 16 << 10, one
        assert every["off"]["state.state"] == libvirt.VIR_DOMAIN_SHUTOFF and "block.0.rd.reqs" not in every["off"]
        running = root.connection.getAllDomainStats(
            libvirt.VIR_DOMAIN_STATS_STATE, libvirt.VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING
        )
        assert {domain.name() for domain, _ in running} == {"one", "two"}
        assert all(set(numbers) == {"state.state", "state.reason"} for _, numbers in running), running
        ((_, blocks),) = root.connection.domainListGetStats([guests[0].domain], libvirt.VIR_DOMAIN_STATS_BLOCK)
        assert not any(key.startswith(("cpu", "state")) for key in blocks), blocks


def test_jobs():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        assert domain.jobInfo()[0] == libvirt.VIR_DOMAIN_JOB_NONE
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.abortJob)
        domain.managedSave()
        assert domain.jobStats(libvirt.VIR_DOMAIN_JOB_STATS_COMPLETED)["type"] in (
            libvirt.VIR_DOMAIN_JOB_COMPLETED, libvirt.VIR_DOMAIN_JOB_NONE,
        )  # fmt: skip


def test_memory():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        numbers = domain.memoryStats()
        assert numbers["rss"] > 1000, numbers


def test_what_the_kernel_counts():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()

        def counted():
            ((_, found),) = root.connection.domainListGetStats([domain], libvirt.VIR_DOMAIN_STATS_PERF)
            return found

        def listed():
            document = tree.fromstring(domain.XMLDesc(0))
            return {event.get("name"): event.get("enabled") for event in document.findall("perf/event")}

        text = refuses(libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, domain.setPerfEvents, {"cmt": True}, LIVE)
        assert text.endswith("unable to enable host cpu perf event for cmt"), text
        try:
            domain.setPerfEvents({"page_faults": True, "task_clock": True}, LIVE)
        except libvirt.libvirtError as error:
            assert error.get_error_code() == libvirt.VIR_ERR_SYSTEM_ERROR, error
            assert "unable to open host cpu perf event for " in str(error), error
            print(f"skipped: {error}")
            return
        assert set(counted()) == {"perf.page_faults", "perf.task_clock"}, counted()
        assert domain.perfEvents(LIVE)["page_faults"] is True
        assert listed() == {"page_faults": "yes", "task_clock": "yes"}
        # One that cannot be had changes nothing.
        refuses(
            libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED,
            domain.setPerfEvents, {"page_faults": False, "context_switches": True, "mbml": True}, LIVE,
        )  # fmt: skip
        assert set(counted()) == {"perf.page_faults", "perf.task_clock"}
        domain.setPerfEvents({"page_faults": False}, LIVE)
        assert set(counted()) == {"perf.task_clock"} and domain.perfEvents(LIVE)["page_faults"] is False
        domain.setPerfEvents({"page_faults": True, "context_switches": True}, CONFIG)
        assert set(counted()) == {"perf.task_clock"}
        domain.destroy()
        assert counted() == {}
        # From its start on everything that the emulator does counts.
        domain.create()
        found = counted()
        assert set(found) == {"perf.page_faults", "perf.context_switches"} and found["perf.page_faults"] > 100, found
        domain.destroy()
        domain.setPerfEvents({"cmt": True}, CONFIG)
        text = refuses(libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, domain.create)
        assert text.endswith("unable to enable host cpu perf event for cmt") and not root.processes(), text


def test_dirty_rate():
    with Root() as root:
        domain = Guest(root).define()
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.startDirtyRateCalc, 1)
        domain.create()
        for seconds in (0, 61):
            refuses(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, domain.startDirtyRateCalc, seconds)
        ring = libvirt.VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING
        assert "dirty-ring feature" in refuses(libvirt.VIR_ERR_OPERATION_UNSUPPORTED, domain.startDirtyRateCalc, 1, ring)

        def measured():
            return root.connection.domainListGetStats([domain], libvirt.VIR_DOMAIN_STATS_DIRTYRATE)[0][1]

        assert measured()["dirtyrate.calc_status"] == libvirt.VIR_DOMAIN_DIRTYRATE_UNSTARTED
        domain.startDirtyRateCalc(1)
        until("the measurement", lambda: measured()["dirtyrate.calc_status"] == libvirt.VIR_DOMAIN_DIRTYRATE_MEASURED)
        numbers = measured()
        assert numbers["dirtyrate.calc_period"] == 1 and numbers["dirtyrate.calc_mode"] == "page-sampling", numbers
        assert numbers["dirtyrate.megabytes_per_second"] >= 0, numbers


if __name__ == "__main__":
    main(linux=True)
