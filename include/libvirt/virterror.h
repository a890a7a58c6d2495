/* virterror.h: made from ffi/error/ by the build. */

#ifndef LIBVIRT_VIRTERROR_H
#define LIBVIRT_VIRTERROR_H

#include <libvirt/libvirt.h>


/**
 * Which part of the library an error comes from. Since: 0.1.0
 */
typedef enum virErrorDomain {
    /**
     * None. Since: 0.1.0
     */
    VIR_FROM_NONE = 0,
    /**
     * Shown as "Xen Driver". Since: 0.1.0
     */
    VIR_FROM_XEN = 1,
    /**
     * Shown as "Xen Daemon". Since: 0.1.0
     */
    VIR_FROM_XEND = 2,
    /**
     * Shown as "Xen Store". Since: 0.1.0
     */
    VIR_FROM_XENSTORE = 3,
    /**
     * Shown as "S-Expression". Since: 0.1.0
     */
    VIR_FROM_SEXPR = 4,
    /**
     * Shown as "XML Util". Since: 0.1.0
     */
    VIR_FROM_XML = 5,
    /**
     * Shown as "Domain". Since: 0.1.0
     */
    VIR_FROM_DOM = 6,
    /**
     * Shown as "XML-RPC". Since: 0.1.1
     */
    VIR_FROM_RPC = 7,
    /**
     * Shown as "Proxy Daemon". Since: 0.1.3
     */
    VIR_FROM_PROXY = 8,
    /**
     * Shown as "Config File". Since: 0.1.6
     */
    VIR_FROM_CONF = 9,
    /**
     * Shown as "QEMU Driver". Since: 0.2.0
     */
    VIR_FROM_QEMU = 10,
    /**
     * Shown as "Network". Since: 0.2.0
     */
    VIR_FROM_NET = 11,
    /**
     * Shown as "Test Driver". Since: 0.2.3
     */
    VIR_FROM_TEST = 12,
    /**
     * Shown as "Remote Driver". Since: 0.2.3
     */
    VIR_FROM_REMOTE = 13,
    /**
     * Shown as "OpenVZ Driver". Since: 0.3.1
     */
    VIR_FROM_OPENVZ = 14,
    /**
     * Shown as "Xen XM Driver". Since: 0.4.1
     */
    VIR_FROM_XENXM = 15,
    /**
     * Shown as "Linux Statistics". Since: 0.4.1
     */
    VIR_FROM_STATS_LINUX = 16,
    /**
     * Shown as "LXC Driver". Since: 0.4.2
     */
    VIR_FROM_LXC = 17,
    /**
     * Shown as "Storage Driver". Since: 0.4.1
     */
    VIR_FROM_STORAGE = 18,
    /**
     * Shown as "Network Driver". Since: 0.4.6
     */
    VIR_FROM_NETWORK = 19,
    /**
     * Shown as "Domain Config". Since: 0.4.6
     */
    VIR_FROM_DOMAIN = 20,
    /**
     * Shown as "User Mode Linux Driver". Since: 0.5.0
     */
    VIR_FROM_UML = 21,
    /**
     * Shown as "Node Device Driver". Since: 0.5.0
     */
    VIR_FROM_NODEDEV = 22,
    /**
     * Shown as "Xen Inotify Driver". Since: 0.5.0
     */
    VIR_FROM_XEN_INOTIFY = 23,
    /**
     * Shown as "Security Driver". Since: 0.6.1
     */
    VIR_FROM_SECURITY = 24,
    /**
     * Shown as "VirtualBox Driver". Since: 0.6.3
     */
    VIR_FROM_VBOX = 25,
    /**
     * Shown as "Network Interface Driver". Since: 0.6.4
     */
    VIR_FROM_INTERFACE = 26,
    /**
     * Shown as "Open Nebula Driver". Since: 0.6.4
     */
    VIR_FROM_ONE = 27,
    /**
     * Shown as "ESX Driver". Since: 0.7.0
     */
    VIR_FROM_ESX = 28,
    /**
     * Shown as "Power Hypervisor Driver". Since: 0.7.0
     */
    VIR_FROM_PHYP = 29,
    /**
     * Shown as "Secrets Driver". Since: 0.7.1
     */
    VIR_FROM_SECRET = 30,
    /**
     * Shown as "CPU Driver". Since: 0.7.5
     */
    VIR_FROM_CPU = 31,
    /**
     * Shown as "XenAPI Driver". Since: 0.8.0
     */
    VIR_FROM_XENAPI = 32,
    /**
     * Shown as "Network Filter Driver". Since: 0.8.0
     */
    VIR_FROM_NWFILTER = 33,
    /**
     * Shown as "Lifecycle Hook". Since: 0.8.0
     */
    VIR_FROM_HOOK = 34,
    /**
     * Shown as "Domain Snapshot". Since: 0.8.0
     */
    VIR_FROM_DOMAIN_SNAPSHOT = 35,
    /**
     * Shown as "Audit Utils". Since: 0.8.5
     */
    VIR_FROM_AUDIT = 36,
    /**
     * Shown as "Sysinfo Utils". Since: 0.8.6
     */
    VIR_FROM_SYSINFO = 37,
    /**
     * Shown as "I/O Stream Utils". Since: 0.8.6
     */
    VIR_FROM_STREAMS = 38,
    /**
     * Shown as "VMware Driver". Since: 0.8.7
     */
    VIR_FROM_VMWARE = 39,
    /**
     * Shown as "Event Loop". Since: 0.9.0
     */
    VIR_FROM_EVENT = 40,
    /**
     * Shown as "Xen Light Driver". Since: 0.9.0
     */
    VIR_FROM_LIBXL = 41,
    /**
     * Shown as "Lock Driver". Since: 0.9.2
     */
    VIR_FROM_LOCKING = 42,
    /**
     * Shown as "Hyper-V Driver". Since: 0.9.5
     */
    VIR_FROM_HYPERV = 43,
    /**
     * Shown as "Capabilities Utils". Since: 0.9.8
     */
    VIR_FROM_CAPABILITIES = 44,
    /**
     * Shown as "URI Utils". Since: 0.9.11
     */
    VIR_FROM_URI = 45,
    /**
     * Shown as "Authentication Utils". Since: 0.9.11
     */
    VIR_FROM_AUTH = 46,
    /**
     * Shown as "DBus Utils". Since: 0.9.12
     */
    VIR_FROM_DBUS = 47,
    /**
     * Shown as "Parallels Cloud Server". Since: 0.10.0
     */
    VIR_FROM_PARALLELS = 48,
    /**
     * Shown as "Device Config". Since: 0.10.0
     */
    VIR_FROM_DEVICE = 49,
    /**
     * Shown as "SSH transport layer". Since: 0.10.0
     */
    VIR_FROM_SSH = 50,
    /**
     * Shown as "Lock Space". Since: 1.0.0
     */
    VIR_FROM_LOCKSPACE = 51,
    /**
     * Shown as "Init control". Since: 1.0.1
     */
    VIR_FROM_INITCTL = 52,
    /**
     * Shown as "Identity". Since: 1.0.4
     */
    VIR_FROM_IDENTITY = 53,
    /**
     * Shown as "Cgroup". Since: 1.0.5
     */
    VIR_FROM_CGROUP = 54,
    /**
     * Shown as "Access Manager". Since: 1.1.0
     */
    VIR_FROM_ACCESS = 55,
    /**
     * Shown as "Systemd". Since: 1.1.1
     */
    VIR_FROM_SYSTEMD = 56,
    /**
     * Shown as "Bhyve". Since: 1.2.2
     */
    VIR_FROM_BHYVE = 57,
    /**
     * Shown as "Crypto". Since: 1.2.3
     */
    VIR_FROM_CRYPTO = 58,
    /**
     * Shown as "Firewall". Since: 1.2.4
     */
    VIR_FROM_FIREWALL = 59,
    /**
     * Shown as "Polkit". Since: 1.2.9
     */
    VIR_FROM_POLKIT = 60,
    /**
     * Shown as "Thread jobs". Since: 1.2.14
     */
    VIR_FROM_THREAD = 61,
    /**
     * Shown as "Admin Interface". Since: 1.2.17
     */
    VIR_FROM_ADMIN = 62,
    /**
     * Shown as "Log Manager". Since: 1.3.0
     */
    VIR_FROM_LOGGING = 63,
    /**
     * Shown as "Xen XL Config". Since: 1.3.2
     */
    VIR_FROM_XENXL = 64,
    /**
     * Shown as "Perf". Since: 1.3.3
     */
    VIR_FROM_PERF = 65,
    /**
     * Shown as "Libssh transport layer". Since: 2.5.0
     */
    VIR_FROM_LIBSSH = 66,
    /**
     * Shown as "Resource control". Since: 3.7.0
     */
    VIR_FROM_RESCTRL = 67,
    /**
     * Shown as "FirewallD". Since: 5.1.0
     */
    VIR_FROM_FIREWALLD = 68,
    /**
     * Shown as "Domain Checkpoint". Since: 5.2.0
     */
    VIR_FROM_DOMAIN_CHECKPOINT = 69,
    /**
     * Shown as "TPM". Since: 5.6.0
     */
    VIR_FROM_TPM = 70,
    /**
     * Shown as "BPF". Since: 5.10.0
     */
    VIR_FROM_BPF = 71,
    /**
     * Shown as "Cloud-Hypervisor Driver". Since: 7.5.0
     */
    VIR_FROM_CH = 72
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.13
     */
    , VIR_ERR_DOMAIN_LAST = 73
#endif
} virErrorDomain;

