"""Where a guest's memory lies on the host: huge pages, files, locked, shared; and sockets between guest and host."""

import os
import pathlib
import re
import resource
import threading

import libvirt

from support import NEW_MOUNTS, Guest, Owner, Root, leave_namespaces, main, mount, refuses, system, until

HUGE = "<memoryBacking><hugepages/></memoryBacking>"
POOL = pathlib.Path("/proc/sys/vm/nr_hugepages")
TWO_NODES = (
    "<cpu><numa><cell id='0' cpus='0' memory='16' unit='MiB'/><cell id='1' cpus='1' memory='16' unit='MiB'/></numa></cpu>"
)


def backing(inner):
    return f"<memoryBacking>{inner}</memoryBacking>"


def free_pages():
    return int(re.search(r"HugePages_Free: *(\d+)", pathlib.Path("/proc/meminfo").read_text()).group(1))


def mapping(guest, words):
    """What the kernel says of the mapping of a QEMU that bears the words in its first line."""
    text = pathlib.Path(f"/proc/{guest.process()}/smaps").read_text()
    parts = re.split(r"(?m)^(?=[0-9a-f]+-[0-9a-f]+ )", text)
    return next((part for part in parts if words in part.split("\n", 1)[0]), None)


def size(text, field):
    return int(re.search(rf"(?m)^{field}: *(\d+) kB", text).group(1))


def command_line(guest):
    return pathlib.Path(f"/proc/{guest.process()}/cmdline").read_text()


class Pool:
    """Huge pages of the host's, as many as are wanted while this lives; those that were there before stay."""

    def __enter__(self):
        self.before = POOL.read_text()
        return self

    def reserve(self, more):
        """Whether so many could be had."""
        wanted = int(self.before) + more
        try:
            POOL.write_text(str(wanted))
        except OSError:
            return False
        return int(POOL.read_text()) >= wanted

    def __exit__(self, *_):
        if POOL.read_text() != self.before:
            POOL.write_text(self.before)


def guests_in(directory):
    """The directories of guests below a place."""
    return [place for place, _, _ in os.walk(directory) if re.search(r"\d+-[a-z]+$", place)]


def huge_root(huge, ram):
    root = Root(connect=False)
    (root.path / "root/etc").mkdir(parents=True)
    (root.path / "root/etc/qemu.conf").write_text(f'hugetlbfs_mount = "{huge}"\nmemory_backing_dir = "{ram}"\n')
    return root


def test_huge_pages():
    try:
        leave_namespaces(NEW_MOUNTS)
        shared = Root(connect=False)
        huge, ram = shared.path / "huge", shared.path / "ram"
        huge.mkdir()
        ram.mkdir()
        mount("none", huge, b"hugetlbfs", 0, b"pagesize=2M")
    except OSError as error:
        print(f"skipped: huge pages: {error}")
        return
    try:
        with Pool() as pool:
            if pool.reserve(20):
                huge_pages(huge, ram)
            else:
                print("skipped: huge pages: 20 of them cannot be reserved here")
    finally:
        system("umount2", os.fsencode(huge), 2)
        shared.remove()


