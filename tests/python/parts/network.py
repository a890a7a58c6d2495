"""Networks: lookup, definition, life, update of every section, ports, leases and their events."""

import libvirt

NET = """<network><name>{name}</name>{extra}<bridge name='{bridge}' stp='on' delay='0'/>
<ip address='10.0.{third}.1' netmask='255.255.255.0'><dhcp><range start='10.0.{third}.2' end='10.0.{third}.100'/></dhcp></ip></network>"""


def net(name, bridge="vb1", third=1, extra=""):
    return NET.format(name=name, bridge=bridge, third=third, extra=extra)


def walk(w):
    conn = w.open()
    seen = lambda _c, network, event, detail, _o: w.event(f"lifecycle {network.name()} {event} {detail}")
    number = w.call("networkEventRegisterAny", conn.networkEventRegisterAny, None, 0, seen, None)
    w.call("networkEventRegisterAny.bad", conn.networkEventRegisterAny, None, 9, seen, None)
    default = conn.networkLookupByName("default")
    narrow = conn.networkEventRegisterAny(default, 0, lambda _c, n, e, d, _o: w.event(f"only default {n.name()} {e} {d}"), None)
    w.sections(conn, lookups, life, definitions, documents, update, ports)
    w.call("networkEventDeregisterAny", conn.networkEventDeregisterAny, narrow)
    w.call("networkEventDeregisterAny.again", libvirt.libvirtmod.virConnectNetworkEventDeregisterAny, conn._o, narrow)
    conn.networkEventDeregisterAny(number)
    conn.close()


def lookups(w, conn):
    for name in ("default", "nosuch", ""):
        w.call(f"networkLookupByName.{name}", conn.networkLookupByName, name)
    for uuid in ("dd8fe884-6c02-601e-7551-cca97df1c5df", "00000000-0000-0000-0000-000000000001", "zz"):
        w.call(f"networkLookupByUUIDString.{uuid}", conn.networkLookupByUUIDString, uuid)
    w.call("networkLookupByUUID", conn.networkLookupByUUID, bytes.fromhex("dd8fe8846c02601e7551cca97df1c5df"))
    network = conn.networkLookupByName("default")
    for name in ("name", "UUIDString", "isActive", "isPersistent", "autostart", "bridgeName", "DHCPLeases", "listAllPorts"):
        w.call(name, getattr(network, name))
    w.call("UUID", network.UUID, show=lambda raw: raw.hex())
    w.call("DHCPLeases.mac", network.DHCPLeases, "aa:bb:cc:dd:ee:ff", 0)
    for flags in (0, 1, 2):
        w.call(f"XMLDesc.{flags}", network.XMLDesc, flags)


def life(w, conn):
    network = conn.networkLookupByName("default")
    for step in "create undefine isPersistent destroy isActive destroy bridgeName create isActive create".split():
        w.call(f"life.{step}", getattr(network, step))
    for value in (1, 0, 7, -1):
        w.call(f"setAutostart.{value}", network.setAutostart, value)
        w.call(f"setAutostart.{value}.read", network.autostart)


