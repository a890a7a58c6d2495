"""One owner of a root at a time; when it is killed its guests live on, and the next one takes them over."""

import os
import re
import signal
import time
import xml.etree.ElementTree as tree

import libvirt

from support import Console, Events, Guest, Owner, Root, main, refuses, until


def test_a_second_process_is_told_of_the_first():
    root = Root(connect=False)
    owner = Owner(root, "")
    try:
        root.open()
        raise AssertionError("two processes have the root open")
    except libvirt.libvirtError as error:
        assert re.search(rf"\b{owner.process.pid}\b", str(error)), error
    owner.leave()
    with root:
        root.open()


def test_adoption():
    root = Root(connect=False)
    owner = Owner(root, "g = support.Guest(root); g.start(); g.says('board up')")
    (process,) = root.processes()
    owner.kill()
    assert root.processes() == [process]
    with root:
        root.open()
        events = Events(root.connection, libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED)
        domain = root.connection.lookupByName("guest")
        until("the guest's adoption", lambda: domain.isActive())
        assert root.processes() == [process]
        assert domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING
        console = Console(domain)
        console.send(b"still here")
        console.expect(b"still here")
        console.close()
        disk = f"""
<disk type='file' device='disk'><driver name='qemu' type='raw'/>
  <source file='{root.disk("a.raw", "1M", "raw")}'/><target dev='vda' bus='virtio'/></disk>"""
        domain.attachDevice(disk)
        domain.detachDevice(disk)
        events.other("guest", libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED)
        domain.shutdown()
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN)
        until("the end of QEMU", lambda: not root.processes())


def test_the_agents_time_is_kept():
    root = Root(connect=False)
    channel = "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>"
    what = f"""
g = support.Guest(root, devices={channel!r}); d = g.define()
d.agentSetResponseTimeout(9); d.create(); d.agentSetResponseTimeout(7)
b = support.Guest(root, name="bare"); b.start().agentSetResponseTimeout(0)"""
    owner = Owner(root, what)
    owner.kill()

    def kept(name):
        return tree.parse(root.path / f"root/run/qemu/{name}.xml").findtext("agentTimeout")

    assert (kept("guest"), kept("bare")) == ("7", "0")
    with root:
        root.open()
        domain = root.connection.lookupByName("guest")
        until("the guest's adoption", lambda: domain.isActive())
        assert (kept("guest"), kept("bare")) == ("7", "0")
        domain.destroy()
        domain.create()
        assert kept("guest") == "7"
        text = refuses(libvirt.VIR_ERR_INVALID_ARG, domain.agentSetResponseTimeout, -3)
        assert text.endswith("guest agent timeout '-3' is less than the minimum '-2'"), text


def test_what_was_counted_is_counted_on():
    root = Root(connect=False)
    what = """
g = support.Guest(root); d = g.start()
try: d.setPerfEvents({"task_clock": True}, libvirt.VIR_DOMAIN_AFFECT_LIVE)
except libvirt.libvirtError as error: pass"""
    owner = Owner(root, what)
    owner.kill()
    with root:
        root.open()
        domain = root.connection.lookupByName("guest")
        until("the guest's adoption", lambda: domain.isActive())
        if tree.fromstring(domain.XMLDesc(0)).find("perf") is None:
            print("skipped: the kernel counts nothing")
            return
        ((_, found),) = root.connection.domainListGetStats([domain], libvirt.VIR_DOMAIN_STATS_PERF)
        assert set(found) == {"perf.task_clock"}, found


def test_a_guest_that_ended_meanwhile():
    root = Root(connect=False)
    owner = Owner(root, "g = support.Guest(root); g.start(); g.says('board up'); support.Guest(root, name='brief').create()")
    processes = root.processes()
    assert len(processes) == 2
    owner.kill()
    for process in processes:
        os.kill(process, signal.SIGKILL)
    until("the end of both", lambda: not root.processes())
    with root:
        root.open()
        domain = root.connection.lookupByName("guest")
        until("the state shut off", lambda: domain.state()[0] == libvirt.VIR_DOMAIN_SHUTOFF)
        until("the end of the transient guest", lambda: len(root.connection.listAllDomains()) == 1)
        domain.create()
        assert domain.isActive() == 1


def test_a_paused_guest_stays_paused():
    root = Root(connect=False)
    owner = Owner(root, "g = support.Guest(root); d = g.start(); g.says('board up'); d.suspend()")
    owner.kill()
    with root:
        root.open()
        domain = root.connection.lookupByName("guest")
        until("the guest's adoption", lambda: domain.isActive())
        assert domain.state()[0] == libvirt.VIR_DOMAIN_PAUSED, domain.state()
        domain.resume()


def test_devices_of_before():
    root = Root(connect=False)
    disk = str(root.disk("a.raw", "1M", "raw"))
    plug = (
        "g = support.Guest(root); d = g.start(); g.says('board up')\n"
        f"d.attachDevice(\"<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='{disk}'/>"
        "<target dev='vdc' bus='virtio'/></disk>\"); g.says('plugged ')"
    )
    owner = Owner(root, plug)
    owner.kill()
    with root:
        root.open()
        events = Events(root.connection, libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED)
        domain = root.connection.lookupByName("guest")
        until("the guest's adoption", lambda: domain.isActive())
        assert "<target dev='vdc'" in domain.XMLDesc(0)
        assert "<target dev='vdc'" not in domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE)
        assert domain.blockStats("vdc")[0] >= 0
        domain.detachDevice(f"<disk type='file' device='disk'><source file='{disk}'/><target dev='vdc' bus='virtio'/></disk>")
        events.other("guest", libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED)


def test_a_guest_whose_qemu_is_silent():
    root = Root(connect=False)
    owner = Owner(root, "g = support.Guest(root); g.start(); g.says('board up')")
    (process,) = root.processes()
    owner.kill()
    os.kill(process, signal.SIGSTOP)
    try:
        with root:
            began = time.monotonic()
            root.open()
            assert time.monotonic() - began < 30
            domain = root.connection.lookupByName("guest")
            domain.state()
            os.kill(process, signal.SIGCONT)
            until("the guest's adoption or end", lambda: domain.state()[0] in (libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_SHUTOFF))
    finally:
        try:
            os.kill(process, signal.SIGCONT)
        except ProcessLookupError:
            pass


def test_closing_leaves_the_guests():
    root = Root(connect=False)
    owner = Owner(root, "support.Guest(root).start()")
    owner.leave()
    assert len(root.processes()) == 1
    with root:
        root.open()
        until("the guest's adoption", lambda: root.connection.numOfDomains() == 1)


if __name__ == "__main__":
    main()
