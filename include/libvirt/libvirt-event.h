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
 * Since: 0.9.3
 */
int virEventAddHandle(int fd,
                      int events,
                      virEventHandleCallback cb,
                      void *opaque,
                      virFreeCallback ff);

/**
 * Since: 0.9.3
 */
int virEventAddTimeout(int timeout, virEventTimeoutCallback cb, void *opaque, virFreeCallback ff);

/**
 * Since: 0.9.0
 */
int virEventRegisterDefaultImpl(void);

/**
 * Since: 0.5.0
 */
void virEventRegisterImpl(virEventAddHandleFunc addHandle,
                          virEventUpdateHandleFunc updateHandle,
                          virEventRemoveHandleFunc removeHandle,
                          virEventAddTimeoutFunc addTimeout,
                          virEventUpdateTimeoutFunc updateTimeout,
                          virEventRemoveTimeoutFunc removeTimeout);

/**
 * Since: 0.9.3
 */
int virEventRemoveHandle(int watch);

/**
 * Since: 0.9.3
 */
int virEventRemoveTimeout(int timer);

/**
 * Since: 0.9.0
 */
int virEventRunDefaultImpl(void);

/**
 * Since: 0.9.3
 */
void virEventUpdateHandle(int watch, int events);

/**
 * Since: 0.9.3
 */
void virEventUpdateTimeout(int timer, int timeout);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_EVENT_H */
