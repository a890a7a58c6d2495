"""A guest's life: define, start, pause, reset, reboot, shut down, destroy, undefine; states, reasons and events."""

import libvirt

from support import Events, Guest, Root, main, refuses, until


def state(domain):
    return tuple(domain.state())


def test_define_start_and_shut_down():
    with Root() as root:
        events = Events(root.connection)
        guest = Guest(root)
        domain = guest.define()
        assert state(domain) == (libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_UNKNOWN), state(domain)
        assert domain.ID() == -1 and domain.isPersistent() == 1 and domain.isActive() == 0
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_DEFINED, libvirt.VIR_DOMAIN_EVENT_DEFINED_ADDED)
        domain.create()
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STARTED, libvirt.VIR_DOMAIN_EVENT_STARTED_BOOTED)
        assert state(domain) == (libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_BOOTED), state(domain)
        assert domain.ID() > 0 and domain.isActive() == 1
        assert root.connection.numOfDomains() == 1 and root.connection.listDomainsID() == [domain.ID()]
        assert root.connection.lookupByID(domain.ID()).name() == "guest"
        guest.says("board up")
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.create)
        domain.shutdown()
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_SHUTDOWN)
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN)
        assert state(domain) == (libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_SHUTDOWN), state(domain)
        until("the end of QEMU", lambda: not root.processes())
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.shutdown)
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.destroy)
        domain.undefine()
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_UNDEFINED, libvirt.VIR_DOMAIN_EVENT_UNDEFINED_REMOVED)
        refuses(libvirt.VIR_ERR_NO_DOMAIN, root.connection.lookupByName, "guest")


def test_destroy_in_every_form():
    with Root() as root:
        events = Events(root.connection)
        guest = Guest(root)
        for flags in (0, libvirt.VIR_DOMAIN_DESTROY_GRACEFUL):
            domain = guest.start()
            domain.destroyFlags(flags)
            events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_DESTROYED)
            assert state(domain) == (libvirt.VIR_DOMAIN_SHUTOFF, libvirt.VIR_DOMAIN_SHUTOFF_DESTROYED), state(domain)
            assert not root.processes(), "QEMU outlived destroy"


def test_pause_and_resume():
    with Root() as root:
        events = Events(root.connection)
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        domain.suspend()
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_SUSPENDED, libvirt.VIR_DOMAIN_EVENT_SUSPENDED_PAUSED)
        assert state(domain) == (libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_USER), state(domain)
        domain.suspend()
        domain.resume()
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_RESUMED, libvirt.VIR_DOMAIN_EVENT_RESUMED_UNPAUSED)
        assert state(domain) == (libvirt.VIR_DOMAIN_RUNNING, libvirt.VIR_DOMAIN_RUNNING_UNPAUSED), state(domain)


def test_start_paused():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start(libvirt.VIR_DOMAIN_START_PAUSED)
        assert state(domain) == (libvirt.VIR_DOMAIN_PAUSED, libvirt.VIR_DOMAIN_PAUSED_USER), state(domain)
        assert guest.said() == ""
        domain.resume()
        guest.says("board up")


def test_reset_and_reboot():
    with Root() as root:
        events = Events(root.connection, libvirt.VIR_DOMAIN_EVENT_ID_REBOOT)
        guest = Guest(root)
        domain = guest.start()
        guest.says("board up")
        domain.reset(0)
        events.other("guest", libvirt.VIR_DOMAIN_EVENT_ID_REBOOT)
        guest.says("board up", 2)
        number = domain.ID()
        domain.reboot(libvirt.VIR_DOMAIN_REBOOT_ACPI_POWER_BTN)
        guest.says("board up", 3)
        until("running again", lambda: domain.isActive() and domain.state()[0] == libvirt.VIR_DOMAIN_RUNNING)
        assert domain.ID() == number
        # A shutdown after a reboot is one.
        domain.shutdown()
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN)


def test_transient_guest():
    with Root() as root:
        guest = Guest(root)
        domain = guest.create()
        assert domain.isPersistent() == 0 and domain.isActive() == 1
        guest.says("board up")
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, domain.setAutostart, 1)
        root.connection.defineXML(domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE))
        assert domain.isPersistent() == 1
        domain.undefine()
        assert domain.isPersistent() == 0 and domain.isActive() == 1
        domain.destroy()
        refuses(libvirt.VIR_ERR_NO_DOMAIN, root.connection.lookupByName, "guest")


def test_lifecycle_actions():
    with Root() as root:
        events = Events(root.connection)
        guest = Guest(root, extra="<on_poweroff>restart</on_poweroff>")
        domain = guest.start()
        guest.says("board up")
        domain.shutdown()
        guest.says("board up", 2)
        assert domain.isActive() == 1
        domain.setLifecycleAction(
            libvirt.VIR_DOMAIN_LIFECYCLE_POWEROFF,
            libvirt.VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY,
            libvirt.VIR_DOMAIN_AFFECT_LIVE,
        )
        assert "<on_poweroff>destroy</on_poweroff>" in domain.XMLDesc(0)
        domain.shutdown()
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN)


def test_autodestroy_ends_with_the_connection():
    with Root() as root:
        other = libvirt.open(root.uri)
        guest = Guest(root, name="brief")
        other.createXML(guest.xml, libvirt.VIR_DOMAIN_START_AUTODESTROY)
        assert root.connection.lookupByName("brief").isActive() == 1
        other.close()
        until("the end of the guest", lambda: root.connection.numOfDomains() == 0)
        until("the end of QEMU", lambda: not root.processes())


def test_many_guests_have_their_own_names_and_numbers():
    with Root() as root:
        guests = [Guest(root, name=f"guest-{number}") for number in range(4)]
        for guest in guests:
            guest.start()
        for guest in guests:
            guest.says("board up")
        numbers = {guest.domain.ID() for guest in guests}
        assert len(numbers) == 4
        first, second = (guest.domain.UUIDString() for guest in guests[:2])
        other = guests[0].xml.replace(first, second)
        words = refuses(libvirt.VIR_ERR_OPERATION_FAILED, root.connection.defineXML, other)
        assert words == f"operation failed: domain 'guest-1' is already defined with uuid {second}", words


if __name__ == "__main__":
    main()
