#!/usr/bin/python3
"""A client of a test host behind a server: what it finds, what it changes, and the events that tell it so.

    client.py URI

Run with either library against either server; every check is the same.
"""

import sys
import threading
import time

import libvirt

uri = sys.argv[1]
libvirt.registerErrorHandler(lambda _context, _error: None, None)
libvirt.virEventRegisterDefaultImpl()


def run_loop():
    while True:
        libvirt.virEventRunDefaultImpl()


threading.Thread(target=run_loop, daemon=True).start()
checks = 0


def check(what, found, wanted):
    global checks
    checks += 1
    if found != wanted:
        sys.exit(f"{what}: {found!r} instead of {wanted!r}")


def refused(what, code, function, *arguments):
    try:
        function(*arguments)
    except libvirt.libvirtError as error:
        check(what, error.get_error_code(), code)
        return error
    sys.exit(f"{what}: not refused")


conn = libvirt.open(uri)
check("uri", conn.getURI(), uri)
check("type", conn.getType(), "TEST")
check("alive", conn.isAlive(), 1)
check("secure", conn.isSecure(), 1)
check("encrypted", conn.isEncrypted(), 0)
check("node", conn.getInfo()[0], "i686")
check("keepalive", conn.setKeepAlive(5, 3), 0)

names = [dom.name() for dom in conn.listAllDomains()]
check("domains", names, ["test"])
dom = conn.lookupByName("test")
check("by UUID", conn.lookupByUUIDString(dom.UUIDString()).name(), "test")
check("by number", conn.lookupByID(dom.ID()).name(), "test")
check("state", dom.state(), [libvirt.VIR_DOMAIN_RUNNING, 0])
check("xml", dom.XMLDesc().startswith("<domain type='test' id='1'>"), True)
error = refused("nobody", libvirt.VIR_ERR_NO_DOMAIN, conn.lookupByName, "nobody")
check("its domain", error.get_error_domain(), libvirt.VIR_FROM_TEST)

reader = libvirt.openReadOnly(uri)
refused("read-only", libvirt.VIR_ERR_OPERATION_DENIED, reader.lookupByName("test").suspend)
reader.close()

heard = []
happened = threading.Condition()


def on_event(_conn, domain, event, detail, opaque):
    with happened:
        heard.append((domain.name(), event, detail, opaque))
        happened.notify_all()


def wait_for(wanted):
    deadline = time.monotonic() + 10
    with happened:
        while wanted not in heard and time.monotonic() < deadline:
            happened.wait(0.1)
        check("event", wanted if wanted in heard else heard, wanted)


every = conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, on_event, "every")
mine = conn.domainEventRegisterAny(dom, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, on_event, "mine")
dom.suspend()
check("suspended", dom.state()[0], libvirt.VIR_DOMAIN_PAUSED)
for who in ("every", "mine"):
    wait_for(("test", libvirt.VIR_DOMAIN_EVENT_SUSPENDED, libvirt.VIR_DOMAIN_EVENT_SUSPENDED_PAUSED, who))
dom.resume()
for who in ("every", "mine"):
    wait_for(("test", libvirt.VIR_DOMAIN_EVENT_RESUMED, libvirt.VIR_DOMAIN_EVENT_RESUMED_UNPAUSED, who))

defined = conn.defineXML("<domain type='test'><name>wire</name><memory>1024</memory><os><type>hvm</type></os></domain>")
check("defined", (defined.name(), defined.isActive(), defined.isPersistent()), ("wire", 0, 1))
wait_for(("wire", libvirt.VIR_DOMAIN_EVENT_DEFINED, libvirt.VIR_DOMAIN_EVENT_DEFINED_ADDED, "every"))
defined.create()
check("started", (defined.isActive(), defined.ID() > 0), (1, True))
check("both", sorted(dom.name() for dom in conn.listAllDomains()), ["test", "wire"])
defined.destroy()
defined.undefine()
wait_for(("wire", libvirt.VIR_DOMAIN_EVENT_UNDEFINED, libvirt.VIR_DOMAIN_EVENT_UNDEFINED_REMOVED, "every"))
check("only mine", [entry for entry in heard if entry[0] == "wire" and entry[3] == "mine"], [])
conn.domainEventDeregisterAny(mine)
conn.domainEventDeregisterAny(every)
refused("no such callback", libvirt.VIR_ERR_INVALID_ARG, conn.domainEventDeregisterAny, every)

failures = []


def worker():
    try:
        for _ in range(200):
            if conn.lookupByName("test").name() != "test":
                failures.append("another domain")
    except libvirt.libvirtError as error:
        failures.append(str(error))


threads = [threading.Thread(target=worker) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
check("threads", failures, [])
del dom, defined
check("close", conn.close(), 0)
print(f"{checks} checks with {libvirt.getVersion()} at {uri}")
