"""Devices attached, detached and updated, and the documents that a domain with many devices gives back."""

from parts.life import clear, watch, xml

DISK = "<disk type='file' device='disk'><source file='/x'/><target dev='vdb' bus='virtio'/></disk>"
NIC = "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>"

RICH = """<domain type='test'><name>rich</name><title>A title</title><description>Some words</description>
<metadata><app:x xmlns:app='http://example.org/app'><app:y z='1'/></app:x></metadata>
<maxMemory slots='4' unit='GiB'>8</maxMemory><memory unit='MiB'>512</memory><currentMemory unit='MiB'>256</currentMemory>
<memoryBacking><hugepages/><locked/></memoryBacking><vcpu placement='static' cpuset='0-3' current='2'>4</vcpu>
<iothreads>2</iothreads><cputune><shares>2048</shares><vcpupin vcpu='0' cpuset='1'/><emulatorpin cpuset='0-1'/></cputune>
<numatune><memory mode='strict' nodeset='0'/></numatune><resource><partition>/machine</partition></resource>
<os><type arch='i686' machine='x'>hvm</type><boot dev='cdrom'/><boot dev='hd'/><bootmenu enable='yes'/></os>
<features><acpi/><apic/><pae/></features>
<cpu mode='custom' match='exact'><model fallback='allow'>Nehalem</model><topology sockets='2' dies='1' cores='2' threads='1'/>
<numa><cell id='0' cpus='0-3' memory='512' unit='MiB'/></numa></cpu>
<clock offset='localtime'><timer name='rtc' tickpolicy='catchup'/></clock>
<on_poweroff>destroy</on_poweroff><on_reboot>restart</on_reboot><on_crash>preserve</on_crash><pm><suspend-to-mem enabled='no'/></pm>
<devices><emulator>/bin/true</emulator>
<disk type='file' device='disk'><driver name='qemu' type='qcow2' cache='none'/><source file='/a.img'/><target dev='vda' bus='virtio'/><serial>S1</serial></disk>
<disk type='block' device='cdrom'><source dev='/dev/sr0'/><target dev='hdc' bus='ide'/><readonly/></disk>
<disk type='network' device='disk'><source protocol='rbd' name='pool/img'><host name='h' port='1'/></source><target dev='vdb' bus='virtio'/></disk>
<controller type='usb' index='0' model='ehci'/><controller type='scsi' index='0' model='virtio-scsi'/>
<filesystem type='mount'><source dir='/src'/><target dir='/dst'/></filesystem>
<interface type='bridge'><mac address='52:54:00:11:22:33'/><source bridge='br0'/><model type='virtio'/><bandwidth><inbound average='100'/></bandwidth></interface>
<interface type='user'><mac address='52:54:00:11:22:34'/></interface>
<serial type='pty'><target port='0'/></serial><serial type='tcp'><source mode='bind' host='127.0.0.1' service='2000'/><protocol type='raw'/><target port='1'/></serial>
<console type='pty'><target type='serial' port='0'/></console><parallel type='file'><source path='/p'/><target port='0'/></parallel>
<channel type='unix'><target type='virtio' name='org.example.0'/></channel><input type='tablet' bus='usb'/><input type='mouse' bus='ps2'/>
<graphics type='vnc' port='-1' autoport='yes' passwd='secret'/><graphics type='spice' autoport='yes'/>
<sound model='ich6'/><video><model type='vga' vram='16384' heads='1' primary='yes'/></video>
<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0x0000' bus='0x01' slot='0x02' function='0x3'/></source></hostdev>
<hostdev mode='subsystem' type='usb'><source><vendor id='0x1234'/><product id='0xbeef'/></source></hostdev>
<redirdev bus='usb' type='spicevmc'/><watchdog model='i6300esb' action='reset'/><memballoon model='virtio'/>
<rng model='virtio'><backend model='random'>/dev/random</backend></rng><tpm model='tpm-tis'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>
<panic model='isa'/><vsock model='virtio'><cid auto='yes'/></vsock><iommu model='intel'/><smartcard mode='host'/>
<shmem name='shm0'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>
</devices></domain>"""


def walk(w):
    conn = w.open()
    ids = watch(w, conn)
    w.sections(conn, attach, rich, errors)
    for number in ids:
        conn.domainEventDeregisterAny(number)
    conn.close()


def attach(w, conn):
    dom = conn.lookupByName("test")
    for name, text in (("disk", DISK), ("nic", NIC), ("bad", "<x/>"), ("text", "zz"), ("empty", "<disk/>")):
        w.call(f"attachDevice.{name}", dom.attachDevice, text)
        w.call(f"detachDevice.{name}", dom.detachDevice, text)
        for flags in (0, 1, 2, 3, 4, 8):
            w.call(f"attachDeviceFlags.{name}.{flags}", dom.attachDeviceFlags, text, flags)
            w.call(f"updateDeviceFlags.{name}.{flags}", dom.updateDeviceFlags, text, flags)
            w.call(f"detachDeviceFlags.{name}.{flags}", dom.detachDeviceFlags, text, flags)
    w.call("xml", dom.XMLDesc)
    w.call("detachDeviceAlias", dom.detachDeviceAlias, "net0", 0)


