"""QEMU that dies, stops or says nothing: every wait ends, the state tells what happened, and nothing is left over."""

import os
import resource
import signal
import threading
import time

import libvirt
import libvirt_qemu

from support import EMULATOR, Console, Events, Guest, Root, main, refuses, until


def test_killed_qemu():
    with Root() as root:
        events = Events(root.connection)
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        os.kill(guest.process(), signal.SIGKILL)
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_FAILED)
        assert domain.state() == [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_CRASHED], domain.state()
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.suspend)
        domain.create()
        guest.says("board up", 2)


def test_killed_while_it_is_waited_for():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        process = guest.process()
        os.kill(process, signal.SIGSTOP)
        threading.Timer(1, os.kill, (process, signal.SIGKILL)).start()
        began = time.monotonic()
        try:
            libvirt_qemu.qemuMonitorCommand(domain, "info status", 1)
            raise AssertionError("a stopped QEMU answered")
        except libvirt.libvirtError:
            pass
        assert time.monotonic() - began < 10, "the wait outlived QEMU"
        until("the state shut off", lambda: domain.state()[0] == libvirt.VIR_DOMAIN_SHUTOFF)


def test_destroy_of_a_stopped_qemu():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        process = guest.process()
        os.kill(process, signal.SIGSTOP)
        began = time.monotonic()
        domain.destroy()
        assert time.monotonic() - began < 20
        assert not root.processes()
        assert domain.state()[0] == libvirt.VIR_DOMAIN_SHUTOFF


def test_destroy_while_another_waits():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        os.kill(guest.process(), signal.SIGSTOP)
        errors = []

        def wait():
            try:
                domain.suspend()
            except libvirt.libvirtError as error:
                errors.append(error)

        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.5)
        began = time.monotonic()
        domain.destroy()
        assert time.monotonic() - began < 20, "destroy waited for the other's work"
        waiting.join(10)
        # An emulator that is let go on to end may still answer what it was asked.
        assert not waiting.is_alive() and len(errors) <= 1, errors
        assert domain.state() == [libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_DESTROYED], domain.state()


def test_qemu_that_ends_at_once():
    with Root() as root:
        guest = Guest(root, head=" xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'")
        guest.xml = guest.xml.replace(
            "</domain>", "<qemu:commandline><qemu:arg value='-no-such-option'/></qemu:commandline></domain>"
        )
        domain = guest.define()
        try:
            domain.create()
            raise AssertionError("it started")
        except libvirt.libvirtError as error:
            assert "no-such-option" in str(error), error
        assert domain.state()[0] == libvirt.VIR_DOMAIN_SHUTOFF and not root.processes()
        logs = [os.path.join(place, name) for place, _, names in os.walk(root.path) for name in names if name == "guest.log"]
        assert len(logs) == 1 and "no-such-option" in open(logs[0]).read(), logs


def test_an_emulator_that_is_none():
    with Root() as root:
        program = root.path / "emulator"
        program.write_text("#!/bin/sh\nsleep 1000\n")
        program.chmod(0o755)
        guest = Guest(root)
        for path, code in ((program, None), (root.path / "absent", None), ("/dev/null", None)):
            xml = guest.xml.replace(f"<emulator>{EMULATOR}", f"<emulator>{path}")
            began = time.monotonic()
            try:
                root.connection.createXML(xml, 0)
                raise AssertionError(f"{path} started a guest")
            except libvirt.libvirtError as error:
                assert str(path) in str(error) or error.get_error_code() != libvirt.VIR_ERR_OK
            assert time.monotonic() - began < 60
        assert root.connection.listAllDomains() == []


def test_a_full_disk_pauses_the_guest():
    with Root() as root:
        # A guest whose disk fails: reads beyond the end of the file that was cut under it.
        path = root.disk("a.raw", "4M", "raw")
        disk = f"""
<disk type='file' device='disk'>
  <driver name='qemu' type='raw' rerror_policy='stop' error_policy='stop'/>
  <source file='{path}'/><target dev='vda' bus='virtio'/>
</disk>"""
        events = Events(root.connection, libvirt.VIR_DOMAIN_EVENT_ID_IO_ERROR)
        guest = Guest(root, kind="linux", devices=disk)
        domain = guest.start()
        guest.says("disk vda")
        # A limit of the process on the size of what it writes: every write to the disk fails with EFBIG.
        resource.prlimit(guest.process(), resource.RLIMIT_FSIZE, (1 << 20, resource.RLIM_INFINITY))
        console = Console(domain)
        console.send(b"dd if=/dev/zero of=/dev/vda bs=64k seek=32 count=1 conv=fsync &\n")
        events.other("guest", libvirt.VIR_DOMAIN_EVENT_ID_IO_ERROR)
        until("the pause", lambda: domain.state() == [libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_IOERROR])
        assert domain.diskErrors() == {"vda": libvirt.VIR_DOMAIN_DISK_ERROR_UNSPEC}, domain.diskErrors()
        resource.prlimit(guest.process(), resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        domain.resume()
        assert domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING
        console.close()


if __name__ == "__main__":
    main(linux=True)
