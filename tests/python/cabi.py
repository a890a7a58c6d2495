"""The C interface by ctypes: every public function with its arguments, as the API description lists them.

Calls run in a forked child, so a crash or a hang is a result like any other.
"""

import ctypes as C
import json
import os
import signal
import socket
import xml.etree.ElementTree as tree

HERE = os.path.dirname(os.path.abspath(__file__))
API = os.environ.get("FERROVIRT_API") or os.path.join(HERE, "..", "..", "target", "api")
LIBRARIES = ("libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin")
P = C.c_void_p

NUMBERS = {
    "int": C.c_int, "unsigned int": C.c_uint, "long": C.c_long, "long long": C.c_longlong, "unsigned long": C.c_ulong,
    "unsigned long long": C.c_ulonglong, "size_t": C.c_size_t, "double": C.c_double,
}
HANDLES = (
    "virConnectPtr", "virDomainPtr", "virNetworkPtr", "virStoragePoolPtr", "virInterfacePtr", "virNodeDevicePtr", "virStreamPtr",
    "virStorageVolPtr", "virDomainSnapshotPtr", "virDomainCheckpointPtr", "virSecretPtr", "virNWFilterPtr", "virNWFilterBindingPtr",
    "virNetworkPortPtr",
)
BINDING = b"<filterbinding><owner><name>test</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner><portdev name='vnet0'/>" \
    b"<mac address='52:54:00:00:00:0c'/><filterref filter='filt'/></filterbinding>"
PORT = b"<networkport><uuid>00010203-0405-0607-0809-0a0b0c0d0e0f</uuid><owner><name>test</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner>" \
    b"<mac address='52:54:00:00:00:0b'/><plug type='bridge' bridge='virbr0'/></networkport>"


class VirError(C.Structure):
    _fields_ = [
        ("code", C.c_int), ("domain", C.c_int), ("message", C.c_char_p), ("level", C.c_int), ("conn", P), ("dom", P),
        ("str1", C.c_char_p), ("str2", C.c_char_p), ("str3", C.c_char_p), ("int1", C.c_int), ("int2", C.c_int), ("net", P),
    ]


class Function:
    """A public function: name, library, result type, and the types and names of its arguments."""

    def __init__(self, library, node):
        self.library = library
        self.name = node.get("name")
        self.result = node.find("return").get("type")
        self.arguments = [(arg.get("type"), arg.get("name")) for arg in node.findall("arg")]


def functions():
    found = []
    for library in LIBRARIES:
        path = os.path.join(API, f"{library}-api.xml")
        for node in tree.parse(path).getroot().iter("function"):
            found.append(Function(library, node))
    return sorted(found, key=lambda one: (LIBRARIES.index(one.library), one.name))


