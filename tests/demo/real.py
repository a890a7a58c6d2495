"""A real guest through qemu:///embed, from its description to its clean end, each step with its time.

`real.py DIR`: the picture of its screen is written to DIR/screen.png."""

import pathlib
import struct
import subprocess
import sys
import time
import xml.etree.ElementTree as tree
import zlib

import libvirt

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "guest"))
import support  # noqa: E402 (found by the line above)
from support import Console, Events, Guest, Root, until  # noqa: E402

DEVICES = """
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='{disk}'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <video><model type='vga'/></video>"""
PLUGGED = """
<disk type='file' device='disk'>
  <driver name='qemu' type='raw'/>
  <source file='{disk}'/>
  <target dev='vdb' bus='virtio'/>
  <serial>plugged-in</serial>
</disk>"""
UP = b"board up\r\n"


class Steps:
    """Prints what is done, how long it took and what it showed."""

    def __init__(self):
        self.began = self.last = time.monotonic()

    def done(self, what, shown=""):
        now = time.monotonic()
        print(f"  {(now - self.last) * 1000:6.0f} ms  {what:<34} {shown}".rstrip(), flush=True)
        self.last = now


def chunk(name, data):
    """A part of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(picture):
    """A picture as PNG, which browsers show; an emulator before 7.1 gives PPM (three bytes a point)."""
    if picture.startswith(b"\x89PNG"):
        return picture
    kind, size, depth, points = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    assert (kind, depth, len(points)) == (b"P6", b"255", width * height * 3), "this is no picture"
    rows = b"".join(b"\0" + points[line * width * 3 : (line + 1) * width * 3] for line in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def screenshot(domain):
    stream = domain.connect().newStream()
    kind = domain.screenshot(stream, 0)
    picture = bytearray()
    stream.recvAll(lambda _, data, into: into.extend(data), picture)
    stream.finish()
    return kind, bytes(picture)


def guest_of(root, steps):
    """Starts the guest."""
    capabilities = tree.fromstring(root.connection.getCapabilities())
    kinds = {kind.get("type") for kind in capabilities.findall("./guest/arch[@name='x86_64']/domain")}
    version = root.connection.getVersion()
    steps.done(
        "asked what this host can do",
        f"QEMU {version // 1000000}.{version // 1000 % 1000}.{version % 1000}, {' and '.join(sorted(kinds))}",
    )
    kvm = "kvm" in kinds and support.kvm_works()
    guest = Guest(root, name="demo", kvm=kvm, devices=DEVICES.format(disk=root.disk("system.qcow2", "64M")))
    domain = guest.define()
    steps.done("defined it from its description", f"{domain.name()}, {domain.UUIDString()}")
    domain.create()
    steps.done("started it", f"number {domain.ID()}, with {'KVM' if kvm else 'emulation'}")
    return guest


def talk(guest, steps):
    guest.says("board up")
    steps.done("its serial port says", repr(guest.said().strip()))
    console = Console(guest.domain)
    console.send(b"hello, guest")
    console.expect(b"hello, guest")
    steps.done("said hello on its console", "it answers 'hello, guest'")
    guest.domain.sendKey(libvirt.VIR_KEYCODE_SET_LINUX, 0, [30], 1, 0)
    console.expect(b"key 1e\r\n")
    steps.done("pressed the key A", "it says 'key 1e'")
    console.close()


def show(guest, steps, place):
    kind, picture = screenshot(guest.domain)
    picture = png(picture)
    width, height = struct.unpack_from(">II", picture, 16)
    assert (width, height) == (320, 200), f"the screen has {width}x{height} points, not those that the guest set"
    path = place / "screen.png"
    path.write_bytes(picture)
    steps.done("took a picture of its screen", f"{path} ({width}x{height}, from {kind})")


def plug(guest, events, steps):
    domain = guest.domain
    document = PLUGGED.format(disk=guest.root.disk("plugged.raw", "32M", "raw"))
    domain.attachDeviceFlags(document, libvirt.VIR_DOMAIN_AFFECT_LIVE)
    guest.says("plugged ")
    capacity = domain.blockInfo("vdb")[0]
    steps.done("plugged a disk in", f"the guest sees it; vdb has {capacity >> 20} MiB")
    domain.detachDeviceFlags(document, libvirt.VIR_DOMAIN_AFFECT_LIVE)
    events.other("demo", libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED)
    assert "<target dev='vdb'" not in domain.XMLDesc(0), "the disk is still there"
    guest.says("unplugged ")
    steps.done("and out again", "the guest let it go")


def count(guest, steps):
    domain = guest.domain
    ((_, numbers),) = guest.root.connection.domainListGetStats([domain], 0)
    reads, read = domain.blockStats("vda")[:2]
    assert numbers["state.state"] == libvirt.VIR_DOMAIN_RUNNING and numbers["block.count"] == 1, numbers
    steps.done(
        "read its statistics",
        f"{len(numbers)} numbers: {numbers['cpu.time'] / 1e6:.0f} ms of processor, {domain.maxMemory() >> 10} MiB,"
        f" vda read {read} bytes in {reads} requests",
    )


def save(guest, steps):
    domain = guest.domain
    path = guest.root.path / "demo.saved"
    domain.suspend()
    steps.done("paused it", "state and reason: " + ", ".join(map(str, domain.state())))
    domain.resume()
    domain.save(str(path))
    steps.done("saved it to a file", f"{path.stat().st_size >> 10} KiB")
    guest.root.connection.restore(str(path))
    console = Console(domain)
    console.send(b"still here?")
    console.expect(b"still here?")
    console.close()
    assert guest.said().count("board up") == 1, "it began anew"
    steps.done("restored it", "it answers where it was")


def end(guest, events, steps):
    guest.domain.shutdown()
    events.expect("demo", libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN)
    until("the end of QEMU", lambda: not guest.root.processes())
    steps.done("shut it down by its power button", "it ended by itself")
    guest.domain.undefine()
    assert not guest.root.connection.listAllDomains()
    steps.done("undefined it")


def main():
    place = pathlib.Path(sys.argv[1]).absolute()
    place.mkdir(parents=True, exist_ok=True)
    support.quiet()
    support.make_images(False)
    steps = Steps()
    with Root() as root:
        print(f"\nA real guest, on {root.uri.split('=')[0]}=DIR")
        steps.done("opened the driver in this process", "no daemon")
        guest = guest_of(root, steps)
        events = Events(root.connection, libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED)
        talk(guest, steps)
        show(guest, steps, place)
        plug(guest, events, steps)
        count(guest, steps)
        save(guest, steps)
        end(guest, events, steps)
        events.close()
    assert not root.path.exists(), "the root directory is still there"
    print(f"  {time.monotonic() - steps.began:6.1f} s in all; nothing of it is left but the picture")


try:
    main()
except (AssertionError, libvirt.libvirtError, subprocess.CalledProcessError) as error:
    print(f"\nfailed: {error}", file=sys.stderr)
    raise