def huge_pages(huge, ram):
    with huge_root(huge, ram) as root:
        root.open()
        at_first = free_pages()
        # The host's pools are told and changed.
        told = root.connection.getFreePages([2048], 0, 1)[0][2048]
        assert told == int(
            pathlib.Path("/sys/devices/system/node/node0/hugepages/hugepages-2048kB/free_hugepages").read_text()
        )
        assert "<pages unit='KiB' size='2048'>" in root.connection.getCapabilities()
        before = int(POOL.read_text())
        root.connection.allocPages({2048: 1}, 0, 1)
        assert int(POOL.read_text()) == before + 1
        root.connection.allocPages({2048: before}, 0, 1, libvirt.VIR_NODE_ALLOC_PAGES_SET)
        assert int(POOL.read_text()) == before

        guest = Guest(root, extra=HUGE)
        domain = guest.start()
        guest.says("board up")
        assert at_first - free_pages() == 8
        text = mapping(guest, str(huge))
        assert size(text, "KernelPageSize") == 2048 and size(text, "Private_Hugetlb") == 16384, text
        (place,) = guests_in(huge)
        assert re.fullmatch(rf"{huge}/libvirt/qemu-embed-[0-9a-f]{{8}}/1-guest", place), place
        assert os.stat(place).st_mode & 0o777 == 0o700
        # Another instance has a guest of the same number and name, and does not touch this one's.
        other = huge_root(huge, ram)
        owner = Owner(other, f"support.Guest(root, extra={HUGE!r}).start()")
        assert len(guests_in(huge)) == 2 and at_first - free_pages() == 16
        # Too few are left: the reason is told, and nothing stays behind.
        many = Guest(root, name="many", extra=HUGE, memory=64)
        words = refuses(libvirt.VIR_ERR_INTERNAL_ERROR, many.start)
        assert "Cannot allocate memory" in words and "RAM" in words, words
        assert len(guests_in(huge)) == 2 and at_first - free_pages() == 16
        gigantic = backing("<hugepages><page size='1' unit='GiB'/></hugepages>")
        words = refuses(libvirt.VIR_ERR_INTERNAL_ERROR, Guest(root, name="gigantic", extra=gigantic).start)
        assert words == "internal error: Unable to find any usable hugetlbfs mount for 1048576 KiB", words
        domain.destroy()
        assert len(guests_in(huge)) == 1 and at_first - free_pages() == 8
        # One memory node of two; and pages in a file without a name.
        part = Guest(root, name="part", memory=32, vcpus="2", extra=backing(
            "<hugepages><page size='2048' unit='KiB' nodeset='1'/></hugepages>") + TWO_NODES)  # fmt: skip
        part.start()
        assert at_first - free_pages() == 16
        assert mapping(part, "ram-node1") and not mapping(part, "ram-node0")
        part.domain.destroy()
        unnamed = Guest(root, name="unnamed", extra=backing("<hugepages/><source type='memfd'/><access mode='shared'/>"))
        unnamed.start()
        text = mapping(unnamed, "/memfd:")
        assert size(text, "Private_Hugetlb") == 16384 and " rw-s " in text.split("\n", 1)[0], text
        unnamed.domain.destroy()
        for pages, code in (
            ("<hugepages/><allocation mode='ondemand'/>", libvirt.VIR_ERR_CONFIG_UNSUPPORTED),
            ("<hugepages/><source type='anonymous'/>", libvirt.VIR_ERR_CONFIG_UNSUPPORTED),
            ("<hugepages><page size='2048' nodeset='3'/></hugepages>", libvirt.VIR_ERR_XML_DETAIL),
        ):
            refuses(code, Guest(root, name="wrong", extra=backing(pages)).define)
        # Whoever finds a guest without an owner sees to its pages, whether it runs or not.
        owner.kill()
        with other:
            other.open()
            found = other.connection.lookupByName("guest")
            until("the guest's adoption", found.isActive)
            assert len(guests_in(huge)) == 1
            found.destroy()
            assert guests_in(huge) == [] and free_pages() == at_first
            del found
            other.connection.close()
            other.connection = None
            owner = Owner(other, "root.connection.lookupByName('guest').create()")
            owner.kill()
            os.kill(other.processes()[0], 9)
            until("the end of QEMU", lambda: not other.processes())
            assert len(guests_in(huge)) == 1
            other.open()
            until("the end of its pages", lambda: guests_in(huge) == [])
        # Several at once have a directory each.
        guests = [Guest(root, name=name, extra=HUGE) for name in ("one", "two")]
        threads = [threading.Thread(target=guest.start) for guest in guests]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(set(guests_in(huge))) == 2 and at_first - free_pages() == 16
        for guest in guests:
            guest.domain.destroy()
        assert guests_in(huge) == [] and free_pages() == at_first
        assert guests_in(ram) == []