def definitions(w, conn):
    made = w.call("networkDefineXML", conn.networkDefineXML, net("made"))
    w.call("made.xml", made.XMLDesc)
    w.call("made.isActive", made.isActive)
    w.call("made.listDefined", conn.listDefinedNetworks)
    w.call("made.setAutostart", made.setAutostart, 1)
    w.call("made.create", made.create)
    w.call("made.define again", conn.networkDefineXML, net("made", extra=f"<uuid>{made.UUIDString()}</uuid>", third=2))
    w.call("made.define other uuid", conn.networkDefineXML, net("made"))
    w.call("made.define other name", conn.networkDefineXML, net("renamed", extra=f"<uuid>{made.UUIDString()}</uuid>"))
    w.call("made.create same", conn.networkCreateXML, net("made", extra=f"<uuid>{made.UUIDString()}</uuid>"))
    w.call("made.xml after", made.XMLDesc)
    w.call("made.destroy", made.destroy)
    w.call("made.xml destroyed", made.XMLDesc)
    w.call("made.undefine", made.undefine)
    for name in ("create", "undefine", "destroy", "XMLDesc", "isActive", "bridgeName", "autostart"):
        w.call(f"gone.{name}", getattr(made, name))
    passing = w.call("networkCreateXML", conn.networkCreateXML, net("passing", "vb2", 3))
    w.call("passing.isPersistent", passing.isPersistent)
    w.call("passing.setAutostart", passing.setAutostart, 1)
    w.call("passing.undefine", passing.undefine)
    w.call("passing.destroy", passing.destroy)
    w.call("passing.lookup", conn.networkLookupByName, "passing")
    for flags in (0, 1, 2):
        for name in ("networkDefineXMLFlags", "networkCreateXMLFlags"):
            found = w.call(f"{name}.{flags}", getattr(conn, name), net("flagged", "vb4", 5), flags)
            clear(w, conn)


def clear(w, conn):
    for network in conn.listAllNetworks():
        if network.name() == "default":
            continue
        persistent = network.isPersistent()
        if network.isActive():
            network.destroy()
        if persistent:
            network.undefine()
    w.events()


def documents(w, conn):
    texts = (
        "zz", "<x/>", "<network/>", "<network><name/></network>", "<network><name>n</name></network>", "<network><name>a/b</name></network>",
        "<network><name>n</name><uuid>zz</uuid></network>", "<network><name>n</name><forward mode='nat'/></network>",
        "<network><name>n</name><forward mode='zz'/></network>", "<network><name>n</name><forward mode='bridge'/><bridge name='b'/></network>",
        "<network><name>n</name><forward mode='nat' dev='eth0'><nat><address start='1.2.3.4' end='1.2.3.8'/><port start='500' end='1000'/></nat></forward><ip address='10.1.1.1' netmask='255.255.255.0'/></network>",
        "<network><name>n</name><bridge name='b' macTableManager='libvirt'/><mac address='52:54:00:00:00:05'/><domain name='ex.org' localOnly='yes'/></network>",
        "<network><name>n</name><ip address='zz'/></network>", "<network><name>n</name><ip address='10.1.1.1' prefix='99'/></network>",
        "<network><name>n</name><ip family='ipv6' address='2001:db8::1' prefix='64'><dhcp><range start='2001:db8::10' end='2001:db8::ff'/></dhcp></ip></network>",
        "<network><name>n</name><ip address='10.1.1.1' netmask='255.255.255.0'><tftp root='/t'/><dhcp><range start='10.1.1.2' end='10.1.1.9'/><host mac='52:54:00:00:00:09' name='h' ip='10.1.1.3'/><bootp file='f'/></dhcp></ip></network>",
        "<network><name>n</name><ip address='10.1.1.1' netmask='255.255.255.0'><dhcp><range start='10.1.1.9' end='10.1.1.2'/></dhcp></ip></network>",
        "<network><name>n</name><dns><txt name='a' value='b'/><srv service='s' protocol='tcp'/><host ip='10.1.1.4'><hostname>x</hostname></host><forwarder addr='8.8.8.8'/></dns><ip address='10.1.1.1' netmask='255.255.255.0'/></network>",
        "<network><name>n</name><bandwidth><inbound average='100' peak='200' burst='300'/><outbound average='50'/></bandwidth></network>",
        "<network><name>n</name><portgroup name='p' default='yes'><vlan><tag id='5'/></vlan></portgroup></network>",
        "<network><name>n</name><vlan trunk='yes'><tag id='1'/><tag id='2'/></vlan></network>", "<network ipv6='yes'><name>n</name></network>",
        "<network><name>n</name><route address='192.168.9.0' prefix='24' gateway='10.1.1.5'/><ip address='10.1.1.1' netmask='255.255.255.0'/></network>",
        "<network><name>n</name><forward mode='hostdev'><pf dev='eth3'/></forward></network>", "<network><name>n</name><mtu size='9000'/></network>",
        "<network><name>n</name><title>t</title><description>d</description></network>", "<network><name>n</name><metadata><a:b xmlns:a='urn:a'/></metadata></network>",
        "<network><name>n</name><forward mode='open'/><ip address='10.1.1.1' netmask='255.255.255.0'/></network>",
        "<network connections='3'><name>n</name><bridge name='virbr0'/></network>",
    )
    for text in texts:
        key = text[:110]
        w.call(f"define.{key}", lambda: conn.networkDefineXML(text).XMLDesc())
        clear(w, conn)
        w.call(f"create.{key}", lambda: conn.networkCreateXML(text).XMLDesc())
        clear(w, conn)


