//! Documents with one word changed to something nobody expects: each is read or refused, at once and without a
//! panic, and what is read is written so that it can be read again.

use std::time::{Duration, Instant};
use virt_conf::*;

const WORDS: &[&str] = &[
    "",
    "-1",
    "0",
    "1",
    "x",
    "0x",
    "99999999999999999999",
    "4294967296",
    "yes",
    "::",
    "10.0.0.1",
    "fe80::1",
    "$A[",
    "../x",
    "a/b",
    "&lt;",
    "\u{fffd}",
    "ff:ff:ff:ff:ff:ff",
    "00000000-0000-0000-0000-000000000000",
];

const NETWORK: &str = "<network ipv6='yes' trustGuestRxFilters='no'><name>n</name><uuid>81ff0d90-c91e-6742-64da-4a736edb9a9b</uuid>\
    <forward mode='nat' dev='eth0' managed='no'><driver name='vfio'/><nat ipv6='yes'><address start='1.2.3.4' end='1.2.3.5'/>\
    <port start='1' end='2'/></nat><interface dev='eth0'/></forward><bridge name='b' zone='z' stp='on' delay='0' \
    macTableManager='kernel'/><mtu size='1500'/><mac address='52:54:00:00:00:01'/><domain name='d' localOnly='yes' register='no'/>\
    <dns enable='yes' forwardPlainNames='no'><forwarder domain='a' addr='1.1.1.1'/><txt name='t' value='v'/><srv service='s' \
    protocol='tcp' domain='d' target='t' port='1' priority='2' weight='3'/><host ip='10.0.0.2'><hostname>h</hostname></host></dns>\
    <vlan trunk='yes'><tag id='5' nativeMode='tagged'/></vlan><bandwidth><inbound average='1' peak='2' burst='3'/></bandwidth>\
    <port isolated='yes'/><ip family='ipv4' address='10.0.0.1' netmask='255.255.255.0' localPtr='yes'><tftp root='/t'/><dhcp>\
    <range start='10.0.0.2' end='10.0.0.9'><lease expiry='5' unit='minutes'/></range><host mac='52:54:00:00:00:02' name='g' \
    ip='10.0.0.3'/><bootp file='f' server='1.1.1.1'/></dhcp></ip><ip family='ipv6' address='fd00::1' prefix='64'/>\
    <route family='ipv4' address='11.0.0.0' prefix='8' gateway='10.0.0.4' metric='2'/><virtualport type='802.1Qbg'><parameters \
    managerid='1' typeid='2' typeidversion='3' instanceid='81ff0d90-c91e-6742-64da-4a736edb9a9b'/></virtualport><portgroup \
    name='p' default='yes'/></network>";

const POOL: &str = "<pool type='iscsi'><name>p</name><uuid>81ff0d90-c91e-6742-64da-4a736edb9a9b</uuid><capacity unit='G'>1</capacity>\
    <source><host name='h' port='3260'/><device path='d' part_separator='no'/><dir path='/x'/><adapter type='fc_host' parent='p' \
    managed='yes' wwnn='20000000c9831b4b' wwpn='10000000c9831b4b'/><name>s</name><initiator><iqn name='i'/></initiator><auth \
    type='chap' username='u'><secret uuid='81ff0d90-c91e-6742-64da-4a736edb9a9b'/></auth><vendor name='v'/></source><target>\
    <path>/t//u/</path><permissions><mode>0755</mode><owner>0</owner><group>0</group><label>l</label></permissions></target>\
    <refresh><volume allocation='capacity'/></refresh></pool>";

const VOLUME: &str = "<volume type='file'><name>v</name><capacity unit='GiB'>1</capacity><allocation unit='KiB'>1</allocation><target>\
    <path>/v</path><format type='qcow2'/><permissions><mode>0600</mode></permissions><encryption format='luks' engine='qemu'>\
    <secret type='passphrase' usage='u'/><cipher name='a' size='256' mode='m' hash='h'/><ivgen name='i' hash='h'/></encryption>\
    <compat>1.1</compat><clusterSize unit='KiB'>64</clusterSize><features><lazy_refcounts/></features></target><backingStore>\
    <path>/b</path><format type='raw'/></backingStore></volume>";

