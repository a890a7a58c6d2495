#!/usr/bin/python3
"""Events through the binding: every class, legacy and Any, filtered by object, delivered in a thread's loop."""

import sys
import threading
import time
import unittest

import libvirt

VHBA = "<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'>" \
    "<wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability></capability></device>"
OTHER = "<domain type='test'><name>other</name><memory>1024</memory><os><type>hvm</type></os></domain>"


class Events(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        libvirt.registerErrorHandler(lambda *_: None, None)
        libvirt.virEventRegisterDefaultImpl()
        cls.stop = False

        def loop():
            while not cls.stop:
                libvirt.virEventRunDefaultImpl()

        cls.tick = libvirt.virEventAddTimeout(50, lambda *_: None, None)
        cls.thread = threading.Thread(target=loop, daemon=True)
        cls.thread.start()

    @classmethod
    def tearDownClass(cls):
        cls.stop = True
        cls.thread.join()
        libvirt.virEventRemoveTimeout(cls.tick)

    def setUp(self):
        self.conn = libvirt.open("test:///default")
        # A callback under way in the loop's thread may have kept the host of the test before alive.
        dom = self.conn.lookupByName("test")
        if dom.state()[0] != libvirt.VIR_DOMAIN_RUNNING:
            dom.resume()
        self.seen = []
        self.arrived = threading.Condition()

    def tearDown(self):
        self.conn.close()

    def note(self, what):
        with self.arrived:
            self.seen.append(what)
            self.arrived.notify_all()

    def expect(self, *wanted):
        with self.arrived:
            self.arrived.wait_for(lambda: len(self.seen) >= len(wanted), timeout=5)
            self.assertEqual(self.seen, list(wanted))
            self.seen.clear()

    def quiet(self):
        time.sleep(0.1)
        self.assertEqual(self.seen, [])

    def test_legacy(self):
        def called(_conn, dom, event, detail, opaque):
            self.note((dom.name(), event, detail, opaque))

        self.conn.domainEventRegister(called, "mine")
        dom = self.conn.lookupByName("test")
        dom.suspend()
        dom.resume()
        self.expect(("test", 3, 0, "mine"), ("test", 4, 0, "mine"))
        self.conn.domainEventDeregister(called)
        dom.suspend()
        self.quiet()

    def test_every_class_of_domain_event_can_be_registered(self):
        names = [name for name in dir(libvirt) if name.startswith("VIR_DOMAIN_EVENT_ID_") and not name.endswith("_LAST")]
        ids = []
        for name in names:
            ids.append(self.conn.domainEventRegisterAny(None, getattr(libvirt, name), lambda *_: None, None))
        self.assertEqual(len(set(ids)), len(names))
        for number in ids:
            self.conn.domainEventDeregisterAny(number)

    def test_a_filter_lets_through_its_object_only(self):
        other = self.conn.defineXML(OTHER)
        number = self.conn.domainEventRegisterAny(
            other, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, lambda _c, d, e, t, _o: self.note((d.name(), e, t)), None)
        self.conn.lookupByName("test").suspend()
        other.create()
        other.destroy()
        other.undefine()
        self.expect(("other", 2, 0), ("other", 5, 1), ("other", 1, 0))
        self.conn.domainEventDeregisterAny(number)

    def test_metadata_and_tunables(self):
        dom = self.conn.lookupByName("test")
        ids = [
            self.conn.domainEventRegisterAny(dom, libvirt.VIR_DOMAIN_EVENT_ID_METADATA_CHANGE,
                                             lambda _c, d, kind, uri, _o: self.note(("metadata", kind, uri)), None),
            self.conn.domainEventRegisterAny(dom, libvirt.VIR_DOMAIN_EVENT_ID_REBOOT, lambda _c, d, _o: self.note("reboot"), None),
        ]
        dom.setMetadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "<a/>", "k", "urn:k", 0)
        self.expect(("metadata", 2, "urn:k"))
        for number in ids:
            self.conn.domainEventDeregisterAny(number)

    def test_networks(self):
        net = self.conn.networkLookupByName("default")
        number = self.conn.networkEventRegisterAny(net, 0, lambda _c, n, e, d, _o: self.note((n.name(), e, d)), None)
        net.destroy()
        net.create()
        self.expect(("default", 3, 0), ("default", 2, 0))
        self.conn.networkEventDeregisterAny(number)

    def test_pools(self):
        pool = self.conn.storagePoolLookupByName("default-pool")
        ids = [self.conn.storagePoolEventRegisterAny(None, 0, lambda _c, p, e, d, _o: self.note((p.name(), e, d)), None),
               self.conn.storagePoolEventRegisterAny(pool, 1, lambda _c, p, _o: self.note((p.name(), "refresh")), None)]
        pool.refresh(0)
        pool.destroy()
        pool.create(0)
        self.expect(("default-pool", "refresh"), ("default-pool", 3, 0), ("default-pool", 2, 0))
        for number in ids:
            self.conn.storagePoolEventDeregisterAny(number)

    def test_node_devices(self):
        number = self.conn.nodeDeviceEventRegisterAny(None, 0, lambda _c, d, e, t, _o: self.note((d.name(), e, t)), None)
        device = self.conn.nodeDeviceCreateXML(VHBA, 0)
        device.destroy()
        self.expect(("scsi_host12", 0, 0), ("scsi_host12", 1, 0))
        self.conn.nodeDeviceEventDeregisterAny(number)

    def test_secrets(self):
        try:
            number = self.conn.secretEventRegisterAny(None, 0, lambda _c, s, e, d, _o: self.note((s.UUIDString(), e)), None)
        except libvirt.libvirtError as error:
            if error.get_error_code() == libvirt.VIR_ERR_NO_SUPPORT:
                self.skipTest("this libvirt's test driver has no secrets")
            raise
        uuid = "00000000-0000-4000-8000-00000000005e"
        secret = self.conn.secretDefineXML(f"<secret><uuid>{uuid}</uuid></secret>", 0)
        secret.undefine()
        self.expect((uuid, 0), (uuid, 1))
        self.conn.secretEventDeregisterAny(number)

    def test_a_callback_that_throws_hurts_nobody(self):
        def bad(*_):
            raise ValueError("on purpose")

        hook, sys.excepthook = sys.excepthook, lambda *_: None
        dom = self.conn.lookupByName("test")
        one = self.conn.domainEventRegisterAny(None, 0, bad, None)
        two = self.conn.domainEventRegisterAny(dom, 0, lambda _c, d, e, t, _o: self.note(e), None)
        dom.suspend()
        self.expect(3)
        for number in (one, two):
            self.conn.domainEventDeregisterAny(number)
        sys.excepthook = hook

    def test_two_connections_see_each_other(self):
        number = self.conn.domainEventRegisterAny(None, 0, lambda _c, d, e, t, _o: self.note(e), None)
        second = libvirt.open("test:///default")
        second.lookupByName("test").suspend()
        second.close()
        self.expect(3)
        self.conn.domainEventDeregisterAny(number)


if __name__ == "__main__":
    unittest.main()
