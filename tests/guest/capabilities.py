"""What the host and its emulators can do, how that is remembered, and what the host itself is."""

import json
import os
import re
import stat
import time
import xml.etree.ElementTree as tree

import libvirt

from support import EMULATOR, REFERENCE, Guest, Root, kvm_works, main, refuses


def test_capabilities():
    with Root() as root:
        document = tree.fromstring(root.connection.getCapabilities())
        cpu = document.find("host/cpu")
        assert cpu.find("arch").text == os.uname().machine
        topology = cpu.find("topology")
        parts = [int(topology.get(part, "1")) for part in ("sockets", "dies", "clusters", "cores", "threads")]
        assert all(part > 0 for part in parts), parts
        cells = document.findall("host/topology/cells/cell")
        cpus = [cpu for cell in cells for cpu in cell.findall("cpus/cpu")]
        assert len(cpus) == os.cpu_count()
        guest = document.find("guest/arch[@name='x86_64']")
        assert guest.find("emulator").text == EMULATOR
        kinds = [domain.get("type") for domain in guest.findall("domain")]
        assert "qemu" in kinds and ("kvm" in kinds) == kvm_works(), kinds
        machines = guest.findall("machine")
        default = machines[0].text
        assert any(machine.text == "pc" and machine.get("canonical") == default for machine in machines)


def test_domain_capabilities():
    with Root() as root:
        connection = root.connection
        document = tree.fromstring(connection.getDomainCapabilities(None, "x86_64", "q35", "qemu"))
        assert document.find("path").text == EMULATOR and document.find("domain").text == "qemu"
        assert document.find("machine").text.startswith("pc-q35-")
        modes = {mode.get("name"): mode for mode in document.findall("cpu/mode")}
        assert modes["host-passthrough"].get("supported") == "no"
        models = {model.text for model in modes["custom"].findall("model")}
        assert {"qemu64", "Nehalem"} <= models and "host" not in models
        buses = [value.text for value in document.findall("devices/disk/enum[@name='bus']/value")]
        assert "virtio" in buses and "ide" not in buses
        # What it says of the host's own model starts.
        model = modes["host-model"].find("model").text
        assert model in models
        refuses(libvirt.VIR_ERR_INVALID_ARG, connection.getDomainCapabilities, None, "x86_64", "toaster", "qemu")
        refuses(libvirt.VIR_ERR_INVALID_ARG, connection.getDomainCapabilities, None, "vax", None, None)
        refuses(libvirt.VIR_ERR_INVALID_ARG, connection.getDomainCapabilities, None, None, None, "vbox")
        refuses(libvirt.VIR_ERR_INVALID_ARG, connection.getDomainCapabilities, EMULATOR, "s390x", None, None)


def test_a_start_checks_the_processor():
    with Root() as root:

        def start(check, model, more="", mode="custom"):
            model = f"<model>{model}</model>" if model else ""
            cpu = f"<cpu mode='{mode}' check='{check}'>{model}{more}</cpu>"
            guest = Guest(root, kvm=False, extra=cpu)
            guest.create()
            found = tree.fromstring(guest.domain.XMLDesc(0)).find("cpu")
            guest.domain.destroy()
            return found

        lacking = "<feature name='xop' policy='require'/>"
        incompatible = libvirt.VIR_ERR_CPU_INCOMPATIBLE
        text = refuses(incompatible, start, "partial", "Nehalem", lacking)
        assert text.endswith("Host CPU does not provide required features: xop"), text
        text = refuses(incompatible, start, "partial", "", lacking, "host-model")
        assert text.endswith("Host CPU does not provide required features: xop"), text
        # Without a check QEMU leaves it out, and the document says so.
        found = start("none", "Nehalem", lacking)
        policies = {feature.get("name"): feature.get("policy") for feature in found.findall("feature")}
        assert found.get("check") == "full" and policies["xop"] == "disable", policies
        text = refuses(libvirt.VIR_ERR_OPERATION_FAILED, start, "full", "Nehalem", lacking)
        assert "guest CPU doesn't match specification: " in text and text.endswith("missing features: xop"), text
        text = refuses(incompatible, start, "partial", "Nehalem", "<feature name='sse' policy='forbid'/>")
        assert "Host CPU provides forbidden feature" in text, text
        start("none", "Nehalem", "<feature name='sse' policy='forbid'/>")
        for policy in ("require", "disable", "optional"):
            text = refuses(
                libvirt.VIR_ERR_CONFIG_UNSUPPORTED, start, "none", "Nehalem", f"<feature name='nope' policy='{policy}'/>"
            )
            assert text.endswith("unknown CPU feature: nope"), text
        text = refuses(libvirt.VIR_ERR_INTERNAL_ERROR, start, "none", "nope")
        assert text.endswith("Unknown CPU model nope"), text


def test_processors():
    with Root() as root:
        connection = root.connection
        nehalem = "<cpu match='exact'><model>Nehalem</model></cpu>"
        lacking = "".join(f"<feature name='{name}' policy='require'/>" for name in ("xop", "avx512er"))
        strange = f"<cpu match='exact'><model>Nehalem</model>{lacking}</cpu>"
        assert connection.compareHypervisorCPU(EMULATOR, "x86_64", None, "qemu", nehalem) != 0
        assert connection.compareHypervisorCPU(EMULATOR, "x86_64", None, "qemu", strange) == 0
        fail = libvirt.VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE
        compare = (connection.compareHypervisorCPU, EMULATOR, "x86_64", None, "qemu", strange, fail)
        refuses(libvirt.VIR_ERR_CPU_INCOMPATIBLE, *compare)
        hosts = [f"<cpu><arch>x86_64</arch><model>{model}</model></cpu>" for model in ("Westmere", "Nehalem")]
        common = tree.fromstring(connection.baselineHypervisorCPU(EMULATOR, "x86_64", None, "qemu", hosts))
        assert common.find("model").text == "Nehalem"
        assert "Nehalem" in connection.getCPUModelNames("x86_64")
        refuses(libvirt.VIR_ERR_INVALID_ARG, connection.getCPUModelNames, "vax")


