/* The client's configuration: libvirt.conf's default URI and aliases, LIBVIRT_DEFAULT_URI, and the order they come in. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

static char dir[] = "/tmp/virt-config-XXXXXX";

static void configure(const char *text)
{
    char path[300];
    FILE *out;

    snprintf(path, sizeof(path), "%s/libvirt/libvirt.conf", dir);
    out = fopen(path, "w");
    if (!out || fputs(text, out) < 0 || fclose(out))
        abort();
}

/* What `name` opens as; an error as "error CODE". */
static const char *opens(const char *name)
{
    static char text[600];
    virConnectPtr conn = virConnectOpen(name);
    char *uri;

    if (!conn) {
        snprintf(text, sizeof(text), "error %d: %s", virGetLastErrorCode(), virGetLastErrorMessage());
        return text;
    }
    uri = virConnectGetURI(conn);
    snprintf(text, sizeof(text), "%s", uri);
    free(uri);
    virConnectClose(conn);
    return text;
}

/* The file of the library that is running. */
static const char *library(void)
{
    Dl_info found;

    return dladdr(dlsym(RTLD_DEFAULT, "virInitialize"), &found) ? found.dli_fname : "";
}

int main(void)
{
    char path[300];

    CHECK(virInitialize() == 0);
    virSetErrorFunc(NULL, check_quiet);
    if (!mkdtemp(dir))
        return 1;
    setenv("XDG_CONFIG_HOME", dir, 1);
    setenv("HOME", dir, 1);
    snprintf(path, sizeof(path), "%s/libvirt", dir);
    CHECK(mkdir(path, 0700) == 0);
    if (getuid() == 0) {
        /* The configuration of root is the system's, which this test does not touch: the rest runs as nobody. */
        int status;
        pid_t child;

        setenv("CHECK_LIBRARY", library(), 1);
        CHECK(chown(dir, 65534, 65534) == 0 && chown(path, 65534, 65534) == 0);
        child = fork();
        if (child == 0) {
            if (setgid(65534) || setuid(65534))
                _exit(99);
            execv("/proc/self/exe", (char *[]){ (char *)"config", NULL });
            _exit(98);
        }
        CHECK(waitpid(child, &status, 0) == child);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 98)
            printf("config: skipped the rest: another user cannot read the program\n");
        else
            CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        return check_report("config (as root)");
    }

    if (getenv("CHECK_LIBRARY") && strcmp(getenv("CHECK_LIBRARY"), library())) {
        printf("config: skipped the rest: another user cannot read the library\n");
        return 0;
    }
    unsetenv("VIRSH_DEFAULT_CONNECT_URI");
    setenv("LIBVIRT_DEFAULT_URI", "test:///default", 1);
    CHECK_TEXT(opens(NULL), "test:///default");
    CHECK_TEXT(opens(""), "test:///default");
    setenv("LIBVIRT_DEFAULT_URI", "test:///nosuch.xml", 1);
    CHECK(strncmp(opens(NULL), "error 27", 8) == 0);

    configure("# a comment\nuri_default = \"test:///default\"\nuri_aliases = [\n  \"box=test:///default\",\n  \"other=test:///nosuch.xml\"\n]\n");
    unsetenv("LIBVIRT_DEFAULT_URI");
    CHECK_TEXT(opens(NULL), "test:///default");
    CHECK_TEXT(opens("box"), "test:///default");
    CHECK(strncmp(opens("other"), "error 27", 8) == 0);
    CHECK(strncmp(opens("nosuch"), "error", 5) == 0);
    /* The environment wins over the file. */
    setenv("LIBVIRT_DEFAULT_URI", "test:///nosuch.xml", 1);
    CHECK(strncmp(opens(NULL), "error 27", 8) == 0);
    unsetenv("LIBVIRT_DEFAULT_URI");

    configure("uri_default = 5\n");
    CHECK(strncmp(opens(NULL), "error 1:", 8) == 0 || strncmp(opens(NULL), "error 8", 7) == 0 || strncmp(opens(NULL), "error 64", 8) == 0);
    configure("uri_aliases = \"box\"\n");
    CHECK(strncmp(opens("box"), "error", 5) == 0);
    configure("uri_aliases = [ \"noequals\" ]\n");
    CHECK(strncmp(opens("box"), "error", 5) == 0);
    configure("uri_aliases = [ \"b*x=test:///default\" ]\n");
    CHECK(strncmp(opens("box"), "error", 5) == 0);
    configure("uri_default = \n");
    CHECK(strncmp(opens(NULL), "error", 5) == 0);
    configure("garbage\n");
    CHECK(strncmp(opens(NULL), "error", 5) == 0);
    configure("");
    CHECK_TEXT(opens("test:///default"), "test:///default");
    return check_report("config");
}
