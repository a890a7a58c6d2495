#!/usr/bin/python3
"""Calls every method of every class of the binding on test:///default.

The methods are found by looking into the binding, their arguments by name in the table below; a method whose arguments
the table lacks fails the test, so that one of a newer binding is not forgotten. No call may crash, hang, or raise
anything but libvirtError; each runs in a child process of its own, with a fresh host.
"""

import inspect
import os
import signal
import sys

import libvirt

DOMAIN = "<domain type='test'><name>made</name><memory>1024</memory><os><type>hvm</type></os></domain>"
DISK = "<disk type='file' device='disk'><source file='/x'/><target dev='vdb' bus='virtio'/></disk>"
NETWORK = "<network><name>made</name><bridge name='vb9'/></network>"
POOL = "<pool type='dir'><name>made</name><target><path>/made</path></target></pool>"
VOLUME = "<volume><name>made</name><capacity>1000</capacity></volume>"
CPU = "<cpu><arch>x86_64</arch><model>Nehalem</model></cpu>"
VHBA = "<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'>" \
    "<wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability></capability></device>"
SECRET = "<secret><uuid>00000000-0000-4000-8000-00000000005e</uuid><usage type='volume'><volume>/v</volume></usage></secret>"
FILTER = "<filter name='made'/>"
PORT = "<networkport><owner><name>test</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner>" \
    "<mac address='52:54:00:00:00:0b'/><plug type='bridge' bridge='virbr0'/></networkport>"
BINDING = "<filterbinding><owner><name>test</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner><portdev name='vnet0'/>" \
    "<mac address='52:54:00:00:00:0c'/><filterref filter='made'/></filterbinding>"
UUID = "00000000-0000-4000-8000-000000000001"
SCRATCH = f"/tmp/every-method-{os.getpid()}"

