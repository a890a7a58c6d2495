"""Snapshots and checkpoints: trees, listing, reverting, deleting, redefining."""

import libvirt

from parts.life import watch, xml


def snap(name, extra=""):
    return f"<domainsnapshot><name>{name}</name>{extra}</domainsnapshot>"


def walk(w):
    conn = w.open()
    ids = watch(w, conn)
    w.sections(conn, create, tree, revert, delete, redefine, offline, checkpoints, undefine)
    for number in ids:
        conn.domainEventDeregisterAny(number)
    conn.close()


def stamp(text):
    """A snapshot's XML without its time."""
    import re
    return re.sub(r"<creationTime>\d+</creationTime>", "<creationTime>T</creationTime>", text)


def create(w, conn):
    dom = conn.lookupByName("test")
    w.call("snapshotNum", dom.snapshotNum)
    w.call("hasCurrentSnapshot", dom.hasCurrentSnapshot)
    for text in ("zz", "<x/>", "<domainsnapshot><name/></domainsnapshot>", snap("a/b"), snap(".hidden"), snap("a", "<disks><disk name='zz'/></disks>"),
                 snap("a", "<memory snapshot='zz'/>"), snap("a", "<memory snapshot='external' file='/x'/>")):
        made = w.call(f"snapshotCreateXML.{text}", dom.snapshotCreateXML, text, 0)
        if made:
            made.delete()
    for flags in [0] + [1 << bit for bit in range(11)]:
        found = w.call(f"snapshotCreateXML.flags.{flags}", dom.snapshotCreateXML, snap(f"f{flags}", "<description>d</description>"), flags)
        w.call(f"snapshotCreateXML.flags.{flags}.state", dom.state)
        if found:
            w.call(f"snapshotCreateXML.flags.{flags}.xml", found.getXMLDesc, show=stamp)
        if not dom.isActive():
            dom.create()
            w.events()
        # The next one is to have no parent.
        for one in dom.listAllSnapshots():
            one.delete()
    w.call("snapshotCreateXML.f0", dom.snapshotCreateXML, snap("f0"), 0)
    w.call("snapshotCreateXML.again", dom.snapshotCreateXML, snap("f0"), 0)
    w.call("snapshotListNames", dom.snapshotListNames, show=sorted)
    for one in dom.listAllSnapshots():
        one.delete()
    w.events()
    w.call("snapshotNum.none", dom.snapshotNum)


def tree(w, conn):
    dom = conn.lookupByName("test")
    for name in ("one", "two", "three"):
        w.call(f"tree.{name}", dom.snapshotCreateXML, snap(name), 0)
        w.call(f"tree.{name}.current", lambda: dom.snapshotCurrent().getName())
    one = dom.snapshotLookupByName("one")
    w.call("tree.revert one", dom.revertToSnapshot, one)
    w.call("tree.branch", dom.snapshotCreateXML, snap("branch"), 0)
    names = lambda found: sorted(s.getName() for s in found)
    for bit in (0,) + tuple(1 << b for b in range(12)):
        w.call(f"listAllSnapshots.{bit}", dom.listAllSnapshots, bit, show=names)
        w.call(f"snapshotNum.{bit}", dom.snapshotNum, bit)
        w.call(f"snapshotListNames.{bit}", dom.snapshotListNames, bit, show=sorted)
        w.call(f"listAllChildren.{bit}", one.listAllChildren, bit, show=names)
        w.call(f"numChildren.{bit}", one.numChildren, bit)
        w.call(f"listChildrenNames.{bit}", one.listChildrenNames, bit, show=sorted)
    for name in ("one", "two", "three", "branch"):
        snapshot = dom.snapshotLookupByName(name)
        w.call(f"{name}.getName", snapshot.getName)
        w.call(f"{name}.getParent", snapshot.getParent)
        w.call(f"{name}.isCurrent", snapshot.isCurrent)
        w.call(f"{name}.hasMetadata", snapshot.hasMetadata)
        w.call(f"{name}.isCurrent.flags", snapshot.isCurrent, 1)
        w.call(f"{name}.hasMetadata.flags", snapshot.hasMetadata, 1)
        w.call(f"{name}.getParent.flags", snapshot.getParent, 1)
        w.call(f"{name}.getDomain", lambda: snapshot.getDomain().name())
        for flags in (0, 1, 2):
            w.call(f"{name}.getXMLDesc.{flags}", snapshot.getXMLDesc, flags, show=stamp)
    for name in ("nosuch", "", "one"):
        w.call(f"snapshotLookupByName.{name}", dom.snapshotLookupByName, name, 0)
    w.call("snapshotLookupByName.flags", dom.snapshotLookupByName, "one", 1)
    w.call("snapshotCurrent.flags", dom.snapshotCurrent, 1)
    w.call("hasCurrentSnapshot.flags", dom.hasCurrentSnapshot, 1)


