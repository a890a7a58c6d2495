/* Loaded and unloaded a thousand times by a program that is not linked with it. */

#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

static int descriptors(void)
{
    DIR *dir = opendir("/proc/self/fd");
    int count = 0;

    while (dir && readdir(dir))
        count++;
    if (dir)
        closedir(dir);
    return count;
}

static long resident(void)
{
    FILE *in = fopen("/proc/self/statm", "r");
    long size = 0, pages = 0;

    if (!in || fscanf(in, "%ld %ld", &size, &pages) != 2)
        pages = -1;
    if (in)
        fclose(in);
    return pages * 4;
}

int main(void)
{
    int i, before = 0, failed = 0;
    long memory = 0;

    for (i = 0; i < 1000; i++) {
        void *library = dlopen("libvirt.so.0", RTLD_NOW | RTLD_LOCAL);
        int (*initialize)(void), (*close_conn)(void *);
        void *(*open_conn)(const char *), *conn;

        if (!library) {
            fprintf(stderr, "FAIL round %d: %s\n", i, dlerror());
            return 1;
        }
        initialize = (int (*)(void))dlsym(library, "virInitialize");
        open_conn = (void *(*)(const char *))dlsym(library, "virConnectOpen");
        close_conn = (int (*)(void *))dlsym(library, "virConnectClose");
        if (!initialize || !open_conn || !close_conn || initialize() < 0) {
            fprintf(stderr, "FAIL round %d: no virInitialize\n", i);
            return 1;
        }
        conn = open_conn("test:///default");
        if (!conn || close_conn(conn)) {
            fprintf(stderr, "FAIL round %d: test:///default\n", i);
            return 1;
        }
        if (dlclose(library)) {
            fprintf(stderr, "FAIL round %d: %s\n", i, dlerror());
            return 1;
        }
        if (i == 99) {
            before = descriptors();
            memory = resident();
        }
    }
    if (descriptors() != before && ++failed)
        fprintf(stderr, "FAIL %d descriptors, then %d\n", before, descriptors());
    if (resident() > memory + 4096 && ++failed)
        fprintf(stderr, "FAIL %ld KiB of memory, then %ld\n", memory, resident());
    printf("loading: 1000 rounds, %d failed\n", failed);
    return failed;
}