def rich(w, conn):
    dom = w.call("defineXML.rich", conn.defineXML, RICH)
    for flags in (0, 1, 2, 3, 8):
        w.call(f"rich.XMLDesc.{flags}", dom.XMLDesc, flags)
    uuid = dom.UUIDString()
    text = dom.XMLDesc(3)
    w.call("rich.defined again", conn.defineXML, text)
    w.call("rich.same", lambda: dom.XMLDesc(3) == text)
    w.call("rich.create", dom.create)
    w.call("rich.live", dom.XMLDesc, 1)
    w.call("rich.info", dom.info, show=lambda info: info[:4])
    for flags in (0, 1, 2, 4, 5, 6):
        w.call(f"rich.vcpusFlags.{flags}", dom.vcpusFlags, flags)
    for count, flags in ((3, 1), (4, 2), (5, 6), (2, 3), (9, 1)):
        w.call(f"rich.setVcpusFlags.{count}.{flags}", dom.setVcpusFlags, count, flags)
    for count in (1, 3):
        w.call(f"rich.ioThreadInfo.{count}", dom.ioThreadInfo, count - 1)
    w.call("rich.live after", dom.XMLDesc)
    w.call("rich.vcpuPinInfo", dom.vcpuPinInfo)
    w.call("rich.emulatorPinInfo", dom.emulatorPinInfo)
    w.call("rich.numaParameters", dom.numaParameters)
    for number, state, flags in (("2", 1, 1), ("3", 1, 2), ("0", 0, 1), ("1-2", 0, 1), ("1", 0, 2)):
        w.call(f"rich.setVcpu.{number}.{flags}", dom.setVcpu, number, state, flags)
    w.call("rich.uuid", lambda: dom.UUIDString() == uuid)
    w.call("rich.getAllDomainStats", conn.getAllDomainStats, 0, 0, show=lambda found: sorted((d.name(), v) for d, v in found))
    clear(w, conn)


def errors(w, conn):
    """One wrong thing in each document."""
    devices = (
        "<disk type='zz'><target dev='vda'/></disk>", "<disk type='file' device='zz'><target dev='vda'/></disk>",
        "<disk type='file'><source file='/a'/></disk>", "<disk type='file'><target dev='zz'/></disk>",
        "<disk type='file'><source file='/a'/><target dev='vda' bus='zz'/></disk>",
        "<disk type='file'><source file='/a'/><target dev='vda'/></disk><disk type='file'><source file='/a'/><target dev='vda'/></disk>",
        "<interface type='zz'/>", "<interface type='network'/>", "<interface type='bridge'/>",
        "<interface type='network'><source network='default'/><mac address='zz'/></interface>",
        "<interface type='network'><source network='default'/><mac address='ff:ff:ff:ff:ff:ff'/></interface>",
        "<graphics type='zz'/>", "<graphics type='vnc' port='zz'/>", "<video><model type='zz'/></video>", "<sound model='zz'/>",
        "<serial type='zz'/>", "<serial type='pty'><target port='zz'/></serial>", "<channel type='pty'/>", "<input type='zz'/>",
        "<hostdev/>", "<hostdev mode='subsystem' type='pci'/>", "<watchdog model='zz'/>", "<watchdog/>", "<rng/>", "<rng model='zz'/>",
        "<tpm model='zz'/>", "<memballoon model='zz'/>", "<memballoon/>", "<controller type='zz'/>", "<controller/>", "<filesystem/>",
        "<filesystem type='zz'/>", "<redirdev/>", "<smartcard/>", "<panic model='zz'/>", "<vsock model='zz'/>", "<iommu model='zz'/>",
        "<iommu/>", "<memory/>", "<memory model='dimm'/>", "<shmem/>", "<bogus/>", "<emulator/>",
    )
    for number, device in enumerate(devices):
        text = xml(f"err{number}").replace("</domain>", f"<devices>{device}</devices></domain>")
        w.call(f"device.{device[:60]}", lambda: conn.defineXML(text).XMLDesc())
        clear(w, conn)
    others = (
        "<vcpu>x</vcpu>", "<vcpu>70000</vcpu>", "<vcpu placement='zz'>1</vcpu>", "<vcpu cpuset='zz'>1</vcpu>", "<cpu mode='zz'/>",
        "<cpu><topology sockets='0' cores='1' threads='1'/></cpu>", "<cpu><topology sockets='9' cores='9' threads='9'/></cpu>",
        "<clock offset='zz'/>", "<features><zz/></features>", "<on_poweroff>zz</on_poweroff>", "<cputune><shares>x</shares></cputune>",
        "<cputune><vcpupin vcpu='9' cpuset='0'/></cputune>", "<memtune><hard_limit unit='q'>1</hard_limit></memtune>",
        "<numatune><memory mode='zz' nodeset='0'/></numatune>", "<seclabel type='zz'/>", "<iothreads>x</iothreads>",
        "<blkiotune><weight>x</weight></blkiotune>", "<title>a\nb</title>", "<sysinfo type='zz'/>", "<idmap><uid/></idmap>", "<pm><suspend-to-mem enabled='zz'/></pm>",
        "<maxMemory>5</maxMemory>", "<currentMemory>99999999</currentMemory>", "<genid>zz</genid>", "<launchSecurity type='zz'/>",
    )
    for number, element in enumerate(others):
        w.call(f"element.{element[:60]!r}", lambda: conn.defineXML(xml(f"oth{number}", element)).XMLDesc())
        clear(w, conn)
