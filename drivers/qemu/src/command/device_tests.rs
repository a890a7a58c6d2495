//! The arguments of disks, interfaces, character devices, screens and what else guests get, one by one.

use super::{
    InterfaceFiles, Line, Part, Plan, Prepared, chardev, disk, filesystem, graphics, hostdev, interface,
    sound, video,
};
use crate::{
    directories::Directories,
    domain::alias,
    emulator::{Emulator, Flag},
    image,
    settings::Settings,
};
use std::{fs::File, path::Path};
use virt_conf::{
    domain::{Domain, ParseFlags},
    host::Host,
};
use virt_error::Result;

fn document(devices: &str) -> Domain {
    let xml = format!(
        "<domain type='qemu'><name>t</name><memory>1</memory><os><type arch='x86_64' machine='pc'>hvm</type><boot dev='hd'/></os>\
         <devices><controller type='pci' index='0' model='pci-root'/><controller type='usb' index='0'/>{devices}</devices></domain>"
    );
    let flags = ParseFlags { bare: true, ..ParseFlags::default() };
    let mut document = Domain::parse(&xml, flags, &Host::default()).unwrap();
    alias::assign(&mut document);
    image::number(&mut document);
    document
}

fn arguments_with(devices: &str, part: Part, settings: &Settings, prepared: Prepared) -> Result<Vec<String>> {
    let document = document(devices);
    let directories = Directories::embedded(Path::new("/r"));
    let flags = [
        Flag::BlockjobBackingMaskProtocol,
        Flag::DeviceJson,
        Flag::NetdevJson,
        Flag::ChardevReconnectMs,
        Flag::NetdevStream,
        Flag::NetdevStreamReconnectMs,
        Flag::UsbHostHostdevice,
        Flag::VirtioVga,
    ];
    let emulator = Emulator { flags: flags.into_iter().collect(), ..Emulator::default() };
    let plan = Plan { domain: &document, emulator: &emulator, settings, directories: &directories, id: 1 };
    let mut line = Line::new(&plan, prepared);
    part(&mut line, &plan)?;
    Ok(line.finish(&plan)?.arguments)
}

fn arguments(devices: &str, part: Part) -> Vec<String> {
    arguments_with(devices, part, &Settings::default(), Prepared::default()).unwrap()
}

/// The complaint about what cannot be expressed.
fn refused(devices: &str, part: Part) -> String {
    arguments_with(devices, part, &Settings::default(), Prepared::default()).unwrap_err().message().to_owned()
}

const PLACE: &str = "<address type='pci' domain='0' bus='0' slot='3' function='0'/>";

#[test]
fn a_disk_has_a_node_for_each_image_and_each_format() {
    let disk = format!(
        "<disk type='file'><driver name='qemu' type='qcow2' cache='none' discard='unmap'/><source file='/a'/><backingStore type='file'>\
         <format type='raw'/><source file='/b'/><backingStore/></backingStore><target dev='vda' bus='virtio'/>{PLACE}</disk>"
    );
    assert_eq!(
        arguments(&disk, disk::append),
        [
            "-blockdev",
            r#"{"driver":"file","filename":"/b","node-name":"libvirt-2-storage","read-only":true,"discard":"unmap","cache":{"direct":true,"no-flush":false}}"#,
            "-blockdev",
            r#"{"driver":"file","filename":"/a","node-name":"libvirt-1-storage","auto-read-only":true,"discard":"unmap","cache":{"direct":true,"no-flush":false}}"#,
            "-blockdev",
            r#"{"node-name":"libvirt-1-format","read-only":false,"discard":"unmap","cache":{"direct":true,"no-flush":false},"driver":"qcow2","file":"libvirt-1-storage","backing":"libvirt-2-storage"}"#,
            "-device",
            r#"{"driver":"virtio-blk-pci","bus":"pci.0","addr":"0x3","drive":"libvirt-1-format","id":"virtio-disk0","bootindex":1,"write-cache":"on"}"#,
        ]
    );
}

