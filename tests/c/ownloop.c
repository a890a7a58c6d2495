/* An application's own event loop: the six functions are called, and deliver events when it runs them. */

#include "check.h"

struct timer {
    int id, timeout;
    virEventTimeoutCallback run;
    void *opaque;
    virFreeCallback drop;
};

static struct timer timers[16];
static int handles_added, timers_added, timers_removed, next_id = 100;

static int add_handle(int fd, int event, virEventHandleCallback run, void *opaque, virFreeCallback drop)
{
    (void)fd;
    (void)event;
    (void)run;
    (void)opaque;
    (void)drop;
    handles_added++;
    return next_id++;
}

static void update_handle(int watch, int event)
{
    (void)watch;
    (void)event;
}

static int remove_handle(int watch)
{
    (void)watch;
    return 0;
}

static int add_timeout(int timeout, virEventTimeoutCallback run, void *opaque, virFreeCallback drop)
{
    int i;

    for (i = 0; i < 16; i++) {
        if (!timers[i].run) {
            struct timer made = { next_id++, timeout, run, opaque, drop };
            timers[i] = made;
            timers_added++;
            return made.id;
        }
    }
    return -1;
}

static void update_timeout(int id, int timeout)
{
    int i;

    for (i = 0; i < 16; i++)
        if (timers[i].id == id)
            timers[i].timeout = timeout;
}

static int remove_timeout(int id)
{
    int i;

    for (i = 0; i < 16; i++) {
        if (timers[i].run && timers[i].id == id) {
            struct timer old = timers[i];
            memset(&timers[i], 0, sizeof(timers[i]));
            timers_removed++;
            if (old.drop)
                old.drop(old.opaque);
            return 0;
        }
    }
    return -1;
}

static int run_timers(void)
{
    int i, ran = 0;

    for (i = 0; i < 16; i++) {
        if (timers[i].run && timers[i].timeout == 0) {
            timers[i].run(timers[i].id, timers[i].opaque);
            ran++;
        }
    }
    return ran;
}

static char seen[256];
static int freed;

static int on_event(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    char one[64];

    (void)conn;
    (void)opaque;
    snprintf(one, sizeof(one), "%s %d %d;", virDomainGetName(dom), event, detail);
    strcat(seen, one);
    return 0;
}

static void on_free(void *opaque)
{
    (void)opaque;
    freed++;
}

int main(void)
{
    virConnectPtr conn;
    virDomainPtr dom;
    int id;

    virSetErrorFunc(NULL, check_quiet);
    virEventRegisterImpl(add_handle, update_handle, remove_handle, add_timeout, update_timeout, remove_timeout);
    conn = check_open();
    dom = virDomainLookupByName(conn, "test");
    id = virConnectDomainEventRegisterAny(conn, dom, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_event), NULL, on_free);
    CHECK(id >= 0);
    CHECK(timers_added >= 1);
    CHECK(virDomainSuspend(dom) == 0);
    /* Nothing is delivered from inside the call. */
    CHECK_TEXT(seen, "");
    CHECK(run_timers() >= 1);
    CHECK_TEXT(seen, "test 3 0;");
    CHECK(virDomainResume(dom) == 0);
    CHECK(virDomainDestroy(dom) == 0);
    run_timers();
    CHECK_TEXT(seen, "test 3 0;test 4 0;test 5 1;");
    CHECK(virConnectDomainEventDeregisterAny(conn, id) == 0);
    run_timers();
    CHECK(freed == 1);
    CHECK(virDomainCreate(dom) == 0);
    run_timers();
    CHECK_TEXT(seen, "test 3 0;test 4 0;test 5 1;");

    /* Through the public functions the application's own loop is what runs. */
    CHECK(virEventAddTimeout(5, NULL, NULL, NULL) >= 0 || check_reference());
    virDomainFree(dom);
    CHECK(virConnectClose(conn) == 0);
    CHECK(timers_removed >= 1);
    (void)handles_added;
    return check_report("ownloop");
}
