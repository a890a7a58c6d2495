"""Storage pools and volumes: lookup, definition, life, documents, clones, streams, and their events."""

import libvirt

POOL = "<pool type='dir'><name>{name}</name>{extra}<target><path>/{name}</path></target></pool>"
VOL = "<volume><name>{name}</name><capacity unit='{unit}'>{size}</capacity>{extra}</volume>"


def pool_xml(name, extra=""):
    return POOL.format(name=name, extra=extra)


def vol_xml(name, size=1, unit="MiB", extra=""):
    return VOL.format(name=name, size=size, unit=unit, extra=extra)


def walk(w):
    conn = w.open()
    life_seen = lambda _c, pool, event, detail, _o: w.event(f"lifecycle {pool.name()} {event} {detail}")
    other_seen = lambda _c, pool, _o: w.event(f"refresh {pool.name()}")
    ids = [w.call("storagePoolEventRegisterAny.0", conn.storagePoolEventRegisterAny, None, 0, life_seen, None),
           w.call("storagePoolEventRegisterAny.1", conn.storagePoolEventRegisterAny, None, 1, other_seen, None)]
    w.call("storagePoolEventRegisterAny.9", conn.storagePoolEventRegisterAny, None, 9, other_seen, None)
    w.sections(conn, lookups, life, definitions, pools, volumes, clones, streams, sources)
    for number in ids:
        conn.storagePoolEventDeregisterAny(number)
    w.call("storagePoolEventDeregisterAny.again", libvirt.libvirtmod.virConnectStoragePoolEventDeregisterAny, conn._o, 99)
    conn.close()


def clear(w, conn):
    for pool in conn.listAllStoragePools():
        if pool.name() == "default-pool":
            continue
        persistent = pool.isPersistent()
        if pool.isActive():
            pool.destroy()
        if persistent:
            pool.undefine()
    w.events()


def lookups(w, conn):
    for name in ("default-pool", "nosuch", ""):
        w.call(f"storagePoolLookupByName.{name}", conn.storagePoolLookupByName, name)
    for uuid in ("dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566", "00000000-0000-0000-0000-000000000001", "zz"):
        w.call(f"storagePoolLookupByUUIDString.{uuid}", conn.storagePoolLookupByUUIDString, uuid)
    w.call("storagePoolLookupByUUID", conn.storagePoolLookupByUUID, bytes.fromhex("dfe224cb28fb8dd0c4b264eb3f0f4566"))
    for path in ("/default-pool", "/nosuch", ""):
        w.call(f"storagePoolLookupByTargetPath.{path}", conn.storagePoolLookupByTargetPath, path)
    pool = conn.storagePoolLookupByName("default-pool")
    for name in ("name", "UUIDString", "isActive", "isPersistent", "autostart", "info", "numOfVolumes", "listVolumes", "listAllVolumes"):
        w.call(name, getattr(pool, name))
    w.call("UUID", pool.UUID, show=lambda raw: raw.hex())
    for flags in (0, 1, 2):
        w.call(f"XMLDesc.{flags}", pool.XMLDesc, flags)
        w.call(f"listAllVolumes.{flags}", pool.listAllVolumes, flags)


def life(w, conn):
    pool = conn.storagePoolLookupByName("default-pool")
    for step in "create undefine build refresh delete destroy isActive destroy refresh build info listVolumes numOfVolumes XMLDesc listAllVolumes create create isActive".split():
        args = (0,) if step in ("create", "build", "refresh", "delete") else ()
        w.call(f"life.{step}", getattr(pool, step), *args)
    for step, values in (("create", (1, 2, 4, 8)), ("build", (1, 2, 4, 8, 6)), ("refresh", (1,)), ("delete", (1, 2, 4))):
        for flags in values:
            w.call(f"{step}.{flags}", getattr(pool, step), flags)
    for value in (1, 0, 7):
        w.call(f"setAutostart.{value}", pool.setAutostart, value)
        w.call(f"setAutostart.{value}.read", pool.autostart)


