/* Empty values mean nothing and open nothing; names that could become paths or lines are refused or kept as they are. */

#define _GNU_SOURCE
#include "check.h"

static virConnectPtr conn;

static const struct {
    const char *what, *name;
    int domain_fits, volume_fits;
} names[] = {
    { "plain", "plain", 1, 1 }, { "with a dot", "a.b", 1, 1 }, { "with spaces", "a b", 1, 1 }, { "UTF-8", "gr\xc3\xbc\xc3\x9f", 1, 1 },
    { "empty", "", 0, 0 }, { "slash", "a/b", 0, 0 }, { "only a slash", "/", 0, 0 }, { "up", "../../etc/passwd", 0, 0 },
    { "newline", "a&#10;b", 0, -1 }, { "spaces only", "  ", -1, -1 }, { "dot", ".", -1, -1 }, { "dot dot", "..", -1, -1 },
    { "markup", "&lt;x&gt;&amp;&apos;&quot;", 1, 1 }, { "percent", "%s%n%d", 1, 1 },
};

static char *filled(const char *form, const char *name)
{
    char *made;
    const char *at = strchr(form, '@');

    if (asprintf(&made, "%.*s%s%s", (int)(at - form), form, name, at + 1) < 0)
        abort();
    return made;
}

static void verdict(const char *kind, const char *what, int wanted, int got)
{
    if (wanted < 0 || wanted == got) {
        check_passed++;
        return;
    }
    check_failed++;
    fprintf(stderr, "FAIL %s named %s: %s: %s\n", kind, what, got ? "taken" : "refused", virGetLastErrorMessage());
}

static void domain_name(const char *what, const char *name, int fits)
{
    char *xml = filled("<domain type='test'><name>@</name><memory>1024</memory><os><type>hvm</type></os></domain>", name);
    virDomainPtr dom = virDomainDefineXML(conn, xml);

    verdict("a domain", what, fits, dom != NULL);
    if (dom) {
        char *back = virDomainGetXMLDesc(dom, 0);
        virDomainPtr same = virDomainLookupByName(conn, virDomainGetName(dom));

        /* What it is called is what it is found by, and what it gives back can be given in again. */
        CHECK(same != NULL);
        CHECK(back != NULL);
        virDomainFree(same);
        same = virDomainDefineXML(conn, back);
        CHECK(same != NULL);
        virDomainFree(same);
        free(back);
        CHECK(virDomainUndefine(dom) == 0);
        virDomainFree(dom);
    }
    free(xml);
}

static void volume_name(virStoragePoolPtr pool, const char *what, const char *name, int fits)
{
    char *xml = filled("<volume><name>@</name><capacity>1</capacity></volume>", name);
    virStorageVolPtr vol = virStorageVolCreateXML(pool, xml, 0);

    verdict("a volume", what, fits, vol != NULL);
    if (vol) {
        char *path = virStorageVolGetPath(vol);

        CHECK(path && strncmp(path, "/default-pool/", 14) == 0);
        free(path);
        CHECK(virStorageVolDelete(vol, 0) == 0);
        virStorageVolFree(vol);
    }
    free(xml);
}

static void network_name(const char *what, const char *name)
{
    char *xml = filled("<network><name>@</name></network>", name);
    virNetworkPtr net = virNetworkDefineXML(conn, xml);

    verdict("a network", what, strchr(name, '/') || !*name ? 0 : -1, net != NULL);
    if (net) {
        CHECK(virNetworkUndefine(net) == 0);
        virNetworkFree(net);
    }
    free(xml);
}

static void long_names(void)
{
    static const size_t lengths[] = { 255, 4096, 1000000 };
    size_t i;

    for (i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
        char *name = malloc(lengths[i] + 1);

        memset(name, 'n', lengths[i]);
        name[lengths[i]] = 0;
        domain_name("long", name, -1);
        network_name("long", name);
        CHECK_FAILS(!virDomainLookupByName(conn, name), VIR_ERR_NO_DOMAIN, "Domain not found");
        CHECK_FAILS(!virNetworkLookupByName(conn, name), VIR_ERR_NO_NETWORK, "Network not found");
        free(name);
    }
}

static void not_utf8(void)
{
    /* A lookup takes any bytes; a document does not. */
    CHECK_FAILS(!virDomainLookupByName(conn, "\xff\xfe"), VIR_ERR_NO_DOMAIN, "Domain not found");
    CHECK_FAILS(!virDomainDefineXML(conn, "<domain type='test'><name>\xff</name><memory>1</memory><os><type>hvm</type></os></domain>"),
                VIR_ERR_XML_DETAIL, "");
}

static void empty(virDomainPtr dom)
{
    virStoragePoolPtr pool = virStoragePoolLookupByName(conn, "default-pool");

    CHECK_FAILS(!virDomainLookupByName(conn, ""), VIR_ERR_NO_DOMAIN, "Domain not found");
    CHECK_FAILS(!virNetworkLookupByName(conn, ""), VIR_ERR_NO_NETWORK, "Network not found");
    CHECK_FAILS(!virStoragePoolLookupByName(conn, ""), VIR_ERR_NO_STORAGE_POOL, "Storage pool not found");
    CHECK_FAILS(!virStorageVolLookupByName(pool, ""), VIR_ERR_NO_STORAGE_VOL, "Storage volume not found");
    CHECK_FAILS(!virStorageVolLookupByKey(conn, ""), VIR_ERR_NO_STORAGE_VOL, "");
    CHECK_FAILS(!virStorageVolLookupByPath(conn, ""), VIR_ERR_NO_STORAGE_VOL, "");
    CHECK_FAILS(!virInterfaceLookupByName(conn, ""), VIR_ERR_NO_INTERFACE, "");
    CHECK_FAILS(!virNodeDeviceLookupByName(conn, ""), VIR_ERR_NO_NODE_DEVICE, "");
    CHECK_FAILS(!virDomainSnapshotLookupByName(dom, "", 0), VIR_ERR_NO_DOMAIN_SNAPSHOT, "");
    CHECK_FAILS(!virDomainLookupByUUIDString(conn, ""), VIR_ERR_INVALID_ARG, "");
    CHECK_FAILS(!virDomainDefineXML(conn, ""), VIR_ERR_XML_DETAIL, "");
    CHECK_FAILS(virDomainRename(dom, "", 0) == -1, VIR_ERR_INVALID_ARG, "new_name in virDomainRename must not be empty");
    CHECK_FAILS(virDomainSave(dom, "") == -1, virGetLastErrorCode(), "");
    CHECK_FAILS(virDomainRestore(conn, "") == -1, virGetLastErrorCode(), "");
    CHECK(virDomainSetUserPassword(dom, "", "", 0) == 0 || virGetLastErrorCode() != VIR_ERR_OK);
    virStoragePoolFree(pool);
}

int main(void)
{
    virDomainPtr dom;
    virStoragePoolPtr pool;
    size_t i;

    CHECK(virInitialize() == 0);
    virSetErrorFunc(NULL, check_quiet);
    conn = check_open();
    dom = virDomainLookupByName(conn, "test");
    pool = virStoragePoolLookupByName(conn, "default-pool");
    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        domain_name(names[i].what, names[i].name, names[i].domain_fits);
        volume_name(pool, names[i].what, names[i].name, check_reference() ? -1 : names[i].volume_fits);
        network_name(names[i].what, names[i].name);
    }
    long_names();
    not_utf8();
    empty(dom);
    virStoragePoolFree(pool);
    virDomainFree(dom);
    CHECK(virConnectClose(conn) == 0);
    return check_report("values");
}