# By argument name, for all methods.
BY_NAME = {
    "flags": 0, "uuidstr": UUID, "uuid": bytes(16), "name": "made", "id": 1, "path": "/nonexistent/x", "disk": "vda", "device": "testnet0",
    "uri": "http://example.org/k", "key": "k", "metadata": "<a/>", "duration": 0, "target": 0, "bandwidth": 0, "base": None, "top": None,
    "size": 16, "offset": 0, "start": 0, "to": SCRATCH, "frm": SCRATCH, "dxml": None, "params": {}, "cb": lambda *_: None, "opaque": None,
    "eventID": 0, "callbackID": 999, "cpumap": (True,), "vcpu": 0, "memory": 1024, "nvcpus": 1, "autostart": 1, "period": 1, "timeout": 5,
    "mac": "aa:bb:cc:dd:ee:ff", "macstr": "aa:bb:cc:dd:ee:ff", "cap": None, "type": 1, "arch": "x86_64", "emulator": None, "machine": None,
    "virttype": None, "xmlCPU": CPU, "xmlCPUs": [CPU], "xmlDesc": DOMAIN, "xml": DISK, "snap": None, "xmlDom": DOMAIN, "nativeFormat": "qemu-argv",
    "nativeConfig": "x", "domainXml": DOMAIN, "interval": 5, "count": 1, "startCell": 0, "maxCells": 1, "cellCount": 1, "pages": {4: 1}, "cpuNum": -1,
    "cellNum": -1, "total": True, "source": 0, "alias": "net0", "user": "root", "password": "x", "keys": ["ssh-rsa A"], "codeset": 0, "holdtime": 0,
    "keycodes": [30], "nkeycodes": 1, "pid_value": 1, "signum": 15, "iothread_id": 1, "mountPoint": None, "minimum": 0, "mountpoints": None,
    "dom": None, "dconn": None, "dname": None, "duri": "test:///default", "miguri": None, "downtime": 1, "cacheSize": 1, "screen": 0, "idx": 0,
    "seconds": 1, "action": 0, "new_name": "renamed", "dumpformat": 0, "files": [], "fdlist": [], "value": b"v", "usageID": "/v", "usageType": 1,
    "nodeset": "0", "wwnn": "2000000012341234", "wwpn": "1000000012341234", "portdev": "vnet0", "driverName": None, "srcSpec": None,
    "command": 3, "section": 4, "parentIndex": -1, "capacity": 2000, "length": 4, "algorithm": 0, "data": b"abcd", "nbytes": 16, "events": 1,
    "domain": None, "handler": lambda *_: 0, "holeHandler": lambda *_: 0, "skipHandler": lambda *_: 0, "statsTypes": 0, "doms": [], "stats": 0,
    "nparams": 0, "backupXML": "<domainbackup/>", "checkpointXML": None, "hostname": "x", "time": {"seconds": 1, "nseconds": 0}, "types": 0,
    "stream": None, "st": None, "dev_name": None, "channel": None, "vcpumap": "0", "cpumaps": "0", "state": 1, "threshold": 1, "parameters": {},
    "pagesizes": [4], "pages_list": [4], "unit": 1, "reason": 0, "dest_xml": DISK, "destxml": DISK, "group": "g", "startcell": 0, "buffer": b"",
    "dataset": None, "fd": 0, "filepath": SCRATCH, "freq": 1, "memory_stats": 0, "conf": None, "mem": 1024, "file": SCRATCH,
}
# By method, where the same name means something else.
BY_METHOD = {
    "virConnect.defineXML": [DOMAIN], "virConnect.createXML": [DOMAIN], "virConnect.defineXMLFlags": [DOMAIN, 0], "virConnect.createLinux": [DOMAIN, 0],
    "virConnect.createXMLWithFiles": [DOMAIN, [], 0], "virConnect.networkCreateXML": [NETWORK], "virConnect.networkDefineXML": [NETWORK],
    "virConnect.networkCreateXMLFlags": [NETWORK, 0], "virConnect.networkDefineXMLFlags": [NETWORK, 0],
    "virConnect.storagePoolCreateXML": [POOL, 0], "virConnect.storagePoolDefineXML": [POOL, 0], "virConnect.nodeDeviceCreateXML": [VHBA, 0],
    "virConnect.nodeDeviceDefineXML": [VHBA, 0], "virConnect.secretDefineXML": [SECRET, 0], "virConnect.nwfilterDefineXML": [FILTER],
    "virConnect.nwfilterDefineXMLFlags": [FILTER, 0], "virConnect.nwfilterBindingCreateXML": [BINDING, 0],
    "virConnect.interfaceDefineXML": ["<interface type='ethernet' name='made'/>", 0], "virConnect.getMaxVcpus": [None],
    "virConnect.findStoragePoolSources": ["logical", None, 0], "virConnect.getFreePages": [[4], 0, 1, 0], "virConnect.allocPages": [{4: 1}, 0, 1, 0],
    "virConnect.setIdentity": [{"user-name": "x"}, 0], "virConnect.saveImageDefineXML": [SCRATCH, DOMAIN, 0], "virConnect.domainEventDeregister": [lambda *_: None],
    "virConnect.getCPUStats": [-1, 0], "virConnect.getMemoryStats": [-1, 0], "virConnect.setMemoryParameters": [{"shm_pages_to_scan": 1}, 0],
    "virDomain.metadata": [2, "http://example.org/k", 0], "virDomain.setMetadata": [2, "<a/>", "k", "http://example.org/k", 0],
    "virDomain.snapshotCreateXML": ["<domainsnapshot/>", 0], "virDomain.checkpointCreateXML": ["<domaincheckpoint/>", 0],
    "virDomain.backupBegin": ["<domainbackup/>", None, 0], "virDomain.setMemoryParameters": [{"hard_limit": 1000000}, 0],
    "virDomain.setBlkioParameters": [{"weight": 200}, 0], "virDomain.setNumaParameters": [{"numa_mode": 0}, 0],
    "virDomain.setSchedulerParameters": [{"weight": 20}], "virDomain.setSchedulerParametersFlags": [{"weight": 20}, 0],
    "virDomain.setPerfEvents": [{"cmt": True}, 0], "virDomain.setBlockIoTune": ["vda", {"total_bytes_sec": 1}, 0],
    "virDomain.setInterfaceParameters": ["testnet0", {"inbound.average": 1}, 0], "virDomain.setIOThreadParams": [1, {"poll_max_ns": 1}, 0],
    "virDomain.saveParams": [{"file": SCRATCH}, 0], "virDomain.setLaunchSecurityState": [{"sev-secret": "x", "sev-secret-header": "y"}, 0],
    "virDomain.migrateToURI3": ["test:///default", {}, 0], "virDomain.setBlockThreshold": ["vda", 1, 0],
    "virDomain.setLifecycleAction": [0, 0, 0], "virDomain.setUserPassword": ["root", "x", 0], "virDomain.memoryPeek": [0, 8, 1],
    "virDomain.blockPeek": ["vda", 0, 8, 0], "virDomain.blockCopy": ["vda", DISK, {}, 0], "virDomain.setVcpu": ["0", 1, 0],
    "virDomain.setGuestVcpus": ["0", 1, 0], "virDomain.sendKey": [0, 1, [30], 1, 0], "virDomain.setTime": [{"seconds": 1}, 0],
    "virDomain.openGraphics": [0, 0, 0], "virDomain.reboot": [0], "virDomain.FDAssociate": ["n", [], 0], "virDomain.pinIOThread": [1, (True,), 0],
    "virDomain.startDirtyRateCalc": [1, 0], "virDomain.interfaceParameters": ["testnet0", 0], "virDomain.messages": [0],
    "virDomain.createWithFiles": [[], 0], "virDomain.authorizedSSHKeysSet": ["root", ["ssh-rsa A"], 0], "virDomain.setMemoryStatsPeriod": [1, 0],
    "virNetwork.portCreateXML": [PORT, 0], "virNetwork.update": [3, 4, -1, "<host mac='52:54:00:00:00:0a' ip='192.168.122.9'/>", 0],
    "virNetwork.DHCPLeases": [None, 0], "virNetworkPort.setParameters": [{"inbound.average": 1}, 0], "virStoragePool.createXML": [VOLUME, 0],
    "virSecret.setValue": [b"v", 0], "virStream.send": [b"abcd"], "virStream.recv": [16], "virStream.sendAll": [lambda *_: b"", None],
    "virStream.recvAll": [lambda *_: 0, None], "virStream.sparseSendAll": [lambda *_: b"", lambda *_: (True, 0), lambda *_: 0, None],
    "virStream.sparseRecvAll": [lambda *_: 0, lambda *_: 0, None], "virStream.eventAddCallback": [1, lambda *_: None, None],
    "virConnect.domainEventRegister": [lambda *_: None, None],
}

