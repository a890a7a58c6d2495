"""What the tests with real guests share: a private root, guests of every kind, waiting with an end, and events.

A test file defines functions named test_*; `main()` runs those that the command line names, or all, each in a process of
its own, for a process has one embedded driver. It ends with 77 when there is no QEMU, with 1 when a test failed.

FERROVIRT_TCG=1: nothing uses KVM. FERROVIRT_REFERENCE=DIR: the library is Debian's own, whose probing is slow; DIR keeps
its results."""

import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import uuid

import libvirt

HERE = pathlib.Path(__file__).resolve().parent
IMAGES = pathlib.Path(os.environ.get("FERROVIRT_GUESTS", HERE.parent.parent / "target/guest"))
EMULATOR = shutil.which("qemu-system-x86_64")
CMDLINE = (
    "console=ttyS0 quiet panic=-1 no_timer_check tsc=reliable cryptomgr.notests mitigations=off random.trust_cpu=on"
)
REFERENCE = os.environ.get("FERROVIRT_REFERENCE")
# How long one test may take.
LIMIT = 240
# How long a guest may take for what it does at once; other work may share the machine.
PATIENCE = float(os.environ.get("FERROVIRT_PATIENCE", "60"))


def until(what, condition, seconds=None):
    """Waits until `condition()` is true and returns its value; fails, saying `what` did not happen, at the end."""
    end = time.monotonic() + (seconds or PATIENCE)
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not happen in {seconds or PATIENCE:g} s")
        time.sleep(0.005)


def refuses(code, call, *arguments):
    """The error's words, when `call` fails with that code (or one of a tuple of them); anything else is a failure."""
    codes = code if isinstance(code, tuple) else (code,)
    try:
        value = call(*arguments)
    except libvirt.libvirtError as error:
        assert error.get_error_code() in codes, f"error {error.get_error_code()}, not {code}: {error}"
        return str(error)
    raise AssertionError(f"{call} answered {value!r} where error {code} was expected")


def kvm_works():
    """Whether this machine starts guests with KVM."""
    if os.environ.get("FERROVIRT_TCG") == "1":
        return False
    try:
        os.close(os.open("/dev/kvm", os.O_RDWR | os.O_CLOEXEC))
        return True
    except OSError:
        return False


_loop = threading.Lock()
_running = False


def event_loop():
    """The default event loop, run by a thread of its own: the embedded driver needs one before it is opened."""
    global _running
    with _loop:
        if _running:
            return
        libvirt.virEventRegisterDefaultImpl()

        def run():
            while True:
                libvirt.virEventRunDefaultImpl()

        threading.Thread(target=run, daemon=True, name="events").start()
        _running = True


NEW_MOUNTS, NEW_NETWORK = 0x20000, 0x40000000


def system(name, *arguments):
    """A call of the C library that answers 0 when it is well."""
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*arguments) != 0:
        raise OSError(ctypes.get_errno(), f"{name}: {os.strerror(ctypes.get_errno())}")


def mount(source, target, kind=None, flags=0, options=None):
    system("mount", os.fsencode(source), os.fsencode(target), kind, ctypes.c_ulong(flags), options)


def leave_namespaces(which):
    """Namespaces of the test's own: what is mounted in them stays in them."""
    system("unshare", which)
    mount("none", "/", flags=0x4000 | 1 << 18)


