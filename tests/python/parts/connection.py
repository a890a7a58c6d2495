"""The connection and its host: identity, capabilities, CPU, memory, and what a bad URI says."""

import libvirt


def walk(w):
    conn = w.call("open", w.open)
    for name in (
        "getType", "getVersion", "getHostname", "getURI", "getInfo", "isAlive", "isEncrypted", "isSecure",
        "getFreeMemory", "numOfDomains", "numOfDefinedDomains", "numOfNetworks", "numOfDefinedNetworks",
        "numOfInterfaces", "numOfDefinedInterfaces", "numOfStoragePools", "numOfDefinedStoragePools",
        "numOfSecrets", "numOfNWFilters", "listDomainsID", "listDefinedDomains", "listNetworks",
        "listDefinedNetworks", "listInterfaces", "listDefinedInterfaces", "listStoragePools",
        "listDefinedStoragePools", "listSecrets", "listNWFilters", "getMemoryParameters", "getCPUMap",
        "getSEVInfo", "getSecurityModel", "getCapabilities",
    ):
        w.call(name, getattr(conn, name))
    for name in (
        "listAllDomains", "listAllNetworks", "listAllStoragePools", "listAllInterfaces", "listAllSecrets",
        "listAllNWFilters", "listAllNWFilterBindings", "listAllDevices",
    ):
        w.call(name, getattr(conn, name), show=lambda found: sorted(o.name() if hasattr(o, "name") else str(o) for o in found))
        for bit in range(16):
            w.call(f"{name}.{1 << bit}", getattr(conn, name), 1 << bit, show=len)
    for kind in (None, "test", "TEST", "qemu", ""):
        w.call(f"getMaxVcpus.{kind}", conn.getMaxVcpus, kind)
    w.call("getSysinfo", conn.getSysinfo, 0)
    w.call("getSysinfo.flags", conn.getSysinfo, 1)
    for cpu in (-1, 0, 15, 16, 99):
        w.call(f"getCPUStats.{cpu}", conn.getCPUStats, cpu, 0, show=list)
    for cell in (-1, 0, 1, 2):
        w.call(f"getMemoryStats.{cell}", conn.getMemoryStats, cell, 0)
    for start, count in ((0, 1), (0, 2), (0, 10), (1, 1), (2, 1), (0, 0)):
        w.call(f"getCellsFreeMemory.{start}.{count}", conn.getCellsFreeMemory, start, count)
    for sizes, start, count in (([4], 0, 1), ([4, 2048], 0, 2), ([2048], 1, 1), ([4], 9, 1), ([3], 0, 1), ([4], -1, 1)):
        w.call(f"getFreePages.{sizes}.{start}.{count}", conn.getFreePages, sizes, start, count, 0)
    w.call("allocPages", conn.allocPages, {2048: 1}, 0, 1, 0)
    w.call("setMemoryParameters", conn.setMemoryParameters, {"shm_pages_to_scan": 100}, 0)
    w.call("suspendForDuration", conn.suspendForDuration, 0, 60, 0)
    w.call("setKeepAlive", conn.setKeepAlive, 5, 3)
    w.call("setIdentity", conn.setIdentity, {"user-name": "somebody"}, 0)
    w.call("getCPUMap.flags", conn.getCPUMap, 1)
    w.sections(conn, processors, capabilities, changes, closing, uris)


def processors(w, conn):
    for arch in ("x86_64", "i686", "ppc64", "s390x", "aarch64", "nosuch", ""):
        w.call(f"getCPUModelNames.{arch}", conn.getCPUModelNames, arch, 0)
    haswell = "<cpu><arch>x86_64</arch><model>Haswell</model></cpu>"
    nehalem = "<cpu><arch>x86_64</arch><model>Nehalem</model></cpu>"
    w.call("compareCPU", conn.compareCPU, haswell, 0)
    w.call("compareCPU.exclusive", conn.compareCPU, haswell, 0xFF)
    for name, cpus in (("two", [haswell, nehalem]), ("one", [nehalem]), ("none", []), ("bad", ["<x/>"]), ("text", ["zz"])):
        for flags in (0, 1, 2, 4):
            w.call(f"baselineCPU.{name}.{flags}", conn.baselineCPU, cpus, flags)
    w.call("compareHypervisorCPU", conn.compareHypervisorCPU, None, None, None, None, haswell, 0)
    w.call("baselineHypervisorCPU", conn.baselineHypervisorCPU, None, None, None, None, [haswell], 0)


def capabilities(w, conn):
    for args in ((None,) * 4, ("/x", None, None, None), (None, "i686", None, None), (None, "nosuch", None, None),
                 (None, None, "nosuch", None), (None, None, None, "kvm"), (None, None, None, "test")):
        w.call(f"getDomainCapabilities.{args}", conn.getDomainCapabilities, *args, 0)
    w.call("getStoragePoolCapabilities", conn.getStoragePoolCapabilities, 0)
    for kind, spec in (("logical", None), ("netfs", "<source><host name='h'/></source>"), ("netfs", None), ("dir", None),
                       ("iscsi", None), ("nosuch", None), ("netfs", "zz")):
        w.call(f"findStoragePoolSources.{kind}.{spec}", conn.findStoragePoolSources, kind, spec, 0)
    w.call("domainXMLFromNative", conn.domainXMLFromNative, "qemu-argv", "x", 0)
    w.call("domainXMLToNative", conn.domainXMLToNative, "qemu-argv", "<domain/>", 0)
    stats = lambda found: [(dom.name(), values) for dom, values in found]
    for bits in (0, 1, 1 << 5, 1 << 20):
        for flags in (0, 1, 2, 1 << 31):
            w.call(f"getAllDomainStats.{bits}.{flags}", conn.getAllDomainStats, bits, flags, show=stats)
    w.call("domainListGetStats", conn.domainListGetStats, conn.listAllDomains(), 0, 0, show=stats)


def changes(w, conn):
    """The interface transaction of a connection."""
    for name in ("changeCommit", "changeRollback", "changeBegin", "changeBegin", "changeCommit", "changeBegin",
                 "changeRollback", "changeRollback"):
        w.call(name, getattr(conn, name), 0)
    w.call("changeBegin.flags", conn.changeBegin, 1)


def closing(w, conn):
    """References by connections: close tells how many are left."""
    dom = conn.lookupByName("test")
    w.call("registerCloseCallback", conn.registerCloseCallback, lambda *a: w.event("closed"), None)
    w.call("registerCloseCallback.twice", conn.registerCloseCallback, lambda *a: w.event("closed"), None)
    w.call("unregisterCloseCallback", conn.unregisterCloseCallback)
    w.call("dom.connect", lambda: dom.connect() is conn)
    del dom
    w.call("close", conn.close)


def uris(w, _conn):
    # A remote walk's connection goes through a server, whose path a bad URI would not reach.
    if w.uri != "test:///default":
        return
    for uri in ("test:///default", "test:///", "test://", "test:", "test:///nonexistent/node.xml", "test:///default?x=1",
                "test:///default#f", "test:///Default", "test://user@/default", "test:default", "bogus", "://", "%", " "):
        w.call(f"open.{uri}", lambda: libvirt.open(uri).getURI())
    for flags in (0, 1, 2, 4):
        w.call(f"openAuth.flags.{flags}", lambda: libvirt.openAuth(w.uri, [[], lambda *_: 0, None], flags).getURI())
    w.call("openReadOnly", lambda: libvirt.openReadOnly(w.uri).getURI())
    w.call("getVersion.test", libvirt.getVersion, "test", show=type)
