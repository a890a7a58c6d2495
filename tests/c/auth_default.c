/* The one data symbol of the interface, which programs reach by a copy relocation. */

#include <libvirt/libvirt.h>
#include <stdio.h>

int main(void)
{
    if (virConnectAuthPtrDefault == NULL || virConnectAuthPtrDefault->cb == NULL) {
        fprintf(stderr, "virConnectAuthPtrDefault has no callback\n");
        return 1;
    }
    if (virConnectAuthPtrDefault->cbdata != NULL) {
        fprintf(stderr, "virConnectAuthPtrDefault has callback data\n");
        return 1;
    }
    return 0;
}
