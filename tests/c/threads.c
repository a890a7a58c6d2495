/* Sixteen threads on one connection, each with every kind of call, while events run. VIRT_SECONDS says how long. */

#include <pthread.h>
#include <time.h>
#include <unistd.h>

#include "check.h"

#define THREADS 16

static virConnectPtr conn;
static int stop;
static long rounds[THREADS], broken[THREADS], events;

/* A failure that is not one of those which a race with another thread explains. */
static void expect(int number, int good, int code)
{
    if (good || (code && virGetLastErrorCode() == code))
        return;
    if (__atomic_add_fetch(&broken[number], 1, __ATOMIC_RELAXED) == 1)
        fprintf(stderr, "thread %d: error %d: %s\n", number, virGetLastErrorCode(), virGetLastErrorMessage());
}

static void own_domain(int number)
{
    char xml[300], name[32];
    virDomainPtr dom, found;
    virDomainInfo info;
    char *text;
    int state, reason;

    snprintf(name, sizeof(name), "thread%d", number);
    snprintf(xml, sizeof(xml), "<domain type='test'><name>%s</name><memory>1024</memory><os><type>hvm</type></os></domain>", name);
    dom = virDomainDefineXML(conn, xml);
    expect(number, dom != NULL, 0);
    if (!dom)
        return;
    expect(number, virDomainCreate(dom) == 0, 0);
    expect(number, virDomainGetInfo(dom, &info) == 0 && info.state == VIR_DOMAIN_RUNNING && info.maxMem == 1024, 0);
    expect(number, virDomainSuspend(dom) == 0, 0);
    expect(number, virDomainGetState(dom, &state, &reason, 0) == 0 && state == VIR_DOMAIN_PAUSED, 0);
    expect(number, virDomainResume(dom) == 0, 0);
    found = virDomainLookupByName(conn, name);
    expect(number, found != NULL, 0);
    if (found)
        virDomainFree(found);
    text = virDomainGetXMLDesc(dom, 0);
    expect(number, text && strstr(text, name), 0);
    free(text);
    expect(number, virDomainDestroy(dom) == 0, 0);
    expect(number, virDomainUndefine(dom) == 0, 0);
    expect(number, virDomainGetInfo(dom, &info) == -1 && virGetLastErrorCode() == VIR_ERR_NO_DOMAIN, 0);
    virDomainFree(dom);
}

static void own_network(int number)
{
    char xml[200];
    virNetworkPtr net;

    snprintf(xml, sizeof(xml), "<network><name>thread%d</name><bridge name='vt%d'/></network>", number, number);
    net = virNetworkCreateXML(conn, xml);
    expect(number, net != NULL, 0);
    if (!net)
        return;
    expect(number, virNetworkIsActive(net) == 1, 0);
    expect(number, virNetworkDestroy(net) == 0, 0);
    virNetworkFree(net);
}

static void own_volume(int number)
{
    virStoragePoolPtr pool = virStoragePoolLookupByName(conn, "default-pool");
    char xml[200];
    virStorageVolPtr vol;

    expect(number, pool != NULL, 0);
    snprintf(xml, sizeof(xml), "<volume><name>thread%d</name><capacity>1000</capacity></volume>", number);
    vol = virStorageVolCreateXML(pool, xml, 0);
    expect(number, vol != NULL, 0);
    if (vol) {
        expect(number, virStorageVolDelete(vol, 0) == 0, 0);
        virStorageVolFree(vol);
    }
    virStoragePoolFree(pool);
}

static void shared(int number)
{
    virDomainPtr *all = NULL, dom = virDomainLookupByName(conn, "test");
    virDomainStatsRecordPtr *stats = NULL;
    int count, i;

    expect(number, dom != NULL, 0);
    expect(number, virDomainSetMemory(dom, 1000000 + number) == 0, 0);
    expect(number, virDomainSetAutostart(dom, number & 1) == 0, 0);
    /* Others do the same at the same time: a state that fits no more is no failure. */
    virDomainSuspend(dom);
    virDomainResume(dom);
    virDomainFree(dom);
    count = virConnectListAllDomains(conn, &all, 0);
    expect(number, count >= 1, 0);
    for (i = 0; i < count; i++)
        virDomainFree(all[i]);
    free(all);
    count = virConnectGetAllDomainStats(conn, 0, &stats, 0);
    expect(number, count >= 1, 0);
    if (count >= 0)
        virDomainStatsRecordListFree(stats);
    expect(number, virDomainLookupByName(conn, "nosuch") == NULL && virGetLastErrorCode() == VIR_ERR_NO_DOMAIN, 0);
}

static int on_event(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)c;
    (void)event;
    (void)detail;
    (void)opaque;
    if (virDomainGetName(dom))
        __atomic_add_fetch(&events, 1, __ATOMIC_RELAXED);
    return 0;
}

static int on_other(virConnectPtr c, virDomainPtr dom, int event, int detail, void *opaque)
{
    return on_event(c, dom, event, detail, opaque);
}

static void registering(int number)
{
    int id = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_other), NULL, NULL);

    /* A callback is registered once only: another thread may have it just now. */
    expect(number, id >= 0, VIR_ERR_INVALID_ARG);
    if (id >= 0)
        expect(number, virConnectDomainEventDeregisterAny(conn, id) == 0, 0);
}

static void *work(void *opaque)
{
    int number = (int)(long)opaque;

    while (!__atomic_load_n(&stop, __ATOMIC_RELAXED)) {
        own_domain(number);
        own_network(number);
        own_volume(number);
        shared(number);
        registering(number);
        rounds[number]++;
    }
    return NULL;
}

static void *loop(void *opaque)
{
    (void)opaque;
    while (!__atomic_load_n(&stop, __ATOMIC_RELAXED))
        virEventRunDefaultImpl();
    return NULL;
}

static void on_tick(int timer, void *opaque)
{
    (void)timer;
    (void)opaque;
}

int main(void)
{
    const char *text = getenv("VIRT_SECONDS");
    double seconds = text ? atof(text) : 1;
    pthread_t threads[THREADS], looper;
    long total = 0;
    int i, id;

    CHECK(virInitialize() == 0);
    virSetErrorFunc(NULL, check_quiet);
    CHECK(virEventRegisterDefaultImpl() == 0);
    CHECK(virEventAddTimeout(20, on_tick, NULL, NULL) > 0);
    conn = check_open();
    id = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, NULL);
    CHECK(id >= 0);
    CHECK(pthread_create(&looper, NULL, loop, NULL) == 0);
    for (i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], NULL, work, (void *)(long)i) == 0);
    usleep(seconds * 1000000);
    __atomic_store_n(&stop, 1, __ATOMIC_RELAXED);
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
        CHECK(broken[i] == 0);
        CHECK(rounds[i] > 0);
        total += rounds[i];
    }
    CHECK(pthread_join(looper, NULL) == 0);
    CHECK(events > 0);
    CHECK(virConnectNumOfDomains(conn) + virConnectNumOfDefinedDomains(conn) == 1);
    CHECK(virConnectDomainEventDeregisterAny(conn, id) == 0);
    CHECK(virConnectClose(conn) == 0);
    printf("threads: %ld rounds and %ld events in %.0f s\n", total, events, seconds);
    return check_report("threads");
}