def processes(directory):
    """The numbers of the processes that guests consist of and that name the directory on their command line."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit() and int(entry) != os.getpid():
            try:
                words = pathlib.Path("/proc", entry, "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if os.path.basename(words[0]).startswith((b"qemu", b"swtpm", b"passt")) and any(
                str(directory).encode() in word for word in words
            ):
                found.append(int(entry))
    return found


class Root:
    """A private root directory, a connection to the driver in it, and what is left of it taken away at the end."""

    def __init__(self, connect=True, settings="", path=None):
        # `settings` are what qemu.conf says; `path` is another process's root.
        self.path = pathlib.Path(path or tempfile.mkdtemp(prefix="fvg-"))
        self.path.chmod(0o755)
        self.uri = f"qemu:///embed?root={self.path}/root"
        self.settings = settings
        self.connection = None
        if connect:
            self.open()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()

    def open(self):
        event_loop()
        if not os.path.exists(self.path / "root"):
            settings = self.settings
            if "remote_display_port" not in settings:
                # Tests that run at once have ports of their own.
                first = 20000 + os.getpid() % 400 * 50
                settings += f"\nremote_display_port_min = {first}\nremote_display_port_max = {first + 49}\n"
            if REFERENCE:
                settings += '\nstdio_handler = "file"\nuser = "root"\ngroup = "root"\n'
            if settings:
                (self.path / "root/etc").mkdir(parents=True)
                (self.path / "root/etc/qemu.conf").write_text(settings)
            if REFERENCE and os.path.isdir(REFERENCE):
                shutil.copytree(REFERENCE, self.path / "root/cache")
        self.connection = libvirt.open(self.uri)
        return self.connection

    def image(self, name):
        """A copy of one of our images, where a QEMU of another user reaches it."""
        copy = self.path / name
        if not copy.exists():
            shutil.copy(IMAGES / name, copy)
            copy.chmod(0o644)
        return copy

    def disk(self, name, size="16M", kind="qcow2", *options):
        """A new disk image."""
        path = self.path / name
        subprocess.run(
            ["qemu-img", "create", "-q", "-f", kind, *options, path, size], check=True, stdin=subprocess.DEVNULL
        )
        path.chmod(0o666)
        return path

    def remove(self):
        """Ends every guest of this root, closes the connection and removes the directory."""
        if self.connection is not None:
            for guest in self.connection.listAllDomains():
                try:
                    if guest.isActive():
                        guest.destroy()
                except libvirt.libvirtError:
                    pass
            self.connection.close()
            self.connection = None
        cache = self.path / "root/cache"
        if REFERENCE and cache.exists() and not os.path.exists(REFERENCE) and os.path.isdir(os.path.dirname(REFERENCE)):
            shutil.copytree(cache, REFERENCE)
        for process in self.processes():
            os.kill(process, signal.SIGKILL)
        shutil.rmtree(self.path, ignore_errors=True)

    def processes(self):
        """The numbers of the processes that were started for this root."""
        return processes(self.path)


OWNER = """
import sys
sys.path.insert(0, {here!r})
import support, libvirt
support.quiet()
root = support.Root(connect=False, path={path!r})
root.open()
{what}
print("ready", flush=True)
sys.stdin.read()
"""


class Owner:
    """Another process that has the root open and has done `what` in it."""

    def __init__(self, root, what):
        words = OWNER.format(here=str(HERE), path=str(root.path), what=what)
        self.process = subprocess.Popen([sys.executable, "-c", words], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        assert line == b"ready\n", line

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def leave(self):
        self.process.stdin.close()
        self.process.wait()


class Guest:
    """A guest's description, from which its document is made, and what its serial port said."""

    def __init__(
        self, root, name="guest", kind="board", machine="pc", memory=16, vcpus="1", kvm=None, devices="", extra="",
        features="<acpi/>", usb=False, serial=True, head="", boot="",
    ):  # fmt: skip
        self.root, self.name, self.domain = root, name, None
        # Linux is quick without KVM everywhere, and not with it on hosts that emulate its instructions.
        kvm = (kind == "board" and kvm_works()) if kvm is None else kvm
        self.log = root.path / f"{name}.serial"
        if serial:
            self.log.touch()
            self.log.chmod(0o666)
        if kind == "board":
            boot = boot or f"<loader readonly='yes' type='rom'>{root.image('board.rom')}</loader>"
        elif kind == "linux":
            memory = max(memory, 160)
            boot = (
                f"<kernel>{root.image('vmlinux')}</kernel><initrd>{root.image('initrd.img')}</initrd>"
                f"<cmdline>{CMDLINE}</cmdline>"
            )
        listener = (
            f"<serial type='pty'><log file='{self.log}' append='on'/><target port='0'/></serial><console type='pty'/>" if serial else ""
        )
        self.xml = f"""
<domain type='{"kvm" if kvm else "qemu"}'{head}>
  <name>{name}</name>
  <uuid>{uuid.uuid4()}</uuid>
  <memory unit='MiB'>{memory}</memory>
  <vcpu{" current='" + vcpus.split("/")[0] + "'" if "/" in vcpus else ""}>{vcpus.split("/")[-1]}</vcpu>
  <os><type arch='x86_64' machine='{machine}'>hvm</type>{boot}</os>
  <features>{features}</features>
  {extra}
  <devices>
    <emulator>{EMULATOR}</emulator>
    {"" if usb else "<controller type='usb' model='none'/>"}
    {listener}
    {devices}
    {"" if "<memballoon" in devices else "<memballoon model='none'/>"}
  </devices>
</domain>"""

    def define(self):
        self.domain = self.root.connection.defineXML(self.xml)
        return self.domain

    def start(self, flags=0):
        self.define().createWithFlags(flags)
        return self.domain

    def create(self, flags=0):
        """A transient guest."""
        self.domain = self.root.connection.createXML(self.xml, flags)
        return self.domain

    def said(self):
        return self.log.read_bytes().decode(errors="replace")

    def says(self, words, times=1, seconds=None):
        """Waits until the serial port has said the words so often."""
        try:
            until(f"{self.name} saying {words!r}", lambda: self.said().count(words) >= times, seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}; it said {self.said()[-300:]!r}") from None

    def process(self):
        """The number of its QEMU, which is told by the guest's name on the command line."""
        name = f"guest={self.name},".encode()
        for process in self.root.processes():
            try:
                words = pathlib.Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if any(word == name[:-1] or word.startswith(name) for word in words):
                return process
        return None


