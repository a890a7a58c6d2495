"""Hosts described by a file (test:///path): what it may hold, what is refused, who may log in, and what is shared."""

import os
import re

import libvirt

DOM = "<domain type='test'{ns}><name>{name}</name><uuid>00000000-0000-4000-8000-00000000{id}</uuid><memory>8192</memory><os><type>hvm</type></os>{extra}</domain>"
NS = " xmlns:test='http://libvirt.org/schemas/domain/test/1.0'"


def dom(name, number="0001", extra=""):
    return DOM.format(name=name, id=number, extra=extra, ns=NS if extra else "")


def walk(w):
    # A server opens the file as its own: the walk over the wire leaves this part out.
    if w.uri != "test:///default":
        return
    w.sections(None, host, domains, others, login, sharing)


def attempt(w, key, text, look):
    """Opens a node file with this text and prints what `look` sees."""
    path = w.file(re.sub(r"\W", "_", key)[:60] + ".xml", text)

    def run():
        conn = libvirt.open(f"test://{path}")
        try:
            return look(conn)
        finally:
            conn.close()

    w.call(key, run)


def guests(conn):
    return [(d.name(), d.state(), d.ID(), d.isPersistent(), d.autostart(), d.hasManagedSaveImage(), sorted(d.snapshotListNames()))
            for d in sorted(conn.listAllDomains(), key=lambda d: d.name())]


def host(w, _conn):
    look = lambda c: (c.getInfo(), c.getCPUMap(), c.listDomainsID(), c.listNetworks(), c.listStoragePools(), c.numOfDevices(None), c.listInterfaces(), c.getFreeMemory())
    attempt(w, "empty", "<node/>", look)
    for text in ("<nod/>", "zz", "", "<node>", "<node><bogus/></node>"):
        attempt(w, f"root.{text}", text, look)
    full = "<node><cpu><nodes>2</nodes><sockets>2</sockets><cores>4</cores><threads>2</threads><mhz>1000</mhz><model>foo</model><active>9</active></cpu><memory>12345</memory></node>"
    attempt(w, "cpu", full, look)
    attempt(w, "capabilities", full, lambda c: c.getCapabilities())
    for name in ("nodes", "sockets", "cores", "threads", "mhz", "active"):
        for value in ("x", "-1", "0", "", "99999999999"):
            attempt(w, f"cpu.{name}.{value}", f"<node><cpu><{name}>{value}</{name}></cpu></node>", lambda c: c.getInfo())
    for value in ("x", "-1", "0", ""):
        attempt(w, f"memory.{value}", f"<node><memory>{value}</memory></node>", lambda c: c.getInfo())


def domains(w, _conn):
    attempt(w, "two", f"<node>{dom('a')}{dom('b', '0002')}</node>", guests)
    attempt(w, "twins", f"<node>{dom('a')}{dom('a', '0002')}</node>", guests)
    attempt(w, "same", f"<node>{dom('a')}{dom('a')}</node>", guests)
    attempt(w, "bad", "<node><domain/></node>", guests)
    for state in ("0", "1", "2", "3", "4", "5", "6", "7", "8", "99", "x", "-1"):
        attempt(w, f"runstate.{state}", f"<node>{dom('a', extra=f'<test:runstate>{state}</test:runstate>')}</node>", guests)
    for extra in ("<test:transient/>", "<test:transient/><test:runstate>5</test:runstate>", "<test:hasmanagedsave/>", "<test:hasmanagedsave/><test:runstate>5</test:runstate>",
                  "<test:transient/><test:hasmanagedsave/>", "<test:bogus/>", "<test:runstate>3</test:runstate><test:runstate>5</test:runstate>"):
        attempt(w, f"extra.{extra}", f"<node>{dom('a', extra=extra)}</node>", guests)
        attempt(w, f"extra.{extra}.xml", f"<node>{dom('a', extra=extra)}</node>", lambda c: [d.XMLDesc() for d in c.listAllDomains()])
    snap = "<test:domainsnapshot><name>{name}</name>{parent}{domain}<state>{state}</state><creationTime>1</creationTime><active>{active}</active></test:domainsnapshot>"
    made = lambda name, parent="", state="running", active=0: snap.format(name=name, parent=f"<parent><name>{parent}</name></parent>" if parent else "", domain=dom("a"), state=state, active=active)
    look = lambda c: [(s.getName(), s.isCurrent(), s.getXMLDesc()) for d in c.listAllDomains() for s in sorted(d.listAllSnapshots(), key=lambda s: s.getName())]
    for key, extra in (("one", made("s1")), ("tree", made("s1") + made("s2", "s1", "shutoff", 1)), ("two current", made("s1", active=1) + made("s2", active=1)),
                       ("no parent", made("s2", "zz")), ("own parent", made("s2", "s2")), ("twice", made("s1") + made("s1")), ("nothing", "<test:domainsnapshot/>")):
        attempt(w, f"snapshots.{key}", f"<node>{dom('a', extra=extra)}</node>", look)


