/* Handles: NULL, of another kind, freed, and never given out. Each is refused with its own error; none crashes. */

#include <stdint.h>

#include "check.h"

/* One getter per kind, as functions of any pointer. */
static int domain(void *p) { return virDomainGetName(p) == NULL; }
static int network(void *p) { return virNetworkGetName(p) == NULL; }
static int pool(void *p) { return virStoragePoolGetName(p) == NULL; }
static int volume(void *p) { return virStorageVolGetName(p) == NULL; }
static int interface(void *p) { return virInterfaceGetName(p) == NULL; }
static int device(void *p) { return virNodeDeviceGetName(p) == NULL; }
static int secret(void *p) { return virSecretGetUsageID(p) == NULL; }
static int filter(void *p) { return virNWFilterGetName(p) == NULL; }
static int binding(void *p) { return virNWFilterBindingGetPortDev(p) == NULL; }
static int port(void *p) { return virNetworkPortGetUUID(p, (unsigned char[16]){ 0 }) == -1; }
static int snapshot(void *p) { return virDomainSnapshotGetName(p) == NULL; }
static int checkpoint(void *p) { return virDomainCheckpointGetName(p) == NULL; }
static int stream(void *p) { return virStreamAbort(p) == -1; }
static int connection(void *p) { return virConnectGetType(p) == NULL; }

static int free_domain(void *p) { return virDomainFree(p); }
static int free_network(void *p) { return virNetworkFree(p); }
static int free_pool(void *p) { return virStoragePoolFree(p); }
static int free_volume(void *p) { return virStorageVolFree(p); }
static int free_interface(void *p) { return virInterfaceFree(p); }
static int free_device(void *p) { return virNodeDeviceFree(p); }
static int free_secret(void *p) { return virSecretFree(p); }
static int free_filter(void *p) { return virNWFilterFree(p); }
static int free_binding(void *p) { return virNWFilterBindingFree(p); }
static int free_port(void *p) { return virNetworkPortFree(p); }
static int free_snapshot(void *p) { return virDomainSnapshotFree(p); }
static int free_checkpoint(void *p) { return virDomainCheckpointFree(p); }
static int free_stream(void *p) { return virStreamFree(p); }
static int free_connection(void *p) { return virConnectClose(p); }

static struct kind {
    const char *name;
    int (*get)(void *);
    int (*drop)(void *);
    int code;
    const char *text;
    void *object;
} kinds[] = {
    { "connection", connection, free_connection, VIR_ERR_INVALID_CONN, "invalid connection pointer in", NULL },
    { "domain", domain, free_domain, VIR_ERR_INVALID_DOMAIN, "invalid domain pointer in", NULL },
    { "network", network, free_network, VIR_ERR_INVALID_NETWORK, "invalid network pointer in", NULL },
    { "pool", pool, free_pool, VIR_ERR_INVALID_STORAGE_POOL, "invalid storage pool pointer in", NULL },
    { "volume", volume, free_volume, VIR_ERR_INVALID_STORAGE_VOL, "invalid storage volume pointer in", NULL },
    { "interface", interface, free_interface, VIR_ERR_INVALID_INTERFACE, "invalid interface pointer in", NULL },
    { "device", device, free_device, VIR_ERR_INVALID_NODE_DEVICE, "invalid node device pointer in", NULL },
    { "secret", secret, free_secret, VIR_ERR_INVALID_SECRET, "Invalid secret: virSecretGetUsageID", NULL },
    { "filter", filter, free_filter, VIR_ERR_INVALID_NWFILTER, "Invalid network filter: virNWFilterGetName", NULL },
    { "binding", binding, free_binding, VIR_ERR_INVALID_NWFILTER_BINDING, "Invalid network filter binding", NULL },
    { "port", port, free_port, VIR_ERR_INVALID_NETWORK_PORT, "Invalid network port pointer", NULL },
    { "snapshot", snapshot, free_snapshot, VIR_ERR_INVALID_DOMAIN_SNAPSHOT, "Invalid domain snapshot: virDomainSnapshotGetName", NULL },
    { "checkpoint", checkpoint, free_checkpoint, VIR_ERR_INVALID_DOMAIN_CHECKPOINT, "Invalid domain checkpoint: virDomainCheckpointGetName", NULL },
    { "stream", stream, free_stream, VIR_ERR_INVALID_STREAM, "invalid stream pointer in", NULL },
};

#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

static void refused(struct kind *kind, int (*call)(void *), void *pointer, const char *why, int fails)
{
    int result;

    virResetLastError();
    result = call(pointer);
    if (result == fails && virGetLastErrorCode() == kind->code && strstr(virGetLastErrorMessage(), fails == 1 ? kind->text : "")) {
        check_passed++;
        return;
    }
    check_failed++;
    fprintf(stderr, "FAIL %s, %s: %d, error %d: %s\n", kind->name, why, result, virGetLastErrorCode(), virGetLastErrorMessage());
}