class Param(ctypes.Structure):
    """virTypedParameter with an unsigned long long."""

    _fields_ = (("field", ctypes.c_char * 80), ("type", ctypes.c_int), ("value", ctypes.c_ulonglong))


class Newer:
    """Functions of a domain that Debian's binding does not have yet, called in the library itself."""

    def __init__(self, domain):
        self.library, self.kept = ctypes.CDLL("libvirt.so.0"), domain
        pointer = ctypes.pythonapi.PyCapsule_GetPointer
        pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
        self.domain = ctypes.c_void_p(pointer(domain._o, b"virDomainPtr"))

    def call(self, function, *arguments):
        if getattr(self.library, function)(self.domain, *arguments) != 0:
            raise libvirt.libvirtError(f"{function}() failed")

    def autostart_once(self):
        value = ctypes.c_int(-1)
        self.call("virDomainGetAutostartOnce", ctypes.byref(value))
        return value.value

    def set_autostart_once(self, on):
        self.call("virDomainSetAutostartOnce", ctypes.c_int(on))

    def set_throttle_group(self, group, limits, flags):
        kind = libvirt.VIR_TYPED_PARAM_ULLONG
        params = (Param * len(limits))(*(Param(name.encode(), kind, value) for name, value in limits.items()))
        self.call("virDomainSetThrottleGroup", group.encode(), params, ctypes.c_int(len(limits)), ctypes.c_uint(flags))

    def delete_throttle_group(self, group, flags):
        self.call("virDomainDelThrottleGroup", group.encode(), ctypes.c_uint(flags))


class Events:
    """Every lifecycle event of a connection, as (guest, event, detail), and others that are asked for."""

    def __init__(self, connection, *others):
        self.connection, self.seen = connection, []
        self.ids = [
            connection.domainEventRegisterAny(
                None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, lambda c, d, e, t, o: self.seen.append((d.name(), e, t)), None
            )
        ]
        for other in others:
            self.ids.append(
                connection.domainEventRegisterAny(
                    None, other, lambda c, d, *rest, o=other: self.seen.append((d.name(), ("event", o), rest[:-1])), None
                )
            )

    def expect(self, name, event, detail=None, seconds=None):
        """Waits for an event, and returns its detail; the events before it and itself are then forgotten."""

        def find():
            for place, (guest, happened, what) in enumerate(list(self.seen)):
                if guest == name and happened == event and (detail is None or what == detail):
                    del self.seen[: place + 1]
                    return (what,)
            return None

        try:
            return until(f"event {event}/{detail} of {name}", find, seconds)[0]
        except AssertionError as error:
            raise AssertionError(f"{error}; there were {self.seen}") from None

    def other(self, name, event, seconds=None):
        return self.expect(name, ("event", event), None, seconds)

    def close(self):
        for number in self.ids:
            self.connection.domainEventDeregisterAny(number)


