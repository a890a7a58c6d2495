/* Documents made to hurt, at every place that takes one: each gets an answer in little time and memory. */

#define _GNU_SOURCE
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "check.h"

static virConnectPtr conn;
static virDomainPtr dom;
static virNetworkPtr net;
static virStoragePoolPtr pool;
static virStorageVolPtr vol;

/* Each answers whether the document was refused, and undoes what it made. */
static int define_domain(const char *xml)
{
    virDomainPtr made = virDomainDefineXML(conn, xml);

    if (!made)
        return 1;
    virDomainUndefine(made);
    virDomainFree(made);
    return 0;
}

static int create_domain(const char *xml)
{
    virDomainPtr made = virDomainCreateXML(conn, xml, 0);

    if (!made)
        return 1;
    virDomainDestroy(made);
    virDomainFree(made);
    return 0;
}

static int define_network(const char *xml)
{
    virNetworkPtr made = virNetworkDefineXML(conn, xml);

    if (!made)
        return 1;
    virNetworkUndefine(made);
    virNetworkFree(made);
    return 0;
}

static int create_network(const char *xml)
{
    virNetworkPtr made = virNetworkCreateXML(conn, xml);

    if (!made)
        return 1;
    virNetworkDestroy(made);
    virNetworkFree(made);
    return 0;
}

static int define_pool(const char *xml)
{
    virStoragePoolPtr made = virStoragePoolDefineXML(conn, xml, 0);

    if (!made)
        return 1;
    virStoragePoolUndefine(made);
    virStoragePoolFree(made);
    return 0;
}

static int create_pool(const char *xml)
{
    virStoragePoolPtr made = virStoragePoolCreateXML(conn, xml, 0);

    if (!made)
        return 1;
    virStoragePoolDestroy(made);
    virStoragePoolFree(made);
    return 0;
}

static int create_volume(const char *xml)
{
    virStorageVolPtr made = virStorageVolCreateXML(pool, xml, 0);

    if (!made)
        return 1;
    virStorageVolDelete(made, 0);
    virStorageVolFree(made);
    return 0;
}

static int clone_volume(const char *xml)
{
    virStorageVolPtr made = virStorageVolCreateXMLFrom(pool, xml, vol, 0);

    if (!made)
        return 1;
    virStorageVolDelete(made, 0);
    virStorageVolFree(made);
    return 0;
}

static int define_interface(const char *xml)
{
    virInterfacePtr made = virInterfaceDefineXML(conn, xml, 0);

    if (!made)
        return 1;
    virInterfaceUndefine(made);
    virInterfaceFree(made);
    return 0;
}

static int create_device(const char *xml)
{
    virNodeDevicePtr made = virNodeDeviceCreateXML(conn, xml, 0);

    if (!made)
        return 1;
    virNodeDeviceDestroy(made);
    virNodeDeviceFree(made);
    return 0;
}

static int create_snapshot(const char *xml)
{
    virDomainSnapshotPtr made = virDomainSnapshotCreateXML(dom, xml, 0);

    if (!made)
        return 1;
    virDomainSnapshotDelete(made, 0);
    virDomainSnapshotFree(made);
    return 0;
}

static int create_checkpoint(const char *xml)
{
    virDomainCheckpointPtr made = virDomainCheckpointCreateXML(dom, xml, 0);

    if (!made)
        return 1;
    virDomainCheckpointDelete(made, 0);
    virDomainCheckpointFree(made);
    return 0;
}

static int define_secret(const char *xml)
{
    virSecretPtr made = virSecretDefineXML(conn, xml, 0);

    if (!made)
        return 1;
    virSecretUndefine(made);
    virSecretFree(made);
    return 0;
}

static int define_filter(const char *xml)
{
    virNWFilterPtr made = virNWFilterDefineXML(conn, xml);

    if (!made)
        return 1;
    virNWFilterUndefine(made);
    virNWFilterFree(made);
    return 0;
}

static int create_binding(const char *xml)
{
    virNWFilterBindingPtr made = virNWFilterBindingCreateXML(conn, xml, 0);

    if (!made)
        return 1;
    virNWFilterBindingDelete(made);
    virNWFilterBindingFree(made);
    return 0;
}

static int create_port(const char *xml)
{
    virNetworkPortPtr made = virNetworkPortCreateXML(net, xml, 0);

    if (!made)
        return 1;
    virNetworkPortDelete(made, 0);
    virNetworkPortFree(made);
    return 0;
}

