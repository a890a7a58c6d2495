"""Memory, CPUs, pinning, scheduler, block, interface and NUMA tuning: read, set, read back, and the errors."""

from parts.life import watch

AFFECT = (0, 1, 2, 3, 4)


def walk(w):
    conn = w.open()
    ids = watch(w, conn)
    w.sections(conn, memory, vcpus, pinning, iothreads, parameters, blocks, perf, stopped, singly)
    for number in ids:
        conn.domainEventDeregisterAny(number)
    conn.close()


def memory(w, conn):
    dom = conn.lookupByName("test")
    for amount in (0, 1024, 1048576, 8388608, 8388609, 2**40):
        w.call(f"setMemory.{amount}", dom.setMemory, amount)
        w.call(f"setMaxMemory.{amount}", dom.setMaxMemory, amount)
        for flags in (*AFFECT, 5, 6, 8):
            w.call(f"setMemoryFlags.{amount}.{flags}", dom.setMemoryFlags, amount, flags)
        w.call(f"memory.{amount}.info", dom.info, show=lambda info: info[:4])
    for period in (-1, 0, 5):
        for flags in AFFECT:
            w.call(f"setMemoryStatsPeriod.{period}.{flags}", dom.setMemoryStatsPeriod, period, flags)
    w.call("memoryStats", dom.memoryStats, show=lambda stats: [(k, v) for k, v in stats.items() if k != "last_update"])
    w.call("memoryPeek", dom.memoryPeek, 0, 8, 1)
    w.call("memoryPeek.physical", dom.memoryPeek, 16, 8, 2)
    w.call("memoryPeek.flags", dom.memoryPeek, 0, 8, 0)
    w.call("memory.xml", dom.XMLDesc)


def vcpus(w, conn):
    dom = conn.lookupByName("test")
    w.call("vcpus", dom.vcpus, show=lambda both: ([v[:2] for v in both[0]], both[1]))
    w.call("maxVcpus", dom.maxVcpus)
    for flags in range(0, 17):
        w.call(f"vcpusFlags.{flags}", dom.vcpusFlags, flags)
    for count in (0, 1, 2, 3, 32, 33, 70000):
        w.call(f"setVcpus.{count}", dom.setVcpus, count)
        for flags in (*AFFECT, 5, 6, 7, 8, 10):
            w.call(f"setVcpusFlags.{count}.{flags}", dom.setVcpusFlags, count, flags)
    w.call("vcpus.xml", dom.XMLDesc)
    w.call("vcpus.xml.config", dom.XMLDesc, 2)


def pinning(w, conn):
    dom = conn.lookupByName("test")
    for flags in AFFECT:
        w.call(f"vcpuPinInfo.{flags}", dom.vcpuPinInfo, flags)
        w.call(f"emulatorPinInfo.{flags}", dom.emulatorPinInfo, flags)
    for cpus in ((True,), (False, True), (True,) * 20, (False,), ()):
        for vcpu in (0, 1, 2):
            w.call(f"pinVcpu.{vcpu}.{cpus}", dom.pinVcpu, vcpu, cpus)
            for flags in AFFECT:
                w.call(f"pinVcpuFlags.{vcpu}.{cpus}.{flags}", dom.pinVcpuFlags, vcpu, cpus, flags)
        for flags in AFFECT:
            w.call(f"pinEmulator.{cpus}.{flags}", dom.pinEmulator, cpus, flags)
        w.call(f"pinned.{cpus}", dom.vcpuPinInfo, 0)
        w.call(f"pinned.{cpus}.emulator", dom.emulatorPinInfo, 0)
    # Where flags were obeyed, nothing of it stays.
    for vcpu in (0, 1):
        w.call(f"unpin.{vcpu}", dom.pinVcpu, vcpu, (True,) * 8)
        for flags in (1, 2):
            w.call(f"unpin.{vcpu}.{flags}", dom.pinVcpuFlags, vcpu, (True,) * 8, flags)
    w.call("vcpus.pinned", dom.vcpus, show=lambda both: both[1])
    w.call("pinning.xml", dom.XMLDesc)


