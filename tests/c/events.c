/* Events: legacy and Any, filtered by object, in order, freed exactly once, and deregistered from inside a callback. */

#include "check.h"

static char seen[1024];
static int freed[8];

static void note(const char *who, const char *name, int event, int detail)
{
    char one[128];

    snprintf(one, sizeof(one), "%s:%s %d %d;", who, name, event, detail);
    strncat(seen, one, sizeof(seen) - strlen(seen) - 1);
}

static int on_domain(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn;
    note(opaque, virDomainGetName(dom), event, detail);
    return 0;
}

static int legacy(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn;
    note(opaque, virDomainGetName(dom), event, detail);
    return 0;
}

static int own_id = -1;

static int once(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    note(opaque, virDomainGetName(dom), event, detail);
    CHECK(virConnectDomainEventDeregisterAny(conn, own_id) == 0);
    return 0;
}

static void on_network(virConnectPtr conn, virNetworkPtr net, int event, int detail, void *opaque)
{
    (void)conn;
    note(opaque, virNetworkGetName(net), event, detail);
}

static void on_pool(virConnectPtr conn, virStoragePoolPtr pool, int event, int detail, void *opaque)
{
    (void)conn;
    note(opaque, virStoragePoolGetName(pool), event, detail);
}

static void on_refresh(virConnectPtr conn, virStoragePoolPtr pool, void *opaque)
{
    (void)conn;
    note(opaque, virStoragePoolGetName(pool), -1, -1);
}

static void on_device(virConnectPtr conn, virNodeDevicePtr dev, int event, int detail, void *opaque)
{
    char who[32];

    (void)conn;
    snprintf(who, sizeof(who), "%s", (char *)opaque);
    note(who, virNodeDeviceGetName(dev), event, detail);
}

static void free0(void *opaque) { (void)opaque; freed[0]++; }
static void free1(void *opaque) { (void)opaque; freed[1]++; }
static void free2(void *opaque) { (void)opaque; freed[2]++; }
static void free3(void *opaque) { (void)opaque; freed[3]++; }
static void free4(void *opaque) { (void)opaque; freed[4]++; }

static void on_tick(int timer, void *opaque)
{
    (void)timer;
    (void)opaque;
}

static int tick;

static char *delivered(void)
{
    static char out[1024];
    int i;

    for (i = 0; i < 6; i++) {
        virEventUpdateTimeout(tick, 1);
        virEventRunDefaultImpl();
    }
    virEventUpdateTimeout(tick, -1);
    strcpy(out, seen);
    seen[0] = 0;
    return out;
}