def definitions(w, conn):
    made = w.call("storagePoolDefineXML", conn.storagePoolDefineXML, pool_xml("made"), 0)
    w.call("made.xml", made.XMLDesc)
    w.call("made.info", made.info)
    w.call("made.isActive", made.isActive)
    w.call("made.build", made.build, 0)
    w.call("made.create", made.create, 0)
    w.call("made.info", made.info)
    w.call("made.xml", made.XMLDesc)
    same = f"<uuid>{made.UUIDString()}</uuid>"
    w.call("made.define again", conn.storagePoolDefineXML, pool_xml("made", same), 0)
    w.call("made.define other uuid", conn.storagePoolDefineXML, pool_xml("made"), 0)
    w.call("made.define other name", conn.storagePoolDefineXML, pool_xml("renamed", same), 0)
    w.call("made.define same target", conn.storagePoolDefineXML, "<pool type='dir'><name>twin</name><target><path>/made</path></target></pool>", 0)
    clear_twin(w, conn)
    w.call("made.create same", conn.storagePoolCreateXML, pool_xml("made", same), 0)
    w.call("made.destroy", made.destroy)
    w.call("made.delete", made.delete, 0)
    w.call("made.undefine", made.undefine)
    for name in ("undefine", "destroy", "XMLDesc", "isActive", "autostart", "info", "listVolumes"):
        w.call(f"gone.{name}", getattr(made, name))
    w.call("gone.create", made.create, 0)
    passing = w.call("storagePoolCreateXML", conn.storagePoolCreateXML, pool_xml("passing"), 0)
    w.call("passing.isPersistent", passing.isPersistent)
    w.call("passing.setAutostart", passing.setAutostart, 1)
    w.call("passing.undefine", passing.undefine)
    w.call("passing.define", conn.storagePoolDefineXML, pool_xml("passing", f"<uuid>{passing.UUIDString()}</uuid>"), 0)
    w.call("passing.isPersistent", passing.isPersistent)
    w.call("passing.destroy", passing.destroy)
    w.call("passing.lookup", conn.storagePoolLookupByName, "passing")
    clear(w, conn)
    for flags in (1, 2, 4, 6, 8):
        w.call(f"storagePoolDefineXML.{flags}", conn.storagePoolDefineXML, pool_xml("flagged"), flags)
        clear(w, conn)
        w.call(f"storagePoolCreateXML.{flags}", conn.storagePoolCreateXML, pool_xml("flagged"), flags)
        clear(w, conn)


def clear_twin(w, conn):
    for pool in conn.listAllStoragePools():
        if pool.name() in ("twin", "renamed"):
            pool.undefine()
    w.events()


