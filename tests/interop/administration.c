/* Administration of a daemon: its servers, their limits and clients, logging, and how the connection ends.
 *
 *     administration ADMIN_URI URI
 *
 * URI is a connection to the same daemon, by which it has a client. */

#include <libvirt/libvirt-admin.h>

#include "../c/check.h"

static int freed;

static void on_close(virAdmConnectPtr conn, int reason, void *opaque)
{
    (void)conn;
    (void)reason;
    (void)opaque;
}

static void other(virAdmConnectPtr conn, int reason, void *opaque)
{
    on_close(conn, reason, opaque);
}

static void let_go(void *opaque)
{
    freed += *(int *)opaque;
}

static unsigned int limit(virAdmServerPtr server, const char *name)
{
    virTypedParameterPtr params = NULL;
    int nparams = 0;
    unsigned int value = 0;

    CHECK(virAdmServerGetClientLimits(server, &params, &nparams, 0) == 0);
    CHECK(nparams == 4 && virTypedParamsGetUInt(params, nparams, name, &value) == 1);
    virTypedParamsFree(params, nparams);
    return value;
}

static void servers(virAdmConnectPtr conn)
{
    virAdmServerPtr *found = NULL;
    virAdmServerPtr server;
    virTypedParameterPtr params = NULL;
    int count, i, daemon = 0, admin = 0, nparams = 0, room = 0;
    unsigned int value = 0;

    CHECK((count = virAdmConnectListServers(conn, &found, 0)) == 2);
    CHECK(virAdmConnectListServers(conn, NULL, 0) == count);
    for (i = 0; i < count; i++) {
        /* The daemon lists its servers in no particular order. */
        daemon += strcmp(virAdmServerGetName(found[i]), "libvirtd") == 0;
        admin += strcmp(virAdmServerGetName(found[i]), "admin") == 0;
        CHECK(virAdmServerFree(found[i]) == 0);
    }
    CHECK(daemon == 1 && admin == 1);
    free(found);
    CHECK_FAILS(virAdmConnectLookupServer(conn, "nosuch", 0) == NULL, VIR_ERR_NO_SERVER, "No server named 'nosuch'");
    CHECK_FAILS(virAdmConnectLookupServer(conn, NULL, 0) == NULL, VIR_ERR_INVALID_ARG, "name in virAdmConnectLookupServer must not be NULL");

    CHECK((server = virAdmConnectLookupServer(conn, "libvirtd", 0)) != NULL);
    CHECK(virAdmServerGetThreadPoolParameters(server, &params, &nparams, 0) == 0);
    CHECK(virTypedParamsGetUInt(params, nparams, VIR_THREADPOOL_WORKERS_MAX, &value) == 1 && value > 0);
    virTypedParamsFree(params, nparams);

    params = NULL;
    nparams = 0;
    CHECK(virTypedParamsAddUInt(&params, &nparams, &room, VIR_SERVER_CLIENTS_MAX, 77) == 0);
    CHECK(virAdmServerSetClientLimits(server, params, nparams, 0) == 0);
    CHECK_FAILS(virAdmServerSetThreadPoolParameters(server, params, nparams, 0) == -1, VIR_ERR_ARGUMENT_UNSUPPORTED, "nclients_max");
    CHECK_FAILS(virAdmServerSetClientLimits(server, params, -1, 0) == -1, VIR_ERR_INVALID_ARG, "must be zero or greater");
    virTypedParamsFree(params, nparams);
    CHECK(limit(server, VIR_SERVER_CLIENTS_MAX) == 77);
    CHECK_FAILS(virAdmServerUpdateTlsFiles(server, 0) == -1, VIR_ERR_INTERNAL_ERROR, "no tls service found");
    CHECK(virAdmServerFree(server) == 0);
    CHECK_FAILS(virAdmServerFree(server) == -1, VIR_ERR_INVALID_CONN, "invalid connection pointer in virAdmServerFree");
}

