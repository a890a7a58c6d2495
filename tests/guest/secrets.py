"""A password that a guest's screen has is told to those who may know it, and is nowhere else."""

import os
import pathlib
import xml.etree.ElementTree as tree

import libvirt

from support import Guest, Root, main, refuses

PASSWORD = "Zq7cAn4y"
DEVICES = f"""
<graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1' passwd='{PASSWORD}'/>
<video><model type='vga'/></video>"""


def test_the_password_is_told_only_when_asked():
    with Root() as root:
        guest = Guest(root, devices=DEVICES)
        domain = guest.start()
        guest.says("board up")
        assert PASSWORD not in domain.XMLDesc(0)
        assert PASSWORD in domain.XMLDesc(libvirt.VIR_DOMAIN_XML_SECURE)
        assert PASSWORD in domain.XMLDesc(libvirt.VIR_DOMAIN_XML_SECURE | libvirt.VIR_DOMAIN_XML_INACTIVE)
        reader = libvirt.openReadOnly(root.uri)
        other = reader.lookupByName("guest")
        assert PASSWORD not in other.XMLDesc(0)
        refuses(libvirt.VIR_ERR_OPERATION_DENIED, other.XMLDesc, libvirt.VIR_DOMAIN_XML_SECURE)
        reader.close()


def test_where_the_password_is_not():
    with Root() as root:
        guest = Guest(root, devices=DEVICES)
        domain = guest.start()
        guest.says("board up")
        canary = PASSWORD.encode()
        for process in root.processes():
            for place in ("cmdline", "environ"):
                assert canary not in pathlib.Path(f"/proc/{process}/{place}").read_bytes(), place
        path = root.path / "saved"
        domain.save(str(path))
        root.connection.restore(str(path))
        for place, _, names in os.walk(root.path):
            for name in names:
                file = pathlib.Path(place, name)
                if not file.is_file() or canary not in file.read_bytes():
                    continue
                # Definitions, states and saved guests hold it, readable by their owner alone.
                assert file.suffix == ".xml" or file == path, f"the password is in {file}"
                mode = file.stat().st_mode & 0o777
                assert mode == 0o600, f"{file} has the password and mode {mode:o}"


def test_another_password():
    with Root() as root:
        guest = Guest(root, devices=DEVICES)
        domain = guest.start()
        (graphics,) = tree.fromstring(domain.XMLDesc(libvirt.VIR_DOMAIN_XML_SECURE)).findall("devices/graphics")
        graphics.set("passwd", "an0ther")
        domain.updateDeviceFlags(tree.tostring(graphics).decode(), libvirt.VIR_DOMAIN_AFFECT_LIVE)
        assert "an0ther" in domain.XMLDesc(libvirt.VIR_DOMAIN_XML_SECURE)
        assert "an0ther" not in domain.XMLDesc(0)


if __name__ == "__main__":
    main()