/**
 * How bad an error is. Since: 0.1.0
 */
typedef enum virErrorLevel {
    /**
     * It is none. Since: 0.1.0
     */
    VIR_ERR_NONE = 0,
    /**
     * A warning. Since: 0.1.0
     */
    VIR_ERR_WARNING = 1,
    /**
     * An error. Since: 0.1.0
     */
    VIR_ERR_ERROR = 2
} virErrorLevel;

/**
 * What went wrong; the comment is the text of its message. Since: 0.1.0
 */
typedef enum virErrorNumber {
    /**
     * No error. Since: 0.1.0
     */
    VIR_ERR_OK = 0,
    /**
     * "internal error". Since: 0.1.0
     */
    VIR_ERR_INTERNAL_ERROR = 1,
    /**
     * "out of memory". Since: 0.1.0
     */
    VIR_ERR_NO_MEMORY = 2,
    /**
     * "this function is not supported by the connection driver". Since: 0.1.0
     */
    VIR_ERR_NO_SUPPORT = 3,
    /**
     * "unknown host". Since: 0.1.0
     */
    VIR_ERR_UNKNOWN_HOST = 4,
    /**
     * "no connection driver available". Since: 0.1.0
     */
    VIR_ERR_NO_CONNECT = 5,
    /**
     * "invalid connection pointer in". Since: 0.1.0
     */
    VIR_ERR_INVALID_CONN = 6,
    /**
     * "invalid domain pointer in". Since: 0.1.0
     */
    VIR_ERR_INVALID_DOMAIN = 7,
    /**
     * "invalid argument". Since: 0.1.0
     */
    VIR_ERR_INVALID_ARG = 8,
    /**
     * "operation failed". Since: 0.1.0
     */
    VIR_ERR_OPERATION_FAILED = 9,
    /**
     * "GET operation failed". Since: 0.1.0
     */
    VIR_ERR_GET_FAILED = 10,
    /**
     * "POST operation failed". Since: 0.1.0
     */
    VIR_ERR_POST_FAILED = 11,
    /**
     * "got unknown HTTP error code". Since: 0.1.0
     */
    VIR_ERR_HTTP_ERROR = 12,
    /**
     * "failed to serialize S-Expr". Since: 0.1.0
     */
    VIR_ERR_SEXPR_SERIAL = 13,
    /**
     * "could not use Xen hypervisor entry". Since: 0.1.0
     */
    VIR_ERR_NO_XEN = 14,
    /**
     * "failed Xen syscall". Since: 0.1.0
     */
    VIR_ERR_XEN_CALL = 15,
    /**
     * "unknown OS type". Since: 0.1.0
     */
    VIR_ERR_OS_TYPE = 16,
    /**
     * "missing kernel information". Since: 0.1.0
     */
    VIR_ERR_NO_KERNEL = 17,
    /**
     * "missing root device information". Since: 0.1.0
     */
    VIR_ERR_NO_ROOT = 18,
    /**
     * "missing source information for device". Since: 0.1.0
     */
    VIR_ERR_NO_SOURCE = 19,
    /**
     * "missing target information for device". Since: 0.1.0
     */
    VIR_ERR_NO_TARGET = 20,
    /**
     * "missing name information". Since: 0.1.0
     */
    VIR_ERR_NO_NAME = 21,
    /**
     * "missing operating system information". Since: 0.1.0
     */
    VIR_ERR_NO_OS = 22,
    /**
     * "missing devices information". Since: 0.1.0
     */
    VIR_ERR_NO_DEVICE = 23,
    /**
     * "could not connect to Xen Store". Since: 0.1.0
     */
    VIR_ERR_NO_XENSTORE = 24,
    /**
     * "too many drivers registered". Since: 0.1.0
     */
    VIR_ERR_DRIVER_FULL = 25,
    /**
     * "library call failed". Since: 0.1.0
     */
    VIR_ERR_CALL_FAILED = 26,
    /**
     * "XML description is invalid or not well formed". Since: 0.1.1
     */
    VIR_ERR_XML_ERROR = 27,
    /**
     * "this domain exists already". Since: 0.1.1
     */
    VIR_ERR_DOM_EXIST = 28,
    /**
     * "operation forbidden for read only access". Since: 0.1.4
     */
    VIR_ERR_OPERATION_DENIED = 29,
    /**
     * "failed to open configuration file". Since: 0.1.6
     */
    VIR_ERR_OPEN_FAILED = 30,
    /**
     * "failed to read configuration file". Since: 0.1.6
     */
    VIR_ERR_READ_FAILED = 31,
    /**
     * "failed to parse configuration file". Since: 0.1.6
     */
    VIR_ERR_PARSE_FAILED = 32,
    /**
     * "configuration file syntax error". Since: 0.1.6
     */
    VIR_ERR_CONF_SYNTAX = 33,
    /**
     * "failed to write configuration file". Since: 0.1.6
     */
    VIR_ERR_WRITE_FAILED = 34,
    /**
     * "parser error". Since: 0.1.9
     */
    VIR_ERR_XML_DETAIL = 35,
    /**
     * "invalid network pointer in". Since: 0.2.0
     */
    VIR_ERR_INVALID_NETWORK = 36,
    /**
     * "this network exists already". Since: 0.2.0
     */
    VIR_ERR_NETWORK_EXIST = 37,
    /**
     * "system call error". Since: 0.2.1
     */
    VIR_ERR_SYSTEM_ERROR = 38,
    /**
     * "RPC error". Since: 0.2.3
     */
    VIR_ERR_RPC = 39,
    /**
     * "GNUTLS call error". Since: 0.2.3
     */
    VIR_ERR_GNUTLS_ERROR = 40,
    /**
     * "Failed to find the network". Since: 0.2.3
     */
    VIR_WAR_NO_NETWORK = 41,
    /**
     * "Domain not found". Since: 0.3.0
     */
    VIR_ERR_NO_DOMAIN = 42,
    /**
     * "Network not found". Since: 0.3.0
     */
    VIR_ERR_NO_NETWORK = 43,
    /**
     * "invalid MAC address". Since: 0.3.1
     */
    VIR_ERR_INVALID_MAC = 44,
    /**
     * "authentication failed". Since: 0.4.1
     */
    VIR_ERR_AUTH_FAILED = 45,
    /**
     * "invalid storage pool pointer in". Since: 0.4.1
     */
    VIR_ERR_INVALID_STORAGE_POOL = 46,
    /**
     * "invalid storage volume pointer in". Since: 0.4.1
     */
    VIR_ERR_INVALID_STORAGE_VOL = 47,
    /**
     * "Failed to find a storage driver". Since: 0.4.1
     */
    VIR_WAR_NO_STORAGE = 48,
    /**
     * "Storage pool not found". Since: 0.4.1
     */
    VIR_ERR_NO_STORAGE_POOL = 49,
    /**
     * "Storage volume not found". Since: 0.4.1
     */
    VIR_ERR_NO_STORAGE_VOL = 50,
    /**
     * "Failed to find a node driver". Since: 0.5.0
     */
    VIR_WAR_NO_NODE = 51,
    /**
     * "invalid node device pointer". Since: 0.5.0
     */
    VIR_ERR_INVALID_NODE_DEVICE = 52,
    /**
     * "Node device not found". Since: 0.5.0
     */
    VIR_ERR_NO_NODE_DEVICE = 53,
    /**
     * "Security model not found". Since: 0.6.1
     */
    VIR_ERR_NO_SECURITY_MODEL = 54,
    /**
     * "Requested operation is not valid". Since: 0.6.4
     */
    VIR_ERR_OPERATION_INVALID = 55,
    /**
     * "Failed to find the interface". Since: 0.6.4
     */
    VIR_WAR_NO_INTERFACE = 56,
    /**
     * "Interface not found". Since: 0.6.4
     */
    VIR_ERR_NO_INTERFACE = 57,
    /**
     * "invalid interface pointer in". Since: 0.6.4
     */
    VIR_ERR_INVALID_INTERFACE = 58,
    /**
     * "multiple matching interfaces found". Since: 0.7.0
     */
    VIR_ERR_MULTIPLE_INTERFACES = 59,
    /**
     * "Failed to start the nwfilter driver". Since: 0.8.0
     */
    VIR_WAR_NO_NWFILTER = 60,
    /**
     * "Invalid network filter". Since: 0.8.0
     */
    VIR_ERR_INVALID_NWFILTER = 61,
    /**
     * "Network filter not found". Since: 0.8.0
     */
    VIR_ERR_NO_NWFILTER = 62,
    /**
     * "Error while building firewall". Since: 0.8.0
     */
    VIR_ERR_BUILD_FIREWALL = 63,
    /**
     * "Failed to find a secret storage driver". Since: 0.7.1
     */
    VIR_WAR_NO_SECRET = 64,
    /**
     * "Invalid secret". Since: 0.7.1
     */
    VIR_ERR_INVALID_SECRET = 65,
    /**
     * "Secret not found". Since: 0.7.1
     */
    VIR_ERR_NO_SECRET = 66,
    /**
     * "unsupported configuration". Since: 0.7.3
     */
    VIR_ERR_CONFIG_UNSUPPORTED = 67,
    /**
     * "Timed out during operation". Since: 0.7.3
     */
    VIR_ERR_OPERATION_TIMEOUT = 68,
    /**
     * "Failed to make domain persistent after migration". Since: 0.7.3
     */
    VIR_ERR_MIGRATE_PERSIST_FAILED = 69,
    /**
     * "Hook script execution failed". Since: 0.8.0
     */
    VIR_ERR_HOOK_SCRIPT_FAILED = 70,
    /**
     * "Invalid domain snapshot". Since: 0.8.0
     */
    VIR_ERR_INVALID_DOMAIN_SNAPSHOT = 71,
    /**
     * "Domain snapshot not found". Since: 0.8.0
     */
    VIR_ERR_NO_DOMAIN_SNAPSHOT = 72,
    /**
     * "invalid stream pointer". Since: 0.9.0
     */
    VIR_ERR_INVALID_STREAM = 73,
    /**
     * "argument unsupported". Since: 0.9.4
     */
    VIR_ERR_ARGUMENT_UNSUPPORTED = 74,
    /**
     * "Storage pool probe failed". Since: 0.9.5
     */
    VIR_ERR_STORAGE_PROBE_FAILED = 75,
    /**
     * "Storage pool already built". Since: 0.9.5
     */
    VIR_ERR_STORAGE_POOL_BUILT = 76,
    /**
     * "revert requires force". Since: 0.9.7
     */
    VIR_ERR_SNAPSHOT_REVERT_RISKY = 77,
    /**
     * "operation aborted". Since: 0.9.9
     */
    VIR_ERR_OPERATION_ABORTED = 78,
    /**
     * "authentication cancelled". Since: 0.9.10
     */
    VIR_ERR_AUTH_CANCELLED = 79,
    /**
     * "metadata not found". Since: 0.9.10
     */
    VIR_ERR_NO_DOMAIN_METADATA = 80,
    /**
     * "Unsafe migration". Since: 0.9.11
     */
    VIR_ERR_MIGRATE_UNSAFE = 81,
    /**
     * "numerical overflow". Since: 0.9.11
     */
    VIR_ERR_OVERFLOW = 82,
    /**
     * "block copy still active". Since: 0.9.12
     */
    VIR_ERR_BLOCK_COPY_ACTIVE = 83,
    /**
     * "Operation not supported". Since: 0.10.0
     */
    VIR_ERR_OPERATION_UNSUPPORTED = 84,
    /**
     * "SSH transport error". Since: 0.10.0
     */
    VIR_ERR_SSH = 85,
    /**
     * "Guest agent is not responding". Since: 0.10.0
     */
    VIR_ERR_AGENT_UNRESPONSIVE = 86,
    /**
     * "resource busy". Since: 1.0.0
     */
    VIR_ERR_RESOURCE_BUSY = 87,
    /**
     * "access denied". Since: 1.1.0
     */
    VIR_ERR_ACCESS_DENIED = 88,
    /**
     * "error from service". Since: 1.1.1
     */
    VIR_ERR_DBUS_SERVICE = 89,
    /**
     * "this storage volume exists already". Since: 1.1.4
     */
    VIR_ERR_STORAGE_VOL_EXIST = 90,
    /**
     * "the CPU is incompatible with host CPU". Since: 1.2.6
     */
    VIR_ERR_CPU_INCOMPATIBLE = 91,
    /**
     * "XML document failed to validate against schema". Since: 1.2.12
     */
    VIR_ERR_XML_INVALID_SCHEMA = 92,
    /**
     * "migration successfully aborted". Since: 1.2.18
     */
    VIR_ERR_MIGRATE_FINISH_OK = 93,
    /**
     * "authentication unavailable". Since: 1.3.3
     */
    VIR_ERR_AUTH_UNAVAILABLE = 94,
    /**
     * "Server not found". Since: 1.3.3
     */
    VIR_ERR_NO_SERVER = 95,
    /**
     * "Client not found". Since: 1.3.5
     */
    VIR_ERR_NO_CLIENT = 96,
    /**
     * "guest agent replied with wrong id to guest-sync command". Since: 2.3.0
     */
    VIR_ERR_AGENT_UNSYNCED = 97,
    /**
     * "libssh transport error". Since: 2.5.0
     */
    VIR_ERR_LIBSSH = 98,
    /**
     * "device not found". Since: 4.1.0
     */
    VIR_ERR_DEVICE_MISSING = 99,
    /**
     * "Invalid network filter binding". Since: 4.5.0
     */
    VIR_ERR_INVALID_NWFILTER_BINDING = 100,
    /**
     * "Network filter binding not found". Since: 4.5.0
     */
    VIR_ERR_NO_NWFILTER_BINDING = 101,
    /**
     * "Invalid domain checkpoint". Since: 5.2.0
     */
    VIR_ERR_INVALID_DOMAIN_CHECKPOINT = 102,
    /**
     * "Domain checkpoint not found". Since: 5.2.0
     */
    VIR_ERR_NO_DOMAIN_CHECKPOINT = 103,
    /**
     * "Domain backup job id not found". Since: 5.2.0
     */
    VIR_ERR_NO_DOMAIN_BACKUP = 104,
    /**
     * "Invalid network port pointer". Since: 5.5.0
     */
    VIR_ERR_INVALID_NETWORK_PORT = 105,
    /**
     * "this network port exists already". Since: 5.5.0
     */
    VIR_ERR_NETWORK_PORT_EXIST = 106,
    /**
     * "network port not found". Since: 5.5.0
     */
    VIR_ERR_NO_NETWORK_PORT = 107,
    /**
     * "no hostname found". Since: 6.1.0
     */
    VIR_ERR_NO_HOSTNAME = 108,
    /**
     * "checkpoint inconsistent". Since: 6.10.0
     */
    VIR_ERR_CHECKPOINT_INCONSISTENT = 109,
    /**
     * "multiple matching domains found". Since: 7.1.0
     */
    VIR_ERR_MULTIPLE_DOMAINS = 110,
    /**
     * "metadata not found". Since: 9.7.0
     */
    VIR_ERR_NO_NETWORK_METADATA = 111,
    /**
     * "guest agent command timed out". Since: 11.2.0
     */
    VIR_ERR_AGENT_COMMAND_TIMEOUT = 112,
    /**
     * "guest agent command failed". Since: 11.2.0
     */
    VIR_ERR_AGENT_COMMAND_FAILED = 113,
    /**
     * "Invalid encryption key for the secret". Since: 12.1.0
     */
    VIR_ERR_INVALID_ENCR_KEY_SECRET = 114
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 5.0.0
     */
    , VIR_ERR_NUMBER_LAST = 115
#endif
} virErrorNumber;