static void clients(virAdmConnectPtr conn)
{
    virAdmServerPtr server = virAdmConnectLookupServer(conn, "libvirtd", 0);
    virAdmClientPtr *found = NULL;
    virAdmClientPtr again;
    virTypedParameterPtr params = NULL;
    int count, i, nparams = 0, read_only = 1;

    CHECK((count = virAdmServerListClients(server, &found, 0)) >= 1);
    CHECK(virAdmClientGetTransport(found[0]) == VIR_CLIENT_TRANS_UNIX);
    CHECK(virAdmClientGetTimestamp(found[0]) > 1000000000);
    CHECK(virAdmClientGetInfo(found[0], &params, &nparams, 0) == 0);
    CHECK(virTypedParamsGetBoolean(params, nparams, VIR_CLIENT_INFO_READONLY, &read_only) == 1 && !read_only);
    virTypedParamsFree(params, nparams);
    CHECK((again = virAdmServerLookupClient(server, virAdmClientGetID(found[0]), 0)) != NULL);
    CHECK(virAdmClientGetID(again) == virAdmClientGetID(found[0]));
    CHECK(virAdmClientClose(again, 0) == 0);
    CHECK(virAdmClientFree(again) == 0);
    CHECK_FAILS(virAdmClientFree(again) == -1, VIR_ERR_INVALID_CONN, "invalid connection pointer in virAdmClientFree");
    CHECK_FAILS(virAdmServerLookupClient(server, 99999, 0) == NULL, VIR_ERR_NO_CLIENT, "No client with matching ID '99999'");
    for (i = 0; i < count; i++)
        virAdmClientFree(found[i]);
    free(found);
    virAdmServerFree(server);
}

static void logging(virAdmConnectPtr conn)
{
    char *text = NULL;

    CHECK(virAdmConnectGetLoggingOutputs(conn, &text, 0) == 1);
    CHECK(text && strstr(text, ":file:"));
    free(text);
    text = NULL;
    CHECK(virAdmConnectGetLoggingFilters(conn, &text, 0) == 0 && text == NULL);
    CHECK(virAdmConnectSetLoggingFilters(conn, "3:remote", 0) == 0);
    CHECK(virAdmConnectGetLoggingFilters(conn, &text, 0) == 1);
    CHECK(text && strstr(text, "remote"));
    free(text);
    CHECK(virAdmConnectGetLoggingFilters(conn, NULL, 0) == 1);
    CHECK_FAILS(virAdmConnectSetLoggingFilters(conn, "garbage", 0) == -1, VIR_ERR_INVALID_ARG, "garbage");
    CHECK(virAdmConnectSetLoggingFilters(conn, NULL, 0) == 0);
    CHECK(virAdmConnectSetDaemonTimeout(conn, 0, 0) == 0);
}

static void endings(virAdmConnectPtr conn)
{
    int one = 1;

    CHECK(virAdmConnectRegisterCloseCallback(conn, on_close, &one, let_go) == 0);
    CHECK_FAILS(virAdmConnectRegisterCloseCallback(conn, on_close, &one, let_go) == -1, VIR_ERR_OPERATION_INVALID, "already registered");
    CHECK_FAILS(virAdmConnectUnregisterCloseCallback(conn, other) == -1, VIR_ERR_OPERATION_INVALID, "A different callback was requested");
    CHECK(freed == 0);
    CHECK(virAdmConnectUnregisterCloseCallback(conn, on_close) == 0);
    CHECK(freed == 1);
    CHECK(virAdmConnectIsAlive(conn) == 1);
    CHECK(virAdmConnectRef(conn) == 0);
    CHECK(virAdmConnectClose(conn) == 1);
    CHECK(virAdmConnectClose(conn) == 0);
    CHECK_FAILS(virAdmConnectClose(conn) == -1, VIR_ERR_INVALID_CONN, "invalid connection pointer in virAdmConnectClose");
}

int main(int argc, char **argv)
{
    virAdmConnectPtr admin;
    virConnectPtr conn;
    unsigned long long version = 0;
    char *uri;

    if (argc != 3)
        return 2;
    virSetErrorFunc(NULL, check_quiet);
    CHECK((admin = virAdmConnectOpen(argv[1], 0)) != NULL);
    CHECK((conn = virConnectOpen(argv[2])) != NULL);
    if (!admin || !conn)
        return check_report("administration");
    uri = virAdmConnectGetURI(admin);
    CHECK_TEXT(uri, argv[1]);
    free(uri);
    CHECK(virAdmConnectGetLibVersion(admin, &version) == 0 && version > 0);
    servers(admin);
    clients(admin);
    logging(admin);
    endings(admin);
    virConnectClose(conn);
    return check_report("administration");
}
