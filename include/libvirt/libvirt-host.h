/* libvirt-host.h: made from ffi/host/ by the build. */

#ifndef LIBVIRT_HOST_H
#define LIBVIRT_HOST_H

#include <libvirt/libvirt-common.h>

/**
 * The highest number of CPUs that the host described by a virNodeInfo (not a pointer) can have, CPUs that are
 * offline included. Since: 0.1.4
 */
#define VIR_NODEINFO_MAXCPUS(nodeinfo) \
    ((nodeinfo).nodes * (nodeinfo).sockets * (nodeinfo).cores * (nodeinfo).threads)

/**
 * String: the name of the group on whose behalf calls are made. Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_GROUP_NAME "group-name"

/**
 * Signed 64 bit: the process that makes calls. Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_PROCESS_ID "process-id"

/**
 * Unsigned 64 bit: when that process was started, which tells it from a later one of that number. Since:
 * 5.8.0
 */
#define VIR_CONNECT_IDENTITY_PROCESS_TIME "process-time"

/**
 * String: the name that SASL authenticated. Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_SASL_USER_NAME "sasl-user-name"

/**
 * String: the SELinux context of that process. Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_SELINUX_CONTEXT "selinux-context"

/**
 * Unsigned 64 bit: the group's number. Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_UNIX_GROUP_ID "unix-group-id"

/**
 * Unsigned 64 bit: the user's number. Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_UNIX_USER_ID "unix-user-id"

/**
 * String: the name of the user on whose behalf calls are made. Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_USER_NAME "user-name"

/**
 * String: the distinguished name in a certificate. Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME "x509-distinguished-name"

/**
 * Time spent in guests, in nanoseconds. Since: 11.8.0
 */
#define VIR_NODE_CPU_STATS_GUEST "guest"

/**
 * Time without work, in nanoseconds. Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_IDLE "idle"

/**
 * Time spent in interrupts, in nanoseconds. Since: 1.2.2
 */
#define VIR_NODE_CPU_STATS_INTR "intr"

/**
 * Time spent waiting for I/O, in nanoseconds. Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_IOWAIT "iowait"

/**
 * Time spent in the kernel, in nanoseconds. Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_KERNEL "kernel"

/**
 * Time spent in programs, in nanoseconds. Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_USER "user"

/**
 * How busy the CPU is, in percent. Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_UTILIZATION "utilization"

/**
 * Unsigned 64 bit, only read: how often all of memory was scanned for equal pages. Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_FULL_SCANS "shm_full_scans"

/**
 * Unsigned int: 1 to share pages between NUMA nodes, 0 not to. Since: 1.0.0
 */
#define VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES "shm_merge_across_nodes"

/**
 * Unsigned 64 bit, only read: pages that are shared. Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARED "shm_pages_shared"

/**
 * Unsigned 64 bit, only read: pages that sharing saves. Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARING "shm_pages_sharing"

/**
 * Unsigned int: how many pages are scanned before the scanner sleeps. Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN "shm_pages_to_scan"

/**
 * Unsigned 64 bit, only read: pages scanned again and again, and still single. Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED "shm_pages_unshared"

/**
 * Unsigned 64 bit, only read: pages that change too often to be shared. Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE "shm_pages_volatile"

/**
 * Unsigned int: how long the scanner sleeps, in milliseconds. Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS "shm_sleep_millisecs"

/**
 * Memory that can be had without swapping, in KiB. Since: 12.3.0
 */
#define VIR_NODE_MEMORY_STATS_AVAILABLE "available"

/**
 * Memory in buffers, in KiB. Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_BUFFERS "buffers"

/**
 * Memory in caches, in KiB. Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_CACHED "cached"

/**
 * Free memory, in KiB. Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_FREE "free"

/**
 * All memory, in KiB. Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_TOTAL "total"

/**
 * Unsigned int: the bit of a page's address that says whether it is encrypted. Since: 4.5.0
 */
#define VIR_NODE_SEV_CBITPOS "cbitpos"

/**
 * String: the platform's certificate chain, in base64. Since: 4.5.0
 */
#define VIR_NODE_SEV_CERT_CHAIN "cert-chain"

/**
 * String: the identity of CPU 0, in base64. Since: 8.4.0
 */
#define VIR_NODE_SEV_CPU0_ID "cpu0-id"

