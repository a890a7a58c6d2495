/* Streams: a screenshot read piece by piece, at once and with holes; volume data both ways; wrong states. */

#include <fcntl.h>
#include <unistd.h>

#include "check.h"

static int collect(virStreamPtr stream, const char *data, size_t bytes, void *opaque)
{
    size_t *total = opaque;

    (void)stream;
    (void)data;
    *total += bytes;
    return (int)bytes;
}

static int refuse(virStreamPtr stream, const char *data, size_t bytes, void *opaque)
{
    (void)stream;
    (void)data;
    (void)bytes;
    (void)opaque;
    return -1;
}

static int supply(virStreamPtr stream, char *data, size_t bytes, void *opaque)
{
    size_t *left = opaque, now = *left < bytes ? *left : bytes;

    (void)stream;
    memset(data, 'x', now);
    *left -= now;
    return (int)now;
}

static void screenshots(virConnectPtr conn, virDomainPtr dom)
{
    virStreamPtr stream = virStreamNew(conn, 0);
    char *mime, head[8];
    size_t total = 0;
    char piece[1000];
    int got;

    CHECK((mime = virDomainScreenshot(dom, stream, 0, 0)) != NULL);
    CHECK_TEXT(mime, "image/png");
    free(mime);
    CHECK(virStreamRecv(stream, head, 8) == 8);
    CHECK(memcmp(head, "\x89PNG\r\n\x1a\n", 8) == 0);
    while ((got = virStreamRecv(stream, piece, sizeof(piece))) > 0)
        total += got;
    CHECK(got == 0 && total > 1000);
    CHECK(virStreamRecv(stream, piece, sizeof(piece)) == 0);
    CHECK(virStreamFinish(stream) == 0);
    CHECK(virStreamFree(stream) == 0);

    stream = virStreamNew(conn, 0);
    CHECK((mime = virDomainScreenshot(dom, stream, 0, 0)) != NULL);
    free(mime);
    size_t at_once = 0;
    CHECK(virStreamRecvAll(stream, collect, &at_once) == 0);
    CHECK(at_once == total + 8);
    CHECK(virStreamFinish(stream) == 0);
    virStreamFree(stream);

    /* A receiver that gives up takes the stream with it. */
    stream = virStreamNew(conn, 0);
    free(virDomainScreenshot(dom, stream, 0, 0));
    CHECK(virStreamRecvAll(stream, refuse, NULL) == -1);
    virStreamFree(stream);

    stream = virStreamNew(conn, 0);
    free(virDomainScreenshot(dom, stream, 0, 0));
    CHECK(virStreamAbort(stream) == 0);
    CHECK(virStreamFree(stream) == 0);

    /* Freed while it is in use. */
    stream = virStreamNew(conn, 0);
    free(virDomainScreenshot(dom, stream, 0, 0));
    CHECK(virStreamFree(stream) == 0);

    /* Freed by the program, still open: the other references go on. */
    stream = virStreamNew(conn, 0);
    CHECK(virStreamRef(stream) == 0);
    free(virDomainScreenshot(dom, stream, 0, 0));
    CHECK(virStreamFree(stream) == 0);
    CHECK(virStreamRecv(stream, head, 8) == 8);
    CHECK(virStreamAbort(stream) == 0);
    CHECK(virStreamFree(stream) == 0);
}