def stream(conn):
    return conn.newStream(0)


def objects(conn):
    """One object of each class; None where this libvirt's test driver cannot make it."""
    def attempt(make):
        try:
            return make()
        except libvirt.libvirtError:
            return None

    dom = conn.lookupByName("test")
    net = conn.networkLookupByName("default")
    pool = conn.storagePoolLookupByName("default-pool")
    return {
        "virConnect": conn, "virDomain": dom, "virNetwork": net, "virStoragePool": pool,
        "virStorageVol": pool.createXML(VOLUME.replace("made", "volume"), 0), "virInterface": conn.interfaceLookupByName("eth1"),
        "virNodeDevice": conn.nodeDeviceLookupByName("scsi_host1"), "virStream": stream(conn),
        "virDomainSnapshot": dom.snapshotCreateXML("<domainsnapshot><name>s</name></domainsnapshot>", 0),
        "virDomainCheckpoint": attempt(lambda: dom.checkpointCreateXML("<domaincheckpoint><name>c</name></domaincheckpoint>", 0)),
        "virSecret": attempt(lambda: conn.secretDefineXML(SECRET, 0)), "virNWFilter": attempt(lambda: conn.nwfilterDefineXML(FILTER)),
        "virNWFilterBinding": attempt(lambda: conn.nwfilterBindingCreateXML(BINDING, 0)), "virNetworkPort": attempt(lambda: net.portCreateXML(PORT, 0)),
    }