/**
 * Unsigned int: how many SEV-ES guests can run. Since: 8.0.0
 */
#define VIR_NODE_SEV_MAX_ES_GUESTS "max-es-guests"

/**
 * Unsigned int: how many SEV guests can run. Since: 8.0.0
 */
#define VIR_NODE_SEV_MAX_GUESTS "max-guests"

/**
 * String: the platform's Diffie-Hellman key, in base64. Since: 4.5.0
 */
#define VIR_NODE_SEV_PDH "pdh"

/**
 * Unsigned int: bits of a physical address that encryption takes. Since: 4.5.0
 */
#define VIR_NODE_SEV_REDUCED_PHYS_BITS "reduced-phys-bits"

/**
 * Bytes of a field's name, the final zero included. Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_FIELD_LENGTH 80

/**
 * Bytes of a field's name, the final zero included. Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_FIELD_LENGTH 80

/**
 * Bytes for the longest domain of interpretation and a final zero. Since: 0.6.1
 */
#define VIR_SECURITY_DOI_BUFLEN (256 + 1)

/**
 * Bytes for the longest security label and a final zero. Since: 0.6.1
 */
#define VIR_SECURITY_LABEL_BUFLEN (4096 + 1)

/**
 * Bytes for the longest name of a security model and a final zero. Since: 0.6.1
 */
#define VIR_SECURITY_MODEL_BUFLEN (256 + 1)

/**
 * Bytes of a UUID in binary form. Since: 0.2.0
 */
#define VIR_UUID_BUFLEN 16

/**
 * Bytes of a UUID in text form, the final zero included. Since: 0.2.0
 */
#define VIR_UUID_STRING_BUFLEN (36 + 1)

/**
 * How a CPU compares with the host's. Since: 0.7.5
 */
typedef enum virCPUCompareResult {
    /**
     * It could not be compared. Since: 0.7.5
     */
    VIR_CPU_COMPARE_ERROR = -1,
    /**
     * The host lacks something. Since: 0.7.5
     */
    VIR_CPU_COMPARE_INCOMPATIBLE = 0,
    /**
     * They are the same. Since: 0.7.5
     */
    VIR_CPU_COMPARE_IDENTICAL = 1,
    /**
     * The host has more. Since: 0.7.5
     */
    VIR_CPU_COMPARE_SUPERSET = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_CPU_COMPARE_LAST = 3
#endif
} virCPUCompareResult;

/**
 * Flags of virConnectBaselineCPU() and virConnectBaselineHypervisorCPU(). Since: 1.1.2
 */
typedef enum virConnectBaselineCPUFlags {
    /**
     * List every feature. Since: 1.1.2
     */
    VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES = (1 << 0),
    /**
     * Leave out what cannot be migrated. Since: 1.2.14
     */
    VIR_CONNECT_BASELINE_CPU_MIGRATABLE = (1 << 1),
    /**
     * Do not limit the result to what this host can do. Since: 11.6.0
     */
    VIR_CONNECT_BASELINE_CPU_IGNORE_HOST = (1 << 2)
} virConnectBaselineCPUFlags;

/**
 * Flags of virConnectCompareCPU() and virConnectCompareHypervisorCPU(). Since: 1.2.6
 */
typedef enum virConnectCompareCPUFlags {
    /**
     * Make an incompatible CPU an error, whose message says what is missing. Since: 1.2.6
     */
    VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = (1 << 0),
    /**
     * Check the document against the schema. Since: 6.9.0
     */
    VIR_CONNECT_COMPARE_CPU_VALIDATE_XML = (1 << 1)
} virConnectCompareCPUFlags;

/**
 * What a credential callback is asked for. Since: 0.4.1
 */
typedef enum virConnectCredentialType {
    /**
     * The user's name. Since: 0.4.1
     */
    VIR_CRED_USERNAME = 1,
    /**
     * The name to authenticate with. Since: 0.4.1
     */
    VIR_CRED_AUTHNAME = 2,
    /**
     * The user's language. Since: 0.4.1
     */
    VIR_CRED_LANGUAGE = 3,
    /**
     * A nonce of the client. Since: 0.4.1
     */
    VIR_CRED_CNONCE = 4,
    /**
     * A password. Since: 0.4.1
     */
    VIR_CRED_PASSPHRASE = 5,
    /**
     * An answer that may be seen. Since: 0.4.1
     */
    VIR_CRED_ECHOPROMPT = 6,
    /**
     * An answer that may not be seen. Since: 0.4.1
     */
    VIR_CRED_NOECHOPROMPT = 7,
    /**
     * The realm to authenticate in. Since: 0.4.1
     */
    VIR_CRED_REALM = 8,
    /**
     * To arrange it outside of the program. Since: 0.4.1
     */
    VIR_CRED_EXTERNAL = 9
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_CRED_LAST = 10
#endif
} virConnectCredentialType;

