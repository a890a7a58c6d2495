/* libvirt-admin.h: made from ffi/admin/ by the build. */

#ifndef LIBVIRT_ADMIN_H
#define LIBVIRT_ADMIN_H

#include <libvirt/libvirt.h>

/**
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_READONLY "readonly"

/**
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_SASL_USER_NAME "sasl_user_name"

/**
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_SELINUX_CONTEXT "selinux_context"

/**
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_SOCKET_ADDR "sock_addr"

/**
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_GROUP_ID "unix_group_id"

/**
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_GROUP_NAME "unix_group_name"

/**
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_PROCESS_ID "unix_process_id"

/**
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_USER_ID "unix_user_id"

/**
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_USER_NAME "unix_user_name"

/**
 * Since: 2.0.0
 */
#define VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME "tls_x509_dname"

/**
 * Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_CURRENT "nclients"

/**
 * Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_MAX "nclients_max"

/**
 * Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_UNAUTH_CURRENT "nclients_unauth"

/**
 * Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_UNAUTH_MAX "nclients_unauth_max"

/**
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_JOB_QUEUE_DEPTH "jobQueueDepth"

/**
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_CURRENT "nWorkers"

/**
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_FREE "freeWorkers"

/**
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_MAX "maxWorkers"

/**
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_MIN "minWorkers"

/**
 * Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_PRIORITY "prioWorkers"

/**
 * Since: 11.2.0
 */
typedef enum virAdmConnectDaemonShutdownFlags {
    /**
     * Since: 11.2.0
     */
    VIR_DAEMON_SHUTDOWN_PRESERVE = (1 << 0)
} virAdmConnectDaemonShutdownFlags;

/**
 * Since: 2.0.0
 */
typedef enum virClientTransport {
    /**
     * Since: 2.0.0
     */
    VIR_CLIENT_TRANS_UNIX = 0,
    /**
     * Since: 2.0.0
     */
    VIR_CLIENT_TRANS_TCP = 1,
    /**
     * Since: 2.0.0
     */
    VIR_CLIENT_TRANS_TLS = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 2.0.0
     */
    , VIR_CLIENT_TRANS_LAST = 3
#endif
} virClientTransport;

/**
 * Since: 2.0.0
 */
typedef struct _virAdmClient _virAdmClient;

/**
 * Since: 2.0.0
 */
typedef struct _virAdmConnect _virAdmConnect;

/**
 * Since: 2.0.0
 */
typedef struct _virAdmServer _virAdmServer;

/**
 * Since: 2.0.0
 */
typedef struct _virAdmClient virAdmClient;

/**
 * Since: 2.0.0
 */
typedef virAdmClient *virAdmClientPtr;

/**
 * Since: 2.0.0
 */
typedef struct _virAdmConnect virAdmConnect;

/**
 * Since: 2.0.0
 */
typedef virAdmConnect *virAdmConnectPtr;

/**
 * Since: 2.0.0
 */
typedef struct _virAdmServer virAdmServer;

/**
 * Since: 2.0.0
 */
typedef virAdmServer *virAdmServerPtr;

/**
 * Since: 2.0.0
 */
typedef void (*virAdmConnectCloseFunc)(virAdmConnectPtr conn, int reason, void *opaque);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Since: 2.0.0
 */
int virAdmClientClose(virAdmClientPtr client, unsigned int flags);

/**
 * Since: 2.0.0
 */
int virAdmClientFree(virAdmClientPtr client);

/**
 * Since: 2.0.0
 */
unsigned long long virAdmClientGetID(virAdmClientPtr client);

/**
 * Since: 2.0.0
 */
int virAdmClientGetInfo(virAdmClientPtr client,
                        virTypedParameterPtr *params,
                        int *nparams,
                        unsigned int flags);

/**
 * Since: 2.0.0
 */
long long virAdmClientGetTimestamp(virAdmClientPtr client);

/**
 * Since: 2.0.0
 */
int virAdmClientGetTransport(virAdmClientPtr client);

/**
 * Since: 2.0.0
 */
