/* The event loop: the built-in one, used from several threads, and an application's own. */

#include <pthread.h>
#include <time.h>
#include <unistd.h>

#include "check.h"

static int fired, freed, ticks, timer_freed;

static void on_ready(int watch, int fd, int events, void *opaque)
{
    char byte;

    (void)watch;
    fired++;
    *(int *)opaque = events;
    if (events & VIR_EVENT_HANDLE_READABLE)
        CHECK(read(fd, &byte, 1) == 1);
}

static void on_free(void *opaque)
{
    (void)opaque;
    freed++;
}

static void on_tick(int timer, void *opaque)
{
    (void)timer;
    (void)opaque;
    ticks++;
}

static void on_timer_free(void *opaque)
{
    (void)opaque;
    timer_freed++;
}

static long now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Runs the loop until it is idle: a timer of its own keeps each turn short. */
static void drain(int turns)
{
    int timer = virEventAddTimeout(2, on_tick, NULL, NULL);
    int before = ticks;

    while (turns-- > 0)
        virEventRunDefaultImpl();
    virEventUpdateTimeout(timer, 2);
    virEventRunDefaultImpl();
    virEventRemoveTimeout(timer);
    ticks = before;
}

static void handles(void)
{
    int ends[2], seen = 0, watch, timer;

    CHECK(pipe(ends) == 0);
    watch = virEventAddHandle(ends[0], VIR_EVENT_HANDLE_READABLE, on_ready, &seen, on_free);
    CHECK(watch > 0);
    drain(2);
    CHECK(fired == 0);
    CHECK(write(ends[1], "x", 1) == 1);
    CHECK(virEventRunDefaultImpl() == 0);
    CHECK(fired == 1 && seen == VIR_EVENT_HANDLE_READABLE);

    /* No events wanted: nothing is told. */
    virEventUpdateHandle(watch, 0);
    CHECK(write(ends[1], "x", 1) == 1);
    drain(2);
    CHECK(fired == 1);
    virEventUpdateHandle(watch, VIR_EVENT_HANDLE_READABLE);
    drain(2);
    CHECK(fired == 2);
    CHECK(virEventRemoveHandle(watch) == 0);
    CHECK(virEventRemoveHandle(watch) == -1);
    drain(2);
    CHECK(freed == 1);
    CHECK(virEventRemoveHandle(9999) == -1);
    CHECK(virEventRemoveHandle(-1) == -1);

    /* The other end closed is a hang-up, whether asked for or not. */
    watch = virEventAddHandle(ends[0], VIR_EVENT_HANDLE_HANGUP, on_ready, &seen, on_free);
    close(ends[1]);
    CHECK(virEventRunDefaultImpl() == 0);
    CHECK(seen & VIR_EVENT_HANDLE_HANGUP);
    CHECK(virEventRemoveHandle(watch) == 0);
    drain(2);
    CHECK(freed == 2);
    close(ends[0]);

    timer = virEventAddTimeout(-1, on_tick, NULL, on_timer_free);
    CHECK(timer > 0);
    drain(2);
    CHECK(ticks == 0);
    virEventUpdateTimeout(timer, 0);
    CHECK(virEventRunDefaultImpl() == 0);
    CHECK(ticks >= 1);
    long start = now_ms();
    virEventUpdateTimeout(timer, 50);
    ticks = 0;
    while (!ticks)
        virEventRunDefaultImpl();
    CHECK(now_ms() - start >= 40 && now_ms() - start < 2000);
    CHECK(virEventRemoveTimeout(timer) == 0);
    CHECK(virEventRemoveTimeout(timer) == -1);
    drain(2);
    CHECK(timer_freed == 1);
    CHECK(virEventRemoveTimeout(9999) == -1);
}

static int stop;

static void *spin(void *opaque)
{
    (void)opaque;
    while (!__atomic_load_n(&stop, __ATOMIC_ACQUIRE))
        virEventRunDefaultImpl();
    return NULL;
}

static int told;

static void on_told(int timer, void *opaque)
{
    (void)timer;
    (void)opaque;
    __atomic_add_fetch(&told, 1, __ATOMIC_ACQ_REL);
}

static int domain_events;

static int on_domain(virConnectPtr conn, virDomainPtr dom, int event, int detail, void *opaque)
{
    (void)conn;
    (void)dom;
    (void)event;
    (void)detail;
    (void)opaque;
    __atomic_add_fetch(&domain_events, 1, __ATOMIC_ACQ_REL);
    return 0;
}

static int wait_for(int *counter, int wanted)
{
    int tries;

    for (tries = 0; tries < 2000 && __atomic_load_n(counter, __ATOMIC_ACQUIRE) < wanted; tries++)
        usleep(1000);
    return __atomic_load_n(counter, __ATOMIC_ACQUIRE) >= wanted;
}

/* A thread that sleeps in the poll is woken by what another one changes. */
static void across_threads(void)
{
    pthread_t thread;
    int sleepy, timer, i;
    virConnectPtr conn;
    virDomainPtr dom;
    int callback;

    sleepy = virEventAddTimeout(3600 * 1000, on_told, NULL, NULL);
    CHECK(pthread_create(&thread, NULL, spin, NULL) == 0);
    usleep(20000);
    virEventUpdateTimeout(sleepy, 1);
    CHECK(wait_for(&told, 1));
    virEventUpdateTimeout(sleepy, 3600 * 1000);
    usleep(5000);
    told = 0;
    timer = virEventAddTimeout(1, on_told, NULL, NULL);
    CHECK(wait_for(&told, 1));
    CHECK(virEventRemoveTimeout(timer) == 0);

    conn = check_open();
    callback = virConnectDomainEventRegisterAny(conn, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(on_domain), NULL, NULL);
    CHECK(callback >= 0);
    dom = virDomainLookupByName(conn, "test");
    for (i = 0; i < 100; i++) {
        CHECK(virDomainSuspend(dom) == 0);
        CHECK(virDomainResume(dom) == 0);
    }
    CHECK(wait_for(&domain_events, 200));
    usleep(10000);
    CHECK(domain_events == 200);
    CHECK(virConnectDomainEventDeregisterAny(conn, callback) == 0);
    virDomainFree(dom);
    virConnectClose(conn);

    __atomic_store_n(&stop, 1, __ATOMIC_RELEASE);
    virEventUpdateTimeout(sleepy, 0);
    CHECK(pthread_join(thread, NULL) == 0);
    CHECK(virEventRemoveTimeout(sleepy) == 0);
}

int main(void)
{
    virSetErrorFunc(NULL, check_quiet);
    alarm(60);
    CHECK(virEventRegisterDefaultImpl() == 0);
    /* A second time changes nothing. */
    CHECK(virEventRegisterDefaultImpl() == 0);
    handles();
    across_threads();
    return check_report("eventloop");
}
