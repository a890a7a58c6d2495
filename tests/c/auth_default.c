/* The one data symbol of the interface, which programs reach by a copy relocation, and the callback behind it. */

#include <libvirt/libvirt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int failures;

static void check(int good, const char *what)
{
    if (!good) {
        fprintf(stderr, "wrong: %s\n", what);
        failures++;
    }
}

/* Makes `text` the standard input of this program. */
static void type_in(const char *text)
{
    int ends[2];

    if (pipe(ends) < 0 || write(ends[1], text, strlen(text)) < 0 || dup2(ends[0], 0) < 0)
        exit(2);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    static const int kinds[] = {
        VIR_CRED_AUTHNAME, VIR_CRED_ECHOPROMPT, VIR_CRED_REALM,
        VIR_CRED_PASSPHRASE, VIR_CRED_NOECHOPROMPT, VIR_CRED_EXTERNAL,
    };
    virConnectAuthPtr auth = virConnectAuthPtrDefault;
    virConnectCredential asked[] = {
        { VIR_CRED_USERNAME, "user", NULL, NULL, NULL, 0 },
        { VIR_CRED_AUTHNAME, "name", NULL, "nobody", NULL, 0 },
        { VIR_CRED_EXTERNAL, "polkit", "PolicyKit", NULL, NULL, 0 },
        { VIR_CRED_ECHOPROMPT, "answer", NULL, NULL, NULL, 0 },
    };
    virConnectCredential language = { VIR_CRED_LANGUAGE, "language", NULL, NULL, NULL, 0 };
    virConnectCredential other = { VIR_CRED_EXTERNAL, "other", "Kerberos", NULL, NULL, 0 };

    if (auth == NULL || auth->cb == NULL) {
        fprintf(stderr, "virConnectAuthPtrDefault has no callback\n");
        return 1;
    }
    check(auth->cbdata == NULL, "callback data");
    check(auth->ncredtype == sizeof(kinds) / sizeof(kinds[0]), "number of kinds");
    check(memcmp(auth->credtype, kinds, sizeof(kinds)) == 0, "kinds");

    type_in("bob\n\n");
    check(auth->cb(asked, 4, NULL) == 0, "result");
    check(asked[0].result != NULL && strcmp(asked[0].result, "bob") == 0, "what was typed");
    check(asked[0].resultlen == 3, "its length");
    check(asked[1].result != NULL && strcmp(asked[1].result, "nobody") == 0, "the default for an empty line");
    check(asked[1].resultlen == 6, "the default's length");
    check(asked[2].result == NULL, "nothing for a policy agent");
    check(asked[3].result != NULL && asked[3].resultlen == 0, "an empty answer at the end of the input");
    free(asked[0].result);
    free(asked[1].result);
    free(asked[3].result);

    check(auth->cb(&language, 1, NULL) == -1, "a kind that it does not know");
    check(auth->cb(&other, 1, NULL) == -1, "an external mechanism that it does not know");
    return failures != 0;
}
