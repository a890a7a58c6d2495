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
 * Disconnects a client from its server.
 *
 * @client: the client
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmClientClose(virAdmClientPtr client, unsigned int flags);

/**
 * Lets go of a client's handle. The client itself stays connected.
 *
 * @client: the client, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmClientFree(virAdmClientPtr client);

/**
 * Gives a client's number, which is its own as long as the daemon runs.
 *
 * @client: the client
 *
 * Returns the number, or -1 as unsigned.
 *
 * Since: 2.0.0
 */
unsigned long long virAdmClientGetID(virAdmClientPtr client);

/**
 * Tells who a client is. The parameters depend on the transport; see VIR_CLIENT_INFO_*.
 *
 * @client: the client
 * @params: (out) a new array of parameters, to be freed with virTypedParamsFree()
 * @nparams: (out) its length
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmClientGetInfo(virAdmClientPtr client,
                        virTypedParameterPtr *params,
                        int *nparams,
                        unsigned int flags);

/**
 * Tells since when a client is connected.
 *
 * @client: the client
 *
 * Returns seconds of the epoch, or -1.
 *
 * Since: 2.0.0
 */
long long virAdmClientGetTimestamp(virAdmClientPtr client);

/**
 * Tells how a client reached the daemon.
 *
 * @client: the client
 *
 * Returns a virClientTransport, or -1.
 *
 * Since: 2.0.0
 */
int virAdmClientGetTransport(virAdmClientPtr client);

/**
 * Lets go of a connection to a daemon's administration. It is closed with its last reference.
 *
 * @conn: the connection, not to be used afterwards
 *
 * Returns 0 when that was the last reference, 1 when others are left, or -1.
 *
 * Since: 2.0.0
 */
int virAdmConnectClose(virAdmConnectPtr conn);

/**
 * Has the daemon shut down.
 *
 * @conn: the connection
 * @flags: bitwise-OR of virAdmConnectDaemonShutdownFlags
 *
 * Returns 0, or -1.
 *
 * Since: 11.2.0
 */
int virAdmConnectDaemonShutdown(virAdmConnectPtr conn, unsigned int flags);

/**
 * Gives the version of the library that the daemon uses.
 *
 * @conn: the connection
 * @libVer: (out) 1,000,000 × major + 1,000 × minor + release
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmConnectGetLibVersion(virAdmConnectPtr conn, unsigned long long *libVer);

/**
 * Gives the filters of the daemon's log.
 *
 * @conn: the connection
 * @filters: (out) a new string that the caller frees; NULL where there are none
 * @flags: extra flags, must be 0
 *
 * Returns the number of filters, or -1.
 *
 * Since: 3.0.0
 */
int virAdmConnectGetLoggingFilters(virAdmConnectPtr conn, char **filters, unsigned int flags);

/**
 * Gives the places that the daemon's log goes to.
 *
 * @conn: the connection
 * @outputs: (out) a new string that the caller frees
 * @flags: extra flags, must be 0
 *
 * Returns the number of outputs, or -1.
 *
 * Since: 3.0.0
 */
int virAdmConnectGetLoggingOutputs(virAdmConnectPtr conn, char **outputs, unsigned int flags);

/**
 * Gives the URI of a connection.
 *
 * @conn: the connection
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 2.0.0
 */
char *virAdmConnectGetURI(virAdmConnectPtr conn);

/**
 * Tells whether the daemon is still reached, without asking it.
 *
 * @conn: the connection
 *
 * Returns 1 if it is, 0 if not, or -1.
 *
 * Since: 2.0.0
 */
int virAdmConnectIsAlive(virAdmConnectPtr conn);

/**
 * Lists the servers of the daemon.
 *
 * @conn: the connection
 * @servers: (out) a new array of servers that ends with NULL; the caller frees each with virAdmServerFree()
 *           and the array with free(). NULL: only count
 * @flags: extra flags, must be 0
 *
 * Returns the number of servers, or -1.
 *
 * Since: 2.0.0
 */
int virAdmConnectListServers(virAdmConnectPtr conn,
                             virAdmServerPtr **servers,
                             unsigned int flags);

/**
 * Finds a server of the daemon by its name.
 *
 * @conn: the connection
 * @name: the name
 * @flags: extra flags, must be 0
 *
 * Returns the server, to be freed with virAdmServerFree(), or NULL.
 *
 * Since: 2.0.0
 */
virAdmServerPtr virAdmConnectLookupServer(virAdmConnectPtr conn,
                                          const char *name,
                                          unsigned int flags);

/**
 * Opens a connection to the administration of a daemon on this host.
 *
 * @name: the URI, such as libvirtd:///system; NULL: `LIBVIRT_ADMIN_DEFAULT_URI`, then `uri_default` of
 *        libvirt-admin.conf, then the usual daemon
 * @flags: bitwise-OR of virConnectFlags
 *
 * Returns the connection, or NULL.
 *
 * Since: 2.0.0
 */
virAdmConnectPtr virAdmConnectOpen(const char *name,
                                   unsigned int flags);