/**
 * Flags of virConnectOpenAuth(). Since: 0.4.1
 */
typedef enum virConnectFlags {
    /**
     * Read-only. Since: 0.4.1
     */
    VIR_CONNECT_RO = (1 << 0),
    /**
     * Do not look for the name among the aliases of libvirt.conf. Since: 0.9.7
     */
    VIR_CONNECT_NO_ALIASES = (1 << 1)
} virConnectFlags;

/**
 * What the numbers of virNodeAllocPages() mean. Since: 1.2.9
 */
typedef enum virNodeAllocPagesFlags {
    /**
     * Add that many pages. Since: 1.2.9
     */
    VIR_NODE_ALLOC_PAGES_ADD = 0,
    /**
     * Have that many pages. Since: 1.2.9
     */
    VIR_NODE_ALLOC_PAGES_SET = (1 << 0)
} virNodeAllocPagesFlags;

/**
 * A value in place of a CPU's number. Since: 0.9.8
 */
typedef enum virNodeGetCPUStatsAllCPUs {
    /**
     * All CPUs together. Since: 0.9.3
     */
    VIR_NODE_CPU_STATS_ALL_CPUS = -1
} virNodeGetCPUStatsAllCPUs;

/**
 * A value in place of a NUMA cell's number. Since: 0.9.8
 */
typedef enum virNodeGetMemoryStatsAllCells {
    /**
     * All cells together. Since: 0.9.3
     */
    VIR_NODE_MEMORY_STATS_ALL_CELLS = -1
} virNodeGetMemoryStatsAllCells;

/**
 * How the host is suspended. Since: 0.9.8
 */
typedef enum virNodeSuspendTarget {
    /**
     * To memory. Since: 0.9.8
     */
    VIR_NODE_SUSPEND_TARGET_MEM = 0,
    /**
     * To disk. Since: 0.9.8
     */
    VIR_NODE_SUSPEND_TARGET_DISK = 1,
    /**
     * To both. Since: 0.9.8
     */
    VIR_NODE_SUSPEND_TARGET_HYBRID = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.8
     */
    , VIR_NODE_SUSPEND_TARGET_LAST = 3
#endif
} virNodeSuspendTarget;

/**
 * A connection to a hypervisor. Since: 0.0.1
 */
typedef struct _virConnect _virConnect;

/**
 * A stream of data between the program and a host. Since: 0.7.2
 */
typedef struct _virStream _virStream;

/**
 * A connection to a hypervisor. Since: 0.0.1
 */
typedef struct _virConnect virConnect;

/**
 * A handle of a virConnect. Since: 0.0.1
 */
typedef virConnect *virConnectPtr;

/**
 * A credential that is asked for, with room for the answer. Since: 0.4.1
 */
typedef struct _virConnectCredential {
    /**
     * What is asked for, a virConnectCredentialType.
     */
    int type;
    /**
     * What to ask the user.
     */
    const char *prompt;
    /**
     * What else belongs to the question.
     */
    const char *challenge;
    /**
     * The answer that an empty one stands for.
     */
    const char *defresult;
    /**
     * Where the answer goes, allocated with malloc().
     */
    char *result;
    /**
     * The length of the answer.
     */
    unsigned int resultlen;
} _virConnectCredential;

/**
 * A credential that is asked for, with room for the answer. Since: 0.4.1
 */
typedef struct _virConnectCredential virConnectCredential;

/**
 * A pointer to a virConnectCredential. Since: 0.4.1
 */
typedef virConnectCredential *virConnectCredentialPtr;

/**
 * Fills in the answers to `ncred` credentials, with malloc(), and returns 0, or -1 to give up. Since:
 * 0.4.1
 */