#[test]
fn an_empty_drive_has_a_device_alone() {
    let drive = "<disk type='file' device='cdrom'><target dev='hdc' bus='ide'/><readonly/><address type='drive' controller='0' bus='1' unit='0'/></disk>\
        <controller type='ide' index='0'/>";
    assert_eq!(
        arguments(drive, disk::append),
        ["-device", r#"{"driver":"ide-cd","bus":"ide.1","unit":0,"id":"ide0-1-0"}"#]
    );
}

#[test]
fn network_storage_is_named_by_its_servers() {
    let disk = format!(
        "<disk type='network'><driver name='qemu' type='raw'/><source protocol='nbd' name='x'><host name='::1' port='6000'/></source>\
         <target dev='vda' bus='virtio'/>{PLACE}</disk>"
    );
    assert_eq!(
        arguments(&disk, disk::append)[1],
        r#"{"driver":"nbd","server":{"type":"inet","host":"::1","port":"6000"},"export":"x","node-name":"libvirt-1-storage","read-only":false}"#
    );
}

#[test]
fn what_a_disk_cannot_be_is_refused() {
    let target = format!("<target dev='vda' bus='virtio'/>{PLACE}");
    let volume = format!("<disk type='volume'><source pool='p' volume='v'/>{target}</disk>");
    assert!(refused(&volume, disk::append).contains("<disk type='volume'>"));
    let directory = format!("<disk type='dir'><source dir='/d'/>{target}</disk>");
    assert!(refused(&directory, disk::append).contains("read-write mode is not supported"));
    let secret = format!(
        "<disk type='network'><auth username='u'><secret type='ceph' usage='s'/></auth><source protocol='rbd' name='p/i'/>{target}</disk>"
    );
    assert!(refused(&secret, disk::append).contains("secret"));
    let hosts = format!(
        "<disk type='network'><source protocol='nbd'><host name='a'/><host name='b'/></source>{target}</disk>"
    );
    assert!(refused(&hosts, disk::append).contains("accepts only one host"));
}

#[test]
fn taps_are_handed_over_by_their_numbers() {
    let interface = format!(
        "<interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='b'/><model type='virtio'/><driver queues='2'/>{PLACE}</interface>"
    );
    let file = || File::open("/dev/null").unwrap().into();
    let files = InterfaceFiles { taps: vec![file(), file()], vhosts: vec![file(), file()] };
    let prepared = Prepared { interfaces: vec![files], ..Prepared::default() };
    assert_eq!(
        arguments_with(&interface, interface::append, &Settings::default(), prepared).unwrap(),
        [
            "-netdev",
            r#"{"type":"tap","fds":"3:4","vhost":true,"vhostfds":"5:6","id":"hostnet0"}"#,
            "-device",
            r#"{"driver":"virtio-net-pci","mq":true,"vectors":6,"netdev":"hostnet0","id":"net0","mac":"52:54:00:00:00:01","bus":"pci.0","addr":"0x3"}"#,
        ]
    );
}

#[test]
fn interfaces_without_taps_have_backends_of_the_emulator() {
    let backend = |source: &str| {
        let interface = source.replace("/>>", &format!("/><model type='e1000'/>{PLACE}</interface>"));
        arguments(&interface, interface::append)[1].clone()
    };
    assert_eq!(
        backend("<interface type='user'><mac address='52:54:00:00:00:01'/>>"),
        r#"{"type":"user","id":"hostnet0"}"#
    );
    assert_eq!(
        backend(
            "<interface type='udp'><source address='1.1.1.1' port='5'><local address='2.2.2.2' port='6'/></source><mac address='52:54:00:00:00:01'/>>"
        ),
        r#"{"type":"socket","udp":"1.1.1.1:5","localaddr":"2.2.2.2:6","id":"hostnet0"}"#
    );
    assert_eq!(
        backend("<interface type='user'><backend type='passt'/>>"),
        r#"{"type":"stream","addr":{"type":"unix","path":"/r/run/qemu/passt/1-t-net0.socket"},"server":false,"reconnect-ms":5000,"id":"hostnet0"}"#
    );
}

#[test]
fn each_end_of_a_serial_port_has_its_form() {
    let chardev = |kind: &str, source: &str| {
        let serial = format!(
            "<serial type='{kind}'>{source}<target type='isa-serial' port='0'><model name='isa-serial'/></target></serial>"
        );
        arguments(&serial, chardev::serials)[1].clone()
    };
    assert_eq!(chardev("pty", ""), "pty,id=charserial0");
    assert_eq!(
        chardev("unix", "<source mode='bind' path='/a,b'/><log file='/l' append='off'/>"),
        "socket,id=charserial0,path=/a,,b,server=on,wait=off,logfile=/l,logappend=off"
    );
    assert_eq!(
        chardev(
            "tcp",
            "<source mode='connect' host='h' service='1'><reconnect enabled='yes' timeout='2'/></source><protocol type='telnet'/>"
        ),
        "socket,id=charserial0,host=h,port=1,telnet=on,reconnect-ms=2000"
    );
    assert_eq!(
        chardev("udp", "<source mode='connect' host='h' service='1'/>"),
        "udp,id=charserial0,host=h,port=1,localaddr=,localport=0"
    );
    assert_eq!(chardev("file", "<source path='/f' append='on'/>"), "file,id=charserial0,path=/f,append=on");
    let nmdm = "<serial type='nmdm'><source master='/a' slave='/b'/></serial>";
    assert!(refused(nmdm, chardev::serials).contains("nmdm"));
}

#[test]
fn a_channels_socket_stays_in_its_directory() {
    let channel = |name: &str| {
        format!(
            "<controller type='virtio-serial' index='0'/><channel type='unix'><target type='virtio' name='{name}'/><address type='virtio-serial' controller='0' bus='0' port='1'/></channel>"
        )
    };
    assert_eq!(
        arguments(&channel("org.qemu.guest_agent.0"), chardev::channels)[1],
        "socket,id=charchannel0,path=/r/run/qemu/channel/domain-1-t/org.qemu.guest_agent.0,server=on,wait=off"
    );
    assert!(refused(&channel("../../x"), chardev::channels).contains("has no path"));
}

#[test]
fn screens_are_offered_where_the_document_says() {
    let screen = |xml: &str| arguments(xml, graphics::append)[1].clone();
    assert_eq!(screen("<graphics type='vnc' port='5903' listen='::1'/>"), "[::1]:3");
    assert_eq!(
        screen("<graphics type='vnc' passwd='x'><listen type='socket'/></graphics>"),
        "vnc=unix:/r/lib/qemu/domain-1-t/vnc.sock,password=on"
    );
    assert_eq!(
        screen(
            "<graphics type='spice' port='5901'><listen type='address' address='127.0.0.1'/><clipboard copypaste='no'/></graphics>"
        ),
        "port=5901,addr=127.0.0.1,disable-ticketing=on,disable-copy-paste=on,seamless-migration=on"
    );
    let secure =
        "<graphics type='spice' port='5901' tlsPort='5902'><channel name='main' mode='secure'/></graphics>";
    assert!(refused(secure, graphics::append).contains("TLS is disabled in qemu.conf"));
    assert!(refused("<graphics type='vnc' port='80'/>", graphics::append).contains("[5900,65535]"));
    assert!(refused("<graphics type='rdp'/>", graphics::append).contains("'rdp'"));
}

#[test]
fn cards_count_their_memory_as_the_emulator_does() {
    let video = format!("<video><model type='vga' vram='16384'/>{PLACE}</video>");
    assert_eq!(
        arguments(&video, video::append),
        ["-device", r#"{"driver":"VGA","id":"video0","vgamem_mb":16,"bus":"pci.0","addr":"0x3"}"#]
    );
    let sound = format!("<audio id='1' type='none'/><sound model='ich6'>{PLACE}</sound>");
    assert_eq!(
        arguments(&sound, sound::sounds),
        [
            "-device",
            r#"{"driver":"intel-hda","id":"sound0","bus":"pci.0","addr":"0x3"}"#,
            "-device",
            r#"{"driver":"hda-duplex","id":"sound0-codec0","bus":"sound0.0","cad":0,"audiodev":"audio1"}"#,
        ]
    );
    assert_eq!(arguments(&sound, sound::audios), ["-audiodev", r#"{"id":"audio1","driver":"none"}"#]);
}

#[test]
fn directories_are_shared_in_two_ways() {
    let shared = |driver: &str| {
        format!(
            "<filesystem type='mount' accessmode='mapped'>{driver}<source dir='/d'/><target dir='t'/><readonly/>{PLACE}</filesystem>"
        )
    };
    assert_eq!(
        arguments(&shared(""), filesystem::append)[1],
        "local,security_model=mapped,id=fsdev-fs0,path=/d,readonly=on"
    );
    assert_eq!(
        arguments(&shared("<driver type='virtiofs' queue='1024'/>"), filesystem::append),
        [
            "-chardev",
            "socket,id=chr-vu-fs0,path=/r/lib/qemu/domain-1-t/fs0-fs.sock",
            "-device",
            r#"{"driver":"vhost-user-fs-pci","id":"fs0","chardev":"chr-vu-fs0","queue-size":1024,"tag":"t","bus":"pci.0","addr":"0x3"}"#,
        ]
    );
}

#[test]
fn devices_of_the_host_are_named_by_their_addresses() {
    let pci = format!(
        "<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='6' slot='0x12' function='5'/></source>{PLACE}</hostdev>"
    );
    assert_eq!(
        arguments(&pci, hostdev::hostdevs)[1],
        r#"{"driver":"vfio-pci","host":"0000:06:12.5","id":"hostdev0","bus":"pci.0","addr":"0x3"}"#
    );
    let usb = "<hostdev mode='subsystem' type='usb'><source guestReset='off'><address bus='14' device='6'/></source><address type='usb' bus='0' port='1'/></hostdev>";
    assert_eq!(
        arguments(usb, hostdev::hostdevs)[1],
        r#"{"driver":"usb-host","hostdevice":"/dev/bus/usb/014/006","id":"hostdev0","guest-reset":false,"bus":"usb.0","port":"1"}"#
    );
    let redirected = "<redirdev bus='usb' type='spicevmc'><address type='usb' bus='0' port='4'/></redirdev>\
        <redirfilter><usbdev class='0x08' vendor='0x15E1' product='0x2007' version='1.10' allow='yes'/><usbdev allow='no'/></redirfilter>";
    assert_eq!(
        arguments(redirected, hostdev::redirdevs)[3],
        r#"{"driver":"usb-redir","chardev":"charredir0","id":"redir0","filter":"0x08:0x15E1:0x2007:0x0110:1|-1:-1:-1:-1:0","bus":"usb.0","port":"4"}"#
    );
}
