"""What is kept on disk: definitions over openings, autostart, metadata, and what undefine is told to do."""

import os
import shutil
import time
import traceback
import xml.etree.ElementTree as tree

import libvirt

from support import Events, Guest, Newer, Root, main, refuses, until


def in_child(call):
    """Runs `call` in a child process, before this one has any connection."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            call()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0, "the other process failed"


def test_definitions_outlive_the_process():
    root = Root(connect=False)

    def define():
        root.open()
        guest = Guest(root, memory=32)
        domain = guest.define()
        domain.setMetadata(libvirt.VIR_DOMAIN_METADATA_TITLE, "A title", None, None, libvirt.VIR_DOMAIN_AFFECT_CONFIG)
        domain.setMetadata(
            libvirt.VIR_DOMAIN_METADATA_ELEMENT, "<ours>word</ours>", "o", "http://example.org/ours", libvirt.VIR_DOMAIN_AFFECT_CONFIG
        )  # fmt: skip
        domain.rename("renamed")
        root.connection.close()

    in_child(define)
    root.open()
    with root:
        (domain,) = root.connection.listAllDomains()
        assert domain.name() == "renamed" and domain.maxMemory() == 32 << 10
        assert domain.metadata(libvirt.VIR_DOMAIN_METADATA_TITLE, None) == "A title"
        assert domain.metadata(libvirt.VIR_DOMAIN_METADATA_ELEMENT, "http://example.org/ours") == "<ours>word</ours>"
        refuses(
            libvirt.VIR_ERR_NO_DOMAIN_METADATA, domain.metadata, libvirt.VIR_DOMAIN_METADATA_ELEMENT, "http://example.org/other"
        )


def test_autostart():
    root = Root(connect=False)

    def define():
        root.open()
        for name in ("yes", "once", "no"):
            Guest(root, name=name).define().setAutostart(1 if name == "yes" else 0)
        assert root.connection.lookupByName("yes").autostart() == 1
        Newer(root.connection.lookupByName("once")).set_autostart_once(1)
        root.connection.close()

    in_child(define)
    links = [os.path.join(place, name) for place, _, names in os.walk(root.path) for name in names if os.path.islink(os.path.join(place, name))]
    assert sorted(os.path.basename(link) for link in links) == ["once.xml.once", "yes.xml"], links
    # A host that started its guests once leaves them until it boots, which empties the state directory.
    in_child(lambda: stays_off(root))
    shutil.rmtree(root.path / "root/run")
    root.open()
    with root:
        for name in ("yes", "once"):
            until(f"the start of {name}", lambda: root.connection.lookupByName(name).isActive())
        assert root.connection.lookupByName("no").isActive() == 0
        root.connection.lookupByName("yes").setAutostart(0)
        assert Newer(root.connection.lookupByName("once")).autostart_once() == 0
        assert not any(os.path.islink(link) for link in links)


def stays_off(root):
    root.open()
    time.sleep(1)
    assert root.connection.numOfDomains() == 0
    root.connection.close()


def test_metadata_of_a_running_guest():
    with Root() as root:
        events = Events(root.connection)
        guest = Guest(root)
        domain = guest.start()
        live, config = libvirt.VIR_DOMAIN_AFFECT_LIVE, libvirt.VIR_DOMAIN_AFFECT_CONFIG
        domain.setMetadata(libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, "live", None, None, live)
        domain.setMetadata(libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, "kept", None, None, config)
        assert domain.metadata(libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, None, live) == "live"
        domain.destroy()
        events.expect("guest", libvirt.VIR_DOMAIN_EVENT_STOPPED)
        assert domain.metadata(libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, None) == "kept"


def test_undefine_of_a_running_guest():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        domain.undefine()
        assert domain.isPersistent() == 0 and domain.isActive() == 1
        domain.destroy()
        assert root.connection.listAllDomains() == []


def state_of_tpm(root):
    return [place for place, _, names in os.walk(root.path) if any(name.endswith("permall") for name in names)]


def test_undefine_and_the_tpm():
    if shutil.which("swtpm_setup") is None:
        print("skipped: swtpm-tools is not installed")
        return
    with Root() as root:
        tpm = "<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>"
        for flags, kept in ((libvirt.VIR_DOMAIN_UNDEFINE_KEEP_TPM, True), (libvirt.VIR_DOMAIN_UNDEFINE_TPM, False), (0, False)):
            guest = Guest(root, machine="q35", devices=tpm)
            domain = guest.start()
            guest.says("board up")
            domain.destroy()
            assert len(state_of_tpm(root)) == 1, state_of_tpm(root)
            domain.undefineFlags(flags)
            assert bool(state_of_tpm(root)) == kept, (flags, state_of_tpm(root))
            for place in state_of_tpm(root):
                shutil.rmtree(place)
            guest.log.write_text("")


def test_undefine_keeps_the_variables():
    if not os.path.isdir("/usr/share/OVMF"):
        print("skipped: ovmf is not installed")
        return
    with Root() as root:
        guest = Guest(root, kind="uefi", machine="q35", kvm=False, memory=128)
        guest.xml = guest.xml.replace("<os>", "<os firmware='efi'>")
        domain = guest.start()
        variables = tree.fromstring(domain.XMLDesc(0)).find("os/nvram").text
        domain.destroy()
        both = libvirt.VIR_DOMAIN_UNDEFINE_NVRAM | libvirt.VIR_DOMAIN_UNDEFINE_KEEP_NVRAM
        # Releases of libvirt differ in the code.
        refuses((libvirt.VIR_ERR_INVALID_ARG, libvirt.VIR_ERR_OPERATION_INVALID), domain.undefineFlags, both)
        domain.undefineFlags(libvirt.VIR_DOMAIN_UNDEFINE_KEEP_NVRAM)
        assert os.path.exists(variables)
        refuses(libvirt.VIR_ERR_NO_DOMAIN, root.connection.lookupByName, "guest")


def test_definitions_are_changed_while_it_runs():
    with Root() as root:
        guest = Guest(root)
        domain = guest.start()
        root.connection.defineXML(guest.xml.replace("<memory unit='MiB'>16", "<memory unit='MiB'>24"))
        assert domain.maxMemory() == 16 << 10
        assert "24576" in domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE)
        domain.destroy()
        assert domain.maxMemory() == 24 << 10


if __name__ == "__main__":
    main()
