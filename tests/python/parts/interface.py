"""Host interfaces: lookup, definition, life, documents, and the transaction that undoes them."""


def walk(w):
    conn = w.open()
    w.sections(conn, lookups, life, definitions, documents, changes)
    conn.close()


def lookups(w, conn):
    for name in ("eth1", "nosuch", ""):
        w.call(f"interfaceLookupByName.{name}", conn.interfaceLookupByName, name)
    for mac in ("aa:bb:cc:dd:ee:ff", "AA:BB:CC:DD:EE:FF", "00:11:22:33:44:99", "zz", ""):
        w.call(f"interfaceLookupByMACString.{mac}", conn.interfaceLookupByMACString, mac)
    eth = conn.interfaceLookupByName("eth1")
    for name in ("name", "MACString", "isActive"):
        w.call(name, getattr(eth, name))
    for flags in (0, 1, 2):
        w.call(f"XMLDesc.{flags}", eth.XMLDesc, flags)


def life(w, conn):
    eth = conn.interfaceLookupByName("eth1")
    for step in "isActive create create isActive destroy destroy isActive".split():
        args = () if step == "isActive" else (0,)
        w.call(f"life.{step}", getattr(eth, step), *args)
    w.call("create.flags", eth.create, 1)
    w.call("destroy.flags", eth.destroy, 1)
    w.call("create", eth.create, 0)
    w.call("undefine active", eth.undefine)
    for name in ("name", "MACString", "isActive", "XMLDesc", "undefine"):
        w.call(f"gone.{name}", getattr(eth, name))
    w.call("lists", lambda: (conn.listInterfaces(), conn.listDefinedInterfaces()))


def definitions(w, conn):
    text = "<interface type='ethernet' name='eth5'><start mode='onboot'/><mac address='52:54:00:00:00:05'/><mtu size='1492'/><protocol family='ipv4'><dhcp peerdns='no'/></protocol></interface>"
    eth = w.call("interfaceDefineXML", conn.interfaceDefineXML, text, 0)
    w.call("eth5.xml", eth.XMLDesc)
    w.call("eth5.isActive", eth.isActive)
    w.call("eth5.again", conn.interfaceDefineXML, text.replace("1492", "1400"), 0)
    w.call("eth5.xml", eth.XMLDesc)
    w.call("eth5.create", eth.create, 0)
    w.call("eth5.lists", lambda: (conn.listInterfaces(), conn.listDefinedInterfaces()))
    twin = w.call("twin mac", conn.interfaceDefineXML, text.replace("eth5", "eth6"), 0)
    w.call("lookup by the mac of two", conn.interfaceLookupByMACString, "52:54:00:00:00:05")
    for flags in (1, 2):
        w.call(f"interfaceDefineXML.{flags}", conn.interfaceDefineXML, text.replace("eth5", "eth8"), flags)
    for one in sorted(conn.listAllInterfaces(), key=lambda one: one.name()):
        w.call(f"{one.name()}.undefine", one.undefine)


def documents(w, conn):
    texts = (
        "zz", "<x/>", "<interface/>", "<interface type='zz' name='a'/>", "<interface type='ethernet'/>", "<interface type='ethernet' name=''/>", "<interface type='ethernet' name='a'/>",
        "<interface type='ethernet' name='a'><start mode='zz'/></interface>", "<interface type='ethernet' name='a'><mac address='zz'/></interface>",
        "<interface type='ethernet' name='a'><mtu size='x'/></interface>", "<interface type='bridge' name='br0'/>",
        "<interface type='bridge' name='br0'><bridge stp='off' delay='0.01'><interface type='ethernet' name='eth0'><mac address='52:54:00:00:00:06'/></interface></bridge></interface>",
        "<interface type='bond' name='bond0'><bond mode='active-backup'><miimon freq='100' updelay='10' carrier='ioctl'/><interface type='ethernet' name='eth0'/><interface type='ethernet' name='eth1'/></bond></interface>",
        "<interface type='bond' name='bond0'><bond/></interface>", "<interface type='vlan' name='eth0.42'><vlan tag='42'><interface name='eth0'/></vlan></interface>", "<interface type='vlan' name='v'/>",
        "<interface type='ethernet' name='a'><protocol family='ipv4'><ip address='192.168.0.5' prefix='24'/><route gateway='192.168.0.1'/></protocol><protocol family='ipv6'><autoconf/><ip address='2001:db8::5' prefix='64'/></protocol></interface>",
        "<interface type='ethernet' name='a'><protocol family='zz'/></interface>", "<interface type='ethernet' name='a'><link speed='1000' state='up'/></interface>",
    )
    for text in texts:
        w.call(f"define.{text[:110]}", lambda: conn.interfaceDefineXML(text, 0).XMLDesc())
        for one in conn.listAllInterfaces():
            one.undefine()


def changes(w, conn):
    w.call("changeBegin", conn.changeBegin, 0)
    w.call("define in it", conn.interfaceDefineXML, "<interface type='ethernet' name='new'/>", 0)
    w.call("rolled back", conn.changeRollback, 0)
    w.call("new", conn.interfaceLookupByName, "new")
    conn.changeBegin(0)
    conn.interfaceDefineXML("<interface type='ethernet' name='kept'/>", 0)
    w.call("changeCommit", conn.changeCommit, 0)
    w.call("kept", conn.interfaceLookupByName, "kept")
