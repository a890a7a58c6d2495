/* A child of fork() in a threaded parent uses the library, whatever the parent's threads were doing. */

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

static virConnectPtr conn;
static int stop;

static void *work(void *opaque)
{
    virDomainPtr dom = virDomainLookupByName(conn, "test");

    (void)opaque;
    while (!__atomic_load_n(&stop, __ATOMIC_RELAXED)) {
        virDomainSuspend(dom);
        virDomainResume(dom);
        free(virDomainGetXMLDesc(dom, 0));
        virDomainLookupByName(conn, "nosuch");
        virEventRemoveTimeout(virEventAddTimeout(1000, NULL, NULL, NULL));
    }
    virDomainFree(dom);
    return NULL;
}

/* What the child does: a new connection of its own, and the event loop. */
static int child(void)
{
    virConnectPtr own;
    virDomainPtr dom;

    alarm(20);
    if (virInitialize() < 0)
        return 10;
    own = virConnectOpen("test:///default");
    if (!own)
        return 11;
    dom = virDomainLookupByName(own, "test");
    if (!dom)
        return 12;
    if (virDomainLookupByName(own, "nosuch") || virGetLastErrorCode() != VIR_ERR_NO_DOMAIN)
        return 13;
    if (virDomainSetAutostart(dom, 1) < 0)
        return 14;
    virDomainFree(dom);
    return 0;
}

int main(void)
{
    pthread_t threads[4];
    int i, status, times = getenv("VIRT_LONG") ? 200 : 40;

    if (check_reference()) {
        /* A child of it waits for ever for a lock that a thread of its parent held. */
        printf("forking: skipped: the reference does not survive this\n");
        return 0;
    }
    CHECK(virInitialize() == 0);
    virSetErrorFunc(NULL, check_quiet);
    CHECK(virEventRegisterDefaultImpl() == 0);
    conn = check_open();
    for (i = 0; i < 4; i++)
        CHECK(pthread_create(&threads[i], NULL, work, NULL) == 0);
    for (i = 0; i < times; i++) {
        pid_t pid;

        usleep(1000);
        pid = fork();
        if (pid == 0)
            _exit(child());
        CHECK(pid > 0 && waitpid(pid, &status, 0) == pid);
        if (!WIFEXITED(status) || WEXITSTATUS(status))
            fprintf(stderr, "child %d: status %#x\n", i, status);
        CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    __atomic_store_n(&stop, 1, __ATOMIC_RELAXED);
    for (i = 0; i < 4; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    CHECK(virConnectClose(conn) == 0);
    return check_report("forking");
}
