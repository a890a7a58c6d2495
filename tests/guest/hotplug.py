"""Disks and interfaces plugged in and out of a running guest, in its live and its persistent description."""

import xml.etree.ElementTree as tree

import libvirt

from support import Events, Guest, Root, main, refuses, until

LIVE, CONFIG = libvirt.VIR_DOMAIN_AFFECT_LIVE, libvirt.VIR_DOMAIN_AFFECT_CONFIG
ADDED, REMOVED = libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_ADDED, libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED


def disk(path, target="vdb", bus="virtio", kind="raw", more=""):
    return f"""
<disk type='file' device='disk'>
  <driver name='qemu' type='{kind}'/>
  <source file='{path}'/>
  <target dev='{target}' bus='{bus}'/>
  {more}
</disk>"""


def targets(domain, flags=0):
    return [target.get("dev") for target in tree.fromstring(domain.XMLDesc(flags)).findall("devices/disk/target")]


def test_disk_comes_and_goes():
    with Root() as root:
        events = Events(root.connection, ADDED, REMOVED)
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        for round in range(3):
            document = disk(root.disk(f"{round}.qcow2", "8M"), kind="qcow2", more=f"<serial>round-{round}</serial>")
            domain.attachDeviceFlags(document, LIVE)
            events.other("guest", ADDED)
            guest.says("\nplugged ", round + 1)
            assert targets(domain) == ["vdb"] and targets(domain, libvirt.VIR_DOMAIN_XML_INACTIVE) == []
            assert domain.blockInfo("vdb")[0] == 8 << 20
            refuses(libvirt.VIR_ERR_XML_ERROR, domain.attachDeviceFlags, document, LIVE)
            domain.detachDeviceFlags(document, LIVE)
            events.other("guest", REMOVED)
            guest.says("unplugged ", round + 1)
            assert targets(domain) == []
            refuses(libvirt.VIR_ERR_DEVICE_MISSING, domain.detachDeviceFlags, document, LIVE)


def test_linux_sees_the_disk():
    with Root() as root:
        guest = Guest(root, kind="linux", devices="<controller type='scsi' model='virtio-scsi'/>")
        domain = guest.start()
        guest.says("linux up")
        for target, bus in (("vda", "virtio"), ("sda", "scsi")):
            document = disk(root.disk(f"{target}.raw", "4M", "raw"), target, bus)
            domain.attachDevice(document)
            guest.says(f"disk {target} 8192")
            domain.detachDevice(document)
            guest.says(f"gone {target}")
            until("the disk's end", lambda: targets(domain) == [])


def test_usb_disk():
    with Root() as root:
        guest = Guest(root, usb=True)
        domain = guest.start()
        document = disk(root.disk("stick.raw", "4M", "raw"), "sda", "usb")
        domain.attachDevice(document)
        assert targets(domain) == ["sda"]
        domain.detachDevice(document)
        until("the disk's end", lambda: targets(domain) == [])


def test_config_and_live():
    with Root() as root:
        guest = Guest(root)
        domain = guest.define()
        first, second = (disk(root.disk(f"{name}.raw", "1M", "raw"), name) for name in ("vda", "vdb"))
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.attachDeviceFlags, first, LIVE)
        domain.attachDeviceFlags(first, CONFIG)
        assert targets(domain) == ["vda"]
        domain.create()
        guest.says("board up")
        domain.attachDeviceFlags(second, LIVE | CONFIG)
        assert targets(domain) == ["vda", "vdb"]
        assert targets(domain, libvirt.VIR_DOMAIN_XML_INACTIVE) == ["vda", "vdb"]
        domain.detachDeviceFlags(second, CONFIG)
        assert targets(domain) == ["vda", "vdb"]
        assert targets(domain, libvirt.VIR_DOMAIN_XML_INACTIVE) == ["vda"]
        domain.destroy()
        assert targets(domain) == ["vda"]


def test_a_disk_that_cannot_be_opened_leaves_nothing():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        before = domain.XMLDesc(0)
        try:
            domain.attachDevice(disk(root.path / "nowhere.raw"))
            raise AssertionError("it was attached")
        except libvirt.libvirtError as error:
            assert "nowhere.raw" in str(error), error
        assert domain.XMLDesc(0) == before
        # The place is still free.
        domain.attachDevice(disk(root.disk("good.raw", "1M", "raw")))
        guest.says("plugged ")


