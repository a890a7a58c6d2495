//! The records of the API: handles, and results of more than one part. The order of the fields is the wire's.
//!
//! The table is handed to each user as a macro argument: here it becomes structs, in `virt-rpc` their XDR form.

use crate::types::*;

/// Calls `$with!` with every record: doc comment, name, fields in wire order.
#[macro_export]
macro_rules! records { ($($with:tt)*) => { $($with)*! {
    /// A domain: its name, its UUID, and its number while it runs (-1 otherwise).
    Domain { name: Name, uuid: Uuid, id: i32 }
    /// A virtual network.
    Network { name: Name, uuid: Uuid }
    /// A port of a virtual network.
    NetworkPort { net: Network, uuid: Uuid }
    /// A network filter.
    NwFilter { name: Name, uuid: Uuid }
    /// A binding of a network filter to a port.
    NwFilterBinding { portdev: Name, filtername: Name }
    /// A network interface of the host.
    Interface { name: Name, mac: Name }
    /// A storage pool.
    StoragePool { name: Name, uuid: Uuid }
    /// A volume: the name of its pool, its name and its key.
    StorageVol { pool: Name, name: Name, key: Name }
    /// A device of the host.
    NodeDevice { name: Name }
    /// A secret: its UUID, what it is used for (`virSecretUsageType`) and by whom.
    Secret { uuid: Uuid, usage_type: i32, usage_id: Name }
    /// A checkpoint of a domain.
    DomainCheckpoint { name: Name, dom: Domain }
    /// A snapshot of a domain.
    DomainSnapshot { name: Name, dom: Domain }
    /// One virtual processor: `virVcpuInfo`.
    VcpuInfo { number: u32, state: i32, cpu_time: u64, cpu: i32 }
    /// One named statistic of the host.
    NodeStat { field: String, value: u64 }
    /// A disk and its error (`virDomainDiskErrorCode`).
    DiskError { disk: String, error: i32 }
    /// One memory statistic: `virDomainMemoryStatTags`, value in KiB or a count.
    MemoryStat { tag: i32, val: u64 }
    /// An I/O thread and the host CPUs it may run on.
    IoThreadInfo { iothread_id: u32, cpumap: Bytes<2048> }
    /// One end of a graphics connection.
    GraphicsAddress { family: i32, node: String, service: String }
    /// Who authenticated to a graphics server.
    GraphicsIdentity { kind: String, name: String }
    /// A DHCP lease: `virNetworkDHCPLease`.
    DhcpLease {
        iface: String, expirytime: i64, kind: i32, mac: Option<String>, iaid: Option<String>,
        ipaddr: String, prefix: u32, hostname: Option<String>, clientid: Option<String>,
    }
    /// Bulk statistics of one domain.
    DomainStatsRecord { dom: Domain, params: Params<262144> }
    /// A file system that the guest has mounted.
    FsInfo { mountpoint: String, name: String, fstype: String, dev_aliases: List<String, 256> }
    /// An IP address of a guest interface.
    IpAddress { kind: i32, addr: String, prefix: u32 }
    /// A guest interface and its addresses.
    InterfaceAddresses { name: String, hwaddr: Option<String>, addrs: List<IpAddress, 2048> }
    /// A server of a daemon.
    AdminServer { name: String }
    /// A client of a server of a daemon.
    AdminClient { srv: AdminServer, id: u64, timestamp: i64, transport: u32 }
    /// The host: `virNodeInfo`, memory in KiB.
    NodeInfo {
        model: FixedChars<32>, memory: u64, cpus: i32, mhz: i32, nodes: i32, sockets: i32, cores: i32,
        threads: i32,
    }
    /// The answer to a step of SASL.
    AuthSaslStart { complete: i32, nil: i32, data: Chars<65536> }
    /// The security model of the host and its domain of interpretation.
    NodeSecurityModel { model: Chars<257>, doi: Chars<257> }
    /// Statistics of the host, or only their number.
    NodeCpuStats { params: List<NodeStat, 16>, nparams: i32 }
    /// The CPUs of the host, the number online, and the number in all.
    NodeCpuMap { cpumap: Bytes<2048>, online: u32, ret: i32 }
    /// The virtual processors and a CPU map for each.
    DomainVcpus { info: List<VcpuInfo, 16384>, cpumaps: Bytes<8388608> }
    /// The scheduler and the number of its parameters.
    DomainSchedulerType { kind: String, nparams: i32 }
    /// A CPU map for each virtual processor, and their number.
    DomainVcpuPinInfo { cpumaps: Bytes<8388608>, num: i32 }
    /// The CPU map of the emulator.
    DomainEmulatorPinInfo { cpumap: Bytes<8388608>, ret: i32 }
    /// The essentials of a domain: `virDomainInfo`, memory in KiB, time in ns.
    DomainInfo { state: u8, max_mem: u64, memory: u64, nr_virt_cpu: u16, cpu_time: u64 }
    /// Counters of a disk: `virDomainBlockStatsStruct`, -1 for unknown.
    DomainBlockStats { rd_req: i64, rd_bytes: i64, wr_req: i64, wr_bytes: i64, errs: i64 }
    /// Counters of an interface: `virDomainInterfaceStatsStruct`, -1 for unknown.
    DomainInterfaceStats {
        rx_bytes: i64, rx_packets: i64, rx_errs: i64, rx_drop: i64, tx_bytes: i64, tx_packets: i64,
        tx_errs: i64, tx_drop: i64,
    }
    /// A security label and whether it is enforced.
    DomainSecurityLabel { label: Chars<4097>, enforcing: i32 }
    /// Sizes of a disk in bytes: `virDomainBlockInfo`.
    DomainBlockInfo { allocation: u64, capacity: u64, physical: u64 }
    /// A state and the reason for it.
    DomainState { state: i32, reason: i32 }
    /// The state of the control channel: `virDomainControlInfo`, time in ms.
    DomainControlInfo { state: u32, details: u32, state_time: u64 }
    /// Disks in error, and their number.
    DomainDiskErrors { errors: List<DiskError, 256>, nerrors: i32 }
    /// What the destination answers in phase one.
    DomainMigratePrepare { cookie: Bytes<4194304>, uri_out: Option<String> }
    /// What the source answers to begin.
    DomainMigrateBegin3 { cookie_out: Bytes<4194304>, xml: String }
    /// What the destination answers to prepare.
    DomainMigratePrepare3 { cookie_out: Bytes<4194304>, uri_out: Option<String> }
    /// What the destination answers to finish.
    DomainMigrateFinish3 { dom: Domain, cookie_out: Bytes<4194304> }
    /// A pool's state and sizes in bytes: `virStoragePoolInfo`.
    StoragePoolInfo { state: u8, capacity: u64, allocation: u64, available: u64 }
    /// A volume's kind and sizes in bytes: `virStorageVolInfo`.
    StorageVolInfo { kind: i8, capacity: u64, allocation: u64 }
    /// Progress of a job: `virDomainJobInfo`, times in ms, sizes in bytes.
    DomainJobInfo {
        kind: i32, time_elapsed: u64, time_remaining: u64, data_total: u64, data_processed: u64,
        data_remaining: u64, mem_total: u64, mem_processed: u64, mem_remaining: u64, file_total: u64,
        file_processed: u64, file_remaining: u64,
    }
    /// Progress of a block job, when one was found.
    DomainBlockJobInfo { found: i32, kind: i32, bandwidth: u64, cur: u64, end: u64 }
    /// The kind of a job and its statistics.
    DomainJobStats { kind: i32, params: Params<64> }
    /// The time in the guest.
    DomainTime { seconds: i64, nseconds: u32 }
    /// The log outputs and their number.
    ConnectLoggingOutputs { outputs: String, noutputs: u32 }
    /// The log filters and their number.
    ConnectLoggingFilters { filters: Option<String>, nfilters: u32 }
} } }

macro_rules! define_records {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $ty:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name { $(pub $field: $ty),* }
    )*};
}

records!(define_records);