class Libraries:
    """The four libraries, and the objects that calls are made on."""

    def __init__(self):
        self.by_name = {name: C.CDLL(f"{name}.so.0") for name in LIBRARIES}
        self.virt = self.by_name["libvirt"]
        self.virt.virGetLastError.restype = C.POINTER(VirError)
        self.quiet = C.CFUNCTYPE(None, P, P)(lambda *_: None)
        self.virt.virSetErrorFunc(None, self.quiet)
        self.virt.virInitialize()
        self.uuid = (C.c_ubyte * 16)(*range(16))
        self.never = C.CFUNCTYPE(C.c_int, P, P, P, P)(lambda *_: -1)
        self.kept = []

    def has(self, function):
        return hasattr(self.by_name[function.library], function.name)

    def pointer(self, name, *arguments):
        call = getattr(self.virt, name)
        call.restype = P
        return call(*[P(a) if isinstance(a, int) and a > 2**31 else a for a in arguments])

    def open(self, uri, read_only=False):
        return self.pointer("virConnectOpenReadOnly" if read_only else "virConnectOpen", uri.encode())

    def private(self, name, *arguments):
        """What the reference's test driver lacks is made by the constructors that libvirt keeps to itself."""
        return self.pointer(name, *arguments) if hasattr(self.virt, name) else None

    def handle(self, kind, conn, writer=None):
        """An object of this kind on `conn`; `writer` is the connection that may create what is missing."""
        writer = writer or conn
        if kind == "virConnectPtr":
            return conn
        if kind == "virDomainPtr":
            return self.pointer("virDomainLookupByName", conn, b"test")
        if kind == "virNetworkPtr":
            return self.pointer("virNetworkLookupByName", conn, b"default")
        if kind == "virStoragePoolPtr":
            return self.pointer("virStoragePoolLookupByName", conn, b"default-pool")
        if kind == "virInterfacePtr":
            return self.pointer("virInterfaceLookupByName", conn, b"eth1")
        if kind == "virNodeDevicePtr":
            return self.pointer("virNodeDeviceLookupByName", conn, b"computer")
        if kind == "virStreamPtr":
            return self.pointer("virStreamNew", conn, 0)
        if kind == "virStorageVolPtr":
            self.pointer("virStorageVolCreateXML", self.handle("virStoragePoolPtr", writer),
                         b"<volume><name>volx</name><capacity>1000000</capacity></volume>", 0)
            return self.pointer("virStorageVolLookupByName", self.handle("virStoragePoolPtr", conn), b"volx")
        if kind == "virDomainSnapshotPtr":
            self.pointer("virDomainSnapshotCreateXML", self.handle("virDomainPtr", writer),
                         b"<domainsnapshot><name>snapx</name></domainsnapshot>", 0)
            return self.pointer("virDomainSnapshotLookupByName", self.handle("virDomainPtr", conn), b"snapx", 0)
        if kind == "virDomainCheckpointPtr":
            made = self.private("virGetDomainCheckpoint", self.handle("virDomainPtr", conn), b"chk")
            if not made:
                self.pointer("virDomainCheckpointCreateXML", self.handle("virDomainPtr", writer),
                             b"<domaincheckpoint><name>chk</name></domaincheckpoint>", 0)
                made = self.pointer("virDomainCheckpointLookupByName", self.handle("virDomainPtr", conn), b"chk", 0)
            return made
        if kind == "virSecretPtr":
            made = self.private("virGetSecret", conn, self.uuid, 1, b"usage")
            if not made:
                self.pointer("virSecretDefineXML", writer, b"<secret><uuid>00010203-0405-0607-0809-0a0b0c0d0e0f</uuid></secret>", 0)
                made = self.pointer("virSecretLookupByUUID", conn, self.uuid)
            return made
        if kind == "virNWFilterPtr":
            made = self.private("virGetNWFilter", conn, b"filt", self.uuid)
            if not made:
                self.pointer("virNWFilterDefineXML", writer, b"<filter name='filt'/>")
                made = self.pointer("virNWFilterLookupByName", conn, b"filt")
            return made
        if kind == "virNWFilterBindingPtr":
            made = self.private("virGetNWFilterBinding", conn, b"vnet0", b"filt")
            if not made:
                self.handle("virNWFilterPtr", writer)
                self.pointer("virNWFilterBindingCreateXML", writer, BINDING, 0)
                made = self.pointer("virNWFilterBindingLookupByPortDev", conn, b"vnet0")
            return made
        if kind == "virNetworkPortPtr":
            made = self.private("virGetNetworkPort", self.handle("virNetworkPtr", conn), self.uuid)
            if not made:
                self.pointer("virNetworkPortCreateXML", self.handle("virNetworkPtr", writer), PORT, 0)
                made = self.pointer("virNetworkPortLookupByUUID", self.handle("virNetworkPtr", conn), self.uuid)
            return made
        return None

    def buffer(self, size=4096, text=b""):
        made = C.create_string_buffer(text, max(size, len(text) + 1))
        self.kept.append(made)
        return C.cast(made, P)

    def value(self, function, index, conn, writer=None):
        """A sensible value for an argument."""
        kind, name = function.arguments[index]
        if name == "fd" and kind == "int":
            self.kept.append(socket.socketpair())
            return C.c_int(self.kept[-1][0].fileno())
        if kind in NUMBERS:
            return NUMBERS[kind](0 if name == "flags" else 1)
        if kind in HANDLES:
            return P(self.handle(kind, conn, writer))
        if kind == "const char *":
            return self.buffer(64, {
                "xml": b"<domain/>", "name": b"nosuch", "uuidstr": b"00010203-0405-0607-0809-0a0b0c0d0e0f", "path": b"/nonexistent/x",
            }.get(name, b"x"))
        if kind == "virTypedParameterPtr":
            made = C.create_string_buffer(b"x", 4096)
            C.c_int.from_buffer(made, 80).value = 1
            self.kept.append(made)
            return C.cast(made, P)
        if kind in ("const char **", "virDomainPtr *"):
            first = b"a" if kind == "const char **" else self.handle("virDomainPtr", conn)
            made = (C.c_char_p * 4)(first) if kind == "const char **" else (P * 4)(first)
            self.kept.append(made)
            return C.cast(made, P)
        if kind == "virConnectAuthPtr":
            return P(P.in_dll(self.virt, "virConnectAuthPtrDefault").value)
        if kind.endswith(("Func", "Callback")):
            return C.cast(self.never, P)
        return self.buffer(65536)

    def call(self, function, arguments):
        """Calls; what came back, and the error as text or None."""
        entry = getattr(self.by_name[function.library], function.name)
        entry.restype = None if function.result == "void" else NUMBERS.get(function.result, P)
        self.virt.virResetLastError()
        value = entry(*arguments)
        last = self.virt.virGetLastError()
        error = None
        if last and last.contents.code:
            one = last.contents
            text = lambda raw: raw.decode("utf-8", "replace") if raw is not None else None
            error = [one.code, one.domain, text(one.message), one.level, text(one.str1), text(one.str2), text(one.str3), one.int1, one.int2]
        if function.result == "void":
            return "void", error
        if function.result in NUMBERS:
            return str(value), error
        return ("pointer" if value else "NULL"), error


def child(work, seconds=5):
    """Runs `work` in a child process; its result, or the name of the signal that ended it."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reader)
            signal.alarm(seconds)
            null = os.open("/dev/null", os.O_RDWR)
            for number in (0, 1, 2):
                os.dup2(null, number)
            with os.fdopen(writer, "w") as out:
                try:
                    json.dump(work(), out)
                except Exception as error:  # noqa: BLE001 - the parent prints it
                    json.dump({"exception": repr(error)}, out)
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as inn:
        text = inn.read()
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        return {"signal": signal.Signals(os.WTERMSIG(status)).name}
    return json.loads(text)