def others(w, _conn):
    look = lambda c: [(n.name(), n.isActive(), n.isPersistent(), n.autostart(), n.XMLDesc()) for n in sorted(c.listAllNetworks(), key=lambda n: n.name())]
    uuid = "<uuid>00000000-0000-4000-8000-0000000000{}</uuid>"
    net = lambda name, number: f"<network><name>{name}</name>{uuid.format(number)}<bridge name='b{number}'/><ip address='10.0.0.1' netmask='255.255.255.0'/></network>"
    attempt(w, "networks", f"<node>{net('n1', '01')}{net('n2', '02')}</node>", look)
    attempt(w, "network.bad", "<node><network/></node>", look)
    look = lambda c: [(n.name(), n.isActive(), n.XMLDesc()) for n in c.listAllInterfaces()]
    attempt(w, "interface", "<node><interface type='ethernet' name='eth7'><mac address='00:11:22:33:44:55'/></interface></node>", look)
    attempt(w, "interface.bad", "<node><interface/></node>", look)
    look = lambda c: [(p.name(), p.isActive(), p.info(), p.XMLDesc(), [v.XMLDesc() for v in sorted(p.listAllVolumes(), key=lambda v: v.name())]) for p in c.listAllStoragePools()]
    volumes = "<volume><name>v1</name><capacity>100</capacity></volume><volume><name>v2</name><capacity unit='M'>1</capacity><allocation>5</allocation><target><path>/q/v2</path><format type='qcow2'/></target><key>k</key></volume>"
    pool = f"<pool type='dir'><name>p</name>{uuid.format('03')}<target><path>/p</path></target>{{}}</pool>"
    attempt(w, "pool", f"<node>{pool.format(volumes)}</node>", look)
    attempt(w, "pool.bad volume", f"<node>{pool.format('<volume/>')}</node>", look)
    attempt(w, "pool.bad", "<node><pool/></node>", look)
    look = lambda c: [(d.name(), d.parent(), d.listCaps(), d.XMLDesc()) for d in c.listAllDevices()]
    attempt(w, "device", "<node><device><name>d</name><parent>computer</parent><capability type='pci'><domain>0</domain><bus>0</bus><slot>1</slot><function>0</function><product id='0x1'>x</product><vendor id='0x2'>y</vendor></capability></device></node>", look)
    attempt(w, "device.bad", "<node><device/></node>", look)
    for name, text in (("domain", dom("filed")), ("network", net("filed", "04")), ("pool", pool.format("")), ("interface", "<interface type='ethernet' name='eth9'/>")):
        w.file(f"filed-{name}.xml", text)
        for path in (f"filed-{name}.xml", os.path.join(w.scratch, f"filed-{name}.xml"), "absent.xml"):
            attempt(w, f"file.{name}.{os.path.basename(path)}.{path.startswith('/')}", f"<node><{name} file='{path}'/></node>",
                    lambda c: (c.numOfDomains(), c.listNetworks(), c.listStoragePools(), c.listInterfaces()))


def login(w, _conn):
    path = w.file("auth.xml", "<node><auth><user password='123456'>rich</user><user>jane</user></auth></node>")
    uri = f"test://{path}"
    w.call("auth.open", libvirt.open, uri)
    w.call("auth.none", lambda: libvirt.open(f"test://{w.file('noauth.xml', '<node><auth/></node>')}").getURI())
    w.call("auth.empty user", lambda: libvirt.open(f"test://{w.file('badauth.xml', '<node><auth><user/></auth></node>')}").getURI())

    def attempt_login(user, password, kinds, result=0):
        def ask(credentials, _data):
            for one in credentials:
                w.event(f"asked {one[0]} {one[1]!r} {one[2]!r} {one[3]!r}")
                one[4] = user if one[0] == libvirt.VIR_CRED_AUTHNAME else password
            return result

        w.call(f"auth.{user}.{password}.{kinds}.{result}", lambda: libvirt.openAuth(uri, [kinds, ask, None], 0).getURI())

    both = [libvirt.VIR_CRED_AUTHNAME, libvirt.VIR_CRED_PASSPHRASE]
    for user, password in (("rich", "123456"), ("rich", "bad"), ("rich", ""), ("jane", ""), ("jane", "x"), ("nobody", "x"), ("", "")):
        attempt_login(user, password, both)
    attempt_login("rich", "123456", both, -1)
    attempt_login("rich", "123456", [libvirt.VIR_CRED_AUTHNAME])
    attempt_login("jane", "", [libvirt.VIR_CRED_AUTHNAME])
    attempt_login("rich", "123456", [libvirt.VIR_CRED_AUTHNAME, libvirt.VIR_CRED_NOECHOPROMPT])
    attempt_login("x", "y", [libvirt.VIR_CRED_EXTERNAL])
    attempt_login("x", "y", [])


def sharing(w, _conn):
    first, second = libvirt.open("test:///default"), libvirt.open("test:///default")
    first.lookupByName("test").suspend()
    w.call("default is shared", second.lookupByName("test").state)
    reader = libvirt.openReadOnly("test:///default")
    w.call("read only sees it", reader.lookupByName("test").state)
    w.call("read only may not", reader.lookupByName("test").resume)
    for conn in (first, second, reader):
        conn.close()
    again = libvirt.open("test:///default")
    w.call("last close forgets", again.lookupByName("test").state)
    path = w.file("shared.xml", f"<node>{dom('a')}</node>")
    one, two = libvirt.open(f"test://{path}"), libvirt.open(f"test://{path}")
    one.lookupByName("a").suspend()
    w.call("a file is not shared", two.lookupByName("a").state)
