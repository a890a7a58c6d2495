"""Network filters and their bindings, which libvirt's test driver lacks and ours has."""

UUID = "00000000-0000-4000-8000-0000000000f1"
FILTER = "<filter name='{name}' chain='root'><uuid>{uuid}</uuid><rule action='drop' direction='in' priority='500'><tcp dstportstart='22'/></rule></filter>"
BINDING = "<filterbinding><owner><name>test</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner><portdev name='vnet0'/><mac address='52:54:00:00:00:0c'/><filterref filter='f'/></filterbinding>"


def walk(w):
    conn = w.open()
    w.sections(conn, filters, bindings)
    conn.close()


def filters(w, conn):
    made = w.call("nwfilterDefineXML", conn.nwfilterDefineXML, FILTER.format(name="f", uuid=UUID))
    w.call("nwfilterDefineXMLFlags", conn.nwfilterDefineXMLFlags, FILTER.format(name="f", uuid=UUID), 0)
    w.call("nwfilterLookupByName", conn.nwfilterLookupByName, "f")
    w.call("nwfilterLookupByName.absent", conn.nwfilterLookupByName, "nosuch")
    w.call("nwfilterLookupByUUIDString", conn.nwfilterLookupByUUIDString, UUID)
    w.call("listNWFilters", conn.listNWFilters)
    for text in ("zz", "<x/>", "<filter/>", "<filter name='g'><rule/></filter>", FILTER.format(name="other", uuid=UUID)):
        w.call(f"define.{text}", conn.nwfilterDefineXML, text)
    if made:
        w.call("xml", made.XMLDesc)


def bindings(w, conn):
    made = w.call("nwfilterBindingCreateXML", conn.nwfilterBindingCreateXML, BINDING, 0)
    w.call("nwfilterBindingLookupByPortDev", conn.nwfilterBindingLookupByPortDev, "vnet0")
    w.call("nwfilterBindingLookupByPortDev.absent", conn.nwfilterBindingLookupByPortDev, "vnet9")
    w.call("listAllNWFilterBindings", conn.listAllNWFilterBindings)
    if made:
        w.call("binding", lambda: (made.portDev(), made.filterName(), made.XMLDesc()))
        w.call("delete", made.delete)
        w.call("delete again", made.delete)
    for one in conn.listAllNWFilters():
        w.call(f"undefine.{one.name()}", one.undefine)
