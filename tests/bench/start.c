/*
 * A process that loads the library, initialises it and ends. With an argument it tells what that costs: processor
 * time, which waits for no other process, what is mapped, and the memory in use.
 */

#define _GNU_SOURCE
#include <libvirt/libvirt.h>
#include <link.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char **environ;

enum { STARTS = 41 };

static int count(struct dl_phdr_info *info, size_t size, void *total)
{
    (void)size;
    /* The program itself has no name, the kernel's page is no file. */
    if (info->dlpi_name[0] == '/')
        ++*(int *)total;
    return 0;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Nanoseconds of processor time that such a process takes, in the median; negative when it does not start. */
static double start_time(char *program)
{
    char *plain[] = {program, NULL};
    double times[STARTS];
    int i, status;

    for (i = 0; i < STARTS; i++) {
        struct rusage used;
        pid_t pid;

        if (posix_spawn(&pid, program, NULL, NULL, plain, environ) || wait4(pid, &status, 0, &used) != pid || status)
            return -1;
        times[i] = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e9 +
                   (used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e3;
    }
    qsort(times, STARTS, sizeof(times[0]), ascending);
    return times[STARTS / 2];
}

/* KiB in memory now; the peak that the kernel keeps is that of whoever started this process. */
static long resident(void)
{
    char line[256];
    long kib = -1;
    FILE *status = fopen("/proc/self/status", "r");

    while (status && fgets(line, sizeof(line), status))
        if (sscanf(line, "VmRSS: %ld", &kib) == 1)
            break;
    if (status)
        fclose(status);
    return kib;
}

int main(int argc, char **argv)
{
    int objects = 0;
    double time;

    if (virInitialize() < 0)
        return 1;
    if (argc > 1) {
        if ((time = start_time(argv[0])) < 0)
            return 1;
        dl_iterate_phdr(count, &objects);
        printf("process_start\t%f\tns\nshared_objects\t%d\tobjects\nresident\t%ld\tKiB\n", time, objects, resident());
    }
    return 0;
}
