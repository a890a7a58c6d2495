"""Network cards on the host's devices: taps on a bridge or alone, macvtaps; in a network of the test's own."""

import os
import pathlib
import subprocess
import tempfile
import threading
import xml.etree.ElementTree as tree

import libvirt

from support import (
    NEW_MOUNTS, NEW_NETWORK, Console, Events, Guest, Owner, Root, leave_namespaces, main, mount, refuses, until,
)  # fmt: skip

NET = pathlib.Path("/sys/class/net")
REMOVED = libvirt.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED


def ip(*words):
    done = subprocess.run(["ip", *words], capture_output=True, stdin=subprocess.DEVNULL, text=True)
    assert done.returncode == 0, f"ip {' '.join(words)}: {done.stderr}"
    return done.stdout


def own_network(slot):
    """Moves this process into a network that has nothing but what the test makes; false where that is not possible.

    The nodes of macvtaps are numbered like the devices, but the host has one directory for them: each test that makes
    some has a `slot` of its own, where its devices' numbers begin."""
    bind, move, all_below = 0x1000, 0x2000, 0x4000
    try:
        os.close(os.open("/dev/net/tun", os.O_RDWR | os.O_CLOEXEC))
        leave_namespaces(NEW_NETWORK | NEW_MOUNTS)
        # What /sys shows of the network belongs to whoever mounts it; the control groups stay below it.
        place = tempfile.mkdtemp()
        mount("sysfs", place, b"sysfs")
        if os.path.isdir("/sys/fs/cgroup"):
            mount("/sys/fs/cgroup", f"{place}/fs/cgroup", flags=bind | all_below)
        mount(place, "/sys", flags=move)
        ip("link", "set", "lo", "up")
        ip("link", "add", "probe", "type", "bridge")
        ip("link", "del", "probe")
        batch = "".join(f"link add used{number} type veth peer name up{number}\n" for number in range(slot * 50))
        subprocess.run(["ip", "-batch", "-"], input=batch, text=True, check=True)
        if slot:
            ip("link", "add", "link", "used0", "name", "probe", "type", "macvtap")
            os.stat(f"/dev/tap{read('probe', 'ifindex')}")
            ip("link", "del", "probe")
    except (OSError, AssertionError, subprocess.CalledProcessError) as error:
        print(f"skipped: a network of its own: {error}")
        return False
    return True


def devices():
    return set(os.listdir(NET))


def read(device, what):
    return (NET / device / what).read_text().strip()


def is_up(device):
    return int(read(device, "flags"), 16) & 1 == 1


def queues(device):
    return sum(name.startswith("rx-") for name in os.listdir(NET / device / "queues"))


def bridge_of(device):
    master = NET / device / "master"
    return os.path.basename(os.readlink(master)) if master.exists() else None


def card(kind, source, mac=1, more="", model="virtio", head=""):
    """An interface's document; the last number of its MAC address tells it from others."""
    return f"""
<interface type='{kind}'{head}><mac address='52:54:00:77:00:{mac:02x}'/>{source}
  <model type='{model}'/>{more}</interface>"""


def on_bridge(bridge="br0", mac=1, more="", **others):
    return card("bridge", f"<source bridge='{bridge}'/>", mac, more, **others)


def on_device(mode="bridge", device="low0", mac=1, more="", **others):
    return card("direct", f"<source dev='{device}' mode='{mode}'/>", mac, more, **others)


def interfaces(domain, flags=0):
    return tree.fromstring(domain.XMLDesc(flags)).findall("devices/interface")


def targets(domain):
    return [interface.find("target").get("dev") for interface in interfaces(domain)]
def low():
    """Two ends of a cable: guests are on the one, the host has an address at the other."""
    ip("link", "add", "low0", "type", "veth", "peer", "name", "peer0")
    ip("link", "set", "low0", "up")
    ip("link", "set", "peer0", "up")


def bridge(name="br0", mtu="1450"):
    ip("link", "add", name, "type", "bridge")
    ip("link", "set", name, "mtu", mtu, "up")


def refusal(guest):
    """The code and the words of a start's failure, after which nothing of the guest is left."""
    before, processes = devices(), set(guest.root.processes())
    try:
        guest.start()
    except libvirt.libvirtError as error:
        assert devices() == before, devices() - before
        assert set(guest.root.processes()) <= processes
        return error.get_error_code(), str(error)
    raise AssertionError("it started")