def test_the_node():
    with Root() as root:
        connection = root.connection
        model, memory, cpus, _, nodes, sockets, cores, threads = connection.getInfo()
        assert model == os.uname().machine and cpus == os.cpu_count() and nodes * sockets * cores * threads >= cpus
        total = connection.getMemoryStats(libvirt.VIR_NODE_MEMORY_STATS_ALL_CELLS)["total"]
        assert memory == total >> 10
        assert 0 < connection.getFreeMemory() <= total << 10
        size = os.sysconf("SC_PAGESIZE") >> 10
        assert connection.getFreePages([size], 0, 1)[0][size] > 0
        before = connection.getCPUStats(libvirt.VIR_NODE_CPU_STATS_ALL_CPUS)
        sum(range(3_000_000))
        after = connection.getCPUStats(libvirt.VIR_NODE_CPU_STATS_ALL_CPUS)
        assert sum(after.values()) > sum(before.values())
        _, online, count = connection.getCPUMap()
        assert count == os.cpu_count() == sum(online)
        refuses(libvirt.VIR_ERR_INVALID_ARG, connection.getCPUStats, 100_000)
        refuses(libvirt.VIR_ERR_INVALID_ARG, connection.getMemoryStats, 100_000)
        version = connection.getVersion()
        assert version >= 6_002_000


def test_answers_are_remembered_until_something_changes():
    if REFERENCE:
        return
    with Root() as root:
        # An emulator of our own, which counts how often it is asked.
        program, count = root.path / "emulator", root.path / "count"
        program.write_text(f"#!/bin/sh\necho >> {count}\nexec {EMULATOR} \"$@\"\n")
        program.chmod(0o755)

        def asked():
            return len(count.read_text()) if count.exists() else 0

        def describe():
            return root.connection.getDomainCapabilities(str(program), None, None, "qemu")

        first = describe()
        once = asked()
        assert once in (1, 2), once
        # Of the connection, and of the disk.
        assert describe() == first and asked() == once
        root.connection.close()
        root.open()
        assert describe() == first and asked() == once
        files = list((root.path / "root/cache/qemu/capabilities").iterdir())
        assert len(files) == 1 and stat.S_IMODE(files[0].stat().st_mode) == 0o600
        json.loads(files[0].read_text())
        # A damaged file is as good as none.
        for damage in (b"", b"{}", files[0].read_bytes()[:1000]):
            root.connection.close()
            files[0].write_bytes(damage)
            root.open()
            before = asked()
            assert describe() == first and asked() > before
        # Another program at the same place is another emulator, even for a connection that knows the old one.
        before = asked()
        os.utime(program, (time.time(), time.time() - 1000))
        assert describe() == first and asked() > before
        assert not [left for left in os.listdir(root.path / "root/lib/qemu") if left.startswith("qmp-")]
        assert not root.processes()


def test_what_is_no_emulator():
    with Root() as root:
        describe = root.connection.getDomainCapabilities
        missing = str(root.path / "missing")
        words = refuses(libvirt.VIR_ERR_SYSTEM_ERROR, describe, missing, None, None, None)
        assert f"Cannot check QEMU binary {missing}: No such file or directory" in words, words
        program = root.path / "program"
        program.write_text("#!/bin/sh\necho what is a monitor >&2\nexit 1\n")
        program.chmod(0o755)
        words = refuses(libvirt.VIR_ERR_INTERNAL_ERROR, describe, str(program), None, None, None)
        assert "what is a monitor" in words, words
        assert not root.processes()


def test_a_firmware_is_found():
    if REFERENCE:
        # It is filled in later, when the guest starts.
        return
    with Root() as root:
        document = tree.fromstring(root.connection.getDomainCapabilities(None, "x86_64", "q35", None))
        offered = [value.text for value in document.findall("os/enum[@name='firmware']/value")]
        if "efi" not in offered:
            print("skipped: no UEFI firmware is installed")
            return
        guest = Guest(root, machine="q35", boot=" ", kvm=False)
        xml = re.sub(r"<os>.*?<type", "<os firmware='efi'><type", guest.xml, flags=re.DOTALL)
        xml = re.sub(r"<loader.*?</loader>", "", xml, flags=re.DOTALL)
        domain = root.connection.defineXML(xml)
        filled = tree.fromstring(domain.XMLDesc())
        loader, nvram = filled.find("os/loader"), filled.find("os/nvram")
        assert os.path.exists(loader.text) and loader.get("type") == "pflash"
        assert os.path.exists(nvram.get("template")) and nvram.text.startswith(str(root.path))
        domain.create()
        assert os.path.getsize(nvram.text) == os.path.getsize(nvram.get("template"))
        domain.destroy()
        domain.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_NVRAM)
        assert not os.path.exists(nvram.text)


if __name__ == "__main__":
    main()
