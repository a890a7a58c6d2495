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
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_GROUP_NAME "group-name"

/**
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_PROCESS_ID "process-id"

/**
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_PROCESS_TIME "process-time"

/**
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_SASL_USER_NAME "sasl-user-name"

/**
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_SELINUX_CONTEXT "selinux-context"

/**
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_UNIX_GROUP_ID "unix-group-id"

/**
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_UNIX_USER_ID "unix-user-id"

/**
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_USER_NAME "user-name"

/**
 * Since: 5.8.0
 */
#define VIR_CONNECT_IDENTITY_X509_DISTINGUISHED_NAME "x509-distinguished-name"

/**
 * Since: 11.8.0
 */
#define VIR_NODE_CPU_STATS_GUEST "guest"

/**
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_IDLE "idle"

/**
 * Since: 1.2.2
 */
#define VIR_NODE_CPU_STATS_INTR "intr"

/**
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_IOWAIT "iowait"

/**
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_KERNEL "kernel"

/**
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_USER "user"

/**
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_UTILIZATION "utilization"

/**
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_FULL_SCANS "shm_full_scans"

/**
 * Since: 1.0.0
 */
#define VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES "shm_merge_across_nodes"

/**
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARED "shm_pages_shared"

/**
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_SHARING "shm_pages_sharing"

/**
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN "shm_pages_to_scan"

/**
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED "shm_pages_unshared"

/**
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE "shm_pages_volatile"

/**
 * Since: 0.10.2
 */
#define VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS "shm_sleep_millisecs"

/**
 * Since: 12.3.0
 */
#define VIR_NODE_MEMORY_STATS_AVAILABLE "available"

/**
 * Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_BUFFERS "buffers"

/**
 * Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_CACHED "cached"

/**
 * Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_FREE "free"

/**
 * Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_TOTAL "total"

/**
 * Since: 4.5.0
 */
#define VIR_NODE_SEV_CBITPOS "cbitpos"

/**
 * Since: 4.5.0
 */
#define VIR_NODE_SEV_CERT_CHAIN "cert-chain"

/**
 * Since: 8.4.0
 */
#define VIR_NODE_SEV_CPU0_ID "cpu0-id"

/**
 * Since: 8.0.0
 */
#define VIR_NODE_SEV_MAX_ES_GUESTS "max-es-guests"

/**
 * Since: 8.0.0
 */
#define VIR_NODE_SEV_MAX_GUESTS "max-guests"

/**
 * Since: 4.5.0
 */
#define VIR_NODE_SEV_PDH "pdh"

/**
 * Since: 4.5.0
 */
#define VIR_NODE_SEV_REDUCED_PHYS_BITS "reduced-phys-bits"

/**
 * Since: 0.9.3
 */
#define VIR_NODE_CPU_STATS_FIELD_LENGTH 80

/**
 * Since: 0.9.3
 */
#define VIR_NODE_MEMORY_STATS_FIELD_LENGTH 80

/**
 * Since: 0.6.1
 */
#define VIR_SECURITY_DOI_BUFLEN (256 + 1)

/**
 * Since: 0.6.1
 */
#define VIR_SECURITY_LABEL_BUFLEN (4096 + 1)

/**
 * Since: 0.6.1
 */
#define VIR_SECURITY_MODEL_BUFLEN (256 + 1)

/**
 * Since: 0.2.0
 */
#define VIR_UUID_BUFLEN 16

/**
 * Since: 0.2.0
 */
#define VIR_UUID_STRING_BUFLEN (36 + 1)

/**
 * Since: 0.7.5
 */
typedef enum virCPUCompareResult {
    /**
     * Since: 0.7.5
     */
    VIR_CPU_COMPARE_ERROR = -1,
    /**
     * Since: 0.7.5
     */
    VIR_CPU_COMPARE_INCOMPATIBLE = 0,
    /**
     * Since: 0.7.5
     */
    VIR_CPU_COMPARE_IDENTICAL = 1,
    /**
     * Since: 0.7.5
     */
    VIR_CPU_COMPARE_SUPERSET = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 0.9.10
     */
    , VIR_CPU_COMPARE_LAST = 3
#endif
} virCPUCompareResult;

/**
 * Since: 1.1.2
 */