class Linux:
    """A guest whose commands are typed at its console."""

    def __init__(self, root, cards, name="linux"):
        self.guest = Guest(root, kind="linux", name=name, devices=cards)
        self.domain = self.guest.start()
        self.guest.says("linux up")
        self.console = Console(self.domain)
        self.count = 0

    def run(self, command):
        """What a command ended with."""
        self.count += 1
        self.console.send(f"{command}; echo $?:'done {self.count}'\n".encode())
        self.console.expect(f":done {self.count}".encode())
        return int(self.guest.said().rsplit(f":done {self.count}", 1)[0].rsplit("\n", 1)[-1])

    def address(self, card, address):
        assert self.run(f"ip link set {card} up && ip addr replace {address} dev {card}") == 0

    def reaches(self, address):
        return self.run(f"ping -c 1 -W 2 {address} >/dev/null") == 0


def test_bridge():
    if not own_network(0):
        return
    bridge()
    with Root() as root:
        second = on_bridge(
            mac=2,
            more="<port isolated='yes'/><target dev='web0'/><driver queues='3'/><link state='down'/><mtu size='1400'/>",
        )
        domain = Guest(root, devices=on_bridge() + second + on_bridge(mac=3, model="e1000")).start()
        names = targets(domain)
        assert names[1] == "web0" and all(name.startswith("vnet") for name in (names[0], names[2])), names
        assert len(set(names)) == 3
        for number, name in enumerate(names):
            assert bridge_of(name) == "br0" and is_up(name), name
            assert read(name, "address") == f"fe:54:00:77:00:{number + 1:02x}"
            assert read(name, "mtu") == ("1400" if name == "web0" else "1450"), name
            assert read(name, "brport/isolated") == ("1" if name == "web0" else "0"), name
            flags = int(read(name, "tun_flags"), 16)
            assert bool(flags & 0x100) == (name == "web0"), "several queues"
            assert bool(flags & 0x4000) == (number != 2), "headers of virtio"
        # What is written for the next start names no device that was chosen.
        inactive = [one.find("target") for one in interfaces(domain, libvirt.VIR_DOMAIN_XML_INACTIVE)]
        assert [target is None or target.get("dev") for target in inactive] == [True, "web0", True]
        domain.destroy()
        assert not devices() & set(names), devices()
        domain.create()
        assert len(targets(domain)) == 3
        os.kill(root.processes()[0], 9)
        until("the end", lambda: not domain.isActive())
        assert not devices() & set(names), devices()


def test_starts_that_fail_leave_no_device():
    if not own_network(7):
        return
    bridge()
    low()
    with Root() as root:
        good = on_bridge() + card("ethernet", "", 2) + on_device(mac=3)
        code, words = refusal(Guest(root, name="a", devices=good + on_bridge("nowhere", 4)))
        assert code == libvirt.VIR_ERR_SYSTEM_ERROR and "'nowhere': No such device" in words, words
        code, words = refusal(Guest(root, name="b", devices=good + on_device(device="nolow", mac=4)))
        assert code == libvirt.VIR_ERR_SYSTEM_ERROR and "nolow" in words, words
        # A name that somebody has, on the host or in the same guest.
        ip("tuntap", "add", "dev", "mine0", "mode", "tap")
        mine = on_bridge(mac=5, more="<target dev='mine0'/>")
        assert refusal(Guest(root, name="c", devices=good + mine)) == (
            libvirt.VIR_ERR_OPERATION_INVALID,
            "Requested operation is not valid: The mine0 interface already exists",
        )
        twice = "".join(on_bridge(mac=mac, more="<target dev='twin'/>") for mac in (6, 7))
        assert "The twin interface already exists" in refusal(Guest(root, name="d", devices=twice))[1]
        long = on_bridge(mac=8, more="<target dev='a-name-that-is-too-long'/>")
        code, words = refusal(Guest(root, name="e", devices=long))
        assert code == libvirt.VIR_ERR_SYSTEM_ERROR and "'a-name-that-is-too-long' is too long" in words, words
        # QEMU that ends with an error takes them along, too.
        guest = Guest(root, name="f", devices=good, head=" xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'")
        guest.xml = guest.xml.replace(
            "</domain>", "<qemu:commandline><qemu:arg value='-no-such-option'/></qemu:commandline></domain>"
        )
        assert "no-such-option" in refusal(guest)[1]
        assert "br0" in devices()


