"""What a guest can begin from: a firmware image, a disk through the BIOS, UEFI with its variables, a kernel; on each machine."""

import os
import time
import xml.etree.ElementTree as tree

import libvirt

from support import Events, Guest, Root, main

DISK = """
<disk type='file' device='{device}'>
  <driver name='qemu' type='raw'/>
  <source file='{path}'/>
  <target dev='{target}' bus='{bus}'/>
  {more}
</disk>"""


def test_firmware_image_on_pc_and_q35():
    with Root() as root:
        events = Events(root.connection)
        for machine in ("pc", "q35"):
            guest = Guest(root, name=machine, machine=machine)
            domain = guest.start()
            guest.says("board up")
            full = tree.fromstring(domain.XMLDesc(0)).find("os/type").get("machine")
            assert full.startswith(f"pc-{'i440fx' if machine == 'pc' else 'q35'}-"), full
            domain.shutdown()
            events.expect(machine, libvirt.VIR_DOMAIN_EVENT_STOPPED, libvirt.VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN)


def test_boot_sector_through_the_bios():
    with Root() as root:
        for bus, target in (("ide", "hda"), ("virtio", "vda")):
            disk = DISK.format(
                device="disk", path=root.image("board.img"), target=target, bus=bus, more="<boot order='1'/>"
            )
            guest = Guest(root, name=f"bios-{bus}", kind="bios", kvm=False, devices=disk)
            guest.start()
            guest.says("board up")
            guest.domain.destroy()


def test_floppy_is_booted_by_its_order():
    with Root() as root:
        floppy = root.disk("floppy.img", "1440k", "raw")
        with open(floppy, "r+b") as file:
            file.write(root.image("board.img").read_bytes()[:0x2000])
        devices = DISK.format(device="floppy", path=floppy, target="fda", bus="fdc", more="")
        guest = Guest(root, kind="bios", kvm=False, devices=devices, boot="<boot dev='fd'/>")
        guest.start()
        guest.says("board up")


def test_a_boot_menu_waits():
    with Root() as root:
        disk = DISK.format(device="disk", path=root.image("board.img"), target="hda", bus="ide", more="")
        guest = Guest(
            root, kind="bios", kvm=False, devices=disk,
            boot="<boot dev='hd'/><bootmenu enable='yes' timeout='1500'/>",
        )  # fmt: skip
        began = time.monotonic()
        guest.start()
        guest.says("board up")
        assert time.monotonic() - began > 1.5, "the menu did not wait"


def test_uefi_makes_and_keeps_its_variables():
    if not os.path.exists("/usr/share/OVMF/OVMF_CODE_4M.fd"):
        print("skipped: ovmf is not installed")
        return
    with Root() as root:
        guest = Guest(
            root, name="uefi", kind="uefi", machine="q35", kvm=False, memory=128, head="", boot="<boot dev='hd'/>"
        )
        guest.xml = guest.xml.replace("<os>", "<os firmware='efi'>")
        domain = guest.start()
        document = tree.fromstring(domain.XMLDesc(0))
        loader, nvram = document.find("os/loader"), document.find("os/nvram")
        assert loader.get("type") == "pflash" and "OVMF_CODE" in loader.text, loader.text
        assert str(root.path) in nvram.text and os.path.exists(nvram.text), nvram.text
        assert os.path.getsize(nvram.text) == os.path.getsize(nvram.get("template"))
        guest.says("BdsDxe")
        domain.destroy()
        # Its variables are left for the next start, and undefine wants to be told what becomes of them.
        assert os.path.exists(nvram.text)
        try:
            domain.undefine()
            raise AssertionError("undefine forgot the variables")
        except libvirt.libvirtError as error:
            assert error.get_error_code() == libvirt.VIR_ERR_OPERATION_INVALID, error
        domain.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_NVRAM)
        assert not os.path.exists(nvram.text)


def test_kernel_with_initrd():
    with Root() as root:
        for machine in ("pc", "q35"):
            guest = Guest(root, name=f"linux-{machine}", kind="linux", machine=machine)
            domain = guest.start()
            guest.says("linux up")
            domain.shutdown()
            guest.says("powering off")


def test_a_missing_image_is_named():
    with Root() as root:
        guest = Guest(root, kind="bios", boot="<loader readonly='yes' type='rom'>/nowhere/board.rom</loader>")
        domain = guest.define()
        try:
            domain.create()
            raise AssertionError("it started")
        except libvirt.libvirtError as error:
            assert "/nowhere/board.rom" in str(error), error
        assert domain.isActive() == 0
        assert not root.processes()


if __name__ == "__main__":
    main(linux=True)
