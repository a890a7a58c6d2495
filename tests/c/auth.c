/* virConnectOpenAuth: credential callbacks, auth.conf, and the ways to be refused. */

#include <sys/stat.h>
#include <unistd.h>

#include "check.h"

static char dir[] = "/tmp/virt-auth-XXXXXX";
static char uri[200];
static int asked;

struct answer {
    const char *user, *password;
    int result;
};

static int reply(virConnectCredentialPtr creds, unsigned int count, void *data)
{
    struct answer *answer = data;
    unsigned int i;

    for (i = 0; i < count; i++) {
        const char *text = creds[i].type == VIR_CRED_AUTHNAME ? answer->user : answer->password;

        asked++;
        CHECK(creds[i].prompt != NULL);
        CHECK(creds[i].result == NULL);
        if (!text)
            return -1;
        creds[i].result = strdup(text);
        creds[i].resultlen = strlen(text);
    }
    return answer->result;
}

static int both[] = { VIR_CRED_AUTHNAME, VIR_CRED_PASSPHRASE };

static virConnectPtr enter(const char *user, const char *password)
{
    struct answer answer = { user, password, 0 };
    virConnectAuth auth = { both, 2, reply, &answer };

    asked = 0;
    return virConnectOpenAuth(uri, &auth, 0);
}

static void write_file(const char *name, const char *text)
{
    char path[300];
    FILE *out;

    snprintf(path, sizeof(path), "%s/%s", dir, name);
    out = fopen(path, "w");
    if (!out || fputs(text, out) < 0 || fclose(out))
        abort();
}

int main(void)
{
    virConnectPtr conn;
    struct answer answer = { "rich", "123456", -1 };
    int only_user[] = { VIR_CRED_AUTHNAME };
    virConnectAuth auth = { both, 2, reply, &answer };
    char path[300];

    CHECK(virInitialize() == 0);
    virSetErrorFunc(NULL, check_quiet);
    if (!mkdtemp(dir))
        return 1;
    write_file("node.xml", "<node><auth><user password='123456'>rich</user><user>jane</user><user password=''>empty</user></auth></node>");
    snprintf(uri, sizeof(uri), "test://%s/node.xml", dir);
    unsetenv("LIBVIRT_AUTH_FILE");
    setenv("XDG_CONFIG_HOME", dir, 1);
    setenv("HOME", dir, 1);

    CHECK_FAILS(!virConnectOpen(uri), VIR_ERR_INVALID_ARG, "Missing authentication credentials");
    CHECK_FAILS(!virConnectOpenAuth(uri, NULL, 0), VIR_ERR_INVALID_ARG, "Missing authentication credentials");
    CHECK((conn = enter("rich", "123456")) != NULL);
    CHECK(asked == 2);
    CHECK(conn && virConnectClose(conn) == 0);
    CHECK_FAILS(!enter("rich", "wrong"), VIR_ERR_AUTH_FAILED, "authentication failed, see test XML for the correct username/password");
    CHECK_FAILS(!enter("rich", ""), VIR_ERR_AUTH_FAILED, "see test XML");
    CHECK_FAILS(!enter("nobody", "123456"), VIR_ERR_AUTH_FAILED, "see test XML");
    CHECK_FAILS(!enter("", ""), VIR_ERR_AUTH_FAILED, "see test XML");
    /* A user without a password is not asked for one. */
    CHECK((conn = enter("jane", NULL)) != NULL);
    CHECK(asked == 1);
    CHECK(conn && virConnectClose(conn) == 0);
    CHECK_FAILS(!enter(NULL, NULL), VIR_ERR_AUTH_FAILED, "");

    CHECK_FAILS(!virConnectOpenAuth(uri, &auth, 0), VIR_ERR_AUTH_FAILED, "");
    answer.result = 0;
    auth.credtype = only_user;
    auth.ncredtype = 1;
    CHECK_FAILS(!virConnectOpenAuth(uri, &auth, 0), VIR_ERR_AUTH_FAILED, "Missing VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT credential type");
    auth.ncredtype = 0;
    CHECK_FAILS(!virConnectOpenAuth(uri, &auth, 0), VIR_ERR_AUTH_FAILED, "Missing VIR_CRED_AUTHNAME credential type");
    auth.credtype = both;
    auth.ncredtype = 2;
    auth.cb = NULL;
    CHECK_FAILS(!virConnectOpenAuth(uri, &auth, 0), VIR_ERR_INVALID_ARG, "");
    auth.cb = reply;
    conn = virConnectOpenAuth(uri, &auth, VIR_CONNECT_RO);
    CHECK(conn != NULL);
    if (conn)
        virConnectClose(conn);
    CHECK_FAILS(!virConnectOpenAuth(uri, &auth, 1 << 30), VIR_ERR_INVALID_ARG, "unsupported flags");

    /* auth.conf, named by the environment, then in the user's folder. */
    write_file("auth.conf", "[credentials-good]\nusername=rich\npassword=123456\n\n[credentials-bad]\nusername=rich\npassword=nope\n\n"
                            "[auth-test-localhost]\ncredentials=good\n\n[auth-test-default]\ncredentials=bad\n");
    snprintf(path, sizeof(path), "%s/auth.conf", dir);
    setenv("LIBVIRT_AUTH_FILE", path, 1);
    answer.user = answer.password = "not asked";
    asked = 0;
    CHECK((conn = virConnectOpenAuth(uri, &auth, 0)) != NULL);
    CHECK(asked == 0);
    if (conn)
        virConnectClose(conn);
    write_file("auth.conf", "[credentials-bad]\nusername=rich\npassword=nope\n\n[auth-test-localhost]\ncredentials=bad\n");
    CHECK_FAILS(!virConnectOpenAuth(uri, &auth, 0), VIR_ERR_AUTH_FAILED, "");
    write_file("auth.conf", "[auth-test-localhost]\ncredentials=absent\n");
    CHECK_FAILS(!virConnectOpenAuth(uri, &auth, 0), VIR_ERR_CONF_SYNTAX, "absent");
    unsetenv("LIBVIRT_AUTH_FILE");
    snprintf(path, sizeof(path), "%s/libvirt", dir);
    CHECK(mkdir(path, 0700) == 0);
    write_file("libvirt/auth.conf", "[credentials-good]\nusername=rich\npassword=123456\n\n[auth-test-localhost]\ncredentials=good\n");
    CHECK((conn = virConnectOpenAuth(uri, &auth, 0)) != NULL);
    if (conn)
        virConnectClose(conn);
    return check_report("auth");
}