def test_ethernet():
    if not own_network(0):
        return
    with Root() as root:
        log = root.path / "scripts"
        for name in ("up", "down"):
            script = root.path / name
            facts = " ".join(f"$(cat /sys/class/net/$1/{what})" for what in ("flags", "address", "mtu"))
            script.write_text(f'#!/bin/sh\necho "{name} $* {facts}" >>{log} 2>/dev/null\n')
            script.chmod(0o755)
        scripts = f"<script path='{root.path}/up'/><downscript path='{root.path}/down'/>"
        has_six = os.path.exists("/proc/sys/net/ipv6")
        six = "<ip address='fd77::1' family='ipv6' prefix='80'/>" if has_six else ""
        source = (
            "<source><ip address='10.3.3.1' prefix='24' peer='10.3.3.2'/><ip address='172.20.0.1'/>"
            f"{six}<route family='ipv4' address='10.77.0.0' prefix='16' gateway='10.3.3.2'/>"
            "<route family='ipv4' address='10.88.0.0' netmask='255.255.0.0' gateway='10.3.3.2' metric='5'/></source>"
        )
        first = card("ethernet", source, 1, scripts + "<target dev='eth-web'/><mtu size='1300'/>")
        domain = Guest(root, devices=first + card("ethernet", "", 2, "<driver queues='2'/>")).start()
        one, other = targets(domain)
        assert one == "eth-web" and other.startswith("vnet")
        for name, mac, mtu in ((one, 1, "1300"), (other, 2, "1500")):
            assert (bridge_of(name), is_up(name), read(name, "mtu")) == (None, True, mtu)
            assert read(name, "address") == f"fe:54:00:77:00:{mac:02x}"
        assert int(read(other, "tun_flags"), 16) & 0x100
        # The script comes when the device is up, before the size of its packets is set.
        assert log.read_text() == "up eth-web 0x1003 fe:54:00:77:00:01 1500\n", log.read_text()
        shown = ip("-o", "addr", "show", "dev", "eth-web")
        for words in ("inet 10.3.3.1 peer 10.3.3.2/24", "inet 172.20.0.1/16 brd 172.20.255.255"):
            assert words in shown, (words, shown)
        assert not has_six or "inet6 fd77::1/80" in shown, shown
        routes = ip("route")
        assert "10.77.0.0/16 via 10.3.3.2 dev eth-web metric 1" in routes, routes
        assert "10.88.0.0/16 via 10.3.3.2 dev eth-web metric 5" in routes, routes
        domain.destroy()
        assert not devices() & {one, other}
        assert log.read_text().splitlines()[1].startswith("down eth-web"), log.read_text()

        refused = root.path / "refused"
        refused.write_text("#!/bin/sh\necho no such thing >&2; exit 3\n")
        refused.chmod(0o755)
        code, words = refusal(Guest(root, name="b", devices=card("ethernet", "", 1, f"<script path='{refused}'/>")))
        assert code == libvirt.VIR_ERR_INTERNAL_ERROR and "unexpected exit status 3" in words, words