static int update_network(const char *xml)
{
    return virNetworkUpdate(net, VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_DNS_TXT, -1, xml, 0) < 0;
}

static int attach(const char *xml) { return virDomainAttachDevice(dom, xml) < 0; }
static int detach(const char *xml) { return virDomainDetachDevice(dom, xml) < 0; }
static int update_device(const char *xml) { return virDomainUpdateDeviceFlags(dom, xml, 0) < 0; }
static int set_metadata(const char *xml)
{
    return virDomainSetMetadata(dom, VIR_DOMAIN_METADATA_ELEMENT, xml, "k", "urn:k", 0) < 0;
}

static int compare_cpu(const char *xml) { return virConnectCompareCPU(conn, xml, 0) < 0; }
static int baseline_cpu(const char *xml)
{
    char *made = virConnectBaselineCPU(conn, &xml, 1, 0);

    free(made);
    return made == NULL;
}

static int find_sources(const char *xml)
{
    char *found = virConnectFindStoragePoolSources(conn, "netfs", xml, 0);

    free(found);
    return found == NULL;
}

static int open_node(const char *xml)
{
    char path[] = "/tmp/virt-hostile-XXXXXX", uri[64];
    int fd = mkstemp(path);
    size_t length = strlen(xml);
    virConnectPtr made;

    if (fd < 0 || write(fd, xml, length) != (ssize_t)length || close(fd))
        abort();
    snprintf(uri, sizeof(uri), "test://%s", path);
    made = virConnectOpen(uri);
    unlink(path);
    if (made)
        virConnectClose(made);
    return made == NULL;
}

static const struct {
    const char *name, *root, *inside;
    int (*give)(const char *);
} doors[] = {
    { "virDomainDefineXML", "domain type='test'", "<memory>1024</memory><os><type>hvm</type></os>", define_domain },
    { "virDomainCreateXML", "domain type='test'", "<memory>1024</memory><os><type>hvm</type></os>", create_domain },
    { "virNetworkDefineXML", "network", "", define_network },
    { "virNetworkCreateXML", "network", "", create_network },
    { "virStoragePoolDefineXML", "pool type='dir'", "<target><path>/h</path></target>", define_pool },
    { "virStoragePoolCreateXML", "pool type='dir'", "<target><path>/h</path></target>", create_pool },
    { "virStorageVolCreateXML", "volume", "<capacity>1</capacity>", create_volume },
    { "virStorageVolCreateXMLFrom", "volume", "<capacity>1</capacity>", clone_volume },
    { "virInterfaceDefineXML", "interface type='ethernet' name='h'", "", define_interface },
    { "virNodeDeviceCreateXML", "device", "", create_device },
    { "virDomainSnapshotCreateXML", "domainsnapshot", "", create_snapshot },
    { "virDomainCheckpointCreateXML", "domaincheckpoint", "", create_checkpoint },
    { "virSecretDefineXML", "secret", "", define_secret },
    { "virNWFilterDefineXML", "filter name='h'", "", define_filter },
    { "virNWFilterBindingCreateXML", "filterbinding", "", create_binding },
    { "virNetworkPortCreateXML", "networkport", "", create_port },
    { "virNetworkUpdate", "txt", "", update_network },
    { "virDomainAttachDevice", "disk", "", attach },
    { "virDomainDetachDevice", "disk", "", detach },
    { "virDomainUpdateDeviceFlags", "disk", "", update_device },
    { "virDomainSetMetadata", "m", "", set_metadata },
    { "virConnectCompareCPU", "cpu", "", compare_cpu },
    { "virConnectBaselineCPU", "cpu", "<arch>x86_64</arch><model>Haswell</model>", baseline_cpu },
    { "virConnectFindStoragePoolSources", "source", "<host name='h'/>", find_sources },
    { "virConnectOpen", "node", "", open_node },
};

/* A name element with `text` in it, inside the document that a door takes. */
static char *document(int door, const char *prolog, const char *text)
{
    const char *root = doors[door].root, *space = strchr(root, ' ');
    int tag = space ? (int)(space - root) : (int)strlen(root);
    char *made;

    if (asprintf(&made, "%s<%s><name>%s</name>%s</%.*s>", prolog, root, text, doors[door].inside, tag, root) < 0)
        abort();
    return made;
}