const INTERFACE: &str = "<interface type='bond' name='b'><start mode='onboot'/><mtu size='9000'/><protocol family='ipv4'><dhcp \
    peerdns='yes'/><ip address='1.2.3.4' prefix='24'/><route gateway='1.2.3.1'/></protocol><link speed='10' state='up'/><mac \
    address='52:54:00:00:00:01'/><bond mode='active-backup'><miimon freq='1' downdelay='2' updelay='3' carrier='netif'/><interface \
    type='ethernet' name='e'/></bond></interface>";

const DEVICE: &str = "<device><name>d</name><path>/sys/d</path><devnode type='dev'>/dev/d</devnode><parent>p</parent><capability \
    type='pci'><class>0x020000</class><domain>0</domain><bus>1</bus><slot>2</slot><function>3</function><product id='0x1'>a</product>\
    <vendor id='0x2'>b</vendor><capability type='virt_functions' maxCount='7'><address domain='0x0' bus='0x1' slot='0x2' \
    function='0x3'/></capability><capability type='mdev_types'><type id='t'><availableInstances>1</availableInstances></type>\
    </capability><iommuGroup number='1'><address domain='0x0' bus='0x1' slot='0x2' function='0x3'/></iommuGroup><numa node='0'/>\
    <pci-express><link validity='cap' port='1' speed='2.5' width='4'/></pci-express></capability><capability type='scsi_host'>\
    <host>1</host><unique_id>2</unique_id><capability type='fc_host'><wwnn>1</wwnn><wwpn>2</wwpn><fabric_wwn>3</fabric_wwn>\
    </capability></capability><capability type='storage'><block>b</block><size>1</size></capability></device>";

const FILTER: &str = "<filter name='f' chain='root'><uuid>81ff0d90-c91e-6742-64da-4a736edb9a9b</uuid><filterref \
    filter='g'><parameter name='A' value='1'/></filterref><rule action='drop' direction='in' priority='7' statematch='0'><tcp \
    match='no' srcmacaddr='1:2:3:4:5:6' srcipaddr='1.2.3.4' srcipmask='24' dscp='2' state='NEW' flags='SYN/ACK' srcportstart='1' \
    ipset='s' ipsetflags='src' comment='c'/></rule><rule action='accept' direction='out'><arp opcode='Reply' gratuitous='true' \
    arpsrcipaddr='$IP[@1]'/></rule></filter>";

const SNAPSHOT: &str = "<domainsnapshot><name>s</name><state>running</state><creationTime>5</creationTime><memory snapshot='external' \
    file='/m'/><disks><disk name='vda' snapshot='external' type='file'><driver type='qcow2'/><source file='/d'/></disk></disks>\
    </domainsnapshot>";

const CHECKPOINT: &str = "<domaincheckpoint><name>c</name><creationTime>5</creationTime><disks><disk name='vda' checkpoint='bitmap' \
    bitmap='b' size='5'/></disks></domaincheckpoint>";

const BACKUP: &str = "<domainbackup mode='pull'><incremental>c</incremental><server transport='tcp' name='h' port='10809' tls='yes'/>\
    <disks><disk name='vda' backup='yes' type='file' backupmode='full' exportname='e' exportbitmap='b'><driver type='qcow2'/>\
    <scratch file='/s'/></disk></disks></domainbackup>";

const SECRET: &str = "<secret ephemeral='no' private='yes'><uuid>81ff0d90-c91e-6742-64da-4a736edb9a9b</uuid><usage type='volume'>\
    <volume>/v</volume></usage></secret>";