typedef int (*virConnectAuthCallbackPtr)(virConnectCredentialPtr cred,
                                         unsigned int ncred,
                                         void *cbdata);

/**
 * How to ask for credentials. Since: 0.4.1
 */
typedef struct _virConnectAuth {
    /**
     * The kinds of credentials that `cb` can ask for.
     */
    int *credtype;
    /**
     * How many kinds there are.
     */
    unsigned int ncredtype;
    /**
     * Asks for credentials.
     */
    virConnectAuthCallbackPtr cb;
    /**
     * What `cb` gets as `cbdata`.
     */
    void *cbdata;
} _virConnectAuth;

/**
 * How to ask for credentials. Since: 0.4.1
 */
typedef struct _virConnectAuth virConnectAuth;

/**
 * A pointer to a virConnectAuth. Since: 0.4.1
 */
typedef virConnectAuth *virConnectAuthPtr;

/**
 * Told that a connection is closed; `reason` is a virConnectCloseReason. Since: 0.10.0
 */
typedef void (*virConnectCloseFunc)(virConnectPtr conn, int reason, void *opaque);

/**
 * A statistic of the host's CPUs. Since: 0.9.3
 */
typedef struct _virNodeCPUStats {
    /**
     * What it counts.
     */
    char field[VIR_TYPED_PARAM_FIELD_LENGTH];
    /**
     * The value.
     */
    unsigned long long value;
} _virNodeCPUStats;

/**
 * A statistic of the host's CPUs. Since: 0.9.3
 */
typedef struct _virNodeCPUStats virNodeCPUStats;

/**
 * A pointer to a virNodeCPUStats. Since: 0.9.3
 */
typedef virNodeCPUStats *virNodeCPUStatsPtr;

/**
 * The hardware of a host in short. Since: 0.1.0
 */
typedef struct _virNodeInfo {
    /**
     * The CPU's model.
     */
    char model[32];
    /**
     * Memory, in KiB.
     */
    unsigned long memory;
    /**
     * CPUs that are online.
     */
    unsigned int cpus;
    /**
     * The CPU's frequency, or 0.
     */
    unsigned int mhz;
    /**
     * NUMA nodes, 1 if there is another topology than these numbers can say.
     */
    unsigned int nodes;
    /**
     * Sockets of a node.
     */
    unsigned int sockets;
    /**
     * Cores of a socket.
     */
    unsigned int cores;
    /**
     * Threads of a core.
     */
    unsigned int threads;
} _virNodeInfo;

/**
 * The hardware of a host in short. Since: 0.1.0
 */
typedef struct _virNodeInfo virNodeInfo;

/**
 * A pointer to a virNodeInfo. Since: 0.1.0
 */
typedef virNodeInfo *virNodeInfoPtr;

/**
 * A statistic of the host's memory. Since: 0.9.3
 */
typedef struct _virNodeMemoryStats {
    /**
     * What it counts.
     */
    char field[VIR_TYPED_PARAM_FIELD_LENGTH];
    /**
     * The value, in KiB.
     */
    unsigned long long value;
} _virNodeMemoryStats;

/**
 * A statistic of the host's memory. Since: 0.9.3
 */
typedef struct _virNodeMemoryStats virNodeMemoryStats;

/**
 * A pointer to a virNodeMemoryStats. Since: 0.9.3
 */
typedef virNodeMemoryStats *virNodeMemoryStatsPtr;

/**
 * The security model of a host. Since: 0.6.1
 */
typedef struct _virSecurityModel {
    /**
     * The model's name.
     */
    char model[VIR_SECURITY_MODEL_BUFLEN];
    /**
     * Its domain of interpretation.
     */
    char doi[VIR_SECURITY_MODEL_BUFLEN];
} _virSecurityModel;

/**
 * The security model of a host. Since: 0.6.1
 */
typedef struct _virSecurityModel virSecurityModel;

/**
 * A pointer to a virSecurityModel. Since: 0.6.1
 */
typedef virSecurityModel *virSecurityModelPtr;

/**
 * A stream of data between the program and a host. Since: 0.7.2
 */
typedef struct _virStream virStream;

/**
 * A handle of a virStream. Since: 0.7.2
 */
typedef virStream *virStreamPtr;

/**
 * The security label of a domain. Since: 0.6.1
 */
