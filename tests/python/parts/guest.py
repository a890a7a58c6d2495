"""What goes to the guest: its agent, keys, console, screenshots, time, file systems, passwords."""

import libvirt

from parts.life import watch


def walk(w):
    conn = w.open()
    ids = watch(w, conn)
    w.sections(conn, agent, keyboard, pictures, consoles)
    for number in ids:
        conn.domainEventDeregisterAny(number)
    conn.close()


def agent(w, conn):
    dom = conn.lookupByName("test")
    for flags in (0, 1, 2):
        w.call(f"hostname.{flags}", dom.hostname, flags)
        w.call(f"fsInfo.{flags}", dom.fsInfo, flags)
        w.call(f"fSTrim.{flags}", dom.fSTrim, None, 0, flags)
        w.call(f"getTime.{flags}", dom.getTime, flags)
        w.call(f"setTime.{flags}", dom.setTime, {"seconds": 12345, "nseconds": 678}, flags)
        w.call(f"getTime.{flags}.after", dom.getTime, flags)
    w.call("setTime.none", dom.setTime, None, 0)
    w.call("fSTrim.path", dom.fSTrim, "/", 0, 0)
    w.call("fSTrim.absent", dom.fSTrim, "/nosuch", 0, 0)
    for points in (None, ["/"], ["/", "/boot"], ["/nosuch"], [], ["/", "/nosuch"]):
        w.call(f"fsFreeze.{points}", dom.fsFreeze, points, 0)
        w.call(f"fsFreeze.{points}.again", dom.fsFreeze, points, 0)
        w.call(f"fsThaw.{points}", dom.fsThaw, points, 0)
        w.call(f"fsThaw.{points}.again", dom.fsThaw, points, 0)
    for source in (0, 1, 2, 3, -1):
        w.call(f"interfaceAddresses.{source}", dom.interfaceAddresses, source, 0)
        w.call(f"interfaceAddresses.{source}.flags", dom.interfaceAddresses, source, 1)
    w.call("guestInfo", dom.guestInfo, 0, 0)
    w.call("setUserPassword", dom.setUserPassword, "root", "secret", 0)
    w.call("setUserPassword.encrypted", dom.setUserPassword, "root", "secret", 1)
    w.call("setUserPassword.flags", dom.setUserPassword, "root", "secret", 2)
    w.call("authorizedSSHKeysGet", dom.authorizedSSHKeysGet, "root", 0)
    w.call("authorizedSSHKeysSet", dom.authorizedSSHKeysSet, "root", ["ssh-rsa AAAA"], 0)
    for timeout in (-3, -2, -1, 0, 5):
        w.call(f"agentSetResponseTimeout.{timeout}", dom.agentSetResponseTimeout, timeout, 0)
    w.call("messages", dom.messages, 0)
    w.call("messages.flags", dom.messages, 4)
    w.call("securityLabel", dom.securityLabel)
    w.call("securityLabelList", dom.securityLabelList)
    w.call("launchSecurityInfo", dom.launchSecurityInfo, 0)
    w.call("setLaunchSecurityState", dom.setLaunchSecurityState, {"sev-secret": "x", "sev-secret-header": "y"}, 0)


def keyboard(w, conn):
    dom = conn.lookupByName("test")
    for codeset in (0, 1, 9, 99, -1):
        for keys in ([30], [30, 40, 50], list(range(16)), list(range(17)), []):
            for flags in (0, 1):
                w.call(f"sendKey.{codeset}.{len(keys)}.{flags}", dom.sendKey, codeset, 10, keys, len(keys), flags)
    for pid, signal in ((1, 15), (0, 15), (-1, 9), (1, 0), (1, 99), (1, 64)):
        for flags in (0, 1):
            w.call(f"sendProcessSignal.{pid}.{signal}.{flags}", dom.sendProcessSignal, pid, signal, flags)
    w.call("injectNMI", dom.injectNMI, 0)
    w.call("injectNMI.flags", dom.injectNMI, 1)


def received(stream):
    data = b""
    while True:
        piece = stream.recv(65536)
        if not piece:
            return data
        data += piece


def pictures(w, conn):
    dom = conn.lookupByName("test")
    for screen, flags in ((0, 0), (1, 0), (9, 0), (0, 1)):
        stream = conn.newStream(0)
        w.call(f"screenshot.{screen}.{flags}", dom.screenshot, stream, screen, flags)
        data = w.call(f"screenshot.{screen}.{flags}.data", received, stream, show=lambda raw: (len(raw), raw[:24]))
        if data:
            w.call(f"screenshot.{screen}.{flags}.finish", stream.finish)
            w.call(f"screenshot.{screen}.{flags}.finish again", stream.finish)
    stream = conn.newStream(libvirt.VIR_STREAM_NONBLOCK)
    w.call("screenshot.nonblock", dom.screenshot, stream, 0, 0)
    w.call("screenshot.abort", stream.abort)
    stream = conn.newStream(0)
    w.call("stream.recv unused", stream.recv, 10)
    w.call("stream.send unused", stream.send, b"x")
    w.call("stream.recvHole unused", stream.recvHole)
    w.call("stream.sendHole unused", stream.sendHole, 10)
    w.call("stream.recvFlags unused", stream.recvFlags, 10, 1)
    w.call("stream.finish unused", stream.finish)
    w.call("stream.abort unused", stream.abort)
    w.call("stream.eventAddCallback unused", stream.eventAddCallback, 1, lambda *_: None, None)
    w.call("stream.eventUpdateCallback unused", stream.eventUpdateCallback, 1)
    w.call("stream.eventRemoveCallback unused", stream.eventRemoveCallback)
    w.call("newStream.flags", conn.newStream, 8)


def consoles(w, conn):
    dom = conn.lookupByName("test")
    for device in (None, "serial0", "nosuch"):
        w.call(f"openConsole.{device}", dom.openConsole, device, conn.newStream(0), 0)
        w.call(f"openChannel.{device}", dom.openChannel, device, conn.newStream(0), 0)
    w.call("openGraphicsFD", dom.openGraphicsFD, 0, 0)
    dom.destroy()
    w.events()
    for name, args in (
        ("hostname", ()), ("fsInfo", ()), ("fSTrim", (None, 0, 0)), ("fsFreeze", ()), ("fsThaw", ()), ("getTime", ()),
        ("setTime", ({"seconds": 1},)), ("interfaceAddresses", (0,)), ("sendKey", (0, 1, [30], 1, 0)), ("injectNMI", ()),
        ("sendProcessSignal", (1, 15, 0)), ("setUserPassword", ("root", "x", 0)), ("securityLabel", ()), ("messages", ()),
        ("launchSecurityInfo", ()), ("openConsole", (None, conn.newStream(0), 0)), ("guestVcpus", ()),
    ):
        w.call(f"stopped.{name}", getattr(dom, name), *args)
    w.call("stopped.screenshot", dom.screenshot, conn.newStream(0), 0, 0)
