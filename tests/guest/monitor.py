"""Direct words with QEMU and with the agent in the guest; and that getters do not wait for either."""

import json
import os
import signal
import threading
import time

import libvirt
import libvirt_qemu

from support import Events, Guest, Root, main, refuses, until

AGENT = "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>"


def test_monitor_commands():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        answer = json.loads(libvirt_qemu.qemuMonitorCommand(domain, '{"execute":"query-status"}', 0))
        assert answer["return"]["status"] == "running", answer
        human = libvirt_qemu.qemuMonitorCommand(domain, "info status", 1)
        assert "running" in human, human
        error = json.loads(libvirt_qemu.qemuMonitorCommand(domain, '{"execute":"no-such-thing"}', 0))
        assert error["error"]["class"] == "CommandNotFound", error
        assert "<domain" in domain.XMLDesc(0)
        refuses(libvirt.VIR_ERR_INTERNAL_ERROR, libvirt_qemu.qemuMonitorCommand, domain, "{broken", 0)
        assert domain.isActive() == 1
        domain.destroy()
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, libvirt_qemu.qemuMonitorCommand, domain, "info status", 1)


def test_monitor_events():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        seen = []
        number = libvirt_qemu.qemuMonitorEventRegister(
            root.connection, None, None, lambda c, d, event, s, m, details, o: seen.append((d.name(), event)), None
        )
        domain.suspend()
        until("the event STOP", lambda: ("guest", "STOP") in seen)
        libvirt_qemu.qemuMonitorEventDeregister(root.connection, number)


def test_the_agent():
    with Root() as root:
        events = Events(root.connection, libvirt.VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE)
        guest = Guest(root, kind="linux", devices=AGENT)
        domain = guest.start()
        guest.says("linux up")
        until("an answer of the agent", lambda: ping(domain))
        events.other("guest", libvirt.VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE)
        seconds, nanoseconds = domain.getTime()["seconds"], domain.getTime()["nseconds"]
        assert abs(seconds - time.time()) < 3600 and 0 <= nanoseconds < 10**9
        assert domain.hostname() == "(none)" or domain.hostname()
        information = domain.guestInfo(libvirt.VIR_DOMAIN_GUEST_INFO_OS | libvirt.VIR_DOMAIN_GUEST_INFO_TIMEZONE, 0)
        assert "timezone.offset" in information or information, information


def test_an_agent_that_is_silent():
    with Root() as root:
        # The board has no agent: nobody opens the other end of the channel.
        guest = Guest(root, devices=AGENT)
        domain = guest.start()
        began = time.monotonic()
        refuses(libvirt.VIR_ERR_AGENT_UNRESPONSIVE, libvirt_qemu.qemuAgentCommand, domain, '{"execute":"guest-ping"}', 5, 0)
        assert time.monotonic() - began < 10
        assert domain.isActive() == 1


def test_without_a_channel_there_is_no_agent():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        words = refuses(libvirt.VIR_ERR_ARGUMENT_UNSUPPORTED, domain.shutdownFlags, libvirt.VIR_DOMAIN_SHUTDOWN_GUEST_AGENT)
        assert "QEMU guest agent is not configured" in words, words


def test_getters_do_not_wait_for_a_job():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        process = guest.process()
        os.kill(process, signal.SIGSTOP)
        try:
            # Something that waits for QEMU...
            waiting = threading.Thread(target=lambda: guest_waits(domain), daemon=True)
            waiting.start()
            time.sleep(0.5)
            # ...while what asks for no work is answered at once.
            for call in (domain.state, domain.info, domain.isActive, lambda: domain.XMLDesc(0), domain.maxMemory,
                         root.connection.listAllDomains, domain.hasManagedSaveImage, domain.jobInfo):  # fmt: skip
                began = time.monotonic()
                call()
                assert time.monotonic() - began < 1, f"{call} waited {time.monotonic() - began:.1f} s"
        finally:
            os.kill(process, signal.SIGCONT)
        waiting.join(30)
        assert not waiting.is_alive(), "the work did not end"


def ping(domain):
    try:
        return json.loads(libvirt_qemu.qemuAgentCommand(domain, '{"execute":"guest-ping"}', 30, 0)) == {"return": {}}
    except libvirt.libvirtError as error:
        assert error.get_error_code() == libvirt.VIR_ERR_AGENT_UNRESPONSIVE, error
        return False


def guest_waits(domain):
    try:
        domain.suspend()
    except libvirt.libvirtError:
        pass


if __name__ == "__main__":
    main(linux=True)
