"""Domains: lookup, definition, states, autostart, undefine, rename, metadata, and every lifecycle event."""

import libvirt

DOMAIN = """<domain type='test'><name>{name}</name>{extra}<memory>8192</memory>
<os><type>hvm</type></os></domain>"""

EVENTS = {
    value: name[len("VIR_DOMAIN_EVENT_ID_"):].lower()
    for name, value in vars(libvirt).items()
    if name.startswith("VIR_DOMAIN_EVENT_ID_") and not name.endswith("_LAST")
}


def xml(name, extra=""):
    return DOMAIN.format(name=name, extra=extra)


def watch(w, conn, dom=None):
    """Registers for every class of domain events; the ids to deregister."""
    ids = []
    for event, name in sorted(EVENTS.items()):
        def seen(_conn, subject, *details, name=name):
            w.event(f"{name} {subject.name()} {details[:-1]}")
        try:
            ids.append(conn.domainEventRegisterAny(dom, event, seen, None))
        except libvirt.libvirtError as error:
            w.line(f"domainEventRegisterAny.{name}", w.error(error))
    return ids


def walk(w):
    conn = w.open()
    ids = watch(w, conn)
    legacy = lambda _c, dom, event, detail, _o: w.event(f"legacy {dom.name()} {event} {detail}")
    w.call("domainEventRegister", conn.domainEventRegister, legacy, None)
    w.sections(conn, lookups, states, definitions, transient, flags, undefine, rename, metadata)
    w.call("domainEventDeregister", conn.domainEventDeregister, legacy)
    for number in ids:
        conn.domainEventDeregisterAny(number)
    w.call("after deregistering", conn.lookupByName("test").suspend)
    w.call("domainEventDeregisterAny.absent", libvirt.libvirtmod.virConnectDomainEventDeregisterAny, conn._o, 9999)
    conn.close()


def clear(w, conn):
    """Removes every domain but the one that the default host came with."""
    for dom in conn.listAllDomains():
        if dom.name() == "test":
            continue
        if dom.isActive():
            dom.destroy()
    for dom in conn.listAllDomains():
        if dom.name() != "test":
            dom.undefine()
    w.events()


def lookups(w, conn):
    for name in ("test", "nosuch", "", "te/st", "x" * 300):
        w.call(f"lookupByName.{name[:10]}", conn.lookupByName, name)
    for number in (1, 0, -1, 99):
        w.call(f"lookupByID.{number}", conn.lookupByID, number)
    for uuid in ("6695eb01-f6a4-8304-79aa-97f2502e193f", "6695eb01f6a4830479aa97f2502e193f",
                 "00000000-0000-0000-0000-000000000001", "xyz", ""):
        w.call(f"lookupByUUIDString.{uuid}", conn.lookupByUUIDString, uuid)
    w.call("lookupByUUID", conn.lookupByUUID, bytes.fromhex("6695eb01f6a4830479aa97f2502e193f"))
    w.call("lookupByUUID.absent", conn.lookupByUUID, bytes(16))
    dom = conn.lookupByName("test")
    for name in ("name", "ID", "UUIDString", "OSType", "isActive", "isPersistent", "isUpdated", "autostart",
                 "maxMemory", "maxVcpus", "hasCurrentSnapshot", "hasManagedSaveImage", "controlInfo"):
        w.call(name, getattr(dom, name))
    w.call("UUID", dom.UUID, show=lambda raw: raw.hex())
    w.call("info", dom.info, show=lambda info: info[:4])
    for flags in (0, 1, 2, 3, 4, 8, 16):
        w.call(f"XMLDesc.{flags}", dom.XMLDesc, flags)
    for flags in (0, 1):
        w.call(f"state.flags.{flags}", dom.state, flags)
        w.call(f"controlInfo.flags.{flags}", dom.controlInfo, flags)