def iothreads(w, conn):
    dom = conn.lookupByName("test")
    for flags in AFFECT:
        w.call(f"ioThreadInfo.{flags}", dom.ioThreadInfo, flags)
    for number in (0, 1, 2, 1):
        for flags in AFFECT:
            w.call(f"addIOThread.{number}.{flags}", dom.addIOThread, number, flags)
    w.call("ioThreadInfo", dom.ioThreadInfo, 0)
    w.call("iothreads.xml", dom.XMLDesc)
    for number in (1, 2, 9):
        for flags in AFFECT:
            w.call(f"pinIOThread.{number}.{flags}", dom.pinIOThread, number, (True, False), flags)
            w.call(f"setIOThreadParams.{number}.{flags}", dom.setIOThreadParams, number, {"poll_max_ns": 100}, flags)
    w.call("setIOThreadParams.bad", dom.setIOThreadParams, 1, {"nosuch": 100}, 0)
    w.call("ioThreadInfo.pinned", dom.ioThreadInfo, 0)
    for number in (1, 2, 9, 0):
        for flags in AFFECT:
            w.call(f"delIOThread.{number}.{flags}", dom.delIOThread, number, flags)
    w.call("iothreads.xml", dom.XMLDesc)


def parameters(w, conn):
    dom = conn.lookupByName("test")
    w.call("schedulerType", dom.schedulerType)
    w.call("schedulerParameters", dom.schedulerParameters)
    for values in ({"weight": 20}, {"weight": 0}, {"weight": 100000}, {"nosuch": 1}, {"cpu_shares": 1}, {}):
        w.call(f"setSchedulerParameters.{values}", dom.setSchedulerParameters, values)
        w.call(f"setSchedulerParameters.{values}.read", dom.schedulerParameters)
        for flags in AFFECT:
            w.call(f"setSchedulerParametersFlags.{values}.{flags}", dom.setSchedulerParametersFlags, values, flags)
    for flags in AFFECT:
        w.call(f"schedulerParametersFlags.{flags}", dom.schedulerParametersFlags, flags)
    sets = (
        ("MemoryParameters", ({"hard_limit": 4000000}, {"soft_limit": 3000000}, {"swap_hard_limit": 5000000},
                              {"swap_hard_limit": 1000}, {"hard_limit": 9007199254740991}, {"nosuch": 1}, {})),
        ("BlkioParameters", ({"weight": 500}, {"weight": 5}, {"device_weight": "/dev/sda,300"}, {"device_weight": "zz"},
                             {"device_read_iops_sec": "/dev/sda,10"}, {"device_write_iops_sec": "/dev/sda,10"},
                             {"device_read_bytes_sec": "/dev/sda,10"}, {"device_write_bytes_sec": "/dev/sda,10"},
                             {"device_weight": "/dev/sda,0"}, {"nosuch": 1}, {})),
        ("NumaParameters", ({"numa_nodeset": "0"}, {"numa_mode": 1}, {"numa_nodeset": "0-1", "numa_mode": 0},
                            {"numa_nodeset": "zz"}, {"numa_mode": 99}, {"numa_nodeset": ""}, {})),
    )
    for name, tries in sets:
        for values in tries:
            for flags in AFFECT:
                w.call(f"set{name}.{values}.{flags}", getattr(dom, f"set{name}"), values, flags)
                w.call(f"set{name}.{values}.{flags}.read", getattr(dom, name[0].lower() + name[1:]), flags)
    w.call("parameters.xml", dom.XMLDesc)
    w.call("parameters.xml.config", dom.XMLDesc, 2)
    for device in ("testnet0", "aa:bb:cc:dd:ee:ff", "nosuch", ""):
        for flags in AFFECT:
            w.call(f"interfaceParameters.{device}.{flags}", dom.interfaceParameters, device, flags)
        for values in ({"inbound.average": 100}, {"inbound.average": 0}, {"inbound.average": 100, "inbound.peak": 200, "inbound.burst": 50},
                       {"outbound.average": 50}, {"inbound.floor": 10}, {"nosuch": 1}, {}):
            for flags in (0, 1, 2):
                w.call(f"setInterfaceParameters.{device}.{values}.{flags}", dom.setInterfaceParameters, device, values, flags)
            w.call(f"setInterfaceParameters.{device}.{values}.read", dom.interfaceParameters, device, 0)
    w.call("interface.xml", dom.XMLDesc)