static void unused(virConnectPtr conn)
{
    virStreamPtr stream = virStreamNew(conn, 0);
    char data[4] = "";

    CHECK_FAILS(virStreamRecv(stream, data, 4) == -1, VIR_ERR_NO_SUPPORT, "virStreamRecv");
    CHECK_FAILS(virStreamSend(stream, data, 4) == -1, VIR_ERR_NO_SUPPORT, "virStreamSend");
    CHECK_FAILS(virStreamFinish(stream) == -1, VIR_ERR_NO_SUPPORT, "virStreamFinish");
    CHECK_FAILS(virStreamRecv(stream, NULL, 4) == -1, VIR_ERR_INVALID_ARG, "data in virStreamRecv must not be NULL");
    CHECK_FAILS(virStreamSend(stream, NULL, 4) == -1, VIR_ERR_INVALID_ARG, "data in virStreamSend must not be NULL");
    CHECK_FAILS(virStreamRecv(NULL, data, 4) == -1, VIR_ERR_INVALID_STREAM, "invalid stream pointer in virStreamRecv");
    CHECK_FAILS(virStreamRecvAll(stream, NULL, NULL) == -1, VIR_ERR_INVALID_ARG, "handler in virStreamRecvAll must not be NULL");
    CHECK(virStreamFree(stream) == 0);

    stream = virStreamNew(conn, VIR_STREAM_NONBLOCK);
    CHECK_FAILS(virStreamRecvAll(stream, collect, NULL) == -1, VIR_ERR_OPERATION_INVALID, "data sinks cannot be used for non-blocking streams");
    CHECK_FAILS(virStreamSendAll(stream, supply, NULL) == -1, VIR_ERR_OPERATION_INVALID, "data sources cannot be used for non-blocking streams");
    CHECK(virStreamFree(stream) == 0);
}

/* What the reference's test driver lacks: a volume's bytes. */
static void volumes(virConnectPtr conn)
{
    virStoragePoolPtr pool = virStoragePoolLookupByName(conn, "default-pool");
    virStorageVolPtr vol = virStorageVolCreateXML(pool, "<volume><name>data</name><capacity unit='KiB'>64</capacity></volume>", 0);
    virStreamPtr stream = virStreamNew(conn, 0);
    char back[32] = "";
    size_t left, total = 0;
    int got;

    CHECK(vol != NULL);
    CHECK(virStorageVolUpload(vol, stream, 10, 8, 0) == 0);
    CHECK(virStreamSend(stream, "abcdefgh", 8) == 8);
    CHECK(virStreamFinish(stream) == 0);
    virStreamFree(stream);

    stream = virStreamNew(conn, 0);
    CHECK(virStorageVolDownload(vol, stream, 12, 4, 0) == 0);
    CHECK((got = virStreamRecv(stream, back, sizeof(back))) == 4);
    CHECK(memcmp(back, "cdef", 4) == 0);
    CHECK(virStreamRecv(stream, back, sizeof(back)) == 0);
    CHECK(virStreamFinish(stream) == 0);
    virStreamFree(stream);

    stream = virStreamNew(conn, 0);
    CHECK(virStorageVolDownload(vol, stream, 0, 0, 0) == 0);
    CHECK(virStreamRecvAll(stream, collect, &total) == 0);
    CHECK(total == 65536);
    CHECK(virStreamFinish(stream) == 0);
    virStreamFree(stream);

    /* More than fits. */
    stream = virStreamNew(conn, 0);
    left = 65537;
    if (virStorageVolUpload(vol, stream, 0, 0, 0) == 0) {
        int sent = virStreamSendAll(stream, supply, &left);
        CHECK(sent == -1 || virStreamFinish(stream) == -1);
    }
    virStreamFree(stream);
    CHECK_FAILS(virStorageVolDownload(vol, NULL, 0, 0, 0) == -1, VIR_ERR_INVALID_STREAM, "");
    CHECK(virStorageVolDelete(vol, 0) == 0);
    virStorageVolFree(vol);
    virStoragePoolFree(pool);
}

int main(void)
{
    virConnectPtr conn;
    virDomainPtr dom;

    virSetErrorFunc(NULL, check_quiet);
    conn = check_open();
    dom = virDomainLookupByName(conn, "test");
    screenshots(conn, dom);
    unused(conn);
    if (!check_reference())
        volumes(conn);
    virDomainFree(dom);
    CHECK(virConnectClose(conn) == 0);
    return check_report("streams");
}
