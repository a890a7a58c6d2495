"""Every kind of device that the everyday guest has: QEMU takes it, and Linux in the guest sees it."""

import os
import re
import shutil
import socket
import subprocess
import xml.etree.ElementTree as tree

import libvirt
import libvirt_qemu

from support import Console, Events, Guest, Root, main, until

DISK = """
<disk type='file' device='{device}'>
  <driver name='qemu' type='{kind}'{driver}/>
  <source file='{path}'/>
  <target dev='{target}' bus='{bus}'/>
  {more}
</disk>"""


def qtree(domain):
    return libvirt_qemu.qemuMonitorCommand(domain, "info qtree", libvirt_qemu.VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP)


def starts(root, devices, *words, **options):
    """Starts a guest with those devices; each of the words is the name of a device model that QEMU then has."""
    guest = Guest(root, devices=devices, **options)
    domain = guest.start()
    if options.get("serial", True):
        guest.says("linux up" if options.get("kind") == "linux" else "board up")
    found = qtree(domain)
    for word in words:
        assert f'dev: {word}, id "' in found, f"QEMU has no {word}: {re.findall('dev: (.*), id', found)}"
    return guest


def test_scsi_disks_beyond_one_controller():
    with Root() as root:
        for controller in ("", "<controller type='scsi' model='virtio-scsi'/>"):
            disks = "".join(
                DISK.format(device="disk", kind="raw", driver="", path=root.disk(letter, "1M", "raw"), target=f"sd{letter}", bus="scsi", more="")
                for letter in "abghopqvx"
            )  # fmt: skip
            guest = starts(root, controller + disks, "lsi53c895a", "scsi-hd", name=f"scsi-{len(controller)}")
            assert len(re.findall("dev: scsi-hd, id", qtree(guest.domain))) == 9
            guest.domain.destroy()


def test_disk_buses_pc():
    with Root() as root:
        disks = "".join(
            DISK.format(device=device, kind=kind, driver="", path=root.disk(name, "4M", kind), target=target, bus=bus, more=more)
            for name, kind, device, target, bus, more in (
                ("a", "qcow2", "disk", "vda", "virtio", "<serial>first</serial>"),
                ("b", "raw", "disk", "sda", "scsi", ""),
                ("c", "qcow2", "disk", "hda", "ide", ""),
                ("d", "raw", "cdrom", "hdc", "ide", "<readonly/>"),
                ("f", "raw", "disk", "sdb", "usb", ""),
            )
        )  # fmt: skip
        disks += DISK.format(
            device="floppy", kind="raw", driver="", path=root.disk("e", "1440k", "raw"), target="fda", bus="fdc", more=""
        )
        disks += "<controller type='scsi' model='virtio-scsi'/>"
        guest = starts(
            root, disks, "virtio-blk-pci", "scsi-hd", "ide-hd", "ide-cd", "floppy", "usb-storage", usb=True, kind="linux"
        )
        for disk in ("vda", "sda"):
            guest.says(f"disk {disk} ")


def test_disk_buses_q35():
    with Root() as root:
        disks = "".join(
            DISK.format(device=device, kind="raw", driver="", path=root.disk(target, "4M", "raw"), target=target, bus=bus, more=more)
            for device, target, bus, more in (
                ("disk", "vda", "virtio", ""),
                ("disk", "sda", "sata", ""),
                ("cdrom", "sdb", "sata", "<readonly/>"),
            )
        )  # fmt: skip
        guest = starts(root, disks, "virtio-blk-pci", "ide-hd", "ide-cd", kind="linux", machine="q35")
        guest.says("disk vda ")