typedef struct _virSecurityLabel {
    /**
     * The label.
     */
    char label[VIR_SECURITY_LABEL_BUFLEN];
    /**
     * 1 if it is enforced.
     */
    int enforcing;
} _virSecurityLabel;

/**
 * The security label of a domain. Since: 0.6.1
 */
typedef struct _virSecurityLabel virSecurityLabel;

/**
 * A pointer to a virSecurityLabel. Since: 0.6.1
 */
typedef virSecurityLabel *virSecurityLabelPtr;

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Credentials asked for on the terminal: pass it to virConnectOpenAuth(). Since: 0.4.1
 */
extern virConnectAuthPtr virConnectAuthPtrDefault;

/**
 * Finds the CPU that all of some CPUs can be, so that a domain with it can run on each of their hosts.
 *
 * @conn: the connection
 * @xmlCPUs: the CPUs, <cpu> documents
 * @ncpus: how many there are
 * @flags: bitwise-OR of virConnectBaselineCPUFlags
 *
 * Returns a new string that the caller frees, a <cpu> document; or NULL.
 *
 * Since: 0.7.7
 */
char *virConnectBaselineCPU(virConnectPtr conn,
                            const char **xmlCPUs,
                            unsigned int ncpus,
                            unsigned int flags);

/**
 * Finds the CPU that all of some CPUs can be, as far as a hypervisor can provide it.
 *
 * @conn: the connection
 * @emulator: the path of the emulator, or NULL
 * @arch: the architecture, or NULL for the host's
 * @machine: the machine type, or NULL for the usual one
 * @virttype: the kind of virtualisation, or NULL for the best
 * @xmlCPUs: the CPUs, <cpu> documents
 * @ncpus: how many there are
 * @flags: bitwise-OR of virConnectBaselineCPUFlags
 *
 * Returns a new string that the caller frees, a <cpu> document; or NULL.
 *
 * Since: 4.4.0
 */
char *virConnectBaselineHypervisorCPU(virConnectPtr conn,
                                      const char *emulator,
                                      const char *arch,
                                      const char *machine,
                                      const char *virttype,
                                      const char **xmlCPUs,
                                      unsigned int ncpus,
                                      unsigned int flags);

/**
 * Compares a CPU with that of the host.
 *
 * @conn: the connection
 * @xmlDesc: the CPU, a <cpu> document
 * @flags: bitwise-OR of virConnectCompareCPUFlags
 *
 * Returns one of virCPUCompareResult; VIR_CPU_COMPARE_ERROR is -1.
 *
 * Since: 0.7.5
 */
