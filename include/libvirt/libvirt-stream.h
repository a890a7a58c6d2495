/* libvirt-stream.h: made from ffi/stream/ by the build. */

#ifndef LIBVIRT_STREAM_H
#define LIBVIRT_STREAM_H

#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>


/**
 * Since: 0.7.2
 */
typedef enum virStreamEventType {
    /**
     * Since: 0.7.2
     */
    VIR_STREAM_EVENT_READABLE = (1 << 0),
    /**
     * Since: 0.7.2
     */
    VIR_STREAM_EVENT_WRITABLE = (1 << 1),
    /**
     * Since: 0.7.2
     */
    VIR_STREAM_EVENT_ERROR = (1 << 2),
    /**
     * Since: 0.7.2
     */
    VIR_STREAM_EVENT_HANGUP = (1 << 3)
} virStreamEventType;

/**
 * Since: 0.7.2
 */
typedef enum virStreamFlags {
    /**
     * Since: 0.7.2
     */
    VIR_STREAM_NONBLOCK = (1 << 0)
} virStreamFlags;

/**
 * Since: 3.4.0
 */
typedef enum virStreamRecvFlagsValues {
    /**
     * Since: 3.4.0
     */
    VIR_STREAM_RECV_STOP_AT_HOLE = (1 << 0)
} virStreamRecvFlagsValues;

/**
 * Since: 0.7.2
 */
typedef void (*virStreamEventCallback)(virStreamPtr stream, int events, void *opaque);

/**
 * Since: 0.7.2
 */
typedef int (*virStreamSinkFunc)(virStreamPtr st, const char *data, size_t nbytes, void *opaque);

/**
 * Since: 0.7.2
 */
typedef int (*virStreamSourceFunc)(virStreamPtr st, char *data, size_t nbytes, void *opaque);

/**
 * Since: 3.4.0
 */
typedef int (*virStreamSinkHoleFunc)(virStreamPtr st, long long length, void *opaque);

/**
 * Since: 3.4.0
 */
typedef int (*virStreamSourceHoleFunc)(virStreamPtr st, int *inData, long long *length, void *opaque);

/**
 * Since: 3.4.0
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
