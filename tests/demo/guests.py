"""Guests from Python: list, define, start, snapshot, revert, stop."""

import libvirt

GUEST = """
<domain type='test'>
  <name>{name}</name>
  <memory unit='MiB'>256</memory>
  <vcpu>2</vcpu>
  <os><type>hvm</type></os>
</domain>
"""

STATES = {
    libvirt.VIR_DOMAIN_RUNNING: "running",
    libvirt.VIR_DOMAIN_PAUSED: "paused",
    libvirt.VIR_DOMAIN_SHUTOFF: "shut off",
}


def show(conn, what):
    guests = sorted(conn.listAllDomains(), key=lambda guest: guest.name())
    words = [f"{guest.name()} ({STATES.get(guest.state()[0], 'other')})" for guest in guests]
    print(f"  {what:<28} {', '.join(words)}")


def main():
    number = libvirt.getVersion()
    version = f"{number // 1000000}.{number // 1000 % 1000}.{number % 1000}"
    conn = libvirt.open("test:///default")
    print(f"\nPython, on {conn.getURI()}, library {version}")
    show(conn, "at first")

    guest = conn.defineXML(GUEST.format(name="python-guest"))
    show(conn, "defined python-guest")
    guest.create()
    show(conn, "started it")

    snapshot = guest.snapshotCreateXML("<domainsnapshot><name>fresh</name></domainsnapshot>")
    guest.suspend()
    show(conn, f"snapshot '{snapshot.getName()}', paused")
    guest.revertToSnapshot(snapshot)
    show(conn, "reverted to the snapshot")
    memory, vcpus = guest.info()[2], guest.info()[3]
    print(f"  {'it has':<28} {memory // 1024} MiB and {vcpus} CPUs, snapshots: {guest.snapshotListNames()}")

    guest.destroy()
    show(conn, "stopped it")
    snapshot.delete()
    guest.undefine()
    show(conn, "undefined it")

    libvirt.registerErrorHandler(lambda _, error: None, None)
    try:
        conn.lookupByName("nobody")
    except libvirt.libvirtError as error:
        print(f"  {'looked for nobody':<28} {error}")
    conn.close()


main()
