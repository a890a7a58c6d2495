"""Saved guests: to a file of the user's, managed by the driver, with a changed description, and what may go wrong."""

import os
import struct

import libvirt

from support import Console, Events, Guest, Root, main, refuses

DISK = """
<disk type='file' device='disk'>
  <driver name='qemu' type='qcow2'/><source file='{}'/><target dev='vda' bus='virtio'/>
</disk>"""


def answers(guest, words):
    console = Console(guest.domain)
    console.send(words)
    console.expect(words)
    console.close()


def test_save_and_restore():
    with Root() as root:
        events = Events(root.connection)
        guest = Guest(root, devices=DISK.format(root.disk("disk.qcow2")))
        domain = guest.start()
        guest.says("board up")
        path = str(root.path / "saved")
        domain.save(path)
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_SAVED)
        assert domain.state() == [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_SAVED], domain.state()
        assert not root.processes()
        with open(path, "rb") as file:
            assert file.read(16) == b"LibvirtQemudSave"
        described = root.connection.saveImageGetXMLDesc(path)
        assert domain.UUIDString() in described
        root.connection.restore(path)
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STARTED, libvirt.VIR_DOMAIN_EVENT_STARTED_RESTORED)
        assert domain.state() == [libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_RESTORED], domain.state()
        answers(guest, b"anew")
        assert guest.said().count("board up") == 1, guest.said()


def test_restore_paused_and_a_paused_guest():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        path = str(root.path / "saved")
        domain.saveFlags(path, None, libvirt.VIR_DOMAIN_SAVE_PAUSED)
        root.connection.restore(path)
        assert domain.state()[0] == libvirt.VIR_DOMAIN_PAUSED
        domain.resume()
        answers(guest, b"awake")
        domain.suspend()
        domain.save(path)
        root.connection.restoreFlags(path, None, libvirt.VIR_DOMAIN_SAVE_RUNNING)
        assert domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING
        answers(guest, b"again")


def test_managed_save():
    with Root() as root:
        events = Events(root.connection)
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        domain.managedSave()
        assert domain.hasManagedSaveImage() == 1 and domain.isActive() == 0
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.undefine)
        assert guest.name in domain.managedSaveGetXMLDesc(0)
        domain.create()
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STARTED, libvirt.VIR_DOMAIN_EVENT_STARTED_RESTORED)
        answers(guest, b"where it was")
        assert domain.hasManagedSaveImage() == 0
        assert guest.said().count("board up") == 1
        domain.managedSave()
        domain.createWithFlags(libvirt.VIR_DOMAIN_START_FORCE_BOOT)
        guest.says("board up", 2)
        domain.managedSave()
        domain.managedSaveRemove()
        assert domain.hasManagedSaveImage() == 0


def test_undefine_with_managed_save():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        domain.managedSave()
        domain.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)
        refuses(libvirt.VIR_ERR_NO_DOMAIN, root.connection.lookupByName, "guest")
        left = [name for _, _, names in os.walk(root.path) for name in names if name.endswith(".save")]
        assert not left, left


def test_a_changed_description():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        path = str(root.path / "saved")
        domain.save(path)
        described = root.connection.saveImageGetXMLDesc(path, libvirt.VIR_DOMAIN_XML_SECURE)
        changed = described.replace("<on_reboot>restart</on_reboot>", "<on_reboot>destroy</on_reboot>")
        assert changed != described
        root.connection.saveImageDefineXML(path, changed)
        assert "<on_reboot>destroy" in root.connection.saveImageGetXMLDesc(path)
        root.connection.restore(path)
        assert "<on_reboot>destroy" in domain.XMLDesc(0)
        domain.save(path)
        # Another guest's memory is not this guest's.
        other = described.replace("<memory unit='KiB'>16384", "<memory unit='KiB'>32768")
        assert other != described
        refuses(libvirt.VIR_ERR_CONFIG_UNSUPPORTED, root.connection.restoreFlags, path, other)


def test_save_with_parameters():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        path = str(root.path / "saved")
        wrong = {"file": path, "image_format": "rar"}
        assert "Invalid image_format 'rar'" in refuses(libvirt.VIR_ERR_OPERATION_FAILED, domain.saveParams, wrong)
        refuses(libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, domain.saveParams, {"path": path})
        refuses(libvirt.VIR_ERR_INVALID_ARG, root.connection.restoreParams, {})
        assert domain.isActive() and not os.path.exists(path)
        domain.saveParams({"file": path, "image_format": "gzip"}, libvirt.VIR_DOMAIN_SAVE_PAUSED)
        with open(path, "rb") as file:
            header = struct.unpack("=16s5I", file.read(36))
        assert (header[0], header[4]) == (b"LibvirtQemudSave", 1), header
        titled = root.connection.saveImageGetXMLDesc(path).replace("</name>", "</name><title>anew</title>")
        root.connection.restoreParams({"file": path, "dxml": titled}, libvirt.VIR_DOMAIN_SAVE_RUNNING)
        assert "<title>anew</title>" in domain.XMLDesc()
        answers(guest, b"restored")
        # Without a file it is a managed save.
        domain.saveParams({})
        assert domain.hasManagedSaveImage() == 1
        domain.create()
        answers(guest, b"again")


def test_broken_files():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        path = root.path / "saved"
        domain.save(str(path))
        whole = path.read_bytes()
        for name, content in {
            "empty": b"", "short": whole[:40], "other": b"x" * 4096, "partial": b"LibvirtQemudPart" + whole[16:],
            "endless": whole[:20] + b"\xff" * 4 + whole[24:],
        }.items():  # fmt: skip
            broken = root.path / name
            broken.write_bytes(content)
            try:
                root.connection.restore(str(broken))
                raise AssertionError(f"{name} was restored")
            except libvirt.libvirtError as error:
                assert error.get_error_domain() == libvirt.VIR_FROM_QEMU, (name, error.get_error_domain(), error)
            assert domain.isActive() == 0 and not root.processes(), name
        # The memory itself cut short: QEMU finds out, and nothing of the guest is left.
        broken.write_bytes(whole[: len(whole) // 2])
        try:
            root.connection.restore(str(broken))
            raise AssertionError("half a guest was restored")
        except libvirt.libvirtError:
            pass
        assert domain.isActive() == 0 and not root.processes()
        root.connection.restore(str(path))
        answers(guest, b"whole")


def test_save_to_where_it_cannot_be_written():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        refuses(libvirt.VIR_ERR_SYSTEM_ERROR, domain.save, "/nowhere/at/all")
        refuses((libvirt.VIR_ERR_OPERATION_FAILED, libvirt.VIR_ERR_SYSTEM_ERROR), domain.save, "/dev/full")
        assert domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING
        answers(guest, b"unharmed")


def test_compressed():
    with Root(settings='save_image_format = "gzip"\n') as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        path = root.path / "saved"
        domain.save(str(path))
        head = path.read_bytes()
        length = int.from_bytes(head[20:24], "little")
        start = head[92 : 92 + length]
        assert b"\x1f\x8b" in head[92 + length :][:8192], start[:30]
        root.connection.restore(str(path))
        answers(guest, b"whole")


if __name__ == "__main__":
    main()