/**
 * Adds a reference to a connection, which takes another virAdmConnectClose() to drop.
 *
 * @conn: the connection
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmConnectRef(virAdmConnectPtr conn);

/**
 * Has a function called when the connection is closed by anything but virAdmConnectClose(). There can be
 * one.
 *
 * @conn: the connection
 * @cb: the function
 * @opaque: data for it
 * @freecb: called with @opaque when it is no longer needed, or NULL
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmConnectRegisterCloseCallback(virAdmConnectPtr conn,
                                       virAdmConnectCloseFunc cb,
                                       void *opaque,
                                       virFreeCallback freecb);

/**
 * Sets after how long without clients and work the daemon ends by itself.
 *
 * @conn: the connection
 * @timeout: seconds; 0: never
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 8.6.0
 */
int virAdmConnectSetDaemonTimeout(virAdmConnectPtr conn, unsigned int timeout, unsigned int flags);

/**
 * Replaces the filters of the daemon's log.
 *
 * @conn: the connection
 * @filters: the filters, separated by blanks, as `log_filters` of its configuration; NULL: none
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 3.0.0
 */
int virAdmConnectSetLoggingFilters(virAdmConnectPtr conn, const char *filters, unsigned int flags);

/**
 * Replaces the places that the daemon's log goes to.
 *
 * @conn: the connection
 * @outputs: the outputs, separated by blanks, as `log_outputs` of its configuration; NULL: the usual one
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 3.0.0
 */
int virAdmConnectSetLoggingOutputs(virAdmConnectPtr conn,
                                   const char *outputs,
                                   unsigned int flags);

/**
 * Takes back what virAdmConnectRegisterCloseCallback() did.
 *
 * @conn: the connection
 * @cb: the function
 *
 * Returns 0, or -1 when it is not the registered one.
 *
 * Since: 2.0.0
 */
int virAdmConnectUnregisterCloseCallback(virAdmConnectPtr conn, virAdmConnectCloseFunc cb);

/**
 * Gives the version of this library.
 *
 * @libVer: (out) 1,000,000 × major + 1,000 × minor + release
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmGetVersion(unsigned long long *libVer);

/**
 * Prepares the library. The other functions do so by themselves; a program with threads calls it before it
 * starts them.
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmInitialize(void);

/**
 * Lets go of a server's handle.
 *
 * @srv: the server, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmServerFree(virAdmServerPtr srv);

/**
 * Gives how many clients a server takes and has; see VIR_SERVER_CLIENTS_*.
 *
 * @srv: the server
 * @params: (out) a new array of parameters, to be freed with virTypedParamsFree()
 * @nparams: (out) its length
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmServerGetClientLimits(virAdmServerPtr srv,
                                virTypedParameterPtr *params,
                                int *nparams,
                                unsigned int flags);

/**
 * Gives a server's name.
 *
 * @srv: the server
 *
 * Returns the name, valid as long as the handle, or NULL.
 *
 * Since: 2.0.0
 */
const char *virAdmServerGetName(virAdmServerPtr srv);

/**
 * Gives the size and load of a server's pool of workers; see VIR_THREADPOOL_*.
 *
 * @srv: the server
 * @params: (out) a new array of parameters, to be freed with virTypedParamsFree()
 * @nparams: (out) its length
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmServerGetThreadPoolParameters(virAdmServerPtr srv,
                                        virTypedParameterPtr *params,
                                        int *nparams,
                                        unsigned int flags);

/**
 * Lists the clients of a server.
 *
 * @srv: the server
 * @clients: (out) a new array of clients that ends with NULL; the caller frees each with virAdmClientFree()
 *           and the array with free(). NULL: only count
 * @flags: extra flags, must be 0
 *
 * Returns the number of clients, or -1.
 *
 * Since: 2.0.0
 */
int virAdmServerListClients(virAdmServerPtr srv,
                            virAdmClientPtr **clients,
                            unsigned int flags);

/**
 * Finds a client of a server by its number.
 *
 * @srv: the server
 * @id: the number
 * @flags: extra flags, must be 0
 *
 * Returns the client, to be freed with virAdmClientFree(), or NULL.
 *
 * Since: 2.0.0
 */
virAdmClientPtr virAdmServerLookupClient(virAdmServerPtr srv,
                                         unsigned long long id,
                                         unsigned int flags);

/**
 * Sets how many clients a server takes. Clients that are connected stay.
 *
 * @srv: the server
 * @params: VIR_SERVER_CLIENTS_MAX, VIR_SERVER_CLIENTS_UNAUTH_MAX or both
 * @nparams: the length of @params
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmServerSetClientLimits(virAdmServerPtr srv,
                                virTypedParameterPtr params,
                                int nparams,
                                unsigned int flags);

/**
 * Sets the size of a server's pool of workers.
 *
 * @srv: the server
 * @params: VIR_THREADPOOL_WORKERS_MIN, _MAX and _PRIORITY, as many of them as are to change
 * @nparams: the length of @params
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmServerSetThreadPoolParameters(virAdmServerPtr srv,
                                        virTypedParameterPtr params,
                                        int nparams,
                                        unsigned int flags);

/**
 * Has a server read its TLS certificates and keys again, for connections to come.
 *
 * @srv: the server
 * @flags: extra flags, must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 2.0.0
 */
int virAdmServerUpdateTlsFiles(virAdmServerPtr srv, unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_ADMIN_H */