int virConnectCompareCPU(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
 * Compares a CPU with the one that a hypervisor can provide on the host.
 *
 * @conn: the connection
 * @emulator: the path of the emulator, or NULL
 * @arch: the architecture, or NULL for the host's
 * @machine: the machine type, or NULL for the usual one
 * @virttype: the kind of virtualisation, or NULL for the best
 * @xmlCPU: the CPU, a <cpu> document
 * @flags: bitwise-OR of virConnectCompareCPUFlags
 *
 * Returns one of virCPUCompareResult; VIR_CPU_COMPARE_ERROR is -1.
 *
 * Since: 4.4.0
 */
int virConnectCompareHypervisorCPU(virConnectPtr conn,
                                   const char *emulator,
                                   const char *arch,
                                   const char *machine,
                                   const char *virttype,
                                   const char *xmlCPU,
                                   unsigned int flags);

/**
 * Lists the names of the CPU models that an architecture has.
 *
 * @conn: the connection
 * @arch: the architecture
 * @models: (out, optional) where to store a new array of names, ended by NULL; the caller frees each name and
 *          the array. NULL: only count
 * @flags: must be 0
 *
 * Returns the number of models, 0 when the architecture takes any, or -1.
 *
 * Since: 1.1.3
 */
int virConnectGetCPUModelNames(virConnectPtr conn,
                               const char *arch,
                               char ***models,
                               unsigned int flags);

/**
 * Describes the host and what it can run as XML.
 *
 * @conn: the connection
 *
 * Returns a new string that the caller frees, a <capabilities> document; or NULL.
 *
 * Since: 0.2.1
 */
char *virConnectGetCapabilities(virConnectPtr conn);

/**
 * Lets go of a connection. What still holds a reference to it, an object's handle say, keeps it open.
 *
 * @conn: the connection, not to be used afterwards
 *
 * Returns 0 when that was the last reference, 1 when others are left, or -1.
 *
 * Since: 0.0.3
 */
int virConnectClose(virConnectPtr conn);

/**
 * Gives the name of the host that the guests run on.
 *
 * @conn: the connection
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.3.0
 */
char *virConnectGetHostname(virConnectPtr conn);

/**
 * Gives the version of the library that the other end of the connection uses.
 *
 * @conn: the connection
 * @libVer: (out) 1,000,000 × major + 1,000 × minor + release
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.3
 */
int virConnectGetLibVersion(virConnectPtr conn, unsigned long *libVer);

/**
 * Tells how many virtual processors a guest may have.
 *
 * @conn: the connection
 * @type: (nullable) the type of guest, as in its XML
 *
 * Returns the number, or -1.
 *
 * Since: 0.2.1
 */
int virConnectGetMaxVcpus(virConnectPtr conn, const char *type);

/**
 * Gives the host's system information (SMBIOS) as XML.
 *
 * @conn: the connection
 * @flags: must be 0
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.8.8
 */
char *virConnectGetSysinfo(virConnectPtr conn, unsigned int flags);

/**
 * Gives the name of the hypervisor driver.
 *
 * @conn: the connection
 *
 * Returns the name, which lives as long as the connection and must not be freed; or NULL.
 *
 * Since: 0.0.3
 */
const char *virConnectGetType(virConnectPtr conn);

/**
 * Gives the URI of a connection, from which the same one can be opened again.
 *
 * @conn: the connection
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.3.0
 */
char *virConnectGetURI(virConnectPtr conn);

/**
 * Gives the version of the hypervisor.
 *
 * @conn: the connection
 * @hvVer: (out) 1,000,000 × major + 1,000 × minor + release; 0 when it cannot be told
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.3
 */
int virConnectGetVersion(virConnectPtr conn, unsigned long *hvVer);

/**
 * Tells whether the other end of a connection is there.
 *
 * @conn: the connection
 *
 * Returns 1 when it is, 0 when not, or -1.
 *
 * Since: 0.9.8
 */
int virConnectIsAlive(virConnectPtr conn);

/**
 * Tells whether what is sent over a connection is encrypted.
 *
 * @conn: the connection
 *
 * Returns 1 when it is, 0 when not, or -1.
 *
 * Since: 0.7.3
 */
int virConnectIsEncrypted(virConnectPtr conn);

/**
 * Tells whether nobody else can read or change what is sent over a connection.
 *
 * @conn: the connection
 *
 * Returns 1 when so, 0 when not, or -1.
 *
 * Since: 0.7.3
 */
int virConnectIsSecure(virConnectPtr conn);

/**
 * Opens a connection to a hypervisor.
 *
 * @name: (optional) the URI, or an alias of one from libvirt.conf; NULL: `LIBVIRT_DEFAULT_URI`, then `uri_default`
 *        of libvirt.conf, then the first hypervisor that is found
 *
 * Returns a connection that the caller closes with virConnectClose(), or NULL.
 *
 * Since: 0.0.3
 */
virConnectPtr virConnectOpen(const char *name);

/**
 * Opens a connection, asking for credentials where they are needed.
 *
 * @name: (optional) the URI, as for virConnectOpen()
 * @auth: (nullable) how to ask: virConnectAuthPtrDefault asks on the terminal; NULL: fail where a question is needed
 * @flags: bitwise-OR of virConnectFlags
 *
 * Returns a connection that the caller closes with virConnectClose(), or NULL.
 *
 * Since: 0.4.0
 */
virConnectPtr virConnectOpenAuth(const char *name,
                                 virConnectAuthPtr auth,
                                 unsigned int flags);

/**
 * Opens a connection that can look but not touch.
 *
 * @name: (optional) the URI, as for virConnectOpen()
 *
 * Returns a connection that the caller closes with virConnectClose(), or NULL.
 *
 * Since: 0.0.3
 */
virConnectPtr virConnectOpenReadOnly(const char *name);

/**
 * Adds a reference to a connection; each is let go of with virConnectClose().
 *
 * @conn: the connection
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.0
 */
int virConnectRef(virConnectPtr conn);

/**
 * Registers what is called once when a connection is lost. A connection has one such callback at most.
 *
 * @conn: the connection
 * @cb: called with the connection, a virConnectCloseReason and @opaque
 * @opaque: data for @cb
 * @freecb: (nullable) called with @opaque when it is no longer needed
 *
 * Returns 0, or -1.
 *
 * Since: 0.10.0
 */
int virConnectRegisterCloseCallback(virConnectPtr conn,
                                    virConnectCloseFunc cb,
                                    void *opaque,
                                    virFreeCallback freecb);

/**
 * Tells the other end who really asks, on a connection that speaks for others.
 *
 * @conn: the connection
 * @params: the identity: VIR_CONNECT_IDENTITY_… parameters
 * @nparams: the number of @params
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 5.8.0
 */
int virConnectSetIdentity(virConnectPtr conn,
                          virTypedParameterPtr params,
                          int nparams,
                          unsigned int flags);

/**
 * Asks the other end for a sign of life at intervals, so that a lost connection is noticed.
 *
 * @conn: the connection
 * @interval: seconds of silence before the first question; 0 or less turns keepalive off
 * @count: how many questions may stay unanswered
 *
 * Returns 0, 1 when the other end does not know keepalive, or -1.
 *
 * Since: 0.9.8
 */
int virConnectSetKeepAlive(virConnectPtr conn, int interval, unsigned int count);

/**
 * Takes back what virConnectRegisterCloseCallback() registered.
 *
 * @conn: the connection
 * @cb: the function that was registered
 *
 * Returns 0, or -1.
 *
 * Since: 0.10.0
 */
int virConnectUnregisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb);