def test_memory_in_files():
    with Root() as root:
        ram = root.path / "root/lib/qemu/ram"

        def start(name, inner):
            guest = Guest(root, name=name, extra=backing(inner))
            guest.start()
            guest.says("board up")
            return guest

        shared = {"asked": "<source type='file'/><access mode='shared'/>", "implied": "<access mode='shared'/>"}
        for name, inner in shared.items():
            guest = start(name, inner)
            (place,) = guests_in(ram)
            assert os.stat(place).st_mode & 0o777 == 0o700 and os.listdir(place) == ["pc.ram"]
            assert os.stat(f"{place}/pc.ram").st_size == 16 << 20
            head = mapping(guest, "/pc.ram").split("\n", 1)[0]
            assert " rw-s " in head, head
            guest.domain.destroy()
            assert guests_in(ram) == []
        guest = start("private", "<source type='file'/><allocation mode='immediate'/>")
        text = mapping(guest, "/pc.ram")
        assert " rw-p " in text.split("\n", 1)[0] and size(text, "Rss") == 16384, text
        guest.domain.destroy()
        guest = start("later", "<source type='file'/><discard/>")
        assert size(mapping(guest, "/pc.ram"), "Rss") < 16384 and '"discard-data":true' in command_line(guest)
        guest.domain.destroy()
        guest = start("unnamed", "<source type='memfd'/><access mode='shared'/>")
        assert " rw-s " in mapping(guest, "/memfd:").split("\n", 1)[0] and guests_in(ram) == []
        guest.domain.destroy()
        guest = start("anonymous", "<source type='anonymous'/><allocation mode='immediate' threads='2'/>")
        assert '"prealloc":true,"prealloc-threads":2' in command_line(guest) and guests_in(ram) == []
        guest.domain.destroy()


def test_memory_in_files_of_before():
    root = Root(connect=False)
    ram = root.path / "root/lib/qemu/ram"
    owner = Owner(root, f"g = support.Guest(root, extra={backing('<source type=%r/>' % 'file')!r}); g.start()")
    owner.kill()
    (place,) = guests_in(ram)
    # What was made for a guest that never came to be is nobody's.
    never = pathlib.Path(place.replace("/1-guest", "/7-never"))
    never.mkdir()
    with root:
        root.open()
        domain = root.connection.lookupByName("guest")
        until("the guest's adoption", domain.isActive)
        until("the end of what is nobody's", lambda: guests_in(ram) == [place])
        domain.destroy()
        assert guests_in(ram) == []


def test_pages_that_are_not_shared():
    with Root() as root:
        usual, alone = Guest(root, name="usual"), Guest(root, name="alone", extra=backing("<nosharepages/>"))
        for guest in (usual, alone):
            guest.start()
        assert "mem-merge=off" in command_line(alone) and "mem-merge" not in command_line(usual)

        def mergeable(guest):
            text = pathlib.Path(f"/proc/{guest.process()}/smaps").read_text()
            return bool(re.search(r"(?m)^VmFlags:.* mg\b", text))

        if mergeable(usual):
            assert not mergeable(alone)
        else:
            print("skipped: this host's kernel merges no pages")


def test_locked_memory():
    with Root() as root:
        guest = Guest(root, extra=backing("<locked/>"))
        try:
            resource.setrlimit(resource.RLIMIT_MEMLOCK, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        except (OSError, ValueError):
            print("skipped: this process may not raise the limit of locked memory; the error alone is looked at")
            words = refuses(libvirt.VIR_ERR_SYSTEM_ERROR, guest.start)
            assert "locked memory" in words and "Operation not permitted" in words, words
            assert not root.processes() and not guest.domain.isActive()
            return
        resource.setrlimit(resource.RLIMIT_MEMLOCK, (1 << 16, resource.RLIM_INFINITY))
        guest.start()
        guest.says("board up")
        limits = pathlib.Path(f"/proc/{guest.process()}/limits").read_text()
        assert re.search(r"Max locked memory +unlimited +unlimited", limits), limits
        status = pathlib.Path(f"/proc/{guest.process()}/status").read_text()
        assert size(status, "VmLck") >= 16384, status
        assert "mem-lock=on" in command_line(guest)


def test_hosts_without_vsock():
    if os.path.exists("/dev/vhost-vsock"):
        print("skipped: this host has vhost-vsock")
        return
    with Root() as root:
        for name, cid in (("one", "auto='yes'"), ("two", "auto='no' address='7'")):
            guest = Guest(root, name=name, devices=f"<vsock model='virtio'><cid {cid}/></vsock>")
            words = refuses(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, guest.start)
            assert "unable to open vhost-vsock device" in words and "/dev/vhost-vsock" in words, words
            assert not root.processes() and not guest.domain.isActive()
        refuses(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, Guest(root, devices="<vsock><cid address='2'/></vsock>").define)


if __name__ == "__main__":
    main()