def pools(w, conn):
    target = "<target><path>/p</path></target>"
    texts = (
        "zz", "<x/>", "<pool/>", "<pool type='zz'/>", "<pool type='dir'/>", "<pool type='dir'><name/></pool>", "<pool type='dir'><name>p</name></pool>",
        f"<pool type='dir'><name>a/b</name>{target}</pool>", f"<pool type='dir'><name>p</name><uuid>zz</uuid>{target}</pool>",
        f"<pool type='fs'><name>p</name><source><device path='/dev/sdb1'/><format type='ext4'/></source>{target}</pool>", f"<pool type='fs'><name>p</name>{target}</pool>",
        f"<pool type='netfs'><name>p</name><source><host name='h'/><dir path='/e'/><format type='nfs'/></source>{target}</pool>", f"<pool type='netfs'><name>p</name>{target}</pool>",
        f"<pool type='logical'><name>p</name><source><name>vg</name><device path='/dev/sdb'/></source>{target}</pool>",
        f"<pool type='disk'><name>p</name><source><device path='/dev/sdb'/><format type='gpt'/></source>{target}</pool>",
        f"<pool type='iscsi'><name>p</name><source><host name='h'/><device path='iqn.x'/></source>{target}</pool>",
        f"<pool type='iscsi'><name>p</name><source><host name='h'/><device path='iqn.x'/><auth type='chap' username='u'><secret usage='s'/></auth></source>{target}</pool>",
        f"<pool type='scsi'><name>p</name><source><adapter name='scsi_host2'/></source>{target}</pool>",
        f"<pool type='scsi'><name>p</name><source><adapter type='fc_host' wwnn='2000000012341234' wwpn='1000000012341234'/></source>{target}</pool>",
        f"<pool type='mpath'><name>p</name>{target}</pool>", "<pool type='rbd'><name>p</name><source><name>rbd</name><host name='h' port='6789'/></source></pool>",
        "<pool type='gluster'><name>p</name><source><host name='h'/><name>v</name><dir path='/d'/></source></pool>", "<pool type='zfs'><name>p</name><source><name>z</name></source></pool>",
        "<pool type='sheepdog'><name>p</name><source><host name='h'/><name>s</name></source></pool>", f"<pool type='vstorage'><name>p</name><source><name>c</name></source>{target}</pool>",
        "<pool type='dir'><name>p</name><target><path>/p</path><permissions><mode>0755</mode><owner>1</owner><group>2</group><label>l</label></permissions></target></pool>",
        "<pool type='dir'><name>p</name><target><path>/p</path><permissions><mode>zz</mode></permissions></target></pool>",
        f"<pool type='dir'><name>p</name><capacity>5</capacity><allocation>3</allocation><available>2</available><source/>{target}</pool>",
        f"<pool type='dir'><name>p</name><features><cow state='no'/></features>{target}</pool>",
    )
    for text in texts:
        key = text[:120]
        w.call(f"define.{key}", lambda: conn.storagePoolDefineXML(text, 0).XMLDesc())
        clear(w, conn)
        w.call(f"create.{key}", lambda: conn.storagePoolCreateXML(text, 0).XMLDesc())
        clear(w, conn)


def volumes(w, conn):
    pool = conn.storagePoolLookupByName("default-pool")
    texts = (
        "zz", "<x/>", "<volume/>", "<volume><name/></volume>", "<volume><name>v</name></volume>", vol_xml("a/b"), vol_xml("plain"), vol_xml("plain"),
        vol_xml("huge", 1000, "TiB"), vol_xml("unit", 1, "zz"), vol_xml("neg", -1), vol_xml("zero", 0), vol_xml("text", "x"),
        vol_xml("sparse", 10, "GiB", "<allocation>0</allocation>"), vol_xml("over", 1, "KiB", "<allocation unit='MiB'>1</allocation>"),
        vol_xml("q2", extra="<target><format type='qcow2'/><permissions><mode>0644</mode><owner>0</owner><group>0</group></permissions><compat>1.1</compat><features><lazy_refcounts/></features></target>"),
        vol_xml("back", extra="<target><format type='qcow2'/></target><backingStore><path>/default-pool/plain</path><format type='raw'/></backingStore>"),
        vol_xml("badfmt", extra="<target><format type='zz'/></target>"), vol_xml("enc", extra="<target><encryption format='luks'><secret type='passphrase' uuid='00000000-0000-4000-8000-000000000001'/></encryption></target>"),
        vol_xml("key", extra="<key>k</key><target><path>/elsewhere</path></target>"), vol_xml(".."), vol_xml("b", 1, "B"), vol_xml("kb", 1, "KB"), vol_xml("p", 1, "k"),
    )
    for number, text in enumerate(texts):
        w.call(f"createXML.{number}.{text[:100]}", lambda: pool.createXML(text, 0).XMLDesc())
    w.call("info", pool.info)
    w.call("listVolumes", pool.listVolumes, show=sorted)
    w.call("numOfVolumes", pool.numOfVolumes)
    w.call("listAllVolumes", pool.listAllVolumes, show=lambda found: sorted(v.name() for v in found))
    for flags in (1, 2, 4):
        w.call(f"createXML.flags.{flags}", pool.createXML, vol_xml(f"f{flags}"), flags)
    volume = pool.storageVolLookupByName("plain")
    for name in ("name", "key", "path", "info"):
        w.call(f"vol.{name}", getattr(volume, name))
    for flags in (0, 1, 2):
        w.call(f"vol.infoFlags.{flags}", volume.infoFlags, flags)
        w.call(f"vol.XMLDesc.{flags}", volume.XMLDesc, flags)
    w.call("vol.pool", volume.storagePoolLookupByVolume)
    for name in ("plain", "nosuch", ""):
        w.call(f"storageVolLookupByName.{name}", pool.storageVolLookupByName, name)
    for name in ("/default-pool/plain", "/nosuch", ""):
        w.call(f"storageVolLookupByKey.{name}", conn.storageVolLookupByKey, name)
        w.call(f"storageVolLookupByPath.{name}", conn.storageVolLookupByPath, name)
    w.call("vol.wipe", volume.wipe, 0)
    w.call("vol.wipePattern", volume.wipePattern, 0, 0)
    for size, flags in ((2 * 2**20, 0), (2**19, 0), (2**19, 4), (2**20, 2), (2**50, 0), (3 * 2**20, 1)):
        w.call(f"vol.resize.{size}.{flags}", volume.resize, size, flags)
        w.call(f"vol.resize.{size}.{flags}.info", volume.info)
    w.call("pool.refresh", pool.refresh, 0)
    w.call("pool.refresh.volumes", pool.numOfVolumes)