int virAdmConnectClose(virAdmConnectPtr conn);

/**
 * Since: 11.2.0
 */
int virAdmConnectDaemonShutdown(virAdmConnectPtr conn, unsigned int flags);

/**
 * Since: 2.0.0
 */
int virAdmConnectGetLibVersion(virAdmConnectPtr conn, unsigned long long *libVer);

/**
 * Since: 3.0.0
 */
int virAdmConnectGetLoggingFilters(virAdmConnectPtr conn, char **filters, unsigned int flags);

/**
 * Since: 3.0.0
 */
int virAdmConnectGetLoggingOutputs(virAdmConnectPtr conn, char **outputs, unsigned int flags);

/**
 * Since: 2.0.0
 */
char *virAdmConnectGetURI(virAdmConnectPtr conn);

/**
 * Since: 2.0.0
 */
int virAdmConnectIsAlive(virAdmConnectPtr conn);

/**
 * Since: 2.0.0
 */
int virAdmConnectListServers(virAdmConnectPtr conn, virAdmServerPtr **servers, unsigned int flags);

/**
 * Since: 2.0.0
 */
virAdmServerPtr virAdmConnectLookupServer(virAdmConnectPtr conn,
                                          const char *name,
                                          unsigned int flags);

/**
 * Since: 2.0.0
 */
virAdmConnectPtr virAdmConnectOpen(const char *name, unsigned int flags);

/**
 * Since: 2.0.0
 */
int virAdmConnectRef(virAdmConnectPtr conn);

/**
 * Since: 2.0.0
 */
int virAdmConnectRegisterCloseCallback(virAdmConnectPtr conn,
                                       virAdmConnectCloseFunc cb,
                                       void *opaque,
                                       virFreeCallback freecb);

/**
 * Since: 8.6.0
 */
int virAdmConnectSetDaemonTimeout(virAdmConnectPtr conn, unsigned int timeout, unsigned int flags);

/**
 * Since: 3.0.0
 */
int virAdmConnectSetLoggingFilters(virAdmConnectPtr conn, const char *filters, unsigned int flags);

/**
 * Since: 3.0.0
 */
int virAdmConnectSetLoggingOutputs(virAdmConnectPtr conn, const char *outputs, unsigned int flags);

/**
 * Since: 2.0.0
 */
int virAdmConnectUnregisterCloseCallback(virAdmConnectPtr conn, virAdmConnectCloseFunc cb);

/**
 * Since: 2.0.0
 */
int virAdmGetVersion(unsigned long long *libVer);

/**
 * Since: 2.0.0
 */
int virAdmInitialize(void);

/**
 * Since: 2.0.0
 */
int virAdmServerFree(virAdmServerPtr srv);

/**
 * Since: 2.0.0
 */
int virAdmServerGetClientLimits(virAdmServerPtr srv,
                                virTypedParameterPtr *params,
                                int *nparams,
                                unsigned int flags);

/**
 * Since: 2.0.0
 */
const char *virAdmServerGetName(virAdmServerPtr srv);

/**
 * Since: 2.0.0
 */
int virAdmServerGetThreadPoolParameters(virAdmServerPtr srv,
                                        virTypedParameterPtr *params,
                                        int *nparams,
                                        unsigned int flags);

/**
 * Since: 2.0.0
 */
int virAdmServerListClients(virAdmServerPtr srv, virAdmClientPtr **clients, unsigned int flags);

/**
 * Since: 2.0.0
 */
virAdmClientPtr virAdmServerLookupClient(virAdmServerPtr srv,
                                         unsigned long long id,
                                         unsigned int flags);

/**
 * Since: 2.0.0
 */
int virAdmServerSetClientLimits(virAdmServerPtr srv,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

/**
 * Since: 2.0.0
 */
int virAdmServerSetThreadPoolParameters(virAdmServerPtr srv,
                                        virTypedParameterPtr params,
                                        int nparams,
                                        unsigned int flags);

/**
 * Since: 2.0.0
 */
int virAdmServerUpdateTlsFiles(virAdmServerPtr srv, unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_ADMIN_H */