def states(w, conn):
    dom = conn.lookupByName("test")
    script = (
        "create resume suspend suspend state reboot state resume shutdown state create suspend shutdown state create "
        "reset state suspend reset state resume destroy state destroy suspend resume shutdown reset reboot ID create ID "
        "injectNMI suspend destroy state ID create state abortJob pMWakeup suspend create state resume"
    )
    for step in script.split():
        args = (0,) if step in ("reboot", "reset", "injectNMI", "pMWakeup") else ()
        shown = (lambda number: number > 0) if step == "ID" else None
        w.call(f"states.{step}", getattr(dom, step), *args, show=shown)
        if step == "state":
            w.call("states.info", dom.info, show=lambda info: info[:4])
    for step, values in (("reboot", (1, 2, 4, 8, 16, 32, 64)), ("shutdownFlags", (1, 2, 4, 8, 16, 32, 64))):
        for flags in values:
            w.call(f"{step}.{flags}", getattr(dom, step), flags)
            w.call(f"{step}.{flags}.state", dom.state)
            if not dom.isActive():
                w.call(f"{step}.{flags}.create", dom.create)
    for flags in (0, 1, 2):
        w.call(f"destroyFlags.{flags}", dom.destroyFlags, flags)
        if not dom.isActive():
            w.call(f"destroyFlags.{flags}.create", dom.create)
    for flags in (1, 2, 4, 8, 16):
        if dom.isActive():
            dom.destroy()
        w.call(f"createWithFlags.{flags}", dom.createWithFlags, flags)
        w.call(f"createWithFlags.{flags}.state", dom.state)
    if not dom.isActive():
        w.call("create again", dom.create)
    for target in (0, 1, 2, 3):
        w.call(f"pMSuspendForDuration.{target}", dom.pMSuspendForDuration, target, 0, 0)
        w.call(f"pMSuspendForDuration.{target}.state", dom.state)
        w.call(f"pMSuspendForDuration.{target}.wakeup", dom.pMWakeup, 0)
        if not dom.isActive():
            w.call(f"pMSuspendForDuration.{target}.create", dom.create)
    w.call("pMSuspendForDuration.duration", dom.pMSuspendForDuration, 0, 60, 0)
    if dom.state()[0] == libvirt.VIR_DOMAIN_PMSUSPENDED:
        w.call("pmsuspended.suspend", dom.suspend)
        w.call("pmsuspended.resume", dom.resume)
        w.call("pmsuspended.wakeup", dom.pMWakeup, 0)
    for kind, action in ((0, 0), (0, 1), (1, 0), (1, 3), (2, 4), (2, 5), (0, 4), (3, 0), (0, 9), (1, 1)):
        for flags in (0, 1, 2, 3, 4):
            w.call(f"setLifecycleAction.{kind}.{action}.{flags}", dom.setLifecycleAction, kind, action, flags)
    w.call("setLifecycleAction.xml", dom.XMLDesc)
    w.call("setLifecycleAction.xml.config", dom.XMLDesc, 2)


def definitions(w, conn):
    for number, text in enumerate((
        "zzz", "", "<x/>", "<domain/>", "<domain type='test'/>", "<domain type='zz'><name>a</name></domain>",
        "<domain type='test'><name>a</name></domain>", "<domain><name>a</name></domain>",
        "<domain type='test'><name>a</name><os><type>hvm</type></os></domain>",
        "<domain type='kvm'><name>a</name><memory>1024</memory><os><type>hvm</type></os></domain>",
        "<domain type='test'><name>a/b</name><memory>1024</memory><os><type>hvm</type></os></domain>",
        "<domain type='test'><name>a\n</name><memory>1024</memory><os><type>hvm</type></os></domain>",
        "<domain type='test'><name> </name><memory>1024</memory><os><type>hvm</type></os></domain>",
        "<domain type='test'><name>a</name><uuid>zz</uuid><memory>1024</memory><os><type>hvm</type></os></domain>",
        "<domain type='test'><name>a</name><memory>x</memory><os><type>hvm</type></os></domain>",
        "<domain type='test'><name>a</name><memory unit='q'>1</memory><os><type>hvm</type></os></domain>",
        "<domain type='test'><name>a</name><memory>1024</memory><os><type>nosuch</type></os></domain>",
        "<domain type='test'><name>a</name><memory>1024</memory><os><type arch='zz'>hvm</type></os></domain>",
        "<domain type='test'><name>a</name><memory>1024</memory><vcpu>0</vcpu><os><type>hvm</type></os></domain>",
        "<domain type='test'><name>a</name><memory>1024</memory><vcpu current='3'>2</vcpu><os><type>hvm</type></os></domain>",
        "<domain type='test'><name>a</name><memory>1024</memory><os><type>hvm</type></os><devices><disk/></devices></domain>",
        "<domain type='test'><name>a</name><memory>1024</memory><os><type>hvm</type></os><bogus/></domain>",
        "<domain type='test'><name>a</name><memory>1024</memory><os><type>hvm</type></os>", "<domain type='test'>\0",
    )):
        if "\0" in text:
            continue
        w.call(f"defineXML.{number}", lambda: conn.defineXML(text).XMLDesc())
        w.call(f"createXML.{number}", lambda: conn.createXML(text, 0).XMLDesc())
        clear(w, conn)
    dom = w.call("defineXML.new", conn.defineXML, xml("new"))
    w.call("defineXML.new.xml", dom.XMLDesc)
    w.call("defineXML.new.id", dom.ID)
    w.call("defineXML.new.state", dom.state)
    uuid = dom.UUIDString()
    w.call("defineXML.again", conn.defineXML, xml("new", f"<uuid>{uuid}</uuid><title>t</title>"))
    w.call("defineXML.again.xml", dom.XMLDesc)
    w.call("defineXML.without uuid", conn.defineXML, xml("new"))
    w.call("defineXML.other uuid", conn.defineXML, xml("new", "<uuid>00000000-0000-4000-8000-000000000001</uuid>"))
    w.call("defineXML.other name", conn.defineXML, xml("newer", f"<uuid>{uuid}</uuid>"))
    w.call("new.create", dom.create)
    w.call("new.create.id", dom.ID, show=lambda number: number > 0)
    w.call("defineXML.running", conn.defineXML, xml("new", f"<uuid>{uuid}</uuid><title>later</title>"))
    w.call("defineXML.running.live", dom.XMLDesc, show=lambda text: "later" in text)
    w.call("defineXML.running.config", dom.XMLDesc, 2, show=lambda text: "later" in text)
    w.call("defineXML.running.updated", dom.isUpdated)
    w.call("createXML.running", conn.createXML, xml("new", f"<uuid>{uuid}</uuid>"), 0)
    w.call("new.destroy", dom.destroy)
    w.call("new.destroy.xml", dom.XMLDesc, show=lambda text: "later" in text)
    for value in (1, 1, 0, 5, -1):
        w.call(f"setAutostart.{value}", dom.setAutostart, value)
        w.call(f"setAutostart.{value}.read", dom.autostart)
    w.call("new.undefine", dom.undefine)
    for name in ("create", "undefine", "state", "isActive", "XMLDesc", "autostart", "info", "destroy", "name"):
        w.call(f"gone.{name}", getattr(dom, name))