int main(void)
{
    virConnectPtr conn, other;
    virDomainPtr dom, second;
    virNetworkPtr net;
    virStoragePoolPtr pool;
    int any, filtered, first_id, last;

    virSetErrorFunc(NULL, check_quiet);
    CHECK(virEventRegisterDefaultImpl() == 0);
    tick = virEventAddTimeout(-1, on_tick, NULL, NULL);
    conn = check_open();
    dom = virDomainLookupByName(conn, "test");
    second = virDomainDefineXML(conn, "<domain type='test'><name>second</name><memory>1024</memory><os><type>hvm</type></os></domain>");
    CHECK(second != NULL);
    CHECK_TEXT(delivered(), "");

    any = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_domain), "any", free0);
    filtered = virConnectDomainEventRegisterAny(conn, second, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_domain), "second", free1);
    CHECK(any >= 0 && filtered >= 0 && any != filtered);
    CHECK(virConnectDomainEventRegister(conn, legacy, "legacy", free2) >= 0);
    CHECK_FAILS(virConnectDomainEventRegister(conn, legacy, "legacy", free3) == -1, VIR_ERR_INVALID_ARG, "event callback already tracked");
    CHECK_FAILS(virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_domain), "again", free3) == -1,
                VIR_ERR_INVALID_ARG, "event callback already tracked");
    CHECK(freed[3] == 0);

    CHECK(virDomainSuspend(dom) == 0);
    CHECK_TEXT(delivered(), "any:test 3 0;legacy:test 3 0;");
    CHECK(virDomainCreate(second) == 0);
    CHECK_TEXT(delivered(), "any:second 2 0;second:second 2 0;legacy:second 2 0;");

    /* Several at once keep their order. */
    CHECK(virDomainResume(dom) == 0);
    CHECK(virDomainDestroy(second) == 0);
    CHECK(virDomainUndefine(second) == 0);
    CHECK_TEXT(delivered(), "any:test 4 0;legacy:test 4 0;any:second 5 1;second:second 5 1;legacy:second 5 1;"
                            "any:second 1 0;second:second 1 0;legacy:second 1 0;");

    /* What another connection does is seen too. */
    other = check_open();
    CHECK(virDomainSuspend(dom) == 0);
    virConnectClose(other);
    CHECK_TEXT(delivered(), "any:test 3 0;legacy:test 3 0;");

    own_id = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(once), "once", free4);
    CHECK(virDomainResume(dom) == 0);
    CHECK(virDomainSuspend(dom) == 0);
    CHECK_TEXT(delivered(), "any:test 4 0;legacy:test 4 0;once:test 4 0;any:test 3 0;legacy:test 3 0;");
    CHECK(freed[4] == 1);

    CHECK(virConnectDomainEventDeregister(conn, legacy) == 0);
    CHECK_FAILS(virConnectDomainEventDeregister(conn, legacy) == -1, VIR_ERR_INVALID_ARG, "not registered");
    /* An event that is queued when its callback goes is not told. */
    CHECK(virDomainResume(dom) == 0);
    CHECK(virConnectDomainEventDeregisterAny(conn, any) == 0);
    CHECK_TEXT(delivered(), "");
    CHECK_FAILS(virConnectDomainEventDeregisterAny(conn, any) == -1, VIR_ERR_INVALID_ARG, "could not find event callback");
    CHECK(freed[0] == 1 && freed[1] == 0 && freed[2] == 1);

    CHECK_FAILS(virConnectDomainEventRegisterAny(conn, NULL, 9999, VIR_DOMAIN_EVENT_CALLBACK(on_domain), NULL, NULL) == -1, VIR_ERR_INVALID_ARG,
                "eventID must be less than ");
    CHECK_FAILS(virConnectDomainEventRegisterAny(conn, NULL, -1, VIR_DOMAIN_EVENT_CALLBACK(on_domain), NULL, NULL) == -1, VIR_ERR_INVALID_ARG, "eventID");
    CHECK_FAILS(virConnectDomainEventRegisterAny(conn, NULL, 0, NULL, NULL, NULL) == -1, VIR_ERR_INVALID_ARG, "cb in virConnectDomainEventRegisterAny must not be NULL");

    net = virNetworkLookupByName(conn, "default");
    first_id = virConnectNetworkEventRegisterAny(conn, net, VIR_NETWORK_EVENT_ID_LIFECYCLE, VIR_NETWORK_EVENT_CALLBACK(on_network), "net", NULL);
    CHECK(first_id >= 0);
    CHECK(virNetworkDestroy(net) == 0);
    CHECK(virNetworkCreate(net) == 0);
    CHECK_TEXT(delivered(), "net:default 3 0;net:default 2 0;");
    CHECK(virConnectNetworkEventDeregisterAny(conn, first_id) == 0);

    pool = virStoragePoolLookupByName(conn, "default-pool");
    first_id = virConnectStoragePoolEventRegisterAny(conn, pool, VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE, VIR_STORAGE_POOL_EVENT_CALLBACK(on_pool), "pool", NULL);
    last = virConnectStoragePoolEventRegisterAny(conn, NULL, VIR_STORAGE_POOL_EVENT_ID_REFRESH, VIR_STORAGE_POOL_EVENT_CALLBACK(on_refresh), "refresh", NULL);
    CHECK(first_id >= 0 && last >= 0);
    CHECK(virStoragePoolRefresh(pool, 0) == 0);
    CHECK(virStoragePoolDestroy(pool) == 0);
    CHECK(virStoragePoolCreate(pool, 0) == 0);
    CHECK_TEXT(delivered(), "refresh:default-pool -1 -1;pool:default-pool 3 0;pool:default-pool 2 0;");
    CHECK(virConnectStoragePoolEventDeregisterAny(conn, first_id) == 0);
    CHECK(virConnectStoragePoolEventDeregisterAny(conn, last) == 0);

    first_id = virConnectNodeDeviceEventRegisterAny(conn, NULL, VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE, VIR_NODE_DEVICE_EVENT_CALLBACK(on_device), "dev", NULL);
    CHECK(first_id >= 0);
    virNodeDevicePtr made = virNodeDeviceCreateXML(conn,
        "<device><parent>scsi_host1</parent><capability type='scsi_host'><capability type='fc_host'>"
        "<wwnn>2000000012341234</wwnn><wwpn>1000000012341234</wwpn></capability></capability></device>", 0);
    CHECK(made != NULL);
    CHECK_TEXT(delivered(), "dev:scsi_host12 0 0;");
    CHECK(virNodeDeviceDestroy(made) == 0);
    CHECK_TEXT(delivered(), "dev:scsi_host12 1 0;");
    CHECK(virConnectNodeDeviceEventDeregisterAny(conn, first_id) == 0);
    virNodeDeviceFree(made);

    /* A registered callback keeps its connection. */
    virStoragePoolFree(pool);
    virNetworkFree(net);
    virDomainFree(second);
    virDomainFree(dom);
    CHECK(virConnectClose(conn) == 1);
    delivered();
    CHECK(freed[1] == 0);
    CHECK(virConnectDomainEventDeregisterAny(conn, filtered) == 0);
    delivered();
    CHECK(freed[0] == 1 && freed[1] == 1 && freed[2] == 1 && freed[4] == 1);
    return check_report("events");
}
