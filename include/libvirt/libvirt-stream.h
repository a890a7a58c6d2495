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
 * Ends a stream in the middle and gives up what it was for. Nothing can be sent or received afterwards.
 *
 * @stream: the stream
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.2
 */
int virStreamAbort(virStreamPtr stream);

/**
 * Registers a function that is called, by the thread that runs the event loop, when a stream can be used
 * again without waiting.
 *
 * @stream: the stream, which was made with VIR_STREAM_NONBLOCK
 * @events: what to watch for, bitwise-OR of virStreamEventType
 * @cb: the function
 * @opaque: data to call it with
 * @ff: a function that is called with @opaque when the registration ends
 *
 * Returns 0, or -1. A stream has one such function at most.
 *
 * Since: 0.7.2
 */
int virStreamEventAddCallback(virStreamPtr stream,
                              int events,
                              virStreamEventCallback cb,
                              void *opaque,
                              virFreeCallback ff);

/**
 * Ends the registration that virStreamEventAddCallback() made. The function that frees its data is run.
 *
 * @stream: the stream
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.2
 */
int virStreamEventRemoveCallback(virStreamPtr stream);

/**
 * Changes what the function of virStreamEventAddCallback() is called for.
 *
 * @stream: the stream
 * @events: what to watch for, bitwise-OR of virStreamEventType; 0 for nothing
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.2
 */
int virStreamEventUpdateCallback(virStreamPtr stream, int events);

/**
 * Ends a stream whose data was sent or received to the end, and tells whether all of it arrived.
 *
 * @stream: the stream
 *
 * Returns 0, or -1 when something went wrong, maybe long before.
 *
 * Since: 0.7.2
 */
int virStreamFinish(virStreamPtr stream);

/**
 * Lets go of a stream handle. With the last one goes a stream that was neither finished nor aborted.
 *
 * @stream: the stream, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.2
 */
int virStreamFree(virStreamPtr stream);

/**
 * Makes a stream, which a function such as virStorageVolUpload() then opens.
 *
 * @conn: the connection
 * @flags: bitwise-OR of virStreamFlags
 *
 * Returns a new handle that the caller frees with virStreamFree(), or NULL.
 *
 * Since: 0.7.2
 */
virStreamPtr virStreamNew(virConnectPtr conn, unsigned int flags);

/**
 * Receives bytes from a stream. Holes are received as zeros.
 *
 * @stream: the stream
 * @data: (out) room for the bytes
 * @nbytes: how many there is room for
 *
 * Returns how many bytes were received, which may be fewer; 0 at the end; -1 on error, which ends the stream;
 * or -2 when there are none yet and the stream does not wait.
 *
 * Since: 0.7.2
 */
int virStreamRecv(virStreamPtr stream,
                  char *data,
                  size_t nbytes);

/**
 * Receives bytes from a stream, in the way that @flags say.
 *
 * @stream: the stream
 * @data: (out) room for the bytes
 * @nbytes: how many there is room for
 * @flags: bitwise-OR of virStreamRecvFlagsValues
 *
 * Returns how many bytes were received, which may be fewer; 0 at the end; -1 on error, which ends the stream;
 * -2 when there are none yet and the stream does not wait; or -3 when a hole comes next, with
 * VIR_STREAM_RECV_STOP_AT_HOLE.
 *
 * Since: 3.4.0
 */
int virStreamRecvFlags(virStreamPtr stream,
                       char *data,
                       size_t nbytes,
                       unsigned int flags);

/**
 * Tells how long the hole is that a stream is at, and goes on behind it.
 *
 * @stream: the stream
 * @length: (out) the length in bytes
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 3.4.0
 */
int virStreamRecvHole(virStreamPtr stream, long long *length, unsigned int flags);

/**
 * Adds a reference to a stream handle, for another thread say; each is let go of with virStreamFree().
 *
 * @stream: the stream
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.2
 */
int virStreamRef(virStreamPtr stream);

/**
 * Sends bytes into a stream.
 *
 * @stream: the stream
 * @data: the bytes
 * @nbytes: how many there are
 *
 * Returns how many bytes were taken, which may be fewer; -1 on error, which ends the stream; or -2 when none
 * can be taken yet and the stream does not wait.
 *
 * Since: 0.7.2
 */
int virStreamSend(virStreamPtr stream,
                  const char *data,
                  size_t nbytes);

/**
 * Sends a hole into a stream: the other side skips so many bytes, which read as zeros.
 *
 * @stream: the stream
 * @length: the length in bytes
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 3.4.0
 */
int virStreamSendHole(virStreamPtr stream, long long length, unsigned int flags);

/**
 * Receives everything that comes from a stream and hands it to a function, piece by piece. Holes are received
 * as zeros.
 *
 * @stream: the stream, which must wait where it has to
 * @handler: the function that takes the bytes
 * @opaque: data to call it with
 *
 * Returns 0, or -1; the stream is aborted then. virStreamFinish() is called after success.
 *
 * Since: 0.7.2
 */
int virStreamRecvAll(virStreamPtr stream,
                     virStreamSinkFunc handler,
                     void *opaque);

/**
 * Sends everything that a function supplies into a stream, piece by piece.
 *
 * @stream: the stream, which must wait where it has to
 * @handler: the function that supplies the bytes
 * @opaque: data to call it with
 *
 * Returns 0, or -1; the stream is aborted then. virStreamFinish() is called after success.
 *
 * Since: 0.7.2
 */
int virStreamSendAll(virStreamPtr stream, virStreamSourceFunc handler, void *opaque);

/**
 * Receives everything that comes from a stream and hands it to a function, piece by piece, and holes to
 * another.
 *
 * @stream: the stream, which must wait where it has to
 * @handler: the function that takes the bytes
 * @holeHandler: the function that is told of holes
 * @opaque: data to call them with
 *
 * Returns 0, or -1; the stream is aborted then. virStreamFinish() is called after success.
 *
 * Since: 3.4.0
 */
int virStreamSparseRecvAll(virStreamPtr stream,
                           virStreamSinkFunc handler,
                           virStreamSinkHoleFunc holeHandler,
                           void *opaque);

/**
 * Sends everything that a function supplies into a stream, piece by piece, and the holes that another finds.
 *
 * @stream: the stream, which must wait where it has to
 * @handler: the function that supplies the bytes
 * @holeHandler: the function that tells whether data or a hole comes next, and how long it is
 * @skipHandler: the function that goes on behind a hole
 * @opaque: data to call them with
 *
 * Returns 0, or -1; the stream is aborted then. virStreamFinish() is called after success.
 *
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
