"""What is given out is given once: screens' ports, guests' numbers, addresses; and comes back at the guest's end."""

import socket
import threading
import xml.etree.ElementTree as tree

import libvirt

from support import Guest, Root, main, refuses

VNC = "<graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'/><video><model type='vga'/></video>"


def port(domain):
    return int(tree.fromstring(domain.XMLDesc(0)).find("devices/graphics").get("port"))


def test_ports_of_screens():
    with Root(settings="remote_display_port_min = 17300\nremote_display_port_max = 17311\n") as root:
        guests = [Guest(root, name=f"guest-{number}", devices=VNC) for number in range(12)]
        # One port of the range is another program's.
        taken = socket.socket()
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", 17305))
        taken.listen()
        failed = []

        def start(guest):
            try:
                guest.start()
            except libvirt.libvirtError as error:
                failed.append((guest, error))

        threads = [threading.Thread(target=start, args=(guest,)) for guest in guests]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        ports = sorted(port(guest.domain) for guest in guests if guest.domain.isActive())
        assert ports == [number for number in range(17300, 17312) if number != 17305], (ports, failed)
        assert len(failed) == 1, failed
        # What ended gives its port back.
        first = next(guest for guest in guests if guest.domain.isActive() and port(guest.domain) == 17303)
        first.domain.destroy()
        failed[0][0].domain.create()
        assert port(failed[0][0].domain) == 17303
        taken.close()
        numbers = {guest.domain.ID() for guest in guests if guest.domain.isActive()}
        assert len(numbers) == 11


def test_a_port_that_is_asked_for():
    with Root() as root:
        fixed = "<graphics type='vnc' port='17399' autoport='no' listen='127.0.0.1'/><video><model type='vga'/></video>"
        first, second = (Guest(root, name=name, devices=fixed) for name in ("one", "two"))
        first.start()
        domain = second.define()
        try:
            domain.create()
            raise AssertionError("two guests have one port")
        except libvirt.libvirtError:
            pass
        first.domain.destroy()
        domain.create()
        assert port(domain) == 17399


def test_names_and_uuids():
    with Root() as root:
        guest = Guest(root)
        guest.start()
        other = guest.xml.replace("<name>guest<", "<name>other<")
        refuses(libvirt.VIR_ERR_OPERATION_FAILED, root.connection.createXML, other, 0)
        refuses(libvirt.VIR_ERR_OPERATION_INVALID, root.connection.createXML, guest.xml, 0)


if __name__ == "__main__":
    main()