def update(w, conn):
    """Sections: 4 dhcp host, 5 dhcp range, 7 forward interface, 9 portgroup, 10 dns host, 11 dns txt, 12 dns srv."""
    network = conn.networkLookupByName("default")
    host = "<host mac='52:54:00:00:00:0a' name='a' ip='192.168.122.10'/>"
    tries = [
        (4, host), (4, host.replace("'a'", "'b'")), (4, "<host/>"), (4, "zz"), (4, "<x/>"), (4, host.replace("192.168.122.10", "10.9.9.9")),
        (5, "<range start='192.168.122.2' end='192.168.122.254'/>"), (5, "<range start='192.168.122.2' end='192.168.122.5'/>"),
        (7, "<interface dev='eth7'/>"), (9, "<portgroup name='pg'/>"), (9, "<portgroup name='pg' default='yes'><bandwidth><inbound average='10'/></bandwidth></portgroup>"),
        (10, "<host ip='192.168.122.4'><hostname>x</hostname></host>"), (11, "<txt name='t' value='v'/>"), (12, "<srv service='s' protocol='tcp'/>"),
        (1, "<bridge name='x'/>"), (2, "<domain name='x'/>"), (3, "<ip/>"), (6, "<forward/>"), (8, "<forwarder/>"), (0, "<x/>"), (99, "<x/>"),
    ]
    for section, text in tries:
        for command in (3, 4, 1, 1, 2, 0, 9):
            for flags in (0, 1, 2, 3):
                w.call(f"update.{section}.{command}.{flags}.{text}", network.update, command, section, -1, text, flags)
        w.call(f"update.{section}.xml", network.XMLDesc)
    w.call("update.parentIndex", network.update, 3, 4, 5, host, 0)
    w.call("update.flags", network.update, 3, 4, -1, host, 8)
    network.destroy()
    w.events()
    for flags in (0, 1, 2):
        w.call(f"update.inactive.{flags}", network.update, 3, 4, -1, host, flags)
    w.call("update.inactive.xml", network.XMLDesc)
    w.call("create", network.create)


def ports(w, conn):
    network = conn.networkLookupByName("default")
    uuid = "00000000-0000-4000-8000-0000000000aa"
    text = f"<networkport><uuid>{uuid}</uuid><owner><name>test</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner><mac address='52:54:00:00:00:0b'/><plug type='bridge' bridge='virbr0'/></networkport>"
    port = w.call("portCreateXML", network.portCreateXML, text, 0)
    w.call("portCreateXML.bad", network.portCreateXML, "zz", 0)
    w.call("portLookupByUUIDString", network.portLookupByUUIDString, uuid)
    w.call("portLookupByUUIDString.bad", network.portLookupByUUIDString, "zz")
    w.call("listAllPorts", network.listAllPorts)
    if port:
        for name in ("XMLDesc", "UUIDString", "parameters"):
            w.call(f"port.{name}", getattr(port, name))
        w.call("port.setParameters", port.setParameters, {"inbound.average": 100}, 0)
        w.call("port.parameters", port.parameters)
        w.call("port.delete", port.delete)
        w.call("port.delete again", port.delete)
