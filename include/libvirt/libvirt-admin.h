/* libvirt-admin.h: made from ffi/admin/ by the build. */

#ifndef LIBVIRT_ADMIN_H
#define LIBVIRT_ADMIN_H

#include <libvirt/libvirt.h>

/**
 * Boolean: whether the client's connection is read-only. Since: 2.0.0
 */
#define VIR_CLIENT_INFO_READONLY "readonly"

/**
 * String: the name that SASL authenticated. Since: 2.0.0
 */
#define VIR_CLIENT_INFO_SASL_USER_NAME "sasl_user_name"

/**
 * String: the client's SELinux context. Since: 2.0.0
 */
#define VIR_CLIENT_INFO_SELINUX_CONTEXT "selinux_context"

/**
 * String: the client's address and port. Since: 2.0.0
 */
#define VIR_CLIENT_INFO_SOCKET_ADDR "sock_addr"

/**
 * Int: the group of a client on a UNIX socket. Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_GROUP_ID "unix_group_id"

/**
 * String: the name of that group. Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_GROUP_NAME "unix_group_name"

/**
 * Int: the process of a client on a UNIX socket. Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_PROCESS_ID "unix_process_id"

/**
 * Int: the user of a client on a UNIX socket. Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_USER_ID "unix_user_id"

/**
 * String: the name of that user. Since: 2.0.0
 */
#define VIR_CLIENT_INFO_UNIX_USER_NAME "unix_user_name"

/**
 * String: the distinguished name in the client's certificate. Since: 2.0.0
 */
#define VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME "tls_x509_dname"

/**
 * Unsigned int, only read: clients that are connected. Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_CURRENT "nclients"

/**
 * Unsigned int: how many clients may be connected. Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_MAX "nclients_max"

/**
 * Unsigned int, only read: clients that have not authenticated. Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_UNAUTH_CURRENT "nclients_unauth"

/**
 * Unsigned int: how many clients may be connected before they authenticate. Since: 2.0.0
 */
#define VIR_SERVER_CLIENTS_UNAUTH_MAX "nclients_unauth_max"

/**
 * Unsigned int, only read: calls that wait for a worker. Since: 2.0.0
 */
#define VIR_THREADPOOL_JOB_QUEUE_DEPTH "jobQueueDepth"

/**
 * Unsigned int, only read: workers that there are. Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_CURRENT "nWorkers"

/**
 * Unsigned int, only read: workers without work. Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_FREE "freeWorkers"

/**
 * Unsigned int: how many workers there may be. Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_MAX "maxWorkers"

/**
 * Unsigned int: how many workers are kept. Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_MIN "minWorkers"

/**
 * Unsigned int: workers for calls that must not wait. Since: 2.0.0
 */
#define VIR_THREADPOOL_WORKERS_PRIORITY "prioWorkers"

/**
 * How a daemon is shut down. Since: 11.2.0
 */
typedef enum virAdmConnectDaemonShutdownFlags {
    /**
     * Let running guests be kept over the shutdown. Since: 11.2.0
     */
    VIR_DAEMON_SHUTDOWN_PRESERVE = (1 << 0)
} virAdmConnectDaemonShutdownFlags;

/**
 * How a client reached the daemon. Since: 2.0.0
 */
typedef enum virClientTransport {
    /**
     * Over a UNIX socket. Since: 2.0.0
     */
    VIR_CLIENT_TRANS_UNIX = 0,
    /**
     * Over plain TCP. Since: 2.0.0
     */
    VIR_CLIENT_TRANS_TCP = 1,
    /**
     * Over TCP with TLS. Since: 2.0.0
     */
    VIR_CLIENT_TRANS_TLS = 2
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 2.0.0
     */
    , VIR_CLIENT_TRANS_LAST = 3
#endif
} virClientTransport;

/**
 * A client of a daemon. Since: 2.0.0
 */
typedef struct _virAdmClient _virAdmClient;

/**
 * A connection to a daemon's administration. Since: 2.0.0
 */
typedef struct _virAdmConnect _virAdmConnect;

/**
 * A server inside of a daemon. Since: 2.0.0
 */
typedef struct _virAdmServer _virAdmServer;

/**
 * A client of a daemon. Since: 2.0.0
 */
typedef struct _virAdmClient virAdmClient;

/**
 * A handle of a virAdmClient. Since: 2.0.0
 */
typedef virAdmClient *virAdmClientPtr;

/**
 * A connection to a daemon's administration. Since: 2.0.0
 */
typedef struct _virAdmConnect virAdmConnect;

/**
 * A handle of a virAdmConnect. Since: 2.0.0
 */
typedef virAdmConnect *virAdmConnectPtr;

/**
 * A server inside of a daemon. Since: 2.0.0
 */
typedef struct _virAdmServer virAdmServer;

/**
 * A handle of a virAdmServer. Since: 2.0.0
 */
typedef virAdmServer *virAdmServerPtr;

/**
 * Told that a connection to a daemon's administration is closed; `reason` is a virConnectCloseReason.
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
