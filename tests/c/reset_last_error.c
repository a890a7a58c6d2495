/* Some bindings forget an error with virResetError(virGetLastError()), which frees its strings. */

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stdio.h>
#include <string.h>

static void quiet(void *data, virErrorPtr error)
{
    (void)data;
    (void)error;
}

int main(void)
{
    virErrorPtr error;
    int round;

    if (virInitialize() < 0)
        return 1;
    virSetErrorFunc(NULL, quiet);
    for (round = 0; round < 2; round++) {
        if (virDomainGetName(NULL) != NULL || (error = virGetLastError()) == NULL || error->message == NULL) {
            fprintf(stderr, "no error where one was expected\n");
            return 1;
        }
        virResetError(error);
        if (virGetLastError() != NULL || virGetLastErrorCode() != VIR_ERR_OK) {
            fprintf(stderr, "an error that was emptied is still there\n");
            return 1;
        }
        if (strcmp(virGetLastErrorMessage(), "no error") != 0) {
            fprintf(stderr, "the message of an error that was emptied is still there\n");
            return 1;
        }
    }
    virResetLastError();
    return 0;
}
