"""Save images, managed save, core dumps, restore, and migration as the test driver answers it."""

import os

import libvirt

from parts.life import watch, xml


def walk(w):
    conn = w.open()
    ids = watch(w, conn)
    w.sections(conn, images, managed, dumps, migration)
    for number in ids:
        conn.domainEventDeregisterAny(number)
    conn.close()


def images(w, conn):
    dom = conn.lookupByName("test")
    path = os.path.join(w.scratch, "image")
    w.call("save.nowhere", dom.save, os.path.join(w.scratch, "absent", "image"))
    w.call("save", dom.save, path)
    w.call("save.state", dom.state)
    w.call("save.file", os.path.exists, path)
    w.call("save.stopped", dom.save, path)
    w.call("saveImageGetXMLDesc", conn.saveImageGetXMLDesc, path, 0)
    w.call("saveImageGetXMLDesc.flags", conn.saveImageGetXMLDesc, path, 2)
    w.call("saveImageGetXMLDesc.absent", conn.saveImageGetXMLDesc, path + "x", 0)
    w.call("restore.absent", conn.restore, path + "x")
    w.call("restore.foreign", conn.restore, w.file("foreign", "not an image"))
    w.call("restore.empty", conn.restore, w.file("empty", ""))
    w.call("restore", conn.restore, path)
    w.call("restore.state", dom.state)
    w.call("restore.running", conn.restore, path)
    for flags in (1, 2, 4, 6, 8, 16):
        if not dom.isActive():
            dom.create()
            w.events()
        w.call(f"saveFlags.{flags}", dom.saveFlags, path, None, flags)
        w.call(f"restoreFlags.{flags}", conn.restoreFlags, path, None, flags)
        w.call(f"restoreFlags.{flags}.state", dom.state)
        if dom.state()[0] == libvirt.VIR_DOMAIN_PAUSED:
            dom.resume()
            w.events()
    if not dom.isActive():
        dom.create()
        w.events()
    own = dom.XMLDesc(2)
    w.call("saveFlags.dxml", dom.saveFlags, path, own, 0)
    if not dom.isActive():
        dom.create()
        w.events()
    w.call("saveParams", dom.saveParams, {"file": path}, 0)
    w.call("saveParams.none", dom.saveParams, {}, 0)
    w.call("restoreParams", conn.restoreParams, {"file": path}, 0)
    if not dom.isActive():
        dom.create()
        w.events()
    w.call("suspended.suspend", dom.suspend)
    w.call("suspended.save", dom.save, path)
    w.call("suspended.restore", conn.restore, path)
    w.call("suspended.state", dom.state)
    w.call("saveImageDefineXML", conn.saveImageDefineXML, path, own, 0)
    if dom.state()[0] == libvirt.VIR_DOMAIN_PAUSED:
        w.call("suspended.resume", dom.resume)
    passing = conn.createXML(xml("passing"), 0)
    w.events()
    w.call("transient.save", passing.save, path)
    w.call("transient.restore", conn.restore, path)
    w.call("transient.lookup", lambda: conn.lookupByName("passing").isPersistent())
    w.call("transient.destroy", lambda: conn.lookupByName("passing").destroy())


def managed(w, conn):
    dom = conn.lookupByName("test")
    for flags in (0, 1, 2, 4, 6, 8, 16):
        if not dom.isActive():
            dom.create()
            w.events()
        w.call(f"managedSave.{flags}", dom.managedSave, flags)
        w.call(f"managedSave.{flags}.has", dom.hasManagedSaveImage)
        w.call(f"managedSave.{flags}.state", dom.state)
        w.call(f"managedSave.{flags}.list", conn.listAllDomains, libvirt.VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE)
        w.call(f"managedSave.{flags}.getXML", dom.managedSaveGetXMLDesc, 0)
        w.call(f"managedSave.{flags}.create", dom.create)
        w.call(f"managedSave.{flags}.created", dom.state)
        w.call(f"managedSave.{flags}.has after", dom.hasManagedSaveImage)
    w.call("managedSave.again", dom.managedSave, 0)
    w.call("managedSave.stopped", dom.managedSave, 0)
    w.call("managedSave.undefine", dom.undefine)
    w.call("managedSaveDefineXML", dom.managedSaveDefineXML, dom.XMLDesc(2), 0)
    w.call("managedSaveRemove", dom.managedSaveRemove, 0)
    w.call("managedSaveRemove.none", dom.managedSaveRemove, 0)
    w.call("managedSaveRemove.flags", dom.managedSaveRemove, 1)
    w.call("hasManagedSaveImage", dom.hasManagedSaveImage)
    w.call("create", dom.create)
    w.call("managedSave.force", dom.managedSave, 0)
    passing = conn.createXML(xml("passing"), 0)
    w.events()
    w.call("transient.managedSave", passing.managedSave, 0)
    if passing.isActive():
        passing.destroy()
    w.events()
    w.call("createWithFlags.force boot", dom.createWithFlags, libvirt.VIR_DOMAIN_START_FORCE_BOOT)
    if not dom.isActive():
        dom.create()
    w.events()


def dumps(w, conn):
    dom = conn.lookupByName("test")
    path = os.path.join(w.scratch, "core")
    for flags in (0, 1, 2, 4, 8, 16, 32):
        w.call(f"coreDump.{flags}", dom.coreDump, path, flags)
        w.call(f"coreDump.{flags}.state", dom.state)
        w.call(f"coreDump.{flags}.file", os.path.exists, path)
        if os.path.exists(path):
            os.remove(path)
        if not dom.isActive():
            dom.create()
            w.events()
    for shape in (0, 1, 2, 3, 4, 5, 9):
        w.call(f"coreDumpWithFormat.{shape}", dom.coreDumpWithFormat, path, shape, 0)
    w.call("coreDump.nowhere", dom.coreDump, os.path.join(w.scratch, "absent", "core"), 0)
    w.call("coreDump.state", dom.state)
    dom.destroy()
    w.events()
    w.call("coreDump.stopped", dom.coreDump, path, 0)
    dom.create()
    w.events()


def migration(w, conn):
    dom = conn.lookupByName("test")
    other = w.open()
    w.call("migrate", dom.migrate, other, 0, None, None, 0)
    w.call("migrate2", dom.migrate2, other, None, 0, None, None, 0)
    w.call("migrate3", dom.migrate3, other, {}, 0)
    w.call("migrateToURI", dom.migrateToURI, "test:///default", 0, None, 0)
    w.call("migrateToURI2", dom.migrateToURI2, "test:///default", None, None, 0, None, 0)
    w.call("migrateToURI3", dom.migrateToURI3, "test:///default", {}, 0)
    for name, args in (
        ("migrateGetMaxSpeed", (0,)), ("migrateSetMaxSpeed", (10, 0)), ("migrateGetMaxDowntime", ()),
        ("migrateSetMaxDowntime", (10, 0)), ("migrateGetCompressionCache", ()), ("migrateSetCompressionCache", (10, 0)),
        ("migrateStartPostCopy", (0,)), ("jobInfo", ()), ("jobStats", ()), ("abortJob", ()), ("abortJobFlags", (0,)),
        ("startDirtyRateCalc", (1, 0)), ("backupGetXMLDesc", (0,)), ("backupBegin", ("<domainbackup/>", None, 0)),
    ):
        w.call(name, getattr(dom, name), *args)
    other.close()
