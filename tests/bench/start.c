/* A process that loads the library, initialises it and ends; with an argument, it says what is mapped. */

#define _GNU_SOURCE
#include <libvirt/libvirt.h>
#include <link.h>
#include <stdio.h>
#include <sys/resource.h>

static int count(struct dl_phdr_info *info, size_t size, void *total)
{
    (void)size;
    /* The program itself has no name, the kernel's page is no file. */
    if (info->dlpi_name[0] == '/')
        ++*(int *)total;
    return 0;
}

int main(int argc, char **argv)
{
    struct rusage usage;
    int objects = 0;

    (void)argv;
    if (virInitialize() < 0)
        return 1;
    if (argc > 1) {
        dl_iterate_phdr(count, &objects);
        getrusage(RUSAGE_SELF, &usage);
        printf("shared_objects\t%d\tobjects\nresident\t%ld\tKiB\n", objects, usage.ru_maxrss);
    }
    return 0;
}