def test_devices_that_somebody_made():
    if not own_network(1):
        return
    low()
    with Root() as root:
        # A name like those that are given is no reason to take another device.
        ip("tuntap", "add", "dev", "vnet9", "mode", "tap")
        ip("tuntap", "add", "dev", "many0", "mode", "tap", "multi_queue")
        ip("link", "add", "link", "low0", "name", "over0", "type", "macvtap", "mode", "bridge")
        before = {name: (read(name, "address"), read(name, "mtu"), is_up(name)) for name in ("vnet9", "many0", "over0")}

        def unmanaged(name, mac, more=""):
            return card("ethernet", "", mac, f"<target dev='{name}' managed='no'/>{more}")

        cards = unmanaged("vnet9", 1, "<mtu size='1300'/>") + unmanaged("many0", 2, "<driver queues='2'/>")
        guest = Guest(root, devices=cards + unmanaged("over0", 3))
        domain = guest.start()
        assert targets(domain) == ["vnet9", "many0", "over0"]
        assert all((read(name, "address"), read(name, "mtu"), is_up(name)) == was for name, was in before.items())
        # They are in use: nobody else gets them.
        code, words = refusal(Guest(root, name="other", devices=unmanaged("vnet9", 4)))
        assert code == libvirt.VIR_ERR_SYSTEM_ERROR and "vnet9" in words, words
        domain.destroy()
        assert devices() >= set(before)
        for name, cards, words in (
            ("b", unmanaged("nowhere", 5), "target managed='no' but specified dev doesn't exist"),
            ("c", card("ethernet", "", 6, "<target managed='no'/>"), "target dev must be supplied when managed='no'"),
        ):
            code, said = refusal(Guest(root, name=name, devices=cards))
            assert (code, said) == (libvirt.VIR_ERR_INTERNAL_ERROR, f"internal error: {words}"), said
        domain.create()
        assert domain.isActive()


def test_direct():
    if not own_network(2):
        return
    low()
    for number in range(3):
        ip("link", "add", f"alone{number}", "type", "veth", "peer", "name", f"far{number}")
        ip("link", "set", f"alone{number}", "up")
    with Root() as root:
        modes = {"bridge": 1, "vepa": 2, "private": 3}
        # The modes are of the device below, which has one for all.
        cards = "".join(on_device(mode, f"alone{mac - 1}", mac, "<driver queues='2'/>") for mode, mac in modes.items())
        own = read("low0", "address")
        cards += on_device("passthrough", "low0", 4, "<target dev='through0'/><link state='down'/>")
        guest = Guest(root, devices=cards)
        domain = guest.start()
        names = targets(domain)
        assert names[3] == "through0" and all(name.startswith("macvtap") for name in names[:3]), names
        for mode, name, mac in zip((*modes, "passthru"), names, range(1, 5)):
            assert f"macvtap mode {mode} " in ip("-d", "link", "show", name)
            assert read(name, "address") == f"52:54:00:77:00:{mac:02x}" and is_up(name)
        assert read("low0", "address") == "52:54:00:77:00:04", "what has a guest of its own has the guest's address"
        # Nobody else gets a device that is a guest's alone, and its address is not taken for its own.
        code, words = refusal(Guest(root, name="b", devices=on_device("passthrough", mac=5)))
        assert code == libvirt.VIR_ERR_SYSTEM_ERROR and "over low0" in words, words
        assert read("low0", "address") == "52:54:00:77:00:04"
        domain.destroy()
        assert not devices() & set(names), devices()
        assert read("low0", "address") == own
        assert not (root.path / "root/run/qemu/low0").exists()
        refuses(
            libvirt.VIR_ERR_CONFIG_UNSUPPORTED,
            root.connection.createXML,
            Guest(root, name="c", devices=on_device(more="<mtu size='1300'/>")).xml,
        )
        assert not [name for name in devices() if name.startswith("macvtap")]