def blocks(w, conn):
    dom = conn.lookupByName("test")
    for disk in ("vda", "vdz", "", "/guest/diskimage1"):
        w.call(f"blockStats.{disk}", dom.blockStats, disk, show=len)
        w.call(f"blockStatsFlags.{disk}", dom.blockStatsFlags, disk, 0)
        w.call(f"blockInfo.{disk}", dom.blockInfo, disk, 0)
        w.call(f"blockPeek.{disk}", dom.blockPeek, disk, 0, 16, 0)
        for flags in AFFECT:
            w.call(f"blockIoTune.{disk}.{flags}", dom.blockIoTune, disk, flags)
            for values in ({"total_bytes_sec": 1000}, {"read_iops_sec": 5, "total_iops_sec": 5}, {"read_bytes_sec": 7, "read_bytes_sec_max": 3},
                           {"group_name": "g"}, {"total_bytes_sec": 1000, "total_bytes_sec_max": 2000, "total_bytes_sec_max_length": 3},
                           {"nosuch": 1}, {"total_bytes_sec_max": 5}, {"read_iops_sec": 0, "total_iops_sec": 0, "total_bytes_sec": 0}):
                w.call(f"setBlockIoTune.{disk}.{values}.{flags}", dom.setBlockIoTune, disk, values, flags)
            w.call(f"blockIoTune.{disk}.{flags}.after", dom.blockIoTune, disk, flags)
    for name, args in (
        ("blockJobInfo", ("vda", 0)), ("blockJobAbort", ("vda", 0)), ("blockJobSetSpeed", ("vda", 1, 0)),
        ("blockPull", ("vda", 0, 0)), ("blockRebase", ("vda", None, 0, 0)), ("blockCommit", ("vda", None, None, 0, 0)),
        ("blockCopy", ("vda", "<disk type='file'><source file='/x'/></disk>", {}, 0)),
        ("setBlockThreshold", ("vda", 100, 0)), ("diskErrors", ()),
    ):
        w.call(name, getattr(dom, name), *args)
    for disk in ("vda", "vdz", ""):
        w.call(f"blockResize.{disk}", dom.blockResize, disk, 1024, 0)
    for device in ("testnet0", "aa:bb:cc:dd:ee:ff", "nosuch"):
        w.call(f"interfaceStats.{device}", dom.interfaceStats, device, show=len)
    w.call("blocks.xml", dom.XMLDesc)


def perf(w, conn):
    dom = conn.lookupByName("test")
    for values in ({"cmt": True}, {"cpu_cycles": True, "cmt": False}, {"nosuch": True}, {}):
        for flags in AFFECT:
            w.call(f"setPerfEvents.{values}.{flags}", dom.setPerfEvents, values, flags)
            w.call(f"perfEvents.{values}.{flags}", dom.perfEvents, flags)
    w.call("perf.xml", dom.XMLDesc)
    for total in (True, False):
        w.call(f"getCPUStats.{total}", dom.getCPUStats, total, 0, show=lambda stats: [sorted(one) for one in stats])
        w.call(f"getCPUStats.{total}.flags", dom.getCPUStats, total, 2)


def stopped(w, conn):
    """What the same calls say of a domain that does not run."""
    dom = conn.lookupByName("test")
    dom.destroy()
    w.events()
    for name, args in (
        ("memoryStats", ()), ("getCPUStats", (True, 0)), ("vcpus", ()), ("maxVcpus", ()), ("vcpuPinInfo", (0,)),
        ("emulatorPinInfo", (0,)), ("ioThreadInfo", (0,)), ("schedulerParameters", ()), ("perfEvents", (1,)),
        ("setMemory", (1024,)), ("setMaxMemory", (9000000,)), ("setVcpus", (1,)), ("setVcpusFlags", (1, 1)), ("setVcpusFlags", (1, 2)),
        ("pinVcpu", (0, (True,))), ("pinVcpuFlags", (0, (True,), 1)), ("pinEmulator", ((True,), 1)), ("addIOThread", (5, 1)),
        ("setMemoryParameters", ({"hard_limit": 1}, 1)), ("setBlkioParameters", ({"weight": 200}, 1)),
        ("setNumaParameters", ({"numa_mode": 1}, 1)), ("setBlockIoTune", ("vda", {"total_bytes_sec": 1}, 1)),
        ("setInterfaceParameters", ("testnet0", {"inbound.average": 1}, 1)), ("setPerfEvents", ({"cmt": True}, 1)),
        ("blockStats", ("vda",)), ("blockInfo", ("vda", 0)), ("interfaceStats", ("testnet0",)), ("diskErrors", ()), ("memoryPeek", (0, 1, 1)),
    ):
        w.call(f"stopped.{name}", getattr(dom, name), *args)
    dom.create()
    w.events()


def singly(w, conn):
    """Processors one by one, which the reference leaves to other drivers."""
    dom = conn.lookupByName("test")
    for number, state, flags in (("0", 1, 0), ("1", 0, 1), ("1", 0, 2), ("9", 1, 0), ("zz", 1, 0), ("0-1", 0, 3)):
        w.call(f"setVcpu.{number}.{state}.{flags}", dom.setVcpu, number, state, flags)
    w.call("guestVcpus", dom.guestVcpus)
    w.call("setGuestVcpus", dom.setGuestVcpus, "0", 1, 0)