def test_interface_comes_and_goes():
    with Root() as root:
        events = Events(root.connection, REMOVED)
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        document = "<interface type='user'><mac address='52:54:00:01:02:03'/><model type='virtio'/></interface>"
        domain.attachDevice(document)
        guest.says("plugged ")
        (interface,) = tree.fromstring(domain.XMLDesc(0)).findall("devices/interface")
        assert interface.find("mac").get("address") == "52:54:00:01:02:03"
        domain.detachDevice(document)
        events.other("guest", REMOVED)
        assert not tree.fromstring(domain.XMLDesc(0)).findall("devices/interface")


def test_detach_by_alias():
    with Root() as root:
        events = Events(root.connection, REMOVED)
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        domain.attachDevice(disk(root.disk("a.raw", "1M", "raw"), more="<alias name='ua-mine'/>"))
        guest.says("plugged ")
        domain.detachDeviceAlias("ua-mine", LIVE)
        events.other("guest", REMOVED)
        assert targets(domain) == []
        # Releases of libvirt differ in the code.
        missing = (libvirt.VIR_ERR_INTERNAL_ERROR, libvirt.VIR_ERR_DEVICE_MISSING)
        refuses(missing, domain.detachDeviceAlias, "ua-mine", LIVE)


def test_ports_are_used_once():
    with Root() as root:
        events = Events(root.connection, REMOVED)
        ports = "<controller type='pci' model='pcie-root'/>" + "<controller type='pci' model='pcie-root-port'/>" * 6
        guest = Guest(root, machine="q35", devices=ports)
        domain = guest.start()
        guest.says("board up")
        documents = [disk(root.disk(f"{letter}.raw", "1M", "raw"), f"vd{letter}") for letter in "abcdef"]
        for document in documents:
            domain.attachDevice(document)
        assert len(targets(domain)) == 6
        addresses = {
            tuple(sorted(address.attrib.items()))
            for address in tree.fromstring(domain.XMLDesc(0)).findall("devices/disk/address")
        }
        assert len(addresses) == 6, addresses
        extra = disk(root.disk("g.raw", "1M", "raw"), "vdg")
        refuses(libvirt.VIR_ERR_INTERNAL_ERROR, domain.attachDevice, extra)
        for document in documents:
            domain.detachDevice(document)
            events.other("guest", REMOVED)
        assert targets(domain) == []


def test_the_first_serial_port_is_the_console():
    def ports(domain, flags=0):
        devices = tree.fromstring(domain.XMLDesc(flags)).find("devices")
        serials = [serial.find("target").get("type") for serial in devices.findall("serial")]
        return serials, [console.find("target").get("type") for console in devices.findall("console")]

    def usb(number):
        return f"<serial type='pty'><target type='usb-serial' port='{number}'/></serial>"

    inactive = libvirt.VIR_DOMAIN_XML_INACTIVE
    with Root() as root:
        events = Events(root.connection, ADDED, REMOVED)
        virtio = "<console type='pty'><target type='virtio' port='0'/></console>"
        guest = Guest(root, serial=False, usb=True)
        domain = guest.start()
        assert ports(domain) == ([], [])
        domain.attachDeviceFlags("<serial type='pty'/>", CONFIG)
        assert ports(domain, inactive) == (["isa-serial"], ["serial"])
        for number in (0, 1):
            domain.attachDeviceFlags(usb(number), LIVE)
            events.other("guest", ADDED)
        assert ports(domain) == (["usb-serial", "usb-serial"], ["serial"])
        devices = tree.fromstring(domain.XMLDesc(0)).find("devices")
        path, console = devices.find("serial/source").get("path"), devices.find("console")
        assert path.startswith("/dev/pts/") and console.get("tty") == console.find("source").get("path") == path
        assert console.find("alias").get("name") == "serial0" and console.find("address").get("type") == "usb"
        second, first = (tree.tostring(serial).decode() for serial in reversed(devices.findall("serial")))
        domain.detachDeviceFlags(second, LIVE)
        events.other("guest", REMOVED)
        assert ports(domain) == (["usb-serial"], ["serial"])
        domain.detachDeviceFlags(first, LIVE)
        events.other("guest", REMOVED)
        assert ports(domain) == ([], [])
        isa = "<serial type='pty'><target type='isa-serial' port='0'><model name='isa-serial'/></target></serial>"
        domain.detachDeviceFlags(isa, CONFIG)
        assert ports(domain, inactive) == ([], [])
        domain.destroy()
        domain.create()
        assert ports(domain) == ([], [])
        # A guest with a console of its own keeps it, unless the port is the board's.
        domain = Guest(root, name="other", serial=False, devices=virtio).define()
        domain.attachDeviceFlags("<serial type='pty'/>", CONFIG)
        assert ports(domain) == (["isa-serial"], ["serial", "virtio"])


if __name__ == "__main__":
    main(linux=True)