/**
 * What went wrong. Since: 0.1.0
 */
typedef struct _virError {
    /**
     * A virErrorNumber.
     */
    int code;
    /**
     * Which part of the library it comes from, a virErrorDomain.
     */
    int domain;
    /**
     * What went wrong, for people.
     */
    char *message;
    /**
     * How bad it is.
     */
    virErrorLevel level;
    /**
     * Not used any more.
     */
    virConnectPtr conn VIR_DEPRECATED;
    /**
     * Not used any more.
     */
    virDomainPtr dom VIR_DEPRECATED;
    /**
     * More about it; usually the form of the message.
     */
    char *str1;
    /**
     * More about it.
     */
    char *str2;
    /**
     * More about it.
     */
    char *str3;
    /**
     * More about it; errno of VIR_ERR_SYSTEM_ERROR.
     */
    int int1;
    /**
     * More about it.
     */
    int int2;
    /**
     * Not used any more.
     */
    virNetworkPtr net VIR_DEPRECATED;
} _virError;

/**
 * What went wrong. Since: 0.1.0
 */
typedef struct _virError virError;

/**
 * A pointer to a virError. Since: 0.1.0
 */
typedef virError *virErrorPtr;

/**
 * Receives errors as they are reported; `error` is valid during the call. Since: 0.1.0
 */