typedef enum virConnectBaselineCPUFlags {
    /**
     * Since: 1.1.2
     */
    VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES = (1 << 0),
    /**
     * Since: 1.2.14
     */
    VIR_CONNECT_BASELINE_CPU_MIGRATABLE = (1 << 1),
    /**
     * Since: 11.6.0
     */
    VIR_CONNECT_BASELINE_CPU_IGNORE_HOST = (1 << 2)
} virConnectBaselineCPUFlags;

/**
 * Since: 1.2.6
 */
typedef enum virConnectCompareCPUFlags {
    /**
     * Since: 1.2.6
     */
    VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE = (1 << 0),
    /**
     * Since: 6.9.0
     */
    VIR_CONNECT_COMPARE_CPU_VALIDATE_XML = (1 << 1)
} virConnectCompareCPUFlags;

/**
 * Since: 0.4.1
 */
typedef enum virConnectCredentialType {
    /**
     * Since: 0.4.1
     */
    VIR_CRED_USERNAME = 1,
    /**
     * Since: 0.4.1
     */
    VIR_CRED_AUTHNAME = 2,
    /**
     * Since: 0.4.1
     */
    VIR_CRED_LANGUAGE = 3,
    /**
     * Since: 0.4.1
     */
    VIR_CRED_CNONCE = 4,
    /**
     * Since: 0.4.1
     */
    VIR_CRED_PASSPHRASE = 5,
    /**
     * Since: 0.4.1
     */
    VIR_CRED_ECHOPROMPT = 6,
    /**
     * Since: 0.4.1
     */
    VIR_CRED_NOECHOPROMPT = 7,
    /**
     * Since: 0.4.1
     */
    VIR_CRED_REALM = 8,
    /**
     * Since: 0.4.1
     */
    VIR_CRED_EXTERNAL = 9
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 0.9.10
     */
    , VIR_CRED_LAST = 10
#endif
} virConnectCredentialType;

/**
 * Since: 0.4.1
 */
typedef enum virConnectFlags {
    /**
     * Since: 0.4.1
     */
    VIR_CONNECT_RO = (1 << 0),
    /**
     * Since: 0.9.7
     */
    VIR_CONNECT_NO_ALIASES = (1 << 1)
} virConnectFlags;

/**
 * Since: 1.2.9
 */
typedef enum virNodeAllocPagesFlags {
    /**
     * Since: 1.2.9
     */
    VIR_NODE_ALLOC_PAGES_ADD = 0,
    /**
     * Since: 1.2.9
     */
    VIR_NODE_ALLOC_PAGES_SET = (1 << 0)
} virNodeAllocPagesFlags;

/**
 * Since: 0.9.8
 */
typedef enum virNodeGetCPUStatsAllCPUs {
    /**
     * Since: 0.9.3
     */
    VIR_NODE_CPU_STATS_ALL_CPUS = -1
} virNodeGetCPUStatsAllCPUs;

/**
 * Since: 0.9.8
 */
typedef enum virNodeGetMemoryStatsAllCells {
    /**
     * Since: 0.9.3
     */
    VIR_NODE_MEMORY_STATS_ALL_CELLS = -1
} virNodeGetMemoryStatsAllCells;

/**
 * Since: 0.9.8
 */
typedef enum virNodeSuspendTarget {
    /**
     * Since: 0.9.8
     */
    VIR_NODE_SUSPEND_TARGET_MEM = 0,
    /**
     * Since: 0.9.8
     */
    VIR_NODE_SUSPEND_TARGET_DISK = 1,
    /**
     * Since: 0.9.8
     */
    VIR_NODE_SUSPEND_TARGET_HYBRID = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 0.9.8
     */
    , VIR_NODE_SUSPEND_TARGET_LAST = 3
#endif
} virNodeSuspendTarget;

/**
 * Since: 0.0.1
 */
typedef struct _virConnect _virConnect;

/**
 * Since: 0.7.2
 */
typedef struct _virStream _virStream;

/**
 * Since: 0.0.1
 */
typedef struct _virConnect virConnect;

/**
 * Since: 0.0.1
 */
typedef virConnect *virConnectPtr;

/**
 * Since: 0.4.1
 */
typedef struct _virConnectCredential {
    int type;
    const char *prompt;
    const char *challenge;
    const char *defresult;
    char *result;
    unsigned int resultlen;
} _virConnectCredential;

