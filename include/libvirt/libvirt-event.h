/* libvirt-event.h: made from ffi/event/ by the build. */

#ifndef LIBVIRT_EVENT_H
#define LIBVIRT_EVENT_H

#include <libvirt/libvirt-common.h>


/**
 * What happens at a descriptor. Since: 0.5.0
 */
typedef enum virEventHandleType {
    /**
     * It can be read. Since: 0.5.0
     */
    VIR_EVENT_HANDLE_READABLE = (1 << 0),
    /**
     * It can be written. Since: 0.5.0
     */
    VIR_EVENT_HANDLE_WRITABLE = (1 << 1),
    /**
     * It is in error. Since: 0.5.0
     */
    VIR_EVENT_HANDLE_ERROR = (1 << 2),
    /**
     * The other side is gone. Since: 0.5.0
     */
    VIR_EVENT_HANDLE_HANGUP = (1 << 3)
} virEventHandleType;

/**
 * Told what happens at a descriptor; `events` are virEventHandleType flags. Since: 0.5.0
 */
typedef void (*virEventHandleCallback)(int watch, int fd, int events, void *opaque);

/**
 * Told that a timer has expired. Since: 0.5.0
 */
typedef void (*virEventTimeoutCallback)(int timer, void *opaque);

/**
 * Watches a descriptor for events and returns a watch, or -1. Since: 0.5.0
 */
typedef int (*virEventAddHandleFunc)(int fd,
                                     int event,
                                     virEventHandleCallback cb,
                                     void *opaque,
                                     virFreeCallback ff);

/**
 * Changes the events that a watch waits for. Since: 0.5.0
 */
typedef void (*virEventUpdateHandleFunc)(int watch, int event);

/**
 * Ends a watch, and frees its data later, from the event loop. Since: 0.5.0
 */
typedef int (*virEventRemoveHandleFunc)(int watch);

/**
 * Starts a timer of that many milliseconds, 0 for at once, -1 for none, and returns it, or -1. Since:
 * 0.5.0
 */
typedef int (*virEventAddTimeoutFunc)(int timeout,
                                      virEventTimeoutCallback cb,
                                      void *opaque,
                                      virFreeCallback ff);

/**
 * Changes the time of a timer, in milliseconds. Since: 0.5.0
 */
typedef void (*virEventUpdateTimeoutFunc)(int timer, int timeout);

/**
 * Ends a timer, and frees its data later, from the event loop. Since: 0.5.0
 */
typedef int (*virEventRemoveTimeoutFunc)(int timer);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Watches a descriptor on the registered event loop.
 *
 * @fd: the descriptor
 * @events: bitwise-OR of virEventHandleType to watch for
 * @cb: called with the watch, the descriptor, what happened and @opaque
 * @opaque: data for @cb
 * @ff: (nullable) called with @opaque when the watch is gone
 *
 * Returns the number of the watch, or -1.
 *
 * Since: 0.9.3
 */
int virEventAddHandle(int fd,
                      int events,
                      virEventHandleCallback cb,
                      void *opaque,
                      virFreeCallback ff);

/**
 * Starts a timer on the registered event loop.
 *
 * @timeout: milliseconds between two calls; 0: as often as the loop turns; -1: not until it is updated
 * @cb: called with the timer and @opaque
 * @opaque: data for @cb
 * @ff: (nullable) called with @opaque when the timer is gone
 *
 * Returns the number of the timer, or -1.
 *
 * Since: 0.9.3
 */
int virEventAddTimeout(int timeout,
                       virEventTimeoutCallback cb,
                       void *opaque,
                       virFreeCallback ff);

/**
 * Makes the library's own event loop the one it runs on; virEventRunDefaultImpl() turns it. To be called before
 * the first connection is opened. The first loop that is registered stays.
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.0
 */
int virEventRegisterDefaultImpl(void);

/**
 * Makes the application's event loop the one that the library runs on. To be called before the first connection
 * is opened. The first loop that is registered stays.
 *
 * @addHandle: starts watching a descriptor
 * @updateHandle: changes what a watch waits for
 * @removeHandle: ends a watch
 * @addTimeout: starts a timer
 * @updateTimeout: changes the period of a timer
 * @removeTimeout: ends a timer
 *
 * Since: 0.5.0
 */
void virEventRegisterImpl(virEventAddHandleFunc addHandle,
                          virEventUpdateHandleFunc updateHandle,
                          virEventRemoveHandleFunc removeHandle,
                          virEventAddTimeoutFunc addTimeout,
                          virEventUpdateTimeoutFunc updateTimeout,
                          virEventRemoveTimeoutFunc removeTimeout);

/**
 * Ends a watch on the registered event loop. Its data is freed later, by the loop.
 *
 * @watch: the number of the watch
 *
 * Returns 0, or -1 when there is no such watch.
 *
 * Since: 0.9.3
 */
int virEventRemoveHandle(int watch);

/**
 * Ends a timer on the registered event loop. Its data is freed later, by the loop.
 *
 * @timer: the number of the timer
 *
 * Returns 0, or -1 when there is no such timer.
 *
 * Since: 0.9.3
 */
int virEventRemoveTimeout(int timer);

/**
 * Turns the default event loop once: waits for whatever comes first and calls what it concerns.
 *
 * Returns 0, or -1.
 *
 * Since: 0.9.0
 */
int virEventRunDefaultImpl(void);

/**
 * Changes what a watch waits for.
 *
 * @watch: the number of the watch
 * @events: bitwise-OR of virEventHandleType; 0: nothing for the moment
 *
 * Since: 0.9.3
 */
void virEventUpdateHandle(int watch, int events);

/**
 * Changes the period of a timer.
 *
 * @timer: the number of the timer
 * @timeout: milliseconds between two calls; 0: as often as the loop turns; -1: not until the next update
 *
 * Since: 0.9.3
 */
void virEventUpdateTimeout(int timer,
                           int timeout);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_EVENT_H */