class Console:
    """A console or channel as a stream of bytes in both directions."""

    def __init__(self, domain, device=None, flags=libvirt.VIR_DOMAIN_CONSOLE_FORCE, channel=False):
        self.stream = domain.connect().newStream(libvirt.VIR_STREAM_NONBLOCK)
        (domain.openChannel if channel else domain.openConsole)(device, self.stream, flags)
        self.got = b""

    def send(self, data):
        sent = 0
        end = time.monotonic() + PATIENCE
        while sent < len(data):
            done = self.stream.send(data[sent:])
            if done == -2:
                assert time.monotonic() < end, "the console took no more"
                time.sleep(0.005)
            else:
                sent += done

    def expect(self, words, seconds=None):
        """Waits for the bytes; what came before them and they themselves are then forgotten."""

        def more():
            if words not in self.got:
                data = self.stream.recv(4096)
                if data == -2:
                    return False
                assert data, f"the console ended after {self.got!r}"
                self.got += data
            return words in self.got

        until(f"{words!r} on the console", more, seconds)
        self.got = self.got.split(words, 1)[1]

    def close(self):
        try:
            self.stream.abort()
        except libvirt.libvirtError:
            pass


def quiet():
    """Errors reach us as exceptions; the library need not print them too."""
    libvirt.registerErrorHandler(lambda _, error: None, None)


def make_images(linux):
    subprocess.run([HERE / "make", *(["--linux"] if linux else []), IMAGES], check=True)


def run(call, output):
    """One test in a child process: whether it passed, with what it printed and the time it took."""
    began = time.monotonic()
    place = tempfile.mkdtemp(prefix="fv-")
    os.chmod(place, 0o755)
    child = os.fork()
    if child == 0:
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
        tempfile.tempdir = place
        code = 1
        try:
            call()
            code = 0
        except BaseException:  # whatever it is, the parent tells it
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    status = None
    while status is None:
        done, how = os.waitpid(child, os.WNOHANG)
        if done:
            status = os.waitstatus_to_exitcode(how)
        elif time.monotonic() - began > LIMIT:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            status = f"not done after {LIMIT:g} s"
        else:
            time.sleep(0.02)
    left = processes(place)
    for process in left:
        os.kill(process, signal.SIGKILL)
    shutil.rmtree(place, ignore_errors=True)
    if status == 0 and left:
        status = f"left processes {left}"
    return status, time.monotonic() - began


def main(linux=False):
    """Runs the tests of the calling file."""
    if EMULATOR is None or shutil.which("qemu-img") is None:
        print("skipped: QEMU (qemu-system-x86_64 and qemu-img) is not installed")
        sys.exit(77)
    for tool in ("as", "ld") + (("apt-get", "busybox") if linux else ()):
        if shutil.which(tool) is None:
            print(f"skipped: {tool}, which makes the guests, is not installed")
            sys.exit(77)
    quiet()
    make_images(linux)
    tests = {name: call for name, call in sys.modules["__main__"].__dict__.items() if name.startswith("test_")}
    queue = list(sys.argv[1:] or tests)
    failed = []
    lock = threading.Lock()

    def work():
        while True:
            with lock:
                if not queue:
                    return
                name = queue.pop(0)
            with tempfile.TemporaryFile() as output:
                status, took = run(tests[name], output)
                output.seek(0)
                words = output.read().decode(errors="replace")
            with lock:
                print(f"{'FAILED' if status else 'ok':<7} {took:6.2f} s  {name[5:].replace('_', ' ')}")
                for line in words.splitlines():
                    if not status and line.startswith("skipped"):
                        print(f"        {line}")
                if status:
                    failed.append(name)
                    print(f"{words}ended with {status}")
                sys.stdout.flush()

    workers = [threading.Thread(target=work) for _ in range(int(os.environ.get("FERROVIRT_JOBS", "2")))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    sys.exit(1 if failed else 0)