/**
 * Since: 0.4.1
 */
typedef struct _virConnectCredential virConnectCredential;

/**
 * Since: 0.4.1
 */
typedef virConnectCredential *virConnectCredentialPtr;

/**
 * Since: 0.4.1
 */
typedef int (*virConnectAuthCallbackPtr)(virConnectCredentialPtr cred,
                                         unsigned int ncred,
                                         void *cbdata);

/**
 * Since: 0.4.1
 */
typedef struct _virConnectAuth {
    int *credtype;
    unsigned int ncredtype;
    virConnectAuthCallbackPtr cb;
    void *cbdata;
} _virConnectAuth;

/**
 * Since: 0.4.1
 */
typedef struct _virConnectAuth virConnectAuth;

/**
 * Since: 0.4.1
 */
typedef virConnectAuth *virConnectAuthPtr;

/**
 * Since: 0.10.0
 */
typedef void (*virConnectCloseFunc)(virConnectPtr conn, int reason, void *opaque);

/**
 * Since: 0.9.3
 */
typedef struct _virNodeCPUStats {
    char field[VIR_TYPED_PARAM_FIELD_LENGTH];
    unsigned long long value;
} _virNodeCPUStats;

/**
 * Since: 0.9.3
 */
typedef struct _virNodeCPUStats virNodeCPUStats;

/**
 * Since: 0.9.3
 */
typedef virNodeCPUStats *virNodeCPUStatsPtr;

/**
 * Since: 0.1.0
 */
typedef struct _virNodeInfo {
    char model[32];
    unsigned long memory;
    unsigned int cpus;
    unsigned int mhz;
    unsigned int nodes;
    unsigned int sockets;
    unsigned int cores;
    unsigned int threads;
} _virNodeInfo;

/**
 * Since: 0.1.0
 */
typedef struct _virNodeInfo virNodeInfo;

/**
 * Since: 0.1.0
 */
typedef virNodeInfo *virNodeInfoPtr;

/**
 * Since: 0.9.3
 */
typedef struct _virNodeMemoryStats {
    char field[VIR_TYPED_PARAM_FIELD_LENGTH];
    unsigned long long value;
} _virNodeMemoryStats;

/**
 * Since: 0.9.3
 */
typedef struct _virNodeMemoryStats virNodeMemoryStats;

/**
 * Since: 0.9.3
 */
typedef virNodeMemoryStats *virNodeMemoryStatsPtr;

/**
 * Since: 0.6.1
 */
typedef struct _virSecurityModel {
    char model[VIR_SECURITY_MODEL_BUFLEN];
    char doi[VIR_SECURITY_MODEL_BUFLEN];
} _virSecurityModel;

/**
 * Since: 0.6.1
 */
typedef struct _virSecurityModel virSecurityModel;

/**
 * Since: 0.6.1
 */
typedef virSecurityModel *virSecurityModelPtr;

/**
 * Since: 0.7.2
 */
typedef struct _virStream virStream;

/**
 * Since: 0.7.2
 */
typedef virStream *virStreamPtr;

/**
 * Since: 0.6.1
 */
typedef struct _virSecurityLabel {
    char label[VIR_SECURITY_LABEL_BUFLEN];
    int enforcing;
} _virSecurityLabel;

/**
 * Since: 0.6.1
 */
typedef struct _virSecurityLabel virSecurityLabel;

/**
 * Since: 0.6.1
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
 * Since: 0.7.7
 */
char *virConnectBaselineCPU(virConnectPtr conn,
                            const char **xmlCPUs,
                            unsigned int ncpus,
                            unsigned int flags);

/**
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
 * Since: 0.7.5
 */
int virConnectCompareCPU(virConnectPtr conn, const char *xmlDesc, unsigned int flags);

/**
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
 * Since: 1.1.3
 */
int virConnectGetCPUModelNames(virConnectPtr conn,
                               const char *arch,
                               char ***models,
                               unsigned int flags);

/**
 * Since: 0.2.1
 */
char *virConnectGetCapabilities(virConnectPtr conn);

/**
 * Since: 0.0.3
 */
int virConnectClose(virConnectPtr conn);

/**
 * Since: 0.3.0
 */
char *virConnectGetHostname(virConnectPtr conn);

/**
 * Since: 0.7.3
 */
