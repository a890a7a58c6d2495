"""The images of a running guest's disk: resized, pulled, committed, copied, and the chain that is left each time."""

import os
import signal
import time
import xml.etree.ElementTree as tree

import libvirt

from support import Events, Guest, Root, main, refuses, until

JOB = libvirt.VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2
PULL, COPY = libvirt.VIR_DOMAIN_BLOCK_JOB_TYPE_PULL, libvirt.VIR_DOMAIN_BLOCK_JOB_TYPE_COPY
COMMIT, ACTIVE = libvirt.VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT, libvirt.VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT
COMPLETED, CANCELED = libvirt.VIR_DOMAIN_BLOCK_JOB_COMPLETED, libvirt.VIR_DOMAIN_BLOCK_JOB_CANCELED
READY, PIVOT = libvirt.VIR_DOMAIN_BLOCK_JOB_READY, libvirt.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT


def with_chain(root):
    """A guest whose disk is the end of a chain of four images, and their paths, the upper first."""
    paths = [root.disk("d0.qcow2", "8M")]
    for number in range(1, 4):
        paths.insert(0, root.disk(f"d{number}.qcow2", "8M", "qcow2", "-b", paths[0], "-F", "qcow2"))
    device = f"""
<disk type='file' device='disk'>
  <driver name='qemu' type='qcow2'/>
  <source file='{paths[0]}'/>
  <target dev='vda' bus='virtio'/>
</disk>"""
    guest = Guest(root, devices=device)
    return guest.start(), [str(path) for path in paths]


def chain(domain):
    """The images of the disk as the live description has them."""
    found, paths = tree.fromstring(domain.XMLDesc(0)).find("devices/disk"), []
    while found is not None and found.find("source") is not None:
        paths.append(found.find("source").get("file"))
        found = found.find("backingStore")
    return paths


def mirror(domain):
    return tree.fromstring(domain.XMLDesc(0)).find("devices/disk/mirror")


def ended(events, kind, status=COMPLETED):
    told = events.other("guest", JOB)
    assert told == ("vda", kind, status), told


def test_pull():
    with Root() as root:
        events = Events(root.connection, JOB)
        domain, paths = with_chain(root)
        assert chain(domain) == paths
        domain.blockRebase("vda", paths[3])
        ended(events, PULL)
        assert chain(domain) == [paths[0], paths[3]]
        domain.blockPull("vda", flags=libvirt.VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES)
        ended(events, PULL)
        assert chain(domain) == paths[:1]
        assert domain.blockJobInfo("vda") == {}


def test_commit():
    with Root() as root:
        events = Events(root.connection, JOB)
        domain, paths = with_chain(root)
        refuses(libvirt.VIR_ERR_INVALID_ARG, domain.blockCommit, "vda", None, None)
        refuses(libvirt.VIR_ERR_INVALID_ARG, domain.blockCommit, "vda", "/nowhere", None)
        domain.blockCommit("vda", paths[2], paths[1], flags=libvirt.VIR_DOMAIN_BLOCK_COMMIT_DELETE)
        ended(events, COMMIT)
        assert chain(domain) == [paths[0], paths[2], paths[3]]
        until("the image's end", lambda: not os.path.exists(paths[1]))
        domain.blockCommit("vda", None, None, flags=libvirt.VIR_DOMAIN_BLOCK_COMMIT_ACTIVE)
        ended(events, ACTIVE, READY)
        assert mirror(domain).get("job") == "active-commit" and mirror(domain).get("ready") == "yes"
        refuses(libvirt.VIR_ERR_BLOCK_COPY_ACTIVE, domain.blockPull, "vda")
        domain.blockJobAbort("vda", PIVOT)
        ended(events, ACTIVE)
        assert chain(domain) == [paths[3]] and mirror(domain) is None


def test_copy():
    with Root() as root:
        events = Events(root.connection, JOB)
        domain, paths = with_chain(root)
        target = root.path / "copy.raw"
        document = f"<disk type='file'><source file='{target}'/><driver type='raw'/></disk>"
        domain.blockCopy("vda", document)
        ended(events, COPY, READY)
        assert mirror(domain).find("source").get("file") == str(target) and target.stat().st_size == 8 << 20
        domain.blockJobAbort("vda")
        ended(events, COPY, CANCELED)
        assert chain(domain) == paths and mirror(domain) is None
        # What is there is not written over.
        refuses(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, domain.blockCopy, "vda", document)
        domain.blockCopy("vda", document, flags=libvirt.VIR_DOMAIN_BLOCK_COPY_REUSE_EXT)
        ended(events, COPY, READY)
        domain.blockJobAbort("vda", PIVOT)
        ended(events, COPY)
        assert chain(domain) == [str(target)]


def test_resize():
    with Root() as root:
        domain, _ = with_chain(root)
        domain.blockResize("vda", 9 << 20, libvirt.VIR_DOMAIN_BLOCK_RESIZE_BYTES)
        assert domain.blockInfo("vda")[0] == 9 << 20
        domain.blockResize("vda", 10 << 10)
        assert domain.blockInfo("vda")[0] == 10 << 20
        refuses(libvirt.VIR_ERR_INVALID_ARG, domain.blockResize, "vdz", 1)
        refuses(libvirt.VIR_ERR_OVERFLOW, domain.blockResize, "vda", 1 << 60)


def test_a_copy_outlives_its_owner():
    with Root(connect=False) as root:
        owner = os.fork()
        if owner == 0:
            root.open()
            events = Events(root.connection, JOB)
            domain, _ = with_chain(root)
            target = root.path / "copy.qcow2"
            domain.blockCopy("vda", f"<disk type='file'><source file='{target}'/><driver type='qcow2'/></disk>")
            ended(events, COPY, READY)
            os.kill(os.getpid(), signal.SIGKILL)
        _, status = os.waitpid(owner, 0)
        assert os.WIFSIGNALED(status), status
        time.sleep(0.1)
        domain = root.open().lookupByName("guest")
        assert mirror(domain).get("ready") == "yes" and domain.blockJobInfo("vda")["type"] == COPY
        domain.blockJobAbort("vda", PIVOT)
        assert chain(domain) == [str(root.path / "copy.qcow2")]


if __name__ == "__main__":
    main()