/**
 * Gives the version of this library and, as far back as anyone remembers the same number, of its drivers.
 *
 * @libVer: (out) 1,000,000 × major + 1,000 × minor + release
 * @type: ignored
 * @typeVer: (out, nullable) the same number
 *
 * Returns 0, or -1.
 *
 * Since: 0.0.3
 */
int virGetVersion(unsigned long *libVer,
                  const char *type,
                  unsigned long *typeVer);

/**
 * Prepares the library. Every function that opens a connection does so by itself.
 *
 * Returns 0, or -1.
 *
 * Since: 0.1.0
 */
int virInitialize(void);

/**
 * Changes the pools of huge pages of the host's NUMA nodes.
 *
 * @conn: the connection
 * @npages: the length of @pageSizes and of @pageCounts
 * @pageSizes: the sizes of page in KiB
 * @pageCounts: for each size, how many pages there are to be, or by how many there are to be more
 * @startCell: the first NUMA node, or -1 for the host as a whole
 * @cellCount: how many NUMA nodes
 * @flags: bitwise-OR of virNodeAllocPagesFlags
 *
 * Returns the number of pools that were changed, or -1.
 *
 * Since: 1.2.9
 */
int virNodeAllocPages(virConnectPtr conn,
                      unsigned int npages,
                      unsigned int *pageSizes,
                      unsigned long long *pageCounts,
                      int startCell,
                      unsigned int cellCount,
                      unsigned int flags);

/**
 * Tells which CPUs of the host are online.
 *
 * @conn: the connection
 * @cpumap: (optional) (out) where to store a new map, bit 0 of byte 0 for CPU 0, which the caller frees; or
 *          NULL
 * @online: (optional) (out) how many are online; or NULL
 * @flags: must be 0
 *
 * Returns how many CPUs the host has, or -1.
 *
 * Since: 1.0.0
 */
int virNodeGetCPUMap(virConnectPtr conn,
                     unsigned char **cpumap,
                     unsigned int *online,
                     unsigned int flags);

/**
 * Tells how the CPUs of the host spend their time.
 *
 * @conn: the connection
 * @cpuNum: the CPU, or VIR_NODE_CPU_STATS_ALL_CPUS
 * @params: (out) an array that takes the figures
 * @nparams: (out) the length of @params; then how many there are. With 0 only that is told, and @params may
 *           be NULL
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.3
 */
int virNodeGetCPUStats(virConnectPtr conn,
                       int cpuNum,
                       virNodeCPUStatsPtr params,
                       int *nparams,
                       unsigned int flags);