def arguments(where, method, conn, made):
    known = BY_METHOD.get(where)
    if known is not None:
        return known
    values = []
    for name, parameter in inspect.signature(method).parameters.items():
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        if name in ("stream", "st"):
            values.append(stream(conn))
        elif name in ("dconn", "destconn"):
            values.append(libvirt.open("test:///default"))
        elif name in ("snap", "snapshot"):
            values.append(made["virDomainSnapshot"])
        elif name in ("clonevol", "vol"):
            values.append(made["virStorageVol"])
        elif name in ("dom", "domain"):
            values.append(made["virDomain"])
        elif name in ("pool",):
            values.append(made["virStoragePool"])
        elif name in ("net",):
            values.append(made["virNetwork"])
        elif name in ("secret",):
            values.append(made["virSecret"])
        elif name in ("dev",):
            values.append(made["virNodeDevice"])
        elif name in BY_NAME:
            values.append(BY_NAME[name])
        elif parameter.default is not parameter.empty:
            break
        else:
            raise LookupError(f"no value for the argument {name}")
    return values


ANSWERED, REFUSED, FAILED, MISSING = range(4)


def attempt(kind, name):
    """Calls one method on a fresh host; what came of it."""
    signal.alarm(20)
    libvirt.registerErrorHandler(lambda *_: None, None)
    libvirt.virEventRegisterDefaultImpl()
    conn = libvirt.open("test:///default")
    made = objects(conn)
    subject = made[kind]
    if subject is None:
        return MISSING
    where = f"{kind}.{name}"
    method = getattr(subject, name)
    try:
        method(*arguments(where, method, conn, made))
        return ANSWERED
    except libvirt.libvirtError as error:
        if error.get_error_code() and str(error):
            return REFUSED
        print(f"FAIL {where}: an error that says nothing")
    except Exception as error:  # noqa: BLE001 - the point of the test
        print(f"FAIL {where}: {type(error).__name__} {error}")
    return FAILED


def walk(kind):
    """Calls the methods of one class, each in a child process; whether all went well."""
    counts = [0] * 4
    for name, value in vars(getattr(libvirt, kind)).items():
        if not callable(value) or name.startswith("_"):
            continue
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            result = FAILED
            try:
                null = os.open("/dev/null", os.O_RDWR)
                os.dup2(null, 2)
                result = attempt(kind, name)
            except BaseException as error:  # noqa: BLE001 - a child must not become a second parent
                print(f"FAIL {kind}.{name}: {type(error).__name__} {error}")
            finally:
                sys.stdout.flush()
                os._exit(result)
        _, status = os.waitpid(pid, 0)
        if os.WIFSIGNALED(status):
            print(f"FAIL {kind}.{name}: signal {os.WTERMSIG(status)}")
            counts[FAILED] += 1
        else:
            counts[os.WEXITSTATUS(status)] += 1
    answered, refused, failed, missing = counts
    if missing and not answered:
        print(f"{kind}: skipped: this libvirt's test driver makes none")
    else:
        print(f"{kind}: {answered} answered, {refused} refused, {failed} failed")
    return not failed


def main():
    kinds = sys.argv[1:] or [name for name in dir(libvirt) if name.startswith("vir") and inspect.isclass(getattr(libvirt, name))]
    broken = [kind for kind in kinds if not walk(kind)]
    if os.path.exists(SCRATCH):
        os.unlink(SCRATCH)
    print(f"every method: {len(kinds)} classes, {len(broken)} failed")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