def test_traffic_on_a_bridge():
    if not own_network(0):
        return
    bridge(mtu="1500")
    bridge("br1", "1500")
    ip("addr", "add", "10.9.0.1/24", "dev", "br0")
    ip("addr", "add", "10.9.1.1/24", "dev", "br1")
    with Root() as root:
        events = Events(root.connection, REMOVED)
        linux = Linux(root, on_bridge(more="<driver queues='2'/>"))
        domain = linux.domain
        (name,) = targets(domain)
        linux.address("eth0", "10.9.0.2/24")
        assert linux.reaches("10.9.0.1")
        before = domain.interfaceStats(name)
        assert linux.reaches("10.9.0.1")
        received, received_packets, _, _, sent, sent_packets, _, _ = (
            now - then for now, then in zip(domain.interfaceStats(name), before)
        )
        assert received >= 98 and sent >= 98 and received_packets >= 1 and sent_packets >= 1
        bulk = root.connection.getAllDomainStats(libvirt.VIR_DOMAIN_STATS_INTERFACE)[0][1]
        assert bulk["net.count"] == 1 and bulk["net.0.name"] == name and bulk["net.0.rx.bytes"] >= before[0]
        # The link goes down and up.
        domain.updateDeviceFlags(on_bridge(more="<driver queues='2'/><link state='down'/>"))
        assert interfaces(domain)[0].find("link").get("state") == "down"
        assert linux.run("sleep 1; cat /sys/class/net/eth0/carrier | grep -q 0") == 0
        assert not linux.reaches("10.9.0.1")
        domain.updateDeviceFlags(on_bridge(more="<driver queues='2'/><link state='up'/>"))
        assert linux.reaches("10.9.0.1")
        # The card is plugged into another bridge.
        queues = "<driver queues='2'/>"
        domain.updateDeviceFlags(on_bridge("br1", more=queues))
        assert bridge_of(name) == "br1" and interfaces(domain)[0].find("source").get("bridge") == "br1"
        linux.address("eth0", "10.9.1.2/24")
        assert linux.reaches("10.9.1.1")
        words = refuses(libvirt.VIR_ERR_OPERATION_FAILED, domain.updateDeviceFlags, on_bridge("br7", more=queues))
        assert "bridge br7 doesn't exist" in words and bridge_of(name) == "br1", words
        for changed in ("", f"{queues}<mtu size='1400'/>", f"{queues}<target dev='other0'/>"):
            refuses(libvirt.VIR_ERR_OPERATION_UNSUPPORTED, domain.updateDeviceFlags, on_bridge("br1", more=changed))
        # A second card comes, speaks, and goes.
        document = on_bridge(mac=2)
        domain.attachDevice(document)
        _, second = targets(domain)
        assert bridge_of(second) == "br0" and read(second, "address") == "fe:54:00:77:00:02" and is_up(second)
        assert linux.run("sleep 1; ip link show eth1") == 0
        linux.address("eth1", "10.9.0.3/24")
        assert linux.reaches("10.9.0.1")
        domain.detachDevice(document)
        events.other("linux", REMOVED)
        until("the device's end", lambda: second not in devices())
        assert targets(domain) == [name]
        linux.console.close()


def test_traffic_over_a_device():
    if not own_network(3):
        return
    low()
    ip("addr", "add", "10.9.0.1/24", "dev", "peer0")
    with Root() as root:
        events = Events(root.connection, REMOVED)
        own = read("low0", "address")
        linux = Linux(root, on_device("bridge", mac=1))
        domain = linux.domain
        (name,) = targets(domain)
        linux.address("eth0", "10.9.0.2/24")
        assert linux.reaches("10.9.0.1")
        before = domain.interfaceStats(name)
        assert linux.reaches("10.9.0.1")
        assert all(now > then for now, then in zip(domain.interfaceStats(name)[:2], before[:2]))
        domain.detachDevice(on_device("bridge", mac=1))
        events.other("linux", REMOVED)
        until("the device's end", lambda: name not in devices())
        for mode in ("vepa", "private", "passthrough"):
            document = on_device(mode, mac=2)
            domain.attachDevice(document)
            (name,) = targets(domain)
            assert linux.run("sleep 1; ip link show eth0") == 0
            linux.address("eth0", "10.9.0.3/24")
            assert linux.reaches("10.9.0.1"), mode
            domain.detachDevice(document)
            events.other("linux", REMOVED)
            until("the device's end", lambda: name not in devices())
            assert read("low0", "address") == own
        linux.console.close()


def test_plugs_that_fail_leave_no_device():
    if not own_network(4):
        return
    bridge()
    low()
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        before, document = devices(), domain.XMLDesc()
        for wrong in (
            on_bridge("nowhere"),
            on_device(device="nolow"),
            on_bridge(more="<driver name='vhost'/>"),
            on_device(more="<mtu size='1400'/>"),
            on_bridge(more="<ip address='10.1.1.1'/>"),
            card("ethernet", "", 1, "<script path='/no/such/script'/>"),
            # The host's side is made, but QEMU has no such card.
            on_bridge(model="no-such-card"),
            on_device(model="no-such-card"),
        ):
            try:
                domain.attachDevice(wrong)
                raise AssertionError(f"attached {wrong}")
            except libvirt.libvirtError:
                pass
            until("the device's end", lambda: devices() == before)
            assert domain.XMLDesc() == document
        domain.attachDevice(on_bridge())
        guest.says("plugged ")