/**
 * Tells how much memory is free on NUMA nodes of the host.
 *
 * @conn: the connection
 * @freeMems: (out) an array that takes the bytes
 * @startCell: the first NUMA node
 * @maxCells: the length of @freeMems
 *
 * Returns how many figures were stored, or -1.
 *
 * Since: 0.3.3
 */
int virNodeGetCellsFreeMemory(virConnectPtr conn,
                              unsigned long long *freeMems,
                              int startCell,
                              int maxCells);

/**
 * Tells how much memory is free on the host.
 *
 * @conn: the connection
 *
 * Returns the bytes, or 0 on error.
 *
 * Since: 0.3.3
 */
unsigned long long virNodeGetFreeMemory(virConnectPtr conn);

/**
 * Tells how many pages are free on NUMA nodes of the host.
 *
 * @conn: the connection
 * @npages: the length of @pages
 * @pages: the sizes of page in KiB
 * @startCell: the first NUMA node, or -1 for the host as a whole
 * @cellCount: how many NUMA nodes
 * @counts: (out) an array that takes the counts of all sizes for each node, @npages times @cellCount
 * @flags: must be 0
 *
 * Returns how many counts were stored, or -1.
 *
 * Since: 1.2.6
 */
int virNodeGetFreePages(virConnectPtr conn,
                        unsigned int npages,
                        unsigned int *pages,
                        int startCell,
                        unsigned int cellCount,
                        unsigned long long *counts,
                        unsigned int flags);

/**
 * Tells what the host is made of.
 *
 * @conn: the connection
 * @info: (out) CPUs, memory and their arrangement
 *
 * Returns 0, or -1.
 *
 * Since: 0.1.0
 */
int virNodeGetInfo(virConnectPtr conn, virNodeInfoPtr info);

/**
 * Reads how the host shares equal pages of memory.
 *
 * @conn: the connection
 * @params: (out) an array that takes the parameters, VIR_NODE_MEMORY_SHARED_…
 * @nparams: (out) the length of @params; then how many there are. With 0 only that is told, and @params may
 *           be NULL
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.10.2
 */
int virNodeGetMemoryParameters(virConnectPtr conn,
                               virTypedParameterPtr params,
                               int *nparams,
                               unsigned int flags);

/**
 * Tells how the memory of the host is used.
 *
 * @conn: the connection
 * @cellNum: the NUMA node, or VIR_NODE_MEMORY_STATS_ALL_CELLS
 * @params: (out) an array that takes the figures in KiB
 * @nparams: (out) the length of @params; then how many there are. With 0 only that is told, and @params may
 *           be NULL
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.3
 */
int virNodeGetMemoryStats(virConnectPtr conn,
                          int cellNum,
                          virNodeMemoryStatsPtr params,
                          int *nparams,
                          unsigned int flags);

/**
 * Reads what the host has for guests with encrypted memory, its certificates among it.
 *
 * @conn: the connection
 * @params: (out) where to store a new array of parameters; the caller frees it with virTypedParamsFree()
 * @nparams: (out) how many there are
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 4.5.0
 */
int virNodeGetSEVInfo(virConnectPtr conn,
                      virTypedParameterPtr *params,
                      int *nparams,
                      unsigned int flags);

/**
 * Tells which security driver confines the domains.
 *
 * @conn: the connection
 * @secmodel: (out) its name and its domain of interpretation; empty when there is none
 *
 * Returns 0, or -1.
 *
 * Since: 0.6.1
 */
int virNodeGetSecurityModel(virConnectPtr conn, virSecurityModelPtr secmodel);

/**
 * Changes how the host shares equal pages of memory.
 *
 * @conn: the connection
 * @params: the parameters to change, VIR_NODE_MEMORY_SHARED_…
 * @nparams: how many there are
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.10.2
 */
int virNodeSetMemoryParameters(virConnectPtr conn,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
 * Puts the host to sleep and has it wake up later.
 *
 * @conn: the connection
 * @target: how deep, one of virNodeSuspendTarget
 * @duration: for how many seconds, at least 60
 * @flags: must be 0
 *
 * Returns 0 when it is about to sleep, or -1.
 *
 * Since: 0.9.8
 */
int virNodeSuspendForDuration(virConnectPtr conn,
                              unsigned int target,
                              unsigned long long duration,
                              unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_HOST_H */
