/* What calls into an in-process host cost. Prints one measurement a line: name, value, unit. */

#define _GNU_SOURCE
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void must(int good, const char *what)
{
    if (!good) {
        fprintf(stderr, "%s: %s\n", what, virGetLastErrorMessage());
        exit(1);
    }
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The median over eleven batches of the mean of one call, in nanoseconds. */
#define MEASURE(name, calls, call) \
    do { \
        double batch[11]; \
        int b_, i_; \
        for (b_ = 0; b_ < 11; b_++) { \
            double start_ = now(); \
            for (i_ = 0; i_ < (calls); i_++) { \
                call; \
            } \
            batch[b_] = (now() - start_) / (calls) * 1e9; \
        } \
        qsort(batch, 11, sizeof(double), by_value); \
        printf("%s\t%.1f\tns\n", name, batch[5]); \
    } while (0)

static const char small[] =
    "<domain type='test'><name>%s</name><memory>1048576</memory><vcpu>1</vcpu><os><type>hvm</type></os></domain>";

static long resident(void)
{
    FILE *in = fopen("/proc/self/statm", "r");
    long size, pages = 0;

    if (!in || fscanf(in, "%ld %ld", &size, &pages) != 2)
        exit(1);
    fclose(in);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static void open_close(void)
{
    MEASURE("open_close", 100, {
        virConnectPtr conn = virConnectOpen("test:///default");
        must(conn != NULL, "open");
        virConnectClose(conn);
    });
}

static void latency(virConnectPtr conn)
{
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    unsigned char uuid[VIR_UUID_BUFLEN];
    virDomainInfo info;
    int state;

    must(dom != NULL && virDomainGetUUID(dom, uuid) == 0, "lookup");
    MEASURE("get_info", 20000, must(virDomainGetInfo(dom, &info) == 0, "info"));
    MEASURE("get_state", 20000, must(virDomainGetState(dom, &state, NULL, 0) == 0, "state"));
    MEASURE("is_active", 20000, must(virDomainIsActive(dom) == 1, "active"));
    MEASURE("lookup_by_name", 20000, {
        virDomainPtr found = virDomainLookupByName(conn, "test");
        must(found != NULL, "lookup");
        virDomainFree(found);
    });
    MEASURE("lookup_by_uuid", 20000, {
        virDomainPtr found = virDomainLookupByUUID(conn, uuid);
        must(found != NULL, "lookup");
        virDomainFree(found);
    });
    MEASURE("lookup_absent", 20000, must(virDomainLookupByName(conn, "nosuch") == NULL, "absent"));
    MEASURE("num_of_domains", 20000, must(virConnectNumOfDomains(conn) == 1, "count"));
    MEASURE("suspend_resume", 5000, must(virDomainSuspend(dom) == 0 && virDomainResume(dom) == 0, "suspend"));
    MEASURE("memory_parameters", 5000, {
        virTypedParameter params[8];
        int count = 8;
        must(virDomainGetMemoryParameters(dom, params, &count, 0) == 0, "parameters");
    });
    virDomainFree(dom);
}

static void documents(virConnectPtr conn)
{
    char xml[400], *large;
    virDomainPtr dom;
    size_t at;
    int i;

    snprintf(xml, sizeof(xml), small, "bench");
    MEASURE("define_small", 300, {
        dom = virDomainDefineXML(conn, xml);
        must(dom != NULL, "define");
        virDomainUndefine(dom);
        virDomainFree(dom);
    });
    dom = virDomainDefineXML(conn, xml);
    MEASURE("dump_small", 3000, free(virDomainGetXMLDesc(dom, 0)));
    virDomainUndefine(dom);
    virDomainFree(dom);

    large = malloc(200 * 400);
    at = sprintf(large, "<domain type='test'><name>large</name><memory>1048576</memory><os><type>hvm</type></os><devices>");
    for (i = 0; i < 100; i++)
        at += sprintf(large + at,
                      "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/images/%d.qcow2'/>"
                      "<target dev='vd%c%c' bus='virtio'/></disk><interface type='network'><mac address='52:54:00:00:%02x:%02x'/>"
                      "<source network='default'/><model type='virtio'/></interface>",
                      i, 'a' + i / 26, 'a' + i % 26, i / 256, i % 256);
    strcpy(large + at, "</devices></domain>");
    MEASURE("define_large", 3, {
        dom = virDomainDefineXML(conn, large);
        must(dom != NULL, "define large");
        virDomainUndefine(dom);
        virDomainFree(dom);
    });
    dom = virDomainDefineXML(conn, large);
    MEASURE("dump_large", 30, free(virDomainGetXMLDesc(dom, 0)));
    virDomainUndefine(dom);
    virDomainFree(dom);
    free(large);
}

static void many(virConnectPtr conn)
{
    enum { COUNT = 10000 };
    virDomainStatsRecordPtr *stats;
    virDomainPtr *all;
    char xml[400], name[32];
    long before = resident();
    double start = now();
    int i, count;

    for (i = 0; i < COUNT; i++) {
        virDomainPtr dom;

        snprintf(name, sizeof(name), "many%d", i);
        snprintf(xml, sizeof(xml), small, name);
        dom = virDomainDefineXML(conn, xml);
        must(dom != NULL, "define many");
        virDomainFree(dom);
    }
    printf("define_one_of_10000\t%.1f\tns\n", (now() - start) / COUNT * 1e9);
    printf("memory_per_domain\t%.2f\tKiB\n", (double)(resident() - before) / COUNT);
    MEASURE("lookup_in_10000", 20000, {
        virDomainPtr found = virDomainLookupByName(conn, "many7777");
        must(found != NULL, "lookup");
        virDomainFree(found);
    });
    MEASURE("list_10000", 3, {
        count = virConnectListAllDomains(conn, &all, 0);
        must(count == COUNT + 1, "list");
        for (i = 0; i < count; i++)
            virDomainFree(all[i]);
        free(all);
    });
    MEASURE("stats_10000", 2, {
        count = virConnectGetAllDomainStats(conn, VIR_DOMAIN_STATS_STATE, &stats, 0);
        must(count == COUNT + 1, "stats");
        virDomainStatsRecordListFree(stats);
    });
    count = virConnectListAllDomains(conn, &all, VIR_CONNECT_LIST_DOMAINS_INACTIVE);
    start = now();
    for (i = 0; i < count; i++) {
        must(virDomainUndefine(all[i]) == 0, "undefine");
        virDomainFree(all[i]);
    }
    free(all);
    printf("undefine_one_of_10000\t%.1f\tns\n", (now() - start) / count * 1e9);
}

static virConnectPtr shared_conn;
static int stop;

static void *reader(void *counted)
{
    virDomainPtr dom = virDomainLookupByName(shared_conn, "test");
    virDomainInfo info;
    long calls = 0;

    while (!__atomic_load_n(&stop, __ATOMIC_RELAXED)) {
        must(virDomainGetInfo(dom, &info) == 0, "info");
        calls++;
    }
    virDomainFree(dom);
    *(long *)counted = calls;
    return NULL;
}

static void threads(virConnectPtr conn)
{
    pthread_t running[8];
    long calls[8], total = 0;
    int i;

    shared_conn = conn;
    for (i = 0; i < 8; i++)
        pthread_create(&running[i], NULL, reader, &calls[i]);
    usleep(500000);
    __atomic_store_n(&stop, 1, __ATOMIC_RELAXED);
    for (i = 0; i < 8; i++) {
        pthread_join(running[i], NULL);
        total += calls[i];
    }
    printf("get_info_8_threads\t%.1f\tns\n", 0.5e9 / total);
}

static int delivered;

static int on_event(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn;
    (void)dom;
    (void)event;
    (void)detail;
    (void)opaque;
    delivered++;
    return 0;
}

static void events(virConnectPtr conn)
{
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    int id = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, NULL);
    double start = now();
    int i;

    must(id >= 0, "register");
    for (i = 0; i < 2000; i++) {
        must((i & 1 ? virDomainResume(dom) : virDomainSuspend(dom)) == 0, "suspend");
        while (delivered <= i)
            virEventRunDefaultImpl();
    }
    printf("event_delivered\t%.1f\tns\n", (now() - start) / 2000 * 1e9);
    virConnectDomainEventDeregisterAny(conn, id);
    virDomainFree(dom);
}

int main(void)
{
    virConnectPtr conn;

    must(virInitialize() == 0, "initialize");
    virSetErrorFunc(NULL, (virErrorFunc)(void *)free);
    virEventRegisterDefaultImpl();
    open_close();
    conn = virConnectOpen("test:///default");
    must(conn != NULL, "open");
    latency(conn);
    documents(conn);
    events(conn);
    threads(conn);
    many(conn);
    virConnectClose(conn);
    return 0;
}