int main(void)
{
    virConnectPtr conn;
    virDomainPtr dom, other;
    virStoragePoolPtr store;
    virNetworkPtr net;
    size_t i, j;
    static char zeroes[4096];
    uint64_t noise[64];

    CHECK(virInitialize() == 0);
    virSetErrorFunc(NULL, check_quiet);
    conn = check_open();
    dom = virDomainLookupByName(conn, "test");
    net = virNetworkLookupByName(conn, "default");
    store = virStoragePoolLookupByName(conn, "default-pool");
    kinds[0].object = check_open();
    kinds[1].object = virDomainLookupByName(conn, "test");
    kinds[2].object = virNetworkLookupByName(conn, "default");
    kinds[3].object = virStoragePoolLookupByName(conn, "default-pool");
    kinds[4].object = virStorageVolCreateXML(store, "<volume><name>v</name><capacity>1</capacity></volume>", 0);
    kinds[5].object = virInterfaceLookupByName(conn, "eth1");
    kinds[6].object = virNodeDeviceLookupByName(conn, "computer");
    kinds[7].object = virSecretDefineXML(conn, "<secret><usage type='volume'><volume>/v</volume></usage></secret>", 0);
    kinds[8].object = virNWFilterDefineXML(conn, "<filter name='f'/>");
    kinds[9].object = virNWFilterBindingCreateXML(conn, "<filterbinding><owner><name>test</name>"
        "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner><portdev name='vnet0'/><mac address='52:54:00:00:00:0c'/>"
        "<filterref filter='f'/></filterbinding>", 0);
    kinds[10].object = virNetworkPortCreateXML(net, "<networkport><uuid>5d744f21-ba4a-4d6e-bdb2-30a35ff3207d</uuid><owner><name>test</name>"
        "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid></owner><mac address='52:54:00:00:00:0b'/><plug type='bridge' bridge='virbr0'/></networkport>", 0);
    kinds[11].object = virDomainSnapshotCreateXML(dom, "<domainsnapshot><name>s</name></domainsnapshot>", 0);
    /* A domain with snapshots has no checkpoints. */
    other = virDomainCreateXML(conn, "<domain type='test'><name>other</name><memory>1024</memory><os><type>hvm</type></os>"
        "<devices><disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/x'/><target dev='vda'/></disk></devices></domain>", 0);
    kinds[12].object = virDomainCheckpointCreateXML(other, "<domaincheckpoint><name>c</name></domaincheckpoint>", 0);
    kinds[13].object = virStreamNew(conn, 0);

    for (i = 0; i < KINDS; i++) {
        refused(&kinds[i], kinds[i].get, NULL, "NULL", 1);
        refused(&kinds[i], kinds[i].drop, NULL, "NULL freed", -1);
        for (j = 0; j < KINDS; j++)
            if (i != j && kinds[j].object)
                refused(&kinds[i], kinds[i].get, kinds[j].object, kinds[j].name, 1);
    }

    /* What follows is undefined with the reference. */
    if (!check_reference()) {
        for (i = 0; i < KINDS; i++) {
            CHECK(kinds[i].object != NULL);
            if (!kinds[i].object)
                continue;
            CHECK(kinds[i].drop(kinds[i].object) >= 0);
            refused(&kinds[i], kinds[i].get, kinds[i].object, "freed", 1);
            refused(&kinds[i], kinds[i].drop, kinds[i].object, "freed twice", -1);
        }
        /* The memory of a freed handle may hold another one by now: still no other kind's. */
        for (i = 0; i < 1000; i++) {
            void *filled = virNetworkLookupByName(conn, "default");

            if (filled == kinds[1].object)
                refused(&kinds[1], kinds[1].get, filled, "reused", 1);
            virNetworkFree(filled);
        }
        memset(noise, 0x5a, sizeof(noise));
        for (i = 0; i < KINDS; i++) {
            refused(&kinds[i], kinds[i].get, zeroes, "zeroes", 1);
            refused(&kinds[i], kinds[i].get, noise, "noise", 1);
            refused(&kinds[i], kinds[i].get, (char *)dom + 1, "crooked", 1);
            refused(&kinds[i], kinds[i].drop, zeroes, "zeroes freed", -1);
        }
    }
    virDomainFree(other);
    virStoragePoolFree(store);
    virNetworkFree(net);
    virDomainFree(dom);
    CHECK(virConnectClose(conn) == 0 || check_reference());
    return check_report("handles");
}
