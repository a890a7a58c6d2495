/* Administration without a daemon: which socket a URI means, what is wrong with one, and handles that are none. */

#include <libvirt/libvirt-admin.h>

#include "check.h"

static void open_fails(const char *uri, int code, const char *text)
{
    virAdmConnectPtr conn;

    virResetLastError();
    conn = virAdmConnectOpen(uri, 0);
    CHECK(conn == NULL);
    CHECK(virGetLastErrorCode() == code);
    CHECK_TEXT(virGetLastErrorMessage(), text);
}

static void uris(void)
{
    const int unsupported = VIR_ERR_CONFIG_UNSUPPORTED;

    open_fails("libvirtd:///system?socket=/nonexistent/a", VIR_ERR_SYSTEM_ERROR,
               "Failed to connect socket to '/nonexistent/a': No such file or directory");
    open_fails("bogus:///x?socket=/nonexistent/b", VIR_ERR_SYSTEM_ERROR,
               "Failed to connect socket to '/nonexistent/b': No such file or directory");
    open_fails("libvirtd:///system?socket=/dev/null", VIR_ERR_SYSTEM_ERROR,
               "Failed to connect socket to '/dev/null': Connection refused");
    open_fails("", unsupported, "unsupported configuration: No URI scheme specified");
    open_fails("foo", unsupported, "unsupported configuration: No URI scheme specified");
    open_fails("qemu:///system", unsupported, "unsupported configuration: Unsupported URI scheme 'qemu'");
    open_fails("libvirtd+unix:///system", unsupported, "unsupported configuration: Unsupported URI scheme 'libvirtd+unix'");
    open_fails("libvirtd:///", unsupported, "unsupported configuration: Invalid URI path '/', try '/system'");
    open_fails("virtqemud:///foo", unsupported, "unsupported configuration: Invalid URI path '/foo', try '/system'");
    open_fails("libvirtd:///system?x=1", unsupported, "unsupported configuration: Unknown URI parameter 'x'");
    open_fails("a b", VIR_ERR_INTERNAL_ERROR, "internal error: Unable to parse URI a b");
}

static void defaults(void)
{
    setenv("LIBVIRT_ADMIN_DEFAULT_URI", "virtfood:///system?socket=/nonexistent/c", 1);
    open_fails(NULL, VIR_ERR_SYSTEM_ERROR, "Failed to connect socket to '/nonexistent/c': No such file or directory");
    setenv("LIBVIRT_ADMIN_DEFAULT_URI", "virtfood:///elsewhere", 1);
    open_fails(NULL, VIR_ERR_CONFIG_UNSUPPORTED, "unsupported configuration: Invalid URI path '/elsewhere', try '/system'");
}

static void no_handles(void)
{
    virTypedParameterPtr params = NULL;
    int nparams = 0;

    CHECK(virAdmConnectClose(NULL) == 0);
    CHECK(virAdmServerFree(NULL) == 0);
    CHECK(virAdmClientFree(NULL) == 0);
    CHECK(virAdmConnectIsAlive(NULL) == 0);
    CHECK(virGetLastError() == NULL);
    CHECK_FAILS(virAdmConnectRef(NULL) == -1, VIR_ERR_INVALID_CONN, "invalid connection pointer in virAdmConnectRef");
    CHECK(virGetLastErrorDomain() == VIR_FROM_ADMIN);
    CHECK_FAILS(virAdmConnectGetURI(NULL) == NULL, VIR_ERR_INVALID_CONN, "virAdmConnectGetURI");
    CHECK_FAILS(virAdmConnectListServers(NULL, NULL, 0) == -1, VIR_ERR_INVALID_CONN, "virAdmConnectListServers");
    CHECK_FAILS(virAdmServerGetName(NULL) == NULL, VIR_ERR_INVALID_CONN, "virAdmServerGetName");
    CHECK_FAILS(virAdmServerGetClientLimits(NULL, &params, &nparams, 0) == -1, VIR_ERR_INVALID_CONN, "virAdmServerGetClientLimits");
    CHECK_FAILS(virAdmClientGetID(NULL) == (unsigned long long)-1, VIR_ERR_INVALID_CONN, "virAdmClientGetID");
    CHECK_FAILS(virAdmClientGetTimestamp(NULL) == -1, VIR_ERR_INVALID_CONN, "virAdmClientGetTimestamp");
    CHECK_FAILS(virAdmClientClose(NULL, 0) == -1, VIR_ERR_INVALID_CONN, "virAdmClientClose");
}

static void version(void)
{
    unsigned long long number = 0;

    CHECK(virAdmGetVersion(&number) == 0);
    CHECK(number >= 9000000);
    CHECK_FAILS(virAdmGetVersion(NULL) == -1, VIR_ERR_INTERNAL_ERROR, "An error occurred, but the cause is unknown");
}

int main(void)
{
    CHECK(virInitialize() == 0);
    CHECK(virAdmInitialize() == 0);
    virSetErrorFunc(NULL, check_quiet);
    uris();
    defaults();
    no_handles();
    version();
    return check_report("admin");
}