def test_disk_options():
    with Root() as root:
        base = root.disk("base.qcow2", "4M")
        top = root.disk("top.qcow2", "4M", "qcow2", "-b", str(base), "-F", "qcow2")
        driver = " cache='none' io='threads' discard='unmap' detect_zeroes='on' iothread='1' queues='1'"
        disks = DISK.format(
            device="disk", kind="qcow2", driver=driver, path=top, target="vda", bus="virtio", more="<serial>S-1</serial>"
        )
        guest = starts(root, disks, "virtio-blk-pci", "virtio-blk-device", extra="<iothreads>1</iothreads>")
        document = tree.fromstring(guest.domain.XMLDesc(0))
        assert document.find("devices/disk/backingStore/source").get("file") == str(base)
        blocks = libvirt_qemu.qemuMonitorCommand(guest.domain, '{"execute":"query-block"}', 0)
        assert str(base) in blocks and str(top) in blocks, blocks
        assert '"direct":true' in blocks.replace(" ", ""), blocks


def test_empty_cdrom_and_medium():
    with Root() as root:
        disk = "<disk type='file' device='cdrom'><target dev='hdc' bus='ide'/><readonly/></disk>"
        guest = starts(root, disk, "ide-cd")
        image = root.disk("medium.iso", "1M", "raw")
        changed = DISK.format(device="cdrom", kind="raw", driver="", path=image, target="hdc", bus="ide", more="<readonly/>")
        guest.domain.updateDeviceFlags(changed, libvirt.VIR_DOMAIN_AFFECT_LIVE)
        assert guest.domain.blockInfo("hdc")[0] == 1 << 20
        assert str(image) in guest.domain.XMLDesc(0)
        guest.domain.updateDeviceFlags(
            disk, libvirt.VIR_DOMAIN_AFFECT_LIVE | libvirt.VIR_DOMAIN_DEVICE_MODIFY_FORCE
        )
        assert str(image) not in guest.domain.XMLDesc(0)


def test_network_user():
    with Root() as root:
        models = (("virtio", "virtio-net-pci"), ("e1000", "e1000"), ("rtl8139", "rtl8139"))
        interfaces = "".join(f"<interface type='user'><model type='{name}'/></interface>" for name, _ in models)
        guest = starts(root, interfaces, *(device for _, device in models))
        addresses = {mac.get("address") for mac in tree.fromstring(guest.domain.XMLDesc(0)).findall("devices/interface/mac")}
        assert len(addresses) == 3 and all(address.startswith("52:54:00:") for address in addresses), addresses


def test_network_passt():
    if shutil.which("passt") is None:
        print("skipped: passt is not installed")
        return
    if subprocess.run(["unshare", "--user", "true"], stderr=subprocess.DEVNULL).returncode != 0:
        print("skipped: passt cannot have a user namespace here (in a chroot, say)")
        return
    with Root() as root:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        interface = f"""
<interface type='user'><backend type='passt'/><model type='virtio'/>
  <portForward proto='tcp' address='127.0.0.1'><range start='{port}' to='22'/></portForward>
</interface>"""
        guest = starts(root, interface, "virtio-net-pci")
        assert len(root.processes()) == 2, root.processes()
        # passt listens for the guest.
        socket.create_connection(("127.0.0.1", port), 10).close()
        guest.domain.destroy()
        until("the end of passt", lambda: not root.processes())


def test_spice():
    with Root() as root:
        capabilities = tree.fromstring(root.connection.getDomainCapabilities(None, "x86_64", "pc", None))
        kinds = {value.text for value in capabilities.findall("devices/graphics/enum[@name='type']/value")}
        assert "vnc" in kinds, kinds
        models = {value.text for value in capabilities.findall("devices/video/enum[@name='modelType']/value")}
        # Where SPICE is a module of its own (Debian 13), an emulator without it still knows the commands, not the device.
        if "spice" not in kinds or "qxl" not in models:
            print("skipped: this QEMU has no SPICE")
            return
        devices = "<graphics type='spice' autoport='yes' listen='127.0.0.1'/><video><model type='qxl'/></video>"
        devices += "<channel type='spicevmc'><target type='virtio' name='com.redhat.spice.0'/></channel>"
        guest = starts(root, devices, "qxl-vga", "virtserialport")
        port = int(tree.fromstring(guest.domain.XMLDesc(0)).find("devices/graphics").get("port"))
        with socket.create_connection(("127.0.0.1", port), 10):
            pass