def revert(w, conn):
    dom = conn.lookupByName("test")
    one = dom.snapshotLookupByName("one")
    two = dom.snapshotLookupByName("two")
    for flags in (0, 1, 2, 3, 4, 8, 16):
        w.call(f"revertToSnapshot.{flags}", dom.revertToSnapshot, one, flags)
        w.call(f"revertToSnapshot.{flags}.state", dom.state)
        w.call(f"revertToSnapshot.{flags}.current", lambda: dom.snapshotCurrent().getName())
    dom.destroy()
    w.events()
    w.call("off.snapshot", dom.snapshotCreateXML, snap("off"), 0)
    w.call("off.revert running", dom.revertToSnapshot, two)
    w.call("off.state", dom.state)
    w.call("off.revert off", dom.revertToSnapshot, dom.snapshotLookupByName("off"))
    w.call("off.state", dom.state)
    w.call("off.revert off start", dom.revertToSnapshot, dom.snapshotLookupByName("off"), 1)
    w.call("off.state", dom.state)
    w.call("off.revert off start paused", dom.revertToSnapshot, dom.snapshotLookupByName("off"), 2)
    w.call("off.state", dom.state)
    w.call("off.suspend then revert", dom.suspend)
    w.call("off.suspend then revert", dom.revertToSnapshot, one)
    w.call("off.state", dom.state)
    w.call("destroy with snapshots", dom.destroy)
    w.call("undefine with snapshots", dom.undefine)
    w.call("undefine with snapshots.1", dom.undefineFlags, 1)
    w.call("create", dom.create)


def delete(w, conn):
    dom = conn.lookupByName("test")
    w.call("delete.both", dom.snapshotLookupByName("one").delete, 5)
    w.call("delete.flags", dom.snapshotLookupByName("one").delete, 16)
    w.call("delete.children only", dom.snapshotLookupByName("two").delete, 4)
    w.call("delete.names", dom.snapshotListNames, show=sorted)
    w.call("delete.one", dom.snapshotLookupByName("one").delete, 0)
    for left in ("two", "three", "branch"):
        w.call(f"delete.{left}.parent", lambda: dom.snapshotLookupByName(left).getParent())
    w.call("delete.names", dom.snapshotListNames, show=sorted)
    w.call("delete.current", dom.hasCurrentSnapshot)
    for name in ("two", "branch"):
        gone = dom.snapshotLookupByName(name)
        w.call(f"delete.{name}", gone.delete, 1)
        w.call(f"delete.{name}.xml", gone.getXMLDesc)
        w.call(f"delete.{name}.again", gone.delete, 0)
        w.call(f"delete.{name}.revert", dom.revertToSnapshot, gone)
        w.call(f"delete.{name}.current", dom.hasCurrentSnapshot)
    w.call("delete.num", dom.snapshotNum)
    w.call("delete.metadata only", dom.snapshotLookupByName("off").delete, 2)
    for one in dom.listAllSnapshots():
        one.delete()