typedef void (*virErrorFunc)(void *userData, virErrorPtr error);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Copies the last error of this thread. Kept for old programs: errors belong to threads, not to connections.
 *
 * @conn: the connection
 * @to: (out) room for an error, whose parts the caller frees with virResetError()
 *
 * Returns the error's code, 0 when there is none, or -1.
 *
 * Since: 0.1.0
 */
int virConnCopyLastError(virConnectPtr conn,
                         virErrorPtr to);

/**
 * Gives the last error of this thread. Kept for old programs: errors belong to threads, not to connections.
 *
 * @conn: the connection
 *
 * Returns the error, valid until the next call on this thread; NULL when there is none.
 *
 * Since: 0.1.0
 */
virErrorPtr virConnGetLastError(virConnectPtr conn);

/**
 * Forgets the last error of this thread. Kept for old programs: errors belong to threads, not to connections.
 *
 * @conn: the connection
 *
 * Since: 0.1.0
 */
void virConnResetLastError(virConnectPtr conn);

/**
 * Sets who hears of the errors of a connection, instead of the handler of the process.
 *
 * @conn: the connection
 * @userData: (nullable) data for @handler
 * @handler: (nullable) called with @userData and the error; NULL: the process's handler again
 *
 * Since: 0.1.0
 */
void virConnSetErrorFunc(virConnectPtr conn, void *userData, virErrorFunc handler);