def transient(w, conn):
    dom = w.call("createXML", conn.createXML, xml("passing"), 0)
    w.call("createXML.persistent", dom.isPersistent)
    w.call("createXML.setAutostart", dom.setAutostart, 1)
    w.call("createXML.undefine", dom.undefine)
    w.call("createXML.defineXML", conn.defineXML, xml("passing", f"<uuid>{dom.UUIDString()}</uuid>"))
    w.call("createXML.persistent", dom.isPersistent)
    w.call("createXML.undefine running", dom.undefine)
    w.call("createXML.persistent", dom.isPersistent)
    w.call("createXML.shutdown", dom.shutdown)
    w.call("createXML.lookup", conn.lookupByName, "passing")
    w.call("listDomainsID", conn.listDomainsID, show=len)


def flags(w, conn):
    for flag in (1, 2, 4, 8, 16, 32):
        dom = w.call(f"createXML.{flag}", conn.createXML, xml("flagged"), flag)
        if dom:
            w.call(f"createXML.{flag}.state", dom.state)
            if dom.isActive():
                w.call(f"createXML.{flag}.destroy", dom.destroy)
    for flag in (1, 2, 4):
        dom = w.call(f"defineXMLFlags.{flag}", conn.defineXMLFlags, xml("flagged"), flag)
        if dom:
            dom.undefine()
            w.events()
    bad = "<domain type='test'><name>a</name><memory>1024</memory><os><type>hvm</type></os><bogus/></domain>"
    w.call("defineXMLFlags.validate", conn.defineXMLFlags, bad, 1, show=lambda dom: dom.name())
    w.call("createXMLWithFiles", conn.createXMLWithFiles, xml("files"), [], 0)


def undefine(w, conn):
    for flag in (0, 1, 2, 4, 8, 16, 32, 64):
        dom = conn.defineXML(xml("going"))
        w.events()
        w.call(f"undefineFlags.{flag}", dom.undefineFlags, flag)
        clear(w, conn)


def rename(w, conn):
    dom = conn.defineXML(xml("before"))
    w.events()
    for name in ("after", "after", "test", "a/b", ""):
        w.call(f"rename.{name}", dom.rename, name, 0)
        w.call(f"rename.{name}.name", dom.name)
    w.call("rename.flags", dom.rename, "x", 1)
    w.call("rename.lookup old", conn.lookupByName, "before")
    w.call("rename.lookup new", conn.lookupByName, "after")
    found = [d for d in conn.listAllDomains() if d.name() in ("before", "after")]
    found[0].create()
    w.events()
    w.call("rename.running", found[0].rename, "running", 0)
    found[0].destroy()
    found[0].undefine()
    w.events()


def metadata(w, conn):
    dom = conn.lookupByName("test")
    for kind in (0, 1, 2, 3, -1):
        for text in ("hello", None, "two\nlines", "", "<x/>", "zz<"):
            for key, uri in ((None, None), ("k", "http://example.org/k"), ("k", None), (None, "http://example.org/k")):
                for flags in (0, 1, 2, 3):
                    name = f"{kind}.{text!r}.{key}.{bool(uri)}.{flags}"
                    w.call(f"setMetadata.{name}", dom.setMetadata, kind, text, key, uri, flags)
        for uri in (None, "http://example.org/k"):
            for flags in (0, 1, 2, 3):
                w.call(f"metadata.{kind}.{bool(uri)}.{flags}", dom.metadata, kind, uri, flags)
    w.call("metadata.xml", dom.XMLDesc)
    w.call("metadata.set", dom.setMetadata, 2, "<app><v>1</v></app>", "k", "http://example.org/k", 0)
    w.call("metadata.read", dom.metadata, 2, "http://example.org/k", 0)
    w.call("metadata.xml", dom.XMLDesc)
    w.call("metadata.remove", dom.setMetadata, 2, None, "k", "http://example.org/k", 0)
    w.call("metadata.xml", dom.XMLDesc)