const PORT: &str = "<networkport><uuid>81ff0d90-c91e-6742-64da-4a736edb9a9b</uuid><owner><name>g</name>\
    <uuid>81ff0d90-c91e-6742-64da-4a736edb9a9b</uuid></owner><mac address='52:54:00:00:00:01'/><plug type='direct' dev='e' \
    mode='vepa'/></networkport>";

const BINDING: &str = "<filterbinding><owner><name>g</name><uuid>81ff0d90-c91e-6742-64da-4a736edb9a9b</uuid></owner><portdev \
    name='v'/><mac address='52:54:00:00:00:01'/><filterref filter='f'/></filterbinding>";

/// The document with each attribute and each text changed to each of the words.
fn changed(document: &str) -> Vec<String> {
    let mut places = Vec::new();
    let mut start = None;
    for (at, letter) in document.char_indices() {
        match (letter, start) {
            ('\'', Some((from, '\''))) | ('<', Some((from, '>'))) => {
                places.push((from, at));
                start = None;
            }
            ('\'' | '>', None) => start = Some((at + 1, letter)),
            // What looked like a text was the end of an element.
            ('\'', Some((_, '>'))) => start = Some((at + 1, letter)),
            _ => {}
        }
    }
    let change = |(from, to): &(usize, usize)| {
        WORDS
            .iter()
            .map(|word| format!("{}{word}{}", &document[..*from], &document[*to..]))
            .collect::<Vec<_>>()
    };
    places.iter().flat_map(change).collect()
}

/// Reads every changed document; what `read` makes of one it must make of that again.
fn endure(document: &str, read: impl Fn(&str) -> virt_error::Result<String>) {
    read(document).expect(document);
    let start = Instant::now();
    let documents = changed(document);
    for text in &documents {
        if let Ok(written) = read(text) {
            let again = read(&written).unwrap_or_else(|error| panic!("{text}\nbecame\n{written}\n{error}"));
            assert_eq!(again, written, "{text}");
        }
    }
    let time = start.elapsed();
    assert!(time < Duration::from_secs(30), "{} documents took {time:?}", documents.len());
}

#[test]
fn networks_and_their_ports() {
    endure(NETWORK, |text| Ok(network::Network::parse(text, false)?.format(true)));
    endure(PORT, |text| Ok(network::NetworkPort::parse(text, false)?.format()));
}

#[test]
fn pools_and_volumes() {
    endure(POOL, |text| Ok(storage::Pool::parse(text, false)?.format()));
    let pool = "<pool type='dir'><name>p</name><target><path>/p</path></target></pool>";
    let pool = storage::Pool::parse(pool, false).unwrap();
    endure(VOLUME, |text| Ok(storage::Volume::parse(text, &pool, false, false)?.format()));
}

#[test]
fn interfaces_devices_and_secrets() {
    endure(INTERFACE, |text| Ok(interface::Interface::parse(text, false)?.format()));
    endure(DEVICE, |text| Ok(nodedev::Device::parse(text, nodedev::Purpose::Existing, false)?.format(false)));
    endure(SECRET, |text| Ok(secret::Secret::parse(text, false)?.format()));
}

#[test]
fn filters_and_bindings() {
    endure(FILTER, |text| Ok(nwfilter::Filter::parse(text, false)?.format()));
    endure(BINDING, |text| Ok(nwfilter::Binding::parse(text, false)?.format()));
}

#[test]
fn snapshots_checkpoints_and_backups() {
    let host = host::Host::default();
    let flags = moment::MomentFlags { redefine: true, ..Default::default() };
    endure(SNAPSHOT, |text| Ok(moment::Snapshot::parse(text, flags, 7, &host)?.format(true, false)));
    let flags = moment::MomentFlags::default();
    endure(CHECKPOINT, |text| Ok(moment::Checkpoint::parse(text, flags, 5, &host)?.format(true, true, true)));
    endure(BACKUP, |text| Ok(moment::Backup::parse(text, false)?.format(false)));
}