def test_hosts_without_vhost():
    if not own_network(0):
        return
    if os.path.exists("/dev/vhost-net"):
        print("skipped: this host has vhost-net")
        return
    bridge()
    with Root() as root:
        assert refusal(Guest(root, devices=on_bridge(more="<driver name='vhost'/>"))) == (
            libvirt.VIR_ERR_CONFIG_UNSUPPORTED,
            "unsupported configuration: vhost-net was requested for an interface, but is unavailable",
        )
        for number, more in enumerate(("", "<driver name='qemu'/>", "<driver queues='2'/>")):
            guest = Guest(root, name=f"guest-{number}", devices=on_bridge(mac=number + 1, more=more))
            guest.start()
            words = pathlib.Path(f"/proc/{guest.process()}/cmdline").read_text()
            assert '"type":"tap"' in words and "vhost" not in words, words


OWNED = """
sys.path.insert(0, {tests!r})
import network
cards = network.on_bridge() + network.on_device("vepa", "low0", 2) + network.on_device("passthrough", "alone0", 3)
cards += network.card("ethernet", "", 4, "<downscript path='/bin/true'/>")
g = support.Guest(root, devices=cards); g.start(); g.says("board up")
g.domain.attachDevice(network.on_device("vepa", "low0", 5)); g.says("plugged ")
"""


def test_devices_of_before():
    if not own_network(5):
        return
    bridge()
    low()
    ip("link", "add", "alone0", "type", "veth", "peer", "name", "far0")
    ip("link", "set", "alone0", "up")
    own, before = read("alone0", "address"), devices()
    tests = os.path.dirname(os.path.abspath(__file__))
    for guest_lives in (True, False):
        root = Root(connect=False)
        owner = Owner(root, OWNED.format(tests=tests))
        made = devices() - before
        assert len(made) == 5 and read("alone0", "address") == "52:54:00:77:00:03", made
        (process,) = root.processes()
        owner.kill()
        assert devices() - before == made
        if not guest_lives:
            os.kill(process, 9)
            until("the end of QEMU", lambda: not root.processes())
            # Taps went with it, the others need somebody.
            assert read("alone0", "address") == "52:54:00:77:00:03"
        with root:
            root.open()
            domain = root.connection.lookupByName("guest")
            if guest_lives:
                until("the guest's adoption", domain.isActive)
                assert set(targets(domain)) == made
                events = Events(root.connection, REMOVED)
                gone = targets(domain)[-1]
                domain.detachDevice(on_device("vepa", "low0", 5))
                events.other("guest", REMOVED)
                until("the device's end", lambda: gone not in devices())
                domain.updateDeviceFlags(on_bridge(more="<link state='down'/>"))
                assert domain.interfaceStats(targets(domain)[0])
                domain.destroy()
            until("the end of all devices", lambda: devices() == before)
            assert read("alone0", "address") == own
            assert not (root.path / "root/run/qemu/alone0").exists()


def test_many_at_once():
    if not own_network(6):
        return
    bridge()
    low()
    before = devices()
    with Root() as root:
        guests = [
            Guest(
                root,
                name=f"guest-{number}",
                devices=on_bridge(mac=3 * number)
                + card("ethernet", "", 3 * number + 1, "<driver queues='2'/>")
                + on_device("bridge", mac=3 * number + 2),
            )
            for number in range(6)
        ]
        failed = []

        def life(guest):
            try:
                guest.start()
                guest.domain.attachDevice(on_device("bridge", mac=0x80 + int(guest.name[-1])))
                assert devices() >= set(targets(guest.domain))
                guest.domain.destroy()
                guest.domain.create()
            except (libvirt.libvirtError, AssertionError) as error:
                failed.append((guest.name, error))

        threads = [threading.Thread(target=life, args=(guest,)) for guest in guests]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failed, failed
        names = [name for guest in guests for name in targets(guest.domain)]
        assert len(set(names)) == len(names) and devices() - before == set(names), (names, devices())
        for guest in guests:
            own = int(guest.name[-1])
            for name, number, kind in zip(targets(guest.domain), range(3), ("fe", "fe", "52")):
                assert read(name, "address") == f"{kind}:54:00:77:00:{3 * own + number:02x}"
        for guest in guests:
            guest.domain.destroy()
        assert devices() == before, devices()


if __name__ == "__main__":
    main(linux=True)