def test_network_ethernet():
    with Root() as root:
        interface = "<interface type='ethernet'><target dev='fvtap%d'/><model type='e1000'/></interface>" % (os.getpid() % 10000)
        guest = starts(root, interface, "e1000")
        name = tree.fromstring(guest.domain.XMLDesc(0)).find("devices/interface/target").get("dev")
        assert os.path.exists(f"/sys/class/net/{name}"), name
        assert len(guest.domain.interfaceStats(name)) == 8
        guest.domain.destroy()
        until("the end of the tap device", lambda: not os.path.exists(f"/sys/class/net/{name}"))


def test_character_devices():
    with Root() as root:
        file, log = root.path / "second.out", root.path / "channel.log"
        file.touch()
        file.chmod(0o666)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        devices = f"""
<serial type='file'><source path='{file}'/><target port='1'/></serial>
<serial type='tcp'><source mode='bind' host='127.0.0.1' service='{port}'/><protocol type='raw'/><target port='2'/></serial>
<serial type='null'><target port='3'/></serial>
<parallel type='null'/>
<channel type='unix'><source mode='bind' path='{root.path}/own.sock'/><target type='virtio' name='org.example.own'/></channel>
<channel type='unix'><target type='virtio' name='org.example.ours'/></channel>
<channel type='pty'><target type='virtio' name='org.example.pty'/></channel>
<console type='pty'><target type='virtio'/></console>"""
        guest = starts(
            root, devices, "isa-serial", "isa-parallel", "virtio-serial-pci", "virtserialport", "virtconsole", kind="linux"
        )
        document = tree.fromstring(guest.domain.XMLDesc(0))
        ours = document.findall("devices/channel")[1].find("source")
        assert ours.get("mode") == "bind" and os.path.exists(ours.get("path")), tree.tostring(ours)
        assert document.findall("devices/channel")[2].find("source").get("path").startswith("/dev/pts/")
        console = Console(guest.domain)
        console.send(b"echo to-the-file >/dev/ttyS1; echo to-the-port >/dev/ttyS2\n")
        until("a line in the file", lambda: "to-the-file" in file.read_text())
        with socket.create_connection(("127.0.0.1", port), 10) as other:
            console.send(b"echo heard >/dev/ttyS2\n")
            other.settimeout(20)
            got = b""
            while b"heard" not in got:
                got += other.recv(100)
        console.send(b"echo through > /dev/vport0p1 || ls /dev\n")
        with socket.socket(socket.AF_UNIX) as channel:
            channel.connect(f"{root.path}/own.sock")
            channel.settimeout(20)
            console.send(b"for p in /sys/class/virtio-ports/*; do [ $(cat $p/name) = org.example.own ] && echo by-channel >/dev/${p##*/}; done\n")
            got = b""
            while b"by-channel" not in got:
                got += channel.recv(100)
        console.close()
        assert not log.exists()


def test_graphics():
    with Root() as root:
        devices = """
<graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'/>
<video><model type='vga' vram='16384'/></video>
<input type='tablet' bus='usb'/>"""
        guest = starts(root, devices, "VGA", "usb-tablet", usb=True)
        port = int(tree.fromstring(guest.domain.XMLDesc(0)).find("devices/graphics").get("port"))
        assert port >= 5900, port
        with socket.create_connection(("127.0.0.1", port), 10) as viewer:
            assert viewer.recv(12).startswith(b"RFB 003.")


def test_graphics_on_a_socket():
    with Root() as root:
        path = root.path / "vnc.sock"
        devices = f"<graphics type='vnc'><listen type='socket' socket='{path}'/></graphics><video><model type='cirrus'/></video>"
        starts(root, devices, "cirrus-vga")
        with socket.socket(socket.AF_UNIX) as viewer:
            viewer.connect(str(path))
            assert viewer.recv(12).startswith(b"RFB 003.")