static char *repeated(const char *piece, size_t times)
{
    size_t length = strlen(piece), i;
    char *made = malloc(length * times + 1);

    for (i = 0; i < times; i++)
        memcpy(made + i * length, piece, length);
    made[length * times] = 0;
    return made;
}

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

static long megabytes(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

enum verdict { REFUSED, ANY };

/* Gives the document in; `limit` seconds are what an answer may take. */
static void give(int door, const char *what, const char *xml, enum verdict verdict)
{
    double start = seconds(), took;
    int refused;

    virResetLastError();
    refused = doors[door].give(xml);
    took = seconds() - start;
    if ((verdict == REFUSED && !refused) || took > 10 || (refused && virGetLastErrorCode() == VIR_ERR_OK)) {
        check_failed++;
        fprintf(stderr, "FAIL %s, %s: %s after %.2f s: %.200s\n", doors[door].name, what, refused ? "refused" : "taken", took, virGetLastErrorMessage());
    } else {
        check_passed++;
    }
}

int main(void)
{
    static const char laughs[] =
        "<!DOCTYPE d [<!ENTITY a 'hahahahahahahahahahahahahahahaha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
        "<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>]>";
    static const char outside[] = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
    static const char loop[] = "<!DOCTYPE d [<!ENTITY x '&y;'><!ENTITY y '&x;'>]>";
    int quick = getenv("VIRT_LONG") == NULL;
    size_t many = quick ? 10000 : 1000000, deep = quick ? 20000 : 200000, i;
    char *attributes, *open_tags, *text, *children;
    long before;

    CHECK(virInitialize() == 0);
    virSetErrorFunc(NULL, check_quiet);
    conn = check_open();
    dom = virDomainLookupByName(conn, "test");
    net = virNetworkLookupByName(conn, "default");
    pool = virStoragePoolLookupByName(conn, "default-pool");
    vol = virStorageVolCreateXML(pool, "<volume><name>source</name><capacity>1</capacity></volume>", 0);

    attributes = malloc(many * 16 + 64);
    char *end = attributes + sprintf(attributes, "<x");
    for (i = 0; i < many; i++)
        end += sprintf(end, " a%zu='1'", i);
    strcpy(end, "/>");
    open_tags = repeated("<x>", deep);
    text = repeated("t", quick ? 1000000 : 20000000);
    children = repeated("<x/>", many);
    before = megabytes();

    for (i = 0; i < sizeof(doors) / sizeof(doors[0]); i++) {
        char *xml;

        give(i, "a billion laughs", xml = document(i, laughs, "&h;"), REFUSED);
        free(xml);
        give(i, "an entity that names itself", xml = document(i, loop, "&x;"), REFUSED);
        free(xml);
        /* An entity from a file is not read: at best an unknown name, at worst nothing. */
        give(i, "an entity from a file", xml = document(i, outside, "&x;"), ANY);
        CHECK(strstr(virGetLastErrorMessage(), "root:") == NULL);
        free(xml);
        give(i, "very deep", xml = document(i, "", open_tags), REFUSED);
        free(xml);
        give(i, "unclosed", open_tags, REFUSED);
        give(i, "many attributes", xml = document(i, "", attributes), ANY);
        free(xml);
        give(i, "many children", xml = document(i, "", children), ANY);
        free(xml);
        give(i, "much text", xml = document(i, "", text), ANY);
        free(xml);
        give(i, "nothing", "", i == 23 ? ANY : REFUSED);
        give(i, "not XML", "\x01\x02", REFUSED);
        give(i, "not UTF-8", xml = document(i, "", "\xff\xfe"), REFUSED);
        free(xml);
        give(i, "a null character", xml = document(i, "", "&#0;"), REFUSED);
        free(xml);
        give(i, "half an element", "<domain", REFUSED);
        give(i, "an undeclared entity", xml = document(i, "", "&nosuch;"), REFUSED);
        free(xml);
        give(i, "an attribute twice", xml = document(i, "", "<x a='1' a='2'/>"), REFUSED);
        free(xml);
        give(i, "two roots", "<a/><b/>", REFUSED);
    }
    CHECK(megabytes() - before < 2000);
    CHECK(virConnectIsAlive(conn) == 1);
    return check_report("hostile");
}
