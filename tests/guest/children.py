"""What QEMU is given: descriptors and environment that are meant for it and no others; its output in its log."""

import os
import stat

import libvirt

from support import Guest, Root, main

CANARY = "FERROVIRT_CANARY"


def descriptors(process):
    """Each open file of a process: its number and what it is."""
    return {int(number): os.readlink(f"/proc/{process}/fd/{number}") for number in os.listdir(f"/proc/{process}/fd")}


def test_descriptors_and_environment():
    os.environ[CANARY] = "of-the-owner"
    os.environ["QEMU_AUDIO_DRV"] = "alsa"
    with Root() as root:
        # A file and a socket of the owner's that were made without close-on-exec, as a careless program has them.
        canary = root.path / "canary"
        canary.write_text("not for children")
        careless = os.open(canary, os.O_RDONLY)
        os.set_inheritable(careless, True)
        high = os.dup2(careless, 200, inheritable=True)
        reader, writer = os.pipe()
        os.set_inheritable(writer, True)
        guest = Guest(root)
        guest.start()
        guest.says("board up")
        process = guest.process()
        files = descriptors(process)
        for number, what in files.items():
            assert str(canary) not in what, f"descriptor {number} is the owner's {what}"
        pipe = os.readlink(f"/proc/self/fd/{writer}")
        assert pipe not in files.values(), f"the owner's {pipe} is in {files}"
        assert files[0] == "/dev/null", files[0]
        for number in (1, 2):
            what = os.stat(f"/proc/{process}/fd/{number}")
            assert files[number].endswith("guest.log") or stat.S_ISFIFO(what.st_mode), files[number]
        environment = dict(
            word.split("=", 1) for word in open(f"/proc/{process}/environ").read().split("\0") if "=" in word
        )
        assert CANARY not in environment, environment
        allowed = {
            "LC_ALL", "PATH", "HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "USER", "LOGNAME", "TMPDIR", "LD_PRELOAD",
            "LD_LIBRARY_PATH", "QEMU_AUDIO_DRV",
        }  # fmt: skip
        assert set(environment) <= allowed, set(environment) - allowed
        assert environment["LC_ALL"] == "C"
        assert environment["HOME"].startswith(str(root.path)), environment["HOME"]
        assert os.readlink(f"/proc/{process}/cwd") == "/"
        mask = [line for line in open(f"/proc/{process}/status") if line.startswith("SigBlk")]
        assert os.getsid(process) != os.getsid(0), "QEMU is in the owner's session"
        assert int(mask[0].split()[1], 16) & (1 << 14) == 0, "SIGTERM is blocked"
        os.close(high)
        os.close(careless)
        os.close(reader)
        os.close(writer)


def test_no_zombies():
    with Root() as root:
        guest = Guest(root)
        for _ in range(3):
            guest.start()
            guest.domain.destroy()
        children = open(f"/proc/self/task/{os.getpid()}/children").read().split()
        states = {child: open(f"/proc/{child}/stat").read().rsplit(")", 1)[1].split()[0] for child in children}
        assert "Z" not in states.values(), states


def test_descriptors_of_the_owner_do_not_grow():
    with Root() as root:
        guest = Guest(root)
        guest.start()
        guest.domain.destroy()
        before = len(os.listdir("/proc/self/fd"))
        for _ in range(5):
            guest.domain.create()
            guest.domain.destroy()
        after = len(os.listdir("/proc/self/fd"))
        assert after <= before, f"{before} descriptors became {after}: {descriptors(os.getpid())}"


def test_the_log_tells_the_command():
    with Root() as root:
        guest = Guest(root)
        guest.start()
        logs = [os.path.join(place, name) for place, _, names in os.walk(root.path) for name in names if name == "guest.log"]
        words = open(logs[0]).read()
        for part in ("starting up", "LC_ALL=C", "-name guest=guest", "-uuid " + guest.domain.UUIDString()):
            assert part in words, (part, words)
        guest.domain.destroy()
        assert "shutting down, reason=destroyed" in open(logs[0]).read()
        assert libvirt.VIR_DOMAIN_SHUTOFF == guest.domain.state()[0]


def test_a_child_of_fork_that_closes_what_it_inherited_takes_nothing_away():
    with Root() as root:
        guest = Guest(root)
        guest.start()
        child = os.fork()
        if child == 0:
            code = 1
            try:
                guest.domain = None
                root.connection.close()
                code = 0
            finally:
                os._exit(code)
        assert os.waitpid(child, 0)[1] == 0, "the child could not close its connection"
        guest.domain.suspend()
        assert guest.domain.state()[0] == libvirt.VIR_DOMAIN_PAUSED
        guest.domain.destroy()


if __name__ == "__main__":
    main()
