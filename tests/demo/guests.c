/* Guests from C: list, define, start, snapshot, revert, stop. */

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <stdlib.h>

static const char guest_xml[] =
    "<domain type='test'>"
    "  <name>c-guest</name>"
    "  <memory unit='MiB'>64</memory>"
    "  <vcpu>1</vcpu>"
    "  <os><type>hvm</type></os>"
    "</domain>";

static void quiet(void *data, virErrorPtr error)
{
    (void)data;
    (void)error;
}

/* Ends the program when a call has failed. */
static void must(int good, const char *what)
{
    if (!good) {
        fprintf(stderr, "%s: %s\n", what, virGetLastErrorMessage());
        exit(1);
    }
}

static const char *state_of(virDomainPtr guest)
{
    int state, reason;

    must(virDomainGetState(guest, &state, &reason, 0) == 0, "virDomainGetState");
    switch (state) {
    case VIR_DOMAIN_RUNNING:
        return "running";
    case VIR_DOMAIN_PAUSED:
        return "paused";
    case VIR_DOMAIN_SHUTOFF:
        return "shut off";
    default:
        return "other";
    }
}

static void show(virConnectPtr conn, const char *what)
{
    virDomainPtr *guests;
    int count = virConnectListAllDomains(conn, &guests, 0);
    int i;

    must(count >= 0, "virConnectListAllDomains");
    printf("  %-28s ", what);
    for (i = 0; i < count; i++) {
        printf("%s%s (%s)", i ? ", " : "", virDomainGetName(guests[i]), state_of(guests[i]));
        virDomainFree(guests[i]);
    }
    printf("\n");
    free(guests);
}

int main(void)
{
    virConnectPtr conn = virConnectOpen("test:///default");
    virDomainSnapshotPtr snapshot;
    virDomainPtr guest;
    unsigned long version;
    char *uri;

    must(conn != NULL, "virConnectOpen");
    must((uri = virConnectGetURI(conn)) != NULL, "virConnectGetURI");
    must(virGetVersion(&version, NULL, NULL) == 0, "virGetVersion");
    printf("\nC, on %s, library %lu.%lu.%lu\n", uri, version / 1000000, version / 1000 % 1000, version % 1000);
    free(uri);
    show(conn, "at first");

    must((guest = virDomainDefineXML(conn, guest_xml)) != NULL, "virDomainDefineXML");
    show(conn, "defined c-guest");
    must(virDomainCreate(guest) == 0, "virDomainCreate");
    show(conn, "started it");

    snapshot = virDomainSnapshotCreateXML(guest, "<domainsnapshot><name>fresh</name></domainsnapshot>", 0);
    must(snapshot != NULL, "virDomainSnapshotCreateXML");
    must(virDomainSuspend(guest) == 0, "virDomainSuspend");
    show(conn, "snapshot 'fresh', paused");
    must(virDomainRevertToSnapshot(snapshot, 0) == 0, "virDomainRevertToSnapshot");
    show(conn, "reverted to the snapshot");

    must(virDomainDestroy(guest) == 0, "virDomainDestroy");
    show(conn, "stopped it");
    must(virDomainSnapshotDelete(snapshot, 0) == 0, "virDomainSnapshotDelete");
    virDomainSnapshotFree(snapshot);
    must(virDomainUndefine(guest) == 0, "virDomainUndefine");
    virDomainFree(guest);
    show(conn, "undefined it");

    virSetErrorFunc(NULL, quiet);
    must(virDomainLookupByName(conn, "nobody") == NULL, "virDomainLookupByName");
    printf("  %-28s %s\n", "looked for nobody", virGetLastErrorMessage());
    must(virConnectClose(conn) == 0, "virConnectClose");
    return 0;
}
