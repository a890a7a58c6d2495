/* What the C programs share: checks that count, and the last error as a check. */

#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

static int check_passed, check_failed;

#define CHECK(condition) \
    do { \
        if (condition) { \
            check_passed++; \
        } else { \
            check_failed++; \
            fprintf(stderr, "FAIL %s:%d: %s (last error: %s)\n", __FILE__, __LINE__, #condition, virGetLastErrorMessage()); \
        } \
    } while (0)

/* A call that must fail with this code, and with this text in its message. */
#define CHECK_FAILS(call_fails, wanted_code, wanted_text) \
    do { \
        virResetLastError(); \
        if ((call_fails) && virGetLastErrorCode() == (wanted_code) && strstr(virGetLastErrorMessage(), (wanted_text))) { \
            check_passed++; \
        } else { \
            check_failed++; \
            fprintf(stderr, "FAIL %s:%d: %s: error %d: %s\n", __FILE__, __LINE__, #call_fails, virGetLastErrorCode(), \
                    virGetLastErrorMessage()); \
        } \
    } while (0)

#define CHECK_TEXT(have, want) \
    do { \
        const char *have_ = (have), *want_ = (want); \
        if (have_ && !strcmp(have_, want_)) { \
            check_passed++; \
        } else { \
            check_failed++; \
            fprintf(stderr, "FAIL %s:%d: %s is \"%s\", not \"%s\"\n", __FILE__, __LINE__, #have, have_ ? have_ : "(null)", want_); \
        } \
    } while (0)

__attribute__((unused)) static void check_quiet(void *data, virErrorPtr error)
{
    (void)data;
    (void)error;
}

/* Whether the library under test is the one that the checks were first written against. */
__attribute__((unused)) static int check_reference(void)
{
    return getenv("VIRT_REFERENCE") != NULL;
}

__attribute__((unused)) static virConnectPtr check_open(void)
{
    virConnectPtr conn = virConnectOpen("test:///default");

    if (!conn) {
        fprintf(stderr, "FAIL: test:///default does not open: %s\n", virGetLastErrorMessage());
        exit(1);
    }
    return conn;
}

/* Prints the result line; the program's exit status. */
static int check_report(const char *name)
{
    printf("%s: %d passed, %d failed\n", name, check_passed, check_failed);
    return check_failed || !check_passed;
}

#endif
