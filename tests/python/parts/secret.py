"""Secrets, which libvirt's test driver lacks and ours has."""

UUID = "00000000-0000-4000-8000-00000000005e"
SECRET = "<secret ephemeral='no' private='no'><uuid>{uuid}</uuid><description>d</description>{usage}</secret>"
VOLUME = "<usage type='volume'><volume>/v</volume></usage>"


def walk(w):
    conn = w.open()
    ids = [
        w.call("secretEventRegisterAny.0", conn.secretEventRegisterAny, None, 0, lambda _c, s, e, d, _o: w.event(f"lifecycle {s.UUIDString()} {e} {d}"), None),
        w.call("secretEventRegisterAny.1", conn.secretEventRegisterAny, None, 1, lambda _c, s, _o: w.event(f"value {s.UUIDString()}"), None),
    ]
    w.sections(conn, life, documents)
    for number in ids:
        if number is not None:
            conn.secretEventDeregisterAny(number)
    conn.close()


def life(w, conn):
    secret = w.call("secretDefineXML", conn.secretDefineXML, SECRET.format(uuid=UUID, usage=VOLUME), 0)
    w.call("secretLookupByUUIDString", conn.secretLookupByUUIDString, UUID)
    w.call("secretLookupByUsage", conn.secretLookupByUsage, 1, "/v")
    w.call("secretLookupByUsage.absent", conn.secretLookupByUsage, 1, "/nosuch")
    w.call("numOfSecrets", conn.numOfSecrets)
    if secret:
        w.call("xml", secret.XMLDesc)
        w.call("usage", lambda: (secret.usageType(), secret.usageID()))
        w.call("value.none", secret.value)
        w.call("setValue", secret.setValue, b"open sesame")
        w.call("value", secret.value)
        w.call("undefine", secret.undefine)
        w.call("undefine again", secret.undefine)
        w.call("value gone", secret.value)


def documents(w, conn):
    for text in ("zz", "<x/>", "<secret/>", SECRET.format(uuid="zz", usage=""), SECRET.format(uuid=UUID, usage="<usage type='zz'/>"),
                 SECRET.format(uuid=UUID, usage="<usage type='ceph'><name>c</name></usage>"), SECRET.format(uuid=UUID, usage="<usage type='ceph'/>")):
        made = w.call(f"define.{text}", conn.secretDefineXML, text, 0)
        if made:
            made.undefine()
            w.events()
