/* libvirt-stream.h: made from ffi/stream/ by the build. */

#ifndef LIBVIRT_STREAM_H
#define LIBVIRT_STREAM_H

#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>


/**
 * What happens at a stream. Since: 0.7.2
 */
typedef enum virStreamEventType {
    /**
     * It can be read. Since: 0.7.2
     */
    VIR_STREAM_EVENT_READABLE = (1 << 0),
    /**
     * It can be written. Since: 0.7.2
     */
    VIR_STREAM_EVENT_WRITABLE = (1 << 1),
    /**
     * It is in error. Since: 0.7.2
     */
    VIR_STREAM_EVENT_ERROR = (1 << 2),
    /**
     * The other side is gone. Since: 0.7.2
     */
    VIR_STREAM_EVENT_HANGUP = (1 << 3)
} virStreamEventType;

/**
 * Flags of virStreamNew(). Since: 0.7.2
 */
typedef enum virStreamFlags {
    /**
     * Calls return -2 where they would have to wait. Since: 0.7.2
     */
    VIR_STREAM_NONBLOCK = (1 << 0)
} virStreamFlags;

/**
 * Flags of virStreamRecvFlags(). Since: 3.4.0
 */
typedef enum virStreamRecvFlagsValues {
    /**
     * Stop where a hole begins. Since: 3.4.0
     */
    VIR_STREAM_RECV_STOP_AT_HOLE = (1 << 0)
} virStreamRecvFlagsValues;

/**
 * Told what happens at a stream; `events` are virStreamEventType flags. Since: 0.7.2
 */
typedef void (*virStreamEventCallback)(virStreamPtr stream, int events, void *opaque);

/**
 * Takes up to `nbytes` bytes and returns how many it took, or -1. Since: 0.7.2
 */
typedef int (*virStreamSinkFunc)(virStreamPtr st, const char *data, size_t nbytes, void *opaque);

/**
 * Gives up to `nbytes` bytes and returns how many, 0 at the end, or -1. Since: 0.7.2
 */
typedef int (*virStreamSourceFunc)(virStreamPtr st, char *data, size_t nbytes, void *opaque);

/**
 * Told of a hole of `length` bytes; returns 0, or -1. Since: 3.4.0
 */
typedef int (*virStreamSinkHoleFunc)(virStreamPtr st, long long length, void *opaque);

/**
 * Tells whether data or a hole comes next and how long it is; returns 0, or -1. Since: 3.4.0
 */
typedef int (*virStreamSourceHoleFunc)(virStreamPtr st, int *inData, long long *length, void *opaque);

/**
 * Told to skip a hole of `length` bytes; returns 0, or -1. Since: 3.4.0
 */
typedef int (*virStreamSourceSkipFunc)(virStreamPtr st, long long length, void *opaque);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Since: 0.7.2
 */
int virStreamAbort(virStreamPtr stream);

/**
 * Since: 0.7.2
 */
int virStreamEventAddCallback(virStreamPtr stream,
                              int events,
                              virStreamEventCallback cb,
                              void *opaque,
                              virFreeCallback ff);

/**
 * Since: 0.7.2
 */
int virStreamEventRemoveCallback(virStreamPtr stream);

/**
 * Since: 0.7.2
 */
int virStreamEventUpdateCallback(virStreamPtr stream, int events);

/**
 * Since: 0.7.2
 */
int virStreamFinish(virStreamPtr stream);

/**
 * Since: 0.7.2
 */
int virStreamFree(virStreamPtr stream);

/**
 * Since: 0.7.2
 */
virStreamPtr virStreamNew(virConnectPtr conn, unsigned int flags);

/**
 * Since: 0.7.2
 */
int virStreamRecv(virStreamPtr stream, char *data, size_t nbytes);

/**
 * Since: 0.7.2
 */
int virStreamRecvAll(virStreamPtr stream, virStreamSinkFunc handler, void *opaque);

/**
 * Since: 3.4.0
 */
int virStreamRecvFlags(virStreamPtr stream, char *data, size_t nbytes, unsigned int flags);

/**
 * Since: 3.4.0
 */
int virStreamRecvHole(virStreamPtr stream, long long *length, unsigned int flags);

/**
 * Since: 0.7.2
 */
int virStreamRef(virStreamPtr stream);

/**
 * Since: 0.7.2
 */
int virStreamSend(virStreamPtr stream, const char *data, size_t nbytes);

/**
 * Since: 0.7.2
 */
int virStreamSendAll(virStreamPtr stream, virStreamSourceFunc handler, void *opaque);

/**
 * Since: 3.4.0
 */
int virStreamSendHole(virStreamPtr stream, long long length, unsigned int flags);

/**
 * Since: 3.4.0
 */
int virStreamSparseRecvAll(virStreamPtr stream,
                           virStreamSinkFunc handler,
                           virStreamSinkHoleFunc holeHandler,
                           void *opaque);

/**
 * Since: 3.4.0
 */
int virStreamSparseSendAll(virStreamPtr stream,
                           virStreamSourceFunc handler,
                           virStreamSourceHoleFunc holeHandler,
                           virStreamSourceSkipFunc skipHandler,
                           void *opaque);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_STREAM_H */