def redefine(w, conn):
    dom = conn.lookupByName("test")
    inner = dom.XMLDesc(2)
    base = "<state>{state}</state><creationTime>{time}</creationTime>{extra}"
    text = lambda name, state="running", time=100, extra="": snap(name, base.format(state=state, time=time, extra=extra))
    for name, xml_text, flags in (
        ("no domain", text("r1"), 1), ("plain", text("r1", extra=inner), 1), ("child", text("r2", extra="<parent><name>r1</name></parent>" + inner), 1),
        ("current", text("r3", extra="<parent><name>r2</name></parent>" + inner), 3), ("no parent", text("r4", extra="<parent><name>zz</name></parent>" + inner), 1),
        ("own parent", text("r5", extra="<parent><name>r5</name></parent>" + inner), 1), ("cycle", text("r1", extra="<parent><name>r3</name></parent>" + inner), 1),
        ("again", text("r1", time=200, extra=inner), 1), ("state change", text("r1", state="shutoff", extra=inner), 1), ("bad state", text("r6", state="zz", extra=inner), 1),
        ("no state", snap("r7", inner), 1), ("no name", "<domainsnapshot><state>running</state></domainsnapshot>", 1), ("no time", snap("r8", "<state>running</state>" + inner), 1),
        ("other uuid", text("r9", extra=xml("test", "<uuid>00000000-0000-4000-8000-000000000009</uuid>")), 1), 
    ):
        w.call(f"redefine.{name}", dom.snapshotCreateXML, xml_text, flags)
    w.call("redefine.names", dom.snapshotListNames, show=sorted)
    for one in sorted(dom.listAllSnapshots(), key=lambda s: s.getName()):
        w.call(f"redefine.{one.getName()}.xml", one.getXMLDesc)
    w.call("redefine.disk only", dom.snapshotCreateXML, text("r10", state="disk-snapshot", extra=inner), 17)
    w.call("redefine.current", lambda: dom.snapshotCurrent().getName())
    for one in dom.listAllSnapshots():
        one.delete(0)
    w.events()


def offline(w, conn):
    passing = conn.createXML(xml("passing"), 0)
    w.events()
    w.call("transient.snapshot", passing.snapshotCreateXML, snap("t"), 0)
    w.call("transient.snapshot.halt", passing.snapshotCreateXML, snap("th"), 8)
    w.call("transient.revert", lambda: passing.revertToSnapshot(passing.snapshotLookupByName("t")))
    w.call("transient.destroy", passing.destroy)
    w.call("transient.gone", lambda: passing.snapshotNum())


def checkpoints(w, conn):
    dom = conn.lookupByName("test")
    point = lambda name: f"<domaincheckpoint><name>{name}</name></domaincheckpoint>"
    for text in ("zz", "<x/>", point("a/b"), point("c1"), point("c1"), point("c2")):
        w.call(f"checkpointCreateXML.{text}", dom.checkpointCreateXML, text, 0)
    for flags in (1, 2, 4):
        w.call(f"checkpointCreateXML.flags.{flags}", dom.checkpointCreateXML, point(f"f{flags}"), flags)
    names = lambda found: sorted(c.getName() for c in found)
    for bit in (0,) + tuple(1 << b for b in range(6)):
        w.call(f"listAllCheckpoints.{bit}", dom.listAllCheckpoints, bit, show=names)
    for name in ("c1", "c2", "nosuch"):
        found = w.call(f"checkpointLookupByName.{name}", dom.checkpointLookupByName, name, 0)
        if found:
            w.call(f"checkpoint.{name}.name", found.getName)
            w.call(f"checkpoint.{name}.parent", found.getParent)
            w.call(f"checkpoint.{name}.children", found.listAllChildren, show=names)
            for flags in (0, 1, 2, 4):
                w.call(f"checkpoint.{name}.xml.{flags}", found.getXMLDesc, flags, show=stamp)
            w.call(f"checkpoint.{name}.delete", found.delete, 0)


def undefine(w, conn):
    dom = conn.lookupByName("test")
    w.call("undefine.snapshot", dom.snapshotCreateXML, snap("last"), 0)
    w.call("undefine.running", dom.undefine)
    w.call("undefine.running.snapshots", dom.snapshotListNames)
    w.call("undefine.destroy", dom.destroy)
    w.call("undefine.gone", dom.snapshotListNames)
    dom = conn.defineXML(xml("kept"))
    w.events()
    w.call("undefine.kept.snapshot", dom.snapshotCreateXML, snap("k"), 0)
    for flags in (0, 1, 2, 8, 10):
        w.call(f"undefine.kept.{flags}", dom.undefineFlags, flags)
