//! Error numbers and the texts that belong to them.
//!
//! Source: `virErrorNumber` and `virErrorDomain` of the public API; a message has two forms, without and
//! with a detail (`%s`).

/// Declares [`Code`]: a variant, its `virErrorNumber`, its text alone and its text around a detail.
macro_rules! codes {
    ($($name:ident = $number:literal, $plain:literal, $detailed:literal;)+) => {
        /// What went wrong: the `virErrorNumber` of a public error.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(i32)]
        pub enum Code { $(#[doc = $plain] $name = $number,)+ }

        impl Code {
            /// Every code, in numeric order.
            pub const ALL: &[Code] = &[$(Code::$name,)+];

            /// The code with this `virErrorNumber`; `None` for a number that this API level does not have.
            pub fn from_number(number: i32) -> Option<Code> {
                match number { $($number => Some(Code::$name),)+ _ => None }
            }

            /// The text without a detail, and the template (`%s`) around one.
            pub(crate) fn texts(self) -> (&'static str, &'static str) {
                match self { $(Code::$name => ($plain, $detailed),)+ }
            }
        }
    };
}

/// Declares [`Origin`]: a variant, its `virErrorDomain` and the name that the default handler prints.
macro_rules! origins {
    ($($name:ident = $number:literal, $display:literal;)+) => {
        /// The part of the library that an error comes from: `virErrorDomain`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(i32)]
        pub enum Origin { $($name = $number,)+ }

        impl Origin {
            /// The origin with this `virErrorDomain`; `None` for an unknown number.
            pub fn from_number(number: i32) -> Option<Origin> {
                match number { $($number => Some(Origin::$name),)+ _ => None }
            }

            /// The name shown to users, as in `libvirt: Test Driver error : …`; empty for `None`.
            pub fn display_name(self) -> &'static str {
                match self { $(Origin::$name => $display,)+ }
            }
        }
    };
}

codes! {
    InternalError = 1, "internal error", "internal error: %s";
    NoMemory = 2, "out of memory", "out of memory: %s";
    NoSupport = 3, "this function is not supported by the connection driver", "this function is not supported by the connection driver: %s";
    UnknownHost = 4, "unknown host", "unknown host %s";
    NoConnect = 5, "no connection driver available", "no connection driver available for %s";
    InvalidConn = 6, "invalid connection pointer in", "invalid connection pointer in %s";
    InvalidDomain = 7, "invalid domain pointer in", "invalid domain pointer in %s";
    InvalidArg = 8, "invalid argument", "invalid argument: %s";
    OperationFailed = 9, "operation failed", "operation failed: %s";
    GetFailed = 10, "GET operation failed", "GET operation failed: %s";
    PostFailed = 11, "POST operation failed", "POST operation failed: %s";
    HttpError = 12, "got unknown HTTP error code", "got unknown HTTP error code %s";
    SexprSerial = 13, "failed to serialize S-Expr", "failed to serialize S-Expr: %s";
    NoXen = 14, "could not use Xen hypervisor entry", "could not use Xen hypervisor entry %s";
    XenCall = 15, "failed Xen syscall", "failed Xen syscall %s";
    OsType = 16, "unknown OS type", "unknown OS type %s";
    NoKernel = 17, "missing kernel information", "missing kernel information: %s";
    NoRoot = 18, "missing root device information", "missing root device information in %s";
    NoSource = 19, "missing source information for device", "missing source information for device %s";
    NoTarget = 20, "missing target information for device", "missing target information for device %s";
    NoName = 21, "missing name information", "missing name information in %s";
    NoOs = 22, "missing operating system information", "missing operating system information for %s";
    NoDevice = 23, "missing devices information", "missing devices information for %s";
    NoXenstore = 24, "could not connect to Xen Store", "could not connect to Xen Store %s";
    DriverFull = 25, "too many drivers registered", "too many drivers registered in %s";
    CallFailed = 26, "library call failed", "library call failed: %s";
    XmlError = 27, "XML description is invalid or not well formed", "XML error: %s";
    DomExist = 28, "this domain exists already", "domain %s exists already";
    OperationDenied = 29, "operation forbidden for read only access", "operation forbidden: %s";
    OpenFailed = 30, "failed to open configuration file", "failed to open configuration file %s";
    ReadFailed = 31, "failed to read configuration file", "failed to read configuration file %s";
    ParseFailed = 32, "failed to parse configuration file", "failed to parse configuration file %s";
    ConfSyntax = 33, "configuration file syntax error", "configuration file syntax error: %s";
    WriteFailed = 34, "failed to write configuration file", "failed to write configuration file: %s";
    XmlDetail = 35, "parser error", "%s";
    InvalidNetwork = 36, "invalid network pointer in", "invalid network pointer in %s";
    NetworkExist = 37, "this network exists already", "network %s exists already";
    SystemError = 38, "system call error", "%s";
    Rpc = 39, "RPC error", "%s";
    GnutlsError = 40, "GNUTLS call error", "%s";
    WarnNoNetwork = 41, "Failed to find the network", "Failed to find the network: %s";
    NoDomain = 42, "Domain not found", "Domain not found: %s";
    NoNetwork = 43, "Network not found", "Network not found: %s";
    InvalidMac = 44, "invalid MAC address", "invalid MAC address: %s";
    AuthFailed = 45, "authentication failed", "authentication failed: %s";
    InvalidStoragePool = 46, "invalid storage pool pointer in", "invalid storage pool pointer in %s";
    InvalidStorageVol = 47, "invalid storage volume pointer in", "invalid storage volume pointer in %s";
    WarnNoStorage = 48, "Failed to find a storage driver", "Failed to find a storage driver: %s";
    NoStoragePool = 49, "Storage pool not found", "Storage pool not found: %s";
    NoStorageVol = 50, "Storage volume not found", "Storage volume not found: %s";
    WarnNoNode = 51, "Failed to find a node driver", "Failed to find a node driver: %s";
    InvalidNodeDevice = 52, "invalid node device pointer", "invalid node device pointer in %s";
    NoNodeDevice = 53, "Node device not found", "Node device not found: %s";
    NoSecurityModel = 54, "Security model not found", "Security model not found: %s";
    OperationInvalid = 55, "Requested operation is not valid", "Requested operation is not valid: %s";
    WarnNoInterface = 56, "Failed to find the interface", "Failed to find the interface: %s";
    NoInterface = 57, "Interface not found", "Interface not found: %s";
    InvalidInterface = 58, "invalid interface pointer in", "invalid interface pointer in %s";
    MultipleInterfaces = 59, "multiple matching interfaces found", "multiple matching interfaces found: %s";
    WarnNoNwfilter = 60, "Failed to start the nwfilter driver", "Failed to start the nwfilter driver: %s";
    InvalidNwfilter = 61, "Invalid network filter", "Invalid network filter: %s";
    NoNwfilter = 62, "Network filter not found", "Network filter not found: %s";
    BuildFirewall = 63, "Error while building firewall", "Error while building firewall: %s";
    WarnNoSecret = 64, "Failed to find a secret storage driver", "Failed to find a secret storage driver: %s";
    InvalidSecret = 65, "Invalid secret", "Invalid secret: %s";
    NoSecret = 66, "Secret not found", "Secret not found: %s";
    ConfigUnsupported = 67, "unsupported configuration", "unsupported configuration: %s";
    OperationTimeout = 68, "Timed out during operation", "Timed out during operation: %s";
    MigratePersistFailed = 69, "Failed to make domain persistent after migration", "Failed to make domain persistent after migration: %s";
    HookScriptFailed = 70, "Hook script execution failed", "Hook script execution failed: %s";
    InvalidDomainSnapshot = 71, "Invalid domain snapshot", "Invalid domain snapshot: %s";
    NoDomainSnapshot = 72, "Domain snapshot not found", "Domain snapshot not found: %s";
    InvalidStream = 73, "invalid stream pointer", "invalid stream pointer in %s";
    ArgumentUnsupported = 74, "argument unsupported", "argument unsupported: %s";
    StorageProbeFailed = 75, "Storage pool probe failed", "Storage pool probe failed: %s";
    StoragePoolBuilt = 76, "Storage pool already built", "Storage pool already built: %s";
    SnapshotRevertRisky = 77, "revert requires force", "revert requires force: %s";
    OperationAborted = 78, "operation aborted", "operation aborted: %s";
    AuthCancelled = 79, "authentication cancelled", "authentication cancelled: %s";
    NoDomainMetadata = 80, "metadata not found", "metadata not found: %s";
    MigrateUnsafe = 81, "Unsafe migration", "Unsafe migration: %s";
    Overflow = 82, "numerical overflow", "numerical overflow: %s";
    BlockCopyActive = 83, "block copy still active", "block copy still active: %s";
    OperationUnsupported = 84, "Operation not supported", "Operation not supported: %s";
    Ssh = 85, "SSH transport error", "SSH transport error: %s";
    AgentUnresponsive = 86, "Guest agent is not responding", "Guest agent is not responding: %s";
    ResourceBusy = 87, "resource busy", "resource busy: %s";
    AccessDenied = 88, "access denied", "access denied: %s";
    DbusService = 89, "error from service", "error from service: %s";
    StorageVolExist = 90, "this storage volume exists already", "storage volume %s exists already";
    CpuIncompatible = 91, "the CPU is incompatible with host CPU", "the CPU is incompatible with host CPU: %s";
    XmlInvalidSchema = 92, "XML document failed to validate against schema", "XML document failed to validate against schema: %s";
    MigrateFinishOk = 93, "migration successfully aborted", "migration successfully aborted: %s";
    AuthUnavailable = 94, "authentication unavailable", "authentication unavailable: %s";
    NoServer = 95, "Server not found", "Server not found: %s";
    NoClient = 96, "Client not found", "Client not found: %s";
    AgentUnsynced = 97, "guest agent replied with wrong id to guest-sync command", "guest agent replied with wrong id to guest-sync command: %s";
    Libssh = 98, "libssh transport error", "libssh transport error: %s";
    DeviceMissing = 99, "device not found", "device not found: %s";
    InvalidNwfilterBinding = 100, "Invalid network filter binding", "Invalid network filter binding: %s";
    NoNwfilterBinding = 101, "Network filter binding not found", "Network filter binding not found: %s";
    InvalidDomainCheckpoint = 102, "Invalid domain checkpoint", "Invalid domain checkpoint: %s";
    NoDomainCheckpoint = 103, "Domain checkpoint not found", "Domain checkpoint not found: %s";
    NoDomainBackup = 104, "Domain backup job id not found", "Domain backup job id not found: %s";
    InvalidNetworkPort = 105, "Invalid network port pointer", "Invalid network port pointer: %s";
    NetworkPortExist = 106, "this network port exists already", "network port %s exists already";
    NoNetworkPort = 107, "network port not found", "network port not found: %s";
    NoHostname = 108, "no hostname found", "no hostname found: %s";
    CheckpointInconsistent = 109, "checkpoint inconsistent", "checkpoint inconsistent: %s";
    MultipleDomains = 110, "multiple matching domains found", "multiple matching domains found: %s";
    NoNetworkMetadata = 111, "metadata not found", "metadata not found: %s";
    AgentCommandTimeout = 112, "guest agent command timed out", "guest agent command timed out: %s";
    AgentCommandFailed = 113, "guest agent command failed", "guest agent command failed: %s";
    InvalidEncrKeySecret = 114, "Invalid encryption key for the secret", "Invalid encryption key for the secret: %s";
}

origins! {
    None = 0, "";
    Xen = 1, "Xen Driver";
    Xend = 2, "Xen Daemon";
    Xenstore = 3, "Xen Store";
    Sexpr = 4, "S-Expression";
    Xml = 5, "XML Util";
    Dom = 6, "Domain";
    Rpc = 7, "XML-RPC";
    Proxy = 8, "Proxy Daemon";
    Conf = 9, "Config File";
    Qemu = 10, "QEMU Driver";
    Net = 11, "Network";
    Test = 12, "Test Driver";
    Remote = 13, "Remote Driver";
    Openvz = 14, "OpenVZ Driver";
    Xenxm = 15, "Xen XM Driver";
    StatsLinux = 16, "Linux Statistics";
    Lxc = 17, "LXC Driver";
    Storage = 18, "Storage Driver";
    Network = 19, "Network Driver";
    Domain = 20, "Domain Config";
    Uml = 21, "User Mode Linux Driver";
    Nodedev = 22, "Node Device Driver";
    XenInotify = 23, "Xen Inotify Driver";
    Security = 24, "Security Driver";
    Vbox = 25, "VirtualBox Driver";
    Interface = 26, "Network Interface Driver";
    One = 27, "Open Nebula Driver";
    Esx = 28, "ESX Driver";
    Phyp = 29, "Power Hypervisor Driver";
    Secret = 30, "Secrets Driver";
    Cpu = 31, "CPU Driver";
    Xenapi = 32, "XenAPI Driver";
    Nwfilter = 33, "Network Filter Driver";
    Hook = 34, "Lifecycle Hook";
    DomainSnapshot = 35, "Domain Snapshot";
    Audit = 36, "Audit Utils";
    Sysinfo = 37, "Sysinfo Utils";
    Streams = 38, "I/O Stream Utils";
    Vmware = 39, "VMware Driver";
    Event = 40, "Event Loop";
    Libxl = 41, "Xen Light Driver";
    Locking = 42, "Lock Driver";
    Hyperv = 43, "Hyper-V Driver";
    Capabilities = 44, "Capabilities Utils";
    Uri = 45, "URI Utils";
    Auth = 46, "Authentication Utils";
    Dbus = 47, "DBus Utils";
    Parallels = 48, "Parallels Cloud Server";
    Device = 49, "Device Config";
    Ssh = 50, "SSH transport layer";
    Lockspace = 51, "Lock Space";
    Initctl = 52, "Init control";
    Identity = 53, "Identity";
    Cgroup = 54, "Cgroup";
    Access = 55, "Access Manager";
    Systemd = 56, "Systemd";
    Bhyve = 57, "Bhyve";
    Crypto = 58, "Crypto";
    Firewall = 59, "Firewall";
    Polkit = 60, "Polkit";
    Thread = 61, "Thread jobs";
    Admin = 62, "Admin Interface";
    Logging = 63, "Log Manager";
    Xenxl = 64, "Xen XL Config";
    Perf = 65, "Perf";
    Libssh = 66, "Libssh transport layer";
    Resctrl = 67, "Resource control";
    Firewalld = 68, "FirewallD";
    DomainCheckpoint = 69, "Domain Checkpoint";
    Tpm = 70, "TPM";
    Bpf = 71, "BPF";
    Ch = 72, "Cloud-Hypervisor Driver";
}