int virConnectGetLibVersion(virConnectPtr conn, unsigned long *libVer);

/**
 * Since: 0.2.1
 */
int virConnectGetMaxVcpus(virConnectPtr conn, const char *type);

/**
 * Since: 0.8.8
 */
char *virConnectGetSysinfo(virConnectPtr conn, unsigned int flags);

/**
 * Since: 0.0.3
 */
const char *virConnectGetType(virConnectPtr conn);

/**
 * Since: 0.3.0
 */
char *virConnectGetURI(virConnectPtr conn);

/**
 * Since: 0.0.3
 */
int virConnectGetVersion(virConnectPtr conn, unsigned long *hvVer);

/**
 * Since: 0.9.8
 */
int virConnectIsAlive(virConnectPtr conn);

/**
 * Since: 0.7.3
 */
int virConnectIsEncrypted(virConnectPtr conn);

/**
 * Since: 0.7.3
 */
int virConnectIsSecure(virConnectPtr conn);

/**
 * @name: (optional)
 *
 * Since: 0.0.3
 */
virConnectPtr virConnectOpen(const char *name);

/**
 * @name: (optional)
 *
 * Since: 0.4.0
 */
virConnectPtr virConnectOpenAuth(const char *name, virConnectAuthPtr auth, unsigned int flags);

/**
 * @name: (optional)
 *
 * Since: 0.0.3
 */
virConnectPtr virConnectOpenReadOnly(const char *name);

/**
 * Since: 0.6.0
 */
int virConnectRef(virConnectPtr conn);

/**
 * Since: 0.10.0
 */
int virConnectRegisterCloseCallback(virConnectPtr conn,
                                    virConnectCloseFunc cb,
                                    void *opaque,
                                    virFreeCallback freecb);

/**
 * Since: 5.8.0
 */
int virConnectSetIdentity(virConnectPtr conn,
                          virTypedParameterPtr params,
                          int nparams,
                          unsigned int flags);

/**
 * Since: 0.9.8
 */
int virConnectSetKeepAlive(virConnectPtr conn, int interval, unsigned int count);

/**
 * Since: 0.10.0
 */
int virConnectUnregisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb);

/**
 * Since: 0.0.3
 */
int virGetVersion(unsigned long *libVer, const char *type, unsigned long *typeVer);

/**
 * Since: 0.1.0
 */
int virInitialize(void);

/**
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
 * @cpumap: (optional)
 * @online: (optional)
 *
 * Since: 1.0.0
 */
int virNodeGetCPUMap(virConnectPtr conn,
                     unsigned char **cpumap,
                     unsigned int *online,
                     unsigned int flags);

/**
 * Since: 0.9.3
 */
int virNodeGetCPUStats(virConnectPtr conn,
                       int cpuNum,
                       virNodeCPUStatsPtr params,
                       int *nparams,
                       unsigned int flags);

/**
 * Since: 0.3.3
 */
int virNodeGetCellsFreeMemory(virConnectPtr conn,
                              unsigned long long *freeMems,
                              int startCell,
                              int maxCells);

/**
 * Since: 0.3.3
 */
unsigned long long virNodeGetFreeMemory(virConnectPtr conn);

/**
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
 * Since: 0.1.0
 */
int virNodeGetInfo(virConnectPtr conn, virNodeInfoPtr info);

/**
 * Since: 0.10.2
 */
int virNodeGetMemoryParameters(virConnectPtr conn,
                               virTypedParameterPtr params,
                               int *nparams,
                               unsigned int flags);

/**
 * Since: 0.9.3
 */
int virNodeGetMemoryStats(virConnectPtr conn,
                          int cellNum,
                          virNodeMemoryStatsPtr params,
                          int *nparams,
                          unsigned int flags);

/**
 * Since: 4.5.0
 */
int virNodeGetSEVInfo(virConnectPtr conn,
                      virTypedParameterPtr *params,
                      int *nparams,
                      unsigned int flags);

/**
 * Since: 0.6.1
 */
int virNodeGetSecurityModel(virConnectPtr conn, virSecurityModelPtr secmodel);

/**
 * Since: 0.10.2
 */
int virNodeSetMemoryParameters(virConnectPtr conn,
                               virTypedParameterPtr params,
                               int nparams,
                               unsigned int flags);

/**
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
