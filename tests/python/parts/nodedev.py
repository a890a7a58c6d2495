"""Node devices: the tree, lookups, virtual HBAs, mediated devices, and their events."""

import libvirt

VHBA = """<device><parent>{parent}</parent><capability type='scsi_host'><capability type='fc_host'>{wwn}</capability></capability></device>"""
WWN = "<wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn>"
MDEV = "<device><parent>{parent}</parent><capability type='mdev'><type id='nvidia-11'/><uuid>00000000-0000-4000-8000-0000000000dd</uuid></capability></device>"


def walk(w):
    conn = w.open()
    seen = lambda _c, device, event, detail, _o: w.event(f"lifecycle {device.name()} {event} {detail}")
    generic = lambda _c, device, _o: w.event(f"update {device.name()}")
    ids = [w.call("nodeDeviceEventRegisterAny.0", conn.nodeDeviceEventRegisterAny, None, 0, seen, None),
           w.call("nodeDeviceEventRegisterAny.1", conn.nodeDeviceEventRegisterAny, None, 1, generic, None)]
    w.call("nodeDeviceEventRegisterAny.9", conn.nodeDeviceEventRegisterAny, None, 9, generic, None)
    w.sections(conn, lookups, vhba, mdev, documents, actions)
    for number in ids:
        conn.nodeDeviceEventDeregisterAny(number)
    conn.close()


def lookups(w, conn):
    for name in ("computer", "scsi_host1", "nosuch", ""):
        w.call(f"nodeDeviceLookupByName.{name}", conn.nodeDeviceLookupByName, name)
    w.call("nodeDeviceLookupSCSIHostByWWN", conn.nodeDeviceLookupSCSIHostByWWN, "2000000012341234", "1000000012341234", 0)
    for cap in (None, "system", "scsi_host", "net", "zz", ""):
        w.call(f"numOfDevices.{cap}", conn.numOfDevices, cap)
        w.call(f"listDevices.{cap}", conn.listDevices, cap, show=sorted)
    for flags in (0,) + tuple(1 << bit for bit in range(22)) + (1 << 30, 1 << 31):
        w.call(f"listAllDevices.{flags}", conn.listAllDevices, flags, show=lambda found: sorted(d.name() for d in found))
    for device in sorted(conn.listAllDevices(), key=lambda d: d.name()):
        for name in ("name", "parent", "numOfCaps", "listCaps", "XMLDesc", "isActive", "isPersistent", "autostart"):
            w.call(f"{device.name()}.{name}", getattr(device, name))
        w.call(f"{device.name()}.XMLDesc.1", device.XMLDesc, 1)


def vhba(w, conn):
    for name, text in (
        ("no wwn", VHBA.format(parent="scsi_host1", wwn="")), ("bad parent", VHBA.format(parent="nosuch", wwn=WWN)),
        ("plain parent", VHBA.format(parent="scsi_host2", wwn=WWN)), ("bad wwn", VHBA.format(parent="scsi_host1", wwn="<wwnn>zz</wwnn><wwpn>1</wwpn>")),
        ("good", VHBA.format(parent="scsi_host1", wwn=WWN)),
    ):
        device = w.call(f"nodeDeviceCreateXML.{name}", conn.nodeDeviceCreateXML, text, 0)
        if device:
            w.call(f"{name}.xml", device.XMLDesc)
            w.call(f"{name}.parent", device.parent)
            w.call(f"{name}.destroy", device.destroy)
            w.call(f"{name}.destroy again", device.destroy)
            w.call(f"{name}.xml after", device.XMLDesc)
    w.call("nodeDeviceCreateXML.flags", conn.nodeDeviceCreateXML, VHBA.format(parent="scsi_host1", wwn=WWN), 2)


def mdev(w, conn):
    for parent in ("computer", "nosuch"):
        w.call(f"mdev.create.{parent}", conn.nodeDeviceCreateXML, MDEV.format(parent=parent), 0)
        device = w.call(f"mdev.define.{parent}", conn.nodeDeviceDefineXML, MDEV.format(parent=parent), 0)
        if device:
            for name in ("XMLDesc", "isActive", "isPersistent", "autostart"):
                w.call(f"mdev.{name}", getattr(device, name))
            w.call("mdev.setAutostart", device.setAutostart, 1)
            w.call("mdev.start", device.create)
            w.call("mdev.destroy", device.destroy)
            w.call("mdev.undefine", device.undefine)


def documents(w, conn):
    for text in ("zz", "<x/>", "<device/>", "<device><name>d</name></device>", "<device><name>d</name><capability type='zz'/></device>",
                 "<device><name>d</name><capability type='system'/></device>", "<device><name>d</name><capability type='net'/></device>",
                 "<device><name>d</name><parent>computer</parent><capability type='scsi_host'/></device>"):
        w.call(f"create.{text}", lambda: conn.nodeDeviceCreateXML(text, 0).XMLDesc())


def actions(w, conn):
    device = conn.nodeDeviceLookupByName("scsi_host2")
    for name, args in (("dettach", ()), ("detachFlags", (None, 0)), ("reAttach", ()), ("reset", ()), ("setAutostart", (1,)), ("create", (0,)), ("undefine", (0,))):
        w.call(f"{name}", getattr(device, name), *args)
    for name in ("scsi_host2", "computer"):
        one = conn.nodeDeviceLookupByName(name)
        w.call(f"{name}.destroy", one.destroy)
        w.call(f"{name}.gone", one.XMLDesc)
        w.call(f"{name}.lookup", conn.nodeDeviceLookupByName, name)
