/* The error functions: last error, copies, save and set, handlers per process and per connection, the default text. */

#include <pthread.h>
#include <unistd.h>

#include "check.h"

static int handled;
static int handled_code;
static void *handled_data;

static void handler(void *data, virErrorPtr error)
{
    handled++;
    handled_code = error->code;
    handled_data = data;
}

static int conn_handled;

static void conn_handler(void *data, virErrorPtr error)
{
    (void)error;
    conn_handled += *(int *)data;
}

/* What `work` writes to standard error. */
static char *stderr_of(void (*work)(void))
{
    static char text[4096];
    int ends[2], old = dup(2);
    ssize_t got;

    fflush(stderr);
    if (old < 0 || pipe(ends) < 0 || dup2(ends[1], 2) < 0)
        abort();
    close(ends[1]);
    work();
    fflush(stderr);
    dup2(old, 2);
    close(old);
    got = read(ends[0], text, sizeof(text) - 1);
    close(ends[0]);
    text[got > 0 ? got : 0] = 0;
    return text;
}

static virConnectPtr shown_conn;

static void fail_lookup(void)
{
    virDomainLookupByName(shown_conn, "nosuch");
}

static void fail_null(void)
{
    virDomainGetName(NULL);
}

static virError made;

static void print_made(void)
{
    virDefaultErrorFunc(&made);
}

static void *other_thread(void *seen)
{
    /* An error of one thread is nobody else's. */
    *(int *)seen = virGetLastErrorCode();
    virDomainGetName(NULL);
    return NULL;
}

static void last_error(virConnectPtr conn)
{
    virError copy;
    virErrorPtr last, saved;

    virResetLastError();
    CHECK(virGetLastError() == NULL);
    CHECK(virGetLastErrorCode() == VIR_ERR_OK);
    CHECK(virGetLastErrorDomain() == VIR_FROM_NONE);
    CHECK_TEXT(virGetLastErrorMessage(), "no error");
    memset(&copy, 0xff, sizeof(copy));
    CHECK(virCopyLastError(&copy) == 0);
    CHECK(copy.code == VIR_ERR_OK && copy.message == NULL);
    CHECK(virCopyLastError(NULL) == -1);
    saved = virSaveLastError();
    CHECK(saved && saved->code == VIR_ERR_OK);
    virFreeError(saved);

    CHECK(virDomainLookupByName(conn, "nosuch") == NULL);
    last = virGetLastError();
    CHECK(last && last->code == VIR_ERR_NO_DOMAIN && last->domain == VIR_FROM_TEST && last->level == VIR_ERR_ERROR);
    CHECK_TEXT(last ? last->message : NULL, "Domain not found");
    CHECK(virGetLastErrorCode() == VIR_ERR_NO_DOMAIN && virGetLastErrorDomain() == VIR_FROM_TEST);
    CHECK(virCopyLastError(&copy) == VIR_ERR_NO_DOMAIN);
    CHECK_TEXT(copy.message, "Domain not found");
    CHECK(last && copy.message != last->message);

    saved = virSaveLastError();
    CHECK(virConnectGetType(conn) != NULL);
    CHECK(virGetLastError() == NULL);
    CHECK(saved && saved->code == VIR_ERR_NO_DOMAIN);
    CHECK_TEXT(saved ? saved->message : NULL, "Domain not found");
    virFreeError(saved);

    virResetError(&copy);
    CHECK(copy.code == VIR_ERR_OK && copy.message == NULL && copy.str1 == NULL);
    virResetError(NULL);
    virFreeError(NULL);

    /* A success clears, a query of the error does not. */
    virDomainGetName(NULL);
    CHECK(virGetLastErrorCode() == VIR_ERR_INVALID_DOMAIN);
    CHECK(virGetLastErrorCode() == VIR_ERR_INVALID_DOMAIN);
    virConnectGetType(conn);
    CHECK(virGetLastErrorCode() == VIR_ERR_OK);
}

static void of_connection(virConnectPtr conn)
{
    virError copy;
    virErrorPtr last;

    virDomainLookupByName(conn, "nosuch");
    last = virConnGetLastError(conn);
    CHECK(last && last->code == VIR_ERR_NO_DOMAIN);
    CHECK(virConnCopyLastError(conn, &copy) == VIR_ERR_NO_DOMAIN);
    CHECK_TEXT(copy.message, "Domain not found");
    virResetError(&copy);
    virConnResetLastError(conn);
    CHECK(virConnCopyLastError(conn, &copy) == VIR_ERR_OK);
    CHECK(virConnGetLastError(NULL) == NULL);
    CHECK(virConnCopyLastError(NULL, &copy) == -1);
    virConnResetLastError(NULL);
}

static void handlers(virConnectPtr conn)
{
    int weight = 3, mark;

    virSetErrorFunc(&mark, handler);
    handled = 0;
    virDomainLookupByName(conn, "nosuch");
    CHECK(handled == 1 && handled_code == VIR_ERR_NO_DOMAIN && handled_data == &mark);
    virDomainGetName(NULL);
    CHECK(handled == 2 && handled_code == VIR_ERR_INVALID_DOMAIN);
    virConnectGetType(conn);
    CHECK(handled == 2);

    virConnSetErrorFunc(conn, &weight, conn_handler);
    virDomainLookupByName(conn, "nosuch");
    CHECK(conn_handled == 3 && handled == 2);
    virConnSetErrorFunc(conn, NULL, NULL);
    virDomainLookupByName(conn, "nosuch");
    CHECK(conn_handled == 3 && handled == 3);
    virConnSetErrorFunc(NULL, NULL, conn_handler);
}

static void default_text(virConnectPtr conn)
{
    shown_conn = conn;
    virSetErrorFunc(NULL, NULL);
    CHECK_TEXT(stderr_of(fail_lookup), "libvirt: Test Driver error : Domain not found\n");
    CHECK_TEXT(stderr_of(fail_null), "libvirt: Domain error : invalid domain pointer in virDomainGetName\n");

    memset(&made, 0, sizeof(made));
    CHECK_TEXT(stderr_of(print_made), "");
    made.code = VIR_ERR_INTERNAL_ERROR;
    made.level = VIR_ERR_ERROR;
    made.message = (char *)"words";
    CHECK_TEXT(stderr_of(print_made), "libvirt:  error : words\n");
    made.level = VIR_ERR_WARNING;
    made.domain = VIR_FROM_QEMU;
    CHECK_TEXT(stderr_of(print_made), "libvirt: QEMU Driver warning : words\n");
    made.level = VIR_ERR_NONE;
    CHECK_TEXT(stderr_of(print_made), "libvirt: QEMU Driver  : words\n");
    virSetErrorFunc(NULL, check_quiet);
}

int main(void)
{
    virConnectPtr conn;
    pthread_t thread;
    int seen = -1;

    CHECK(virInitialize() == 0);
    virSetErrorFunc(NULL, check_quiet);
    conn = check_open();
    last_error(conn);
    of_connection(conn);
    handlers(conn);
    default_text(conn);

    virDomainLookupByName(conn, "nosuch");
    CHECK(pthread_create(&thread, NULL, other_thread, &seen) == 0);
    CHECK(pthread_join(thread, NULL) == 0);
    CHECK(seen == VIR_ERR_OK);
    CHECK(virGetLastErrorCode() == VIR_ERR_NO_DOMAIN);

    CHECK(virConnectClose(conn) == 0);
    return check_report("errors");
}