def clones(w, conn):
    pool = conn.storagePoolLookupByName("default-pool")
    source = pool.storageVolLookupByName("plain")
    for name, text in (("bad", "zz"), ("same", vol_xml("plain")), ("clone", vol_xml("clone")), ("smaller", vol_xml("smaller", 1, "B")),
                       ("huge", vol_xml("hugeclone", 1000, "TiB"))):
        w.call(f"createXMLFrom.{name}", lambda: pool.createXMLFrom(text, source, 0).XMLDesc())
    for flags in (1, 2, 4):
        w.call(f"createXMLFrom.flags.{flags}", pool.createXMLFrom, vol_xml(f"cf{flags}"), source, flags)
    other = conn.storagePoolCreateXML(pool_xml("other"), 0)
    w.events()
    w.call("createXMLFrom.other pool", lambda: other.createXMLFrom(vol_xml("far"), source, 0).XMLDesc())
    w.call("other.info", other.info)
    other.destroy()
    w.events()
    for flags in (4, 1, 2, 0, 0):
        w.call(f"vol.delete.{flags}", source.delete, flags)
    for name in ("info", "path", "XMLDesc", "key", "name", "storagePoolLookupByVolume"):
        w.call(f"vol gone.{name}", getattr(source, name))
    w.call("info after", pool.info)


def streams(w, conn):
    pool = conn.storagePoolLookupByName("default-pool")
    volume = pool.createXML(vol_xml("data"), 0)
    w.events()
    up = conn.newStream(0)
    if w.call("upload", volume.upload, up, 0, 4, 0) == 0:
        w.call("upload.send", up.send, b"abcd")
        w.call("upload.finish", up.finish)
    down = conn.newStream(0)
    if w.call("download", volume.download, down, 0, 4, 0) == 0:
        w.call("download.recv", down.recv, 100)
        w.call("download.end", down.recv, 100)
        w.call("download.finish", down.finish)


def sources(w, conn):
    """A pool that goes away takes its volumes with it."""
    pool = conn.storagePoolLookupByName("default-pool")
    volume = pool.createXML(vol_xml("last"), 0)
    pool.destroy()
    w.events()
    for name in ("info", "path", "XMLDesc", "key"):
        w.call(f"inactive.{name}", getattr(volume, name))
    w.call("inactive.delete", volume.delete, 0)
    w.call("inactive.createXML", pool.createXML, vol_xml("x"), 0)
    w.call("inactive.storageVolLookupByName", pool.storageVolLookupByName, "last")
    w.call("inactive.storageVolLookupByKey", conn.storageVolLookupByKey, "/default-pool/last")
    w.call("inactive.create", pool.create, 0)
    w.call("active.volumes", pool.listVolumes, show=sorted)
