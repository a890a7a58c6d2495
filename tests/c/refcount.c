/* References: every kind of object counts them, keeps its connection alive, and gives back what it was made of. */

#include "check.h"

#define TAKE_AND_GIVE(ref, drop, object) \
    do { \
        CHECK(ref(object) == 0); \
        CHECK(ref(object) == 0); \
        CHECK(drop(object) == 0); \
        CHECK(drop(object) == 0); \
    } while (0)

static int closed;

static void on_close(virConnectPtr conn, int reason, void *opaque)
{
    (void)conn;
    (void)reason;
    (void)opaque;
}

static void on_free(void *opaque)
{
    closed += *(int *)opaque;
}

int main(void)
{
    virConnectPtr conn, again;
    virDomainPtr dom, same;
    virNetworkPtr net;
    virStoragePoolPtr pool;
    virStorageVolPtr vol;
    virInterfacePtr iface;
    virNodeDevicePtr dev;
    virDomainSnapshotPtr snap;
    virStreamPtr stream;
    char uuid[VIR_UUID_STRING_BUFLEN];
    unsigned char raw[VIR_UUID_BUFLEN];
    int one = 1;

    virSetErrorFunc(NULL, check_quiet);
    conn = check_open();
    CHECK(virConnectRef(conn) == 0);
    CHECK(virConnectClose(conn) == 1);

    dom = virDomainLookupByName(conn, "test");
    CHECK(dom != NULL);
    CHECK_TEXT(virDomainGetName(dom), "test");
    CHECK(virDomainGetID(dom) == 1);
    CHECK(virDomainGetConnect(dom) == conn);
    CHECK(virDomainGetUUIDString(dom, uuid) == 0);
    CHECK_TEXT(uuid, "6695eb01-f6a4-8304-79aa-97f2502e193f");
    CHECK(virDomainGetUUID(dom, raw) == 0 && raw[0] == 0x66 && raw[15] == 0x3f);
    TAKE_AND_GIVE(virDomainRef, virDomainFree, dom);
    same = virDomainLookupByName(conn, "test");
    CHECK(same != NULL);
    CHECK(virDomainFree(same) == 0);
    CHECK_TEXT(virDomainGetName(dom), "test");

    net = virNetworkLookupByName(conn, "default");
    TAKE_AND_GIVE(virNetworkRef, virNetworkFree, net);
    CHECK(virNetworkGetConnect(net) == conn);
    pool = virStoragePoolLookupByName(conn, "default-pool");
    TAKE_AND_GIVE(virStoragePoolRef, virStoragePoolFree, pool);
    CHECK(virStoragePoolGetConnect(pool) == conn);
    vol = virStorageVolCreateXML(pool, "<volume><name>v</name><capacity>1</capacity></volume>", 0);
    TAKE_AND_GIVE(virStorageVolRef, virStorageVolFree, vol);
    CHECK(virStorageVolGetConnect(vol) == conn);
    iface = virInterfaceLookupByName(conn, "eth1");
    TAKE_AND_GIVE(virInterfaceRef, virInterfaceFree, iface);
    CHECK(virInterfaceGetConnect(iface) == conn);
    dev = virNodeDeviceLookupByName(conn, "computer");
    TAKE_AND_GIVE(virNodeDeviceRef, virNodeDeviceFree, dev);
    snap = virDomainSnapshotCreateXML(dom, "<domainsnapshot><name>s</name></domainsnapshot>", 0);
    TAKE_AND_GIVE(virDomainSnapshotRef, virDomainSnapshotFree, snap);
    CHECK(virDomainSnapshotGetConnect(snap) == conn);
    CHECK(virDomainSnapshotGetDomain(snap) == dom);
    stream = virStreamNew(conn, 0);
    TAKE_AND_GIVE(virStreamRef, virStreamFree, stream);

    /* Every object holds the connection. */
    CHECK(virConnectRef(conn) == 0);
    CHECK(virConnectClose(conn) == 1);
    CHECK(virStreamFree(stream) == 0);
    CHECK(virDomainSnapshotDelete(snap, 0) == 0);
    CHECK(virDomainSnapshotFree(snap) == 0);
    CHECK(virNodeDeviceFree(dev) == 0);
    CHECK(virInterfaceFree(iface) == 0);
    CHECK(virStorageVolDelete(vol, 0) == 0);
    CHECK(virStorageVolFree(vol) == 0);
    CHECK(virStoragePoolFree(pool) == 0);
    CHECK(virNetworkFree(net) == 0);

    /* An object outlives the program's own reference to the connection. */
    CHECK(virConnectClose(conn) == 1);
    CHECK(virDomainIsActive(dom) == 1);
    CHECK_TEXT(virDomainGetName(dom), "test");
    again = virDomainGetConnect(dom);
    CHECK_TEXT(virConnectGetType(again), "TEST");
    CHECK(virDomainFree(dom) == 0);

    CHECK_FAILS(virDomainFree(NULL) == -1, VIR_ERR_INVALID_DOMAIN, "invalid domain pointer in virDomainFree");
    CHECK_FAILS(virDomainRef(NULL) == -1, VIR_ERR_INVALID_DOMAIN, "invalid domain pointer in virDomainRef");
    CHECK_FAILS(virConnectClose(NULL) == -1, VIR_ERR_INVALID_CONN, "invalid connection pointer in virConnectClose");

    /* The close callback's data is released once, whether it was taken back or not. The reference's test driver
     * takes such a callback and forgets it. */
    conn = check_open();
    CHECK(virConnectRegisterCloseCallback(conn, on_close, &one, on_free) == 0);
    if (check_reference())
        return check_report("refcount");
    CHECK_FAILS(virConnectRegisterCloseCallback(conn, on_close, &one, on_free) == -1, VIR_ERR_OPERATION_INVALID,
                "A close callback is already registered");
    CHECK(virConnectUnregisterCloseCallback(conn, on_close) == 0);
    CHECK(closed == 1);
    CHECK_FAILS(virConnectUnregisterCloseCallback(conn, on_close) == -1, VIR_ERR_OPERATION_INVALID, "");
    CHECK(virConnectRegisterCloseCallback(conn, on_close, &one, on_free) == 0);
    CHECK(virConnectClose(conn) == 0);
    CHECK(closed == 2);

    return check_report("refcount");
}
