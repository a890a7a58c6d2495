/* What domain functions give as arrays and records: counts, ends, and that all of it can be freed as documented. */
#include "check.h"

static virDomainPtr running(virConnectPtr conn)
{
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    CHECK(dom != NULL);
    return dom;
}

static void statistics(virConnectPtr conn, virDomainPtr dom)
{
    virDomainStatsRecordPtr *records = NULL;
    virDomainPtr doms[] = { dom, dom, NULL };

    CHECK(virConnectGetAllDomainStats(conn, VIR_DOMAIN_STATS_STATE, &records, 0) == 1);
    CHECK(records[1] == NULL && records[0]->nparams == 2);
    CHECK(strcmp(records[0]->params[0].field, "state.state") == 0);
    CHECK(strcmp(virDomainGetName(records[0]->dom), "test") == 0);
    virDomainStatsRecordListFree(records);

    CHECK(virDomainListGetStats(doms, VIR_DOMAIN_STATS_STATE, &records, 0) == 2);
    CHECK(records[2] == NULL);
    virDomainStatsRecordListFree(records);
    virDomainStatsRecordListFree(NULL);
}

static void guest(virDomainPtr dom)
{
    virDomainFSInfoPtr *systems = NULL;
    virDomainInterfacePtr *interfaces = NULL;
    int count = virDomainGetFSInfo(dom, &systems, 0);
    int at;

    CHECK(count == 2);
    CHECK(strcmp(systems[0]->mountpoint, "/") == 0);
    for (at = 0; at < count; at++)
        virDomainFSInfoFree(systems[at]);
    free(systems);
    virDomainFSInfoFree(NULL);

    count = virDomainInterfaceAddresses(dom, &interfaces, VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE, 0);
    CHECK(count == 1);
    CHECK(interfaces[0]->naddrs == 1 && interfaces[0]->addrs[0].addr != NULL);
    virDomainInterfaceFree(interfaces[0]);
    free(interfaces);
    virDomainInterfaceFree(NULL);
}

static void processors(virDomainPtr dom)
{
    virDomainIOThreadInfoPtr *threads = NULL;
    unsigned char maps[2] = { 0, 0 };
    unsigned char map = 1;
    virVcpuInfo info[2];
    int count;

    CHECK(virDomainAddIOThread(dom, 7, VIR_DOMAIN_AFFECT_LIVE) == 0);
    count = virDomainGetIOThreadInfo(dom, &threads, VIR_DOMAIN_AFFECT_LIVE);
    CHECK(count == 1 && threads[0]->iothread_id == 7 && threads[0]->cpumaplen > 0);
    virDomainIOThreadInfoFree(threads[0]);
    free(threads);
    virDomainIOThreadInfoFree(NULL);

    CHECK(virDomainPinVcpu(dom, 1, &map, 1) == 0);
    CHECK(virDomainGetVcpuPinInfo(dom, 2, maps, 1, VIR_DOMAIN_AFFECT_LIVE) == 2);
    CHECK(maps[1] == 1 && maps[0] != 1);
    CHECK(virDomainGetVcpus(dom, info, 2, NULL, 0) == 2);
    CHECK(info[0].number == 0 && info[1].number == 1);
}

static void parameters(virDomainPtr dom)
{
    virTypedParameterPtr params = NULL;
    virTypedParameter few[3];
    int count = 0;
    char *name;

    CHECK(virDomainGetPerfEvents(dom, &params, &count, 0) == 0);
    CHECK(count > 0);
    virTypedParamsFree(params, count);

    count = 0;
    CHECK(virDomainGetMemoryParameters(dom, NULL, &count, 0) == 0);
    CHECK(count == 3);
    CHECK(virDomainGetMemoryParameters(dom, few, &count, 0) == 0);
    CHECK(count == 3 && strcmp(few[0].field, VIR_DOMAIN_MEMORY_HARD_LIMIT) == 0);

    name = virDomainGetSchedulerType(dom, &count);
    CHECK(name != NULL && count > 0);
    free(name);
}

static void snapshots(virDomainPtr dom)
{
    virDomainSnapshotPtr *all = NULL;
    virDomainSnapshotPtr made = virDomainSnapshotCreateXML(dom, "<domainsnapshot><name>s</name></domainsnapshot>", 0);
    char *names[4];

    CHECK(made != NULL);
    CHECK(virDomainSnapshotGetDomain(made) == dom);
    CHECK(virDomainListAllSnapshots(dom, &all, 0) == 1);
    CHECK(all[1] == NULL && strcmp(virDomainSnapshotGetName(all[0]), "s") == 0);
    virDomainSnapshotFree(all[0]);
    free(all);
    CHECK(virDomainSnapshotListNames(dom, names, 4, 0) == 1);
    CHECK(strcmp(names[0], "s") == 0);
    free(names[0]);
    CHECK(virDomainSnapshotDelete(made, 0) == 0);
    CHECK(virDomainSnapshotFree(made) == 0);
}

static void disks(virDomainPtr dom)
{
    virDomainDiskError errors[2];
    virDomainBlockStatsStruct stats;
    virDomainBlockInfo info;

    CHECK(virDomainGetDiskErrors(dom, errors, 2, 0) == 1);
    CHECK(strcmp(errors[0].disk, "vda") == 0 && errors[0].error == VIR_DOMAIN_DISK_ERROR_UNSPEC);
    free(errors[0].disk);
    memset(&stats, 0, sizeof(stats));
    /* A program that knows only the first two counters. */
    CHECK(virDomainBlockStats(dom, "vda", &stats, 2 * sizeof(stats.errs)) == 0);
    CHECK(stats.rd_req != 0 && stats.rd_bytes != 0 && stats.wr_req == 0);
    CHECK(virDomainGetBlockInfo(dom, "vda", &info, 0) == 0);
    CHECK(info.capacity != 0);
}

int main(void)
{
    virConnectPtr conn = virConnectOpen("test:///default");
    virDomainPtr dom;

    CHECK(conn != NULL);
    dom = running(conn);
    statistics(conn, dom);
    guest(dom);
    processors(dom);
    parameters(dom);
    snapshots(dom);
    disks(dom);
    CHECK(virDomainFree(dom) == 0);
    CHECK(virConnectClose(conn) == 0);
    return check_report("results");
}