/**
 * Copies the last error of this thread.
 *
 * @to: (out) room for an error, whose parts the caller frees with virResetError()
 *
 * Returns the error's code, 0 when there is none, or -1.
 *
 * Since: 0.1.0
 */
int virCopyLastError(virErrorPtr to);

/**
 * Writes an error to standard error, as happens where nobody has set a handler.
 *
 * @err: the error
 *
 * Since: 0.1.0
 */
void virDefaultErrorFunc(virErrorPtr err);

/**
 * Frees an error that virSaveLastError() gave.
 *
 * @err: (nullable) the error, not to be used afterwards
 *
 * Since: 0.6.1
 */
void virFreeError(virErrorPtr err);

/**
 * Gives the last error of this thread.
 *
 * Returns the error, valid until the next call on this thread; NULL when there is none.
 *
 * Since: 0.1.0
 */
virErrorPtr virGetLastError(void);

/**
 * Gives the code of this thread's last error.
 *
 * Returns a virErrorNumber; 0 when there is none.
 *
 * Since: 4.5.0
 */
int virGetLastErrorCode(void);

/**
 * Gives the part of the library that this thread's last error comes from.
 *
 * Returns a virErrorDomain; 0 when there is none.
 *
 * Since: 4.5.0
 */
int virGetLastErrorDomain(void);

/**
 * Gives the text of this thread's last error.
 *
 * Returns the text, valid until the next call on this thread; "no error" when there is none.
 *
 * Since: 1.0.6
 */
const char *virGetLastErrorMessage(void);

/**
 * Frees what an error points at and empties it; the error itself stays the caller's.
 *
 * @err: (nullable) the error
 *
 * Since: 0.1.0
 */
void virResetError(virErrorPtr err);

/**
 * Forgets the last error of this thread.
 *
 * Since: 0.1.0
 */
void virResetLastError(void);

/**
 * Saves the last error of this thread from the calls that follow.
 *
 * Returns a copy that the caller frees with virFreeError(); NULL when memory is exhausted.
 *
 * Since: 0.6.1
 */
virErrorPtr virSaveLastError(void);

/**
 * Sets who hears of the errors of this process.
 *
 * @userData: (nullable) data for @handler
 * @handler: (nullable) called with @userData and the error; NULL: errors are written to standard error
 *
 * Since: 0.1.0
 */
void virSetErrorFunc(void *userData,
                     virErrorFunc handler);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_VIRTERROR_H */
