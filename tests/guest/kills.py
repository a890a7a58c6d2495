"""The owner killed with -9 at random moments of its work, again and again: no guest is lost, none is left over, no definition
is damaged, and the next open is clean.

`kills.py` kills ten times, `kills.py NUMBER` so often; FERROVIRT_SEED repeats a run."""

import collections
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as tree

import libvirt

import support
from support import Guest, Root

GUESTS = ("one", "two", "three")
WORK = """
import sys, time
sys.path.insert(0, {here!r})
import random, support, libvirt
support.quiet()
support.event_loop()
root = support.Root(connect=False, path={path!r})
root.open()
chance = random.Random({seed})
said = open({journal!r}, "a", buffering=1)
print("open", flush=True)
live = libvirt.VIR_DOMAIN_AFFECT_LIVE
while True:
    name = chance.choice({guests!r})
    disk = "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='" + {path!r} + "/" + name \\
        + ".raw'/><target dev='vdb' bus='virtio'/></disk>"
    work = chance.choice(("define", "start", "plug", "unplug", "save", "destroy", "undefine"))
    try:
        if work == "define":
            text = open({path!r} + "/" + name + ".xml").read().replace("MEMORY", str(chance.randrange(16, 40)))
            root.connection.defineXML(text)
            said.write("defined " + name + "\\n")
            continue
        guest = root.connection.lookupByName(name)
        if work == "start":
            guest.create()
            said.write("started " + name + "\\n")
        elif work == "plug":
            guest.attachDeviceFlags(disk, live)
            said.write("plugged " + name + "\\n")
        elif work == "unplug":
            guest.detachDeviceFlags(disk, live)
        elif work == "save":
            guest.managedSave()
            said.write("saved " + name + "\\n")
        elif work == "destroy" and chance.random() < 0.5:
            said.write("ends " + name + "\\n")
            guest.destroy()
        elif work == "undefine" and chance.random() < 0.3:
            said.write("ends " + name + "\\n")
            if guest.isActive():
                guest.destroy()
            said.write("undefines " + name + "\\n")
            guest.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)
    except libvirt.libvirtError as error:
        if error.get_error_code() == libvirt.VIR_ERR_NO_SUPPORT:
            print("refused: " + str(error), flush=True)
            raise
"""


class Journal:
    """What the owner has done for certain: each guest that must be defined, and each that must run or be saved."""

    def __init__(self):
        self.defined, self.alive, self.counts = set(), set(), collections.Counter()

    def read(self, path):
        for line in path.read_text().splitlines():
            word, name = line.split()
            self.counts[word] += 1
            if word == "defined":
                self.defined.add(name)
            elif word in ("started", "saved"):
                self.alive.add(name)
            elif word == "ends":
                self.alive.discard(name)
            elif word == "undefines":
                self.defined.discard(name)
        path.write_text("")


def names_of(processes):
    """The guests whose QEMU those processes are."""
    names = []
    for process in processes:
        try:
            words = pathlib.Path(f"/proc/{process}/cmdline").read_bytes()
        except OSError:
            continue
        found = re.search(rb"guest=([a-z]+),?", words)
        if found:
            names.append(found.group(1).decode())
    return names


def check(root, journal, problems):
    """Opens the root as the next owner and compares what it finds with what was done."""
    began = time.monotonic()
    root.open()
    took = time.monotonic() - began
    domains = {domain.name(): domain for domain in root.connection.listAllDomains()}
    lost = journal.defined - set(domains)
    if lost:
        problems.append(f"definitions lost: {lost}")
    for name, domain in domains.items():
        document = tree.fromstring(domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE))
        if document.find("name").text != name or document.find("uuid").text != domain.UUIDString():
            problems.append(f"{name} has another's definition")
    # A guest that was about to end may end while we look.
    end = time.monotonic() + 10
    while True:
        states = {name: domain.state() for name, domain in domains.items()}
        running = {name for name, domain in domains.items() if domain.isActive()}
        emulators = names_of(root.processes())
        if sorted(emulators) == sorted(running) or time.monotonic() > end:
            break
        time.sleep(0.05)
    if sorted(emulators) != sorted(running):
        problems.append(f"QEMU runs for {sorted(emulators)}, the driver knows of {sorted(running)}")
    for name in running:
        if states[name][0] not in (libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_PAUSED):
            problems.append(f"{name} runs in state {states[name]}")
    for name in journal.alive & set(domains):
        if name not in running and not domains[name].hasManagedSaveImage():
            problems.append(f"{name} was started or saved, and is neither: {domains[name].state()}")
    left = [str(file) for file in root.path.rglob("*.new")] + [str(file) for file in root.path.rglob("*.tmp")]
    if left:
        problems.append(f"half-written files: {left}")
    return took, len(running)


def next_owner(root, journal):
    """The check in a process of its own, for it becomes the owner; what is wrong is what it prints."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        problems = []
        try:
            took, running = check(root, journal, problems)
            os.write(writer, f"{took} {running}\n".encode())
        except BaseException as error:  # all of them are told to the parent
            problems.append(f"the next open failed: {error!r}")
        os.write(writer, "\n".join(problems).encode())
        os._exit(1 if problems else 0)
    os.close(writer)
    with os.fdopen(reader) as lines:
        words = lines.read()
    os.waitpid(child, 0)
    return words


def main():
    if support.EMULATOR is None:
        print("skipped: QEMU is not installed")
        sys.exit(77)
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    seed = int(os.environ.get("FERROVIRT_SEED", time.time_ns() % 1000000))
    chance = random.Random(seed)
    support.quiet()
    support.make_images(False)
    root = Root(connect=False)
    journal, opened, failed = Journal(), [], 0
    try:
        for name in GUESTS:
            guest = Guest(root, name=name)
            (root.path / f"{name}.xml").write_text(guest.xml.replace("<memory unit='MiB'>16", "<memory unit='MiB'>MEMORY"))
            root.disk(f"{name}.raw", "1M", "raw")
        record = root.path / "journal"
        record.write_text("")
        for number in range(times):
            words = WORK.format(
                here=str(support.HERE), path=str(root.path), seed=seed + number, journal=str(record), guests=GUESTS
            )  # fmt: skip
            owner = subprocess.Popen([sys.executable, "-c", words], stdout=subprocess.PIPE, text=True)
            assert owner.stdout.readline() == "open\n", "the owner did not come up"
            time.sleep(chance.uniform(0.02, 1.5))
            owner.send_signal(signal.SIGKILL)
            owner.wait()
            said = owner.stdout.read()
            assert not said, said
            journal.read(record)
            first, _, problems = next_owner(root, journal).partition("\n")
            if problems or not first:
                failed += 1
                print(f"kill {number} (seed {seed}): {first} {problems}")
            else:
                opened.append(float(first.split()[0]))
    finally:
        root.remove()
        shown = f"the next open took {max(opened) * 1000:.0f} ms at most" if opened else "none was clean"
        done = ", ".join(f"{journal.counts[word]} {word}" for word in ("defined", "started", "plugged", "saved"))
        print(f"{times} kills, {failed} with problems (seed {seed}); between them guests {done}; {shown}")
    left = support.processes(root.path)
    assert not left, f"processes left: {left}"
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