def test_video_and_sound():
    with Root() as root:
        for video, device in (("virtio", "virtio-vga"), ("bochs", "bochs-display"), ("none", None)):
            devices = f"<video><model type='{video}'/></video>"
            guest = starts(root, devices, *([device] if device else []), name=f"video-{video}", machine="q35")
            guest.domain.destroy()
        devices = """
<sound model='ich6'/><sound model='ac97'/><audio id='1' type='none'/>
<video><model type='vga'/></video>"""
        starts(root, devices, "intel-hda", "hda-duplex", "AC97")


def test_small_devices():
    with Root() as root:
        devices = """
<rng model='virtio'><rate bytes='1234' period='2000'/><backend model='random'>/dev/urandom</backend></rng>
<memballoon model='virtio'><stats period='1'/></memballoon>
<watchdog model='i6300esb' action='pause'/>
<panic model='isa'/>
<vsock model='virtio'><cid auto='yes'/></vsock>"""
        if not os.path.exists("/dev/vhost-vsock"):
            devices = re.sub("<vsock.*", "", devices)
        starts(root, devices, "virtio-rng-pci", "virtio-balloon-pci", "i6300esb", "pvpanic")


def test_usb_and_pci_controllers():
    with Root() as root:
        devices = """
<controller type='usb' index='0' model='qemu-xhci' ports='8'/>
<controller type='pci' model='pcie-root'/>
<controller type='pci' model='pcie-root-port'/>
<controller type='pci' model='pcie-root-port'/>
<controller type='pci' model='pcie-to-pci-bridge'/>
<hub type='usb'/>
<input type='keyboard' bus='usb'/>
<input type='mouse' bus='usb'/>"""
        starts(
            root, devices, "qemu-xhci", "pcie-root-port", "pcie-pci-bridge", "usb-hub", "usb-kbd", "usb-mouse",
            usb=True, machine="q35",
        )  # fmt: skip


def test_tpm():
    if not os.path.exists("/usr/bin/swtpm"):
        print("skipped: swtpm is not installed")
        return
    with Root() as root:
        devices = "<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>"
        guest = starts(root, devices, machine="q35")
        answer = libvirt_qemu.qemuMonitorCommand(guest.domain, '{"execute":"query-tpm"}', 0)
        assert '"tpm-crb"' in answer, answer
        assert len(root.processes()) == 2, root.processes()
        guest.domain.destroy()
        until("the end of swtpm", lambda: not root.processes())


def test_a_panic_is_acted_on():
    with Root() as root:
        events = Events(root.connection)
        guest = starts(root, "<panic model='isa'/>", "pvpanic", extra="<on_crash>preserve</on_crash>")
        console = Console(guest.domain)
        console.send(b"X")
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_CRASHED, libvirt.VIR_DOMAIN_EVENT_CRASHED_PANICKED)
        until("the state crashed", lambda: guest.domain.state() == [libvirt.VIR_DOMAIN_CRASHED, libvirt.VIR_DOMAIN_CRASHED_PANICKED])
        console.close()


def test_qemu_commandline():
    with Root() as root:
        guest = Guest(root, head=" xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'")
        guest.xml = guest.xml.replace(
            "</domain>",
            "<qemu:commandline><qemu:arg value='-device'/><qemu:arg value='pci-testdev,id=ours,addr=0x1e'/>"
            "<qemu:env name='FERROVIRT_NOTE' value='seen'/></qemu:commandline></domain>",
        )
        domain = guest.start()
        assert 'dev: pci-testdev, id "ours"' in qtree(domain)
        environment = open(f"/proc/{guest.process()}/environ").read().split("\0")
        assert "FERROVIRT_NOTE=seen" in environment, environment


if __name__ == "__main__":
    main(linux=True)
