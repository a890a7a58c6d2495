/* Typed parameters: adding, finding, converting from text, lists, growth, and what is refused. */

#include "check.h"

static void adding(void)
{
    virTypedParameterPtr params = NULL;
    int n = 0, max = 0, i;
    char name[32];
    int as_int = 1;
    unsigned int as_uint;
    long long as_llong;
    unsigned long long as_ullong;
    double as_double;
    const char *as_text;

    CHECK(virTypedParamsAddInt(&params, &n, &max, "int", -5) == 0);
    CHECK(virTypedParamsAddUInt(&params, &n, &max, "uint", 5) == 0);
    CHECK(virTypedParamsAddLLong(&params, &n, &max, "llong", -5000000000LL) == 0);
    CHECK(virTypedParamsAddULLong(&params, &n, &max, "ullong", 18446744073709551615ULL) == 0);
    CHECK(virTypedParamsAddDouble(&params, &n, &max, "double", 2.5) == 0);
    CHECK(virTypedParamsAddBoolean(&params, &n, &max, "boolean", 7) == 0);
    CHECK(virTypedParamsAddString(&params, &n, &max, "string", "text") == 0);
    CHECK(n == 7 && max >= 7);

    CHECK(virTypedParamsGetInt(params, n, "int", &as_int) == 1 && as_int == -5);
    CHECK(virTypedParamsGetUInt(params, n, "uint", &as_uint) == 1 && as_uint == 5);
    CHECK(virTypedParamsGetLLong(params, n, "llong", &as_llong) == 1 && as_llong == -5000000000LL);
    CHECK(virTypedParamsGetULLong(params, n, "ullong", &as_ullong) == 1 && as_ullong == 18446744073709551615ULL);
    CHECK(virTypedParamsGetDouble(params, n, "double", &as_double) == 1 && as_double == 2.5);
    CHECK(virTypedParamsGetBoolean(params, n, "boolean", &as_int) == 1 && as_int == 1);
    CHECK(virTypedParamsGetString(params, n, "string", &as_text) == 1);
    CHECK_TEXT(as_text, "text");
    CHECK(virTypedParamsGetInt(params, n, "nosuch", &as_int) == 0);
    CHECK(virTypedParamsGetInt(params, n, "int", NULL) == 1);
    CHECK_FAILS(virTypedParamsGetInt(params, n, "uint", &as_int) == -1, VIR_ERR_INVALID_ARG,
                "Invalid type 'int' requested for parameter 'uint', actual type is 'uint'");
    CHECK_FAILS(virTypedParamsGetString(params, n, "int", &as_text) == -1, VIR_ERR_INVALID_ARG,
                "Invalid type 'string' requested for parameter 'int', actual type is 'int'");
    CHECK(virTypedParamsGet(params, n, "string") == &params[6]);
    CHECK(virTypedParamsGet(params, n, "nosuch") == NULL);
    CHECK(virTypedParamsGet(NULL, 0, "string") == NULL);

    CHECK_FAILS(virTypedParamsAddInt(&params, &n, &max,
                                     "a name that is longer than the eighty bytes which a parameter's field has room for, really", 1) == -1,
                VIR_ERR_INTERNAL_ERROR, "too long");
    CHECK(n == 7);

    for (i = 0; i < 100; i++) {
        snprintf(name, sizeof(name), "many%d", i);
        CHECK(virTypedParamsAddInt(&params, &n, &max, name, i) == 0);
    }
    CHECK(n == 107 && max >= 107);
    CHECK(virTypedParamsGetInt(params, n, "many99", &as_int) == 1 && as_int == 99);
    /* The first of two that are called the same is found. */
    CHECK(virTypedParamsAddInt(&params, &n, &max, "many0", 77) == 0);
    CHECK(virTypedParamsGetInt(params, n, "many0", &as_int) == 1 && as_int == 0);

    virTypedParamsClear(params, n);
    CHECK(virTypedParamsGet(params, 0, "int") == NULL);
    virTypedParamsFree(params, 0);
    virTypedParamsFree(NULL, 0);
}

static void from_text(void)
{
    static const struct {
        int type;
        const char *text;
        int fits;
    } tries[] = {
        { VIR_TYPED_PARAM_INT, "5", 1 }, { VIR_TYPED_PARAM_INT, "-5", 1 }, { VIR_TYPED_PARAM_INT, "x", 0 },
        { VIR_TYPED_PARAM_INT, "99999999999", 0 }, { VIR_TYPED_PARAM_INT, "", 0 }, { VIR_TYPED_PARAM_INT, "5x", 0 },
        { VIR_TYPED_PARAM_UINT, "5", 1 }, { VIR_TYPED_PARAM_UINT, "x", 0 },
        { VIR_TYPED_PARAM_LLONG, "-5000000000", 1 }, { VIR_TYPED_PARAM_LLONG, "99999999999999999999", 0 },
        { VIR_TYPED_PARAM_ULLONG, "18446744073709551615", 1 }, { VIR_TYPED_PARAM_ULLONG, "x", 0 },
        { VIR_TYPED_PARAM_DOUBLE, "2.5", 1 }, { VIR_TYPED_PARAM_DOUBLE, "1e3", 1 }, { VIR_TYPED_PARAM_DOUBLE, "x", 0 },
        { VIR_TYPED_PARAM_BOOLEAN, "0", 1 }, { VIR_TYPED_PARAM_BOOLEAN, "1", 1 }, { VIR_TYPED_PARAM_BOOLEAN, "2", 0 },
        { VIR_TYPED_PARAM_BOOLEAN, "yes", 0 }, { VIR_TYPED_PARAM_STRING, "any text", 1 }, { VIR_TYPED_PARAM_STRING, "", 1 },
        { 0, "5", 0 }, { 8, "5", 0 }, { -1, "5", 0 },
    };
    size_t i;

    for (i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
        virTypedParameterPtr params = NULL;
        int n = 0, max = 0;
        int done = virTypedParamsAddFromString(&params, &n, &max, "p", tries[i].type, tries[i].text);

        if ((done == 0) != tries[i].fits || n != tries[i].fits)
            fprintf(stderr, "type %d from \"%s\"\n", tries[i].type, tries[i].text);
        CHECK((done == 0) == tries[i].fits && n == tries[i].fits);
        CHECK(tries[i].fits || virGetLastErrorCode() == VIR_ERR_INVALID_ARG || virGetLastErrorCode() == VIR_ERR_INTERNAL_ERROR);
        virTypedParamsFree(params, n);
    }
}

static void lists(void)
{
    const char *texts[] = { "a", "b", "c", NULL };
    virTypedParameterPtr params = NULL;
    int n = 0, max = 0;
    const char *first;

    CHECK(virTypedParamsAddStringList(&params, &n, &max, "list", texts) == 0);
    CHECK(n == 3);
    CHECK(virTypedParamsGetString(params, n, "list", &first) == 1);
    CHECK_TEXT(first, "a");
    CHECK_TEXT(params[2].value.s, "c");
    CHECK(virTypedParamsAddStringList(&params, &n, &max, "list", NULL) == 0);
    CHECK(n == 3);
    virTypedParamsFree(params, n);
}

static void through_calls(virConnectPtr conn)
{
    virDomainPtr dom = virDomainLookupByName(conn, "test");
    virTypedParameterPtr params = NULL, room;
    virTypedParameter one[1];
    int n = 0, max = 0, count;
    unsigned long long limit;

    CHECK(virDomainGetMemoryParameters(dom, NULL, &n, 0) == 0 && n == 3);
    count = n;
    room = calloc(count, sizeof(*room));
    CHECK(virDomainGetMemoryParameters(dom, room, &count, 0) == 0 && count == 3);
    CHECK(virTypedParamsGetULLong(room, count, VIR_DOMAIN_MEMORY_HARD_LIMIT, &limit) == 1);
    virTypedParamsFree(room, count);
    /* Less room than there is: the first ones. */
    count = 1;
    CHECK(virDomainGetMemoryParameters(dom, one, &count, 0) == 0 && count == 1);
    CHECK_TEXT(one[0].field, VIR_DOMAIN_MEMORY_HARD_LIMIT);
    count = -1;
    CHECK_FAILS(virDomainGetMemoryParameters(dom, NULL, &count, 0) == -1, VIR_ERR_INVALID_ARG, "nparams");

    n = 0;
    CHECK(virTypedParamsAddULLong(&params, &n, &max, VIR_DOMAIN_MEMORY_HARD_LIMIT, 1000000) == 0);
    CHECK(virDomainSetMemoryParameters(dom, params, n, 0) == 0);
    /* The same thing twice, of another type, and unknown. */
    CHECK(virTypedParamsAddULLong(&params, &n, &max, VIR_DOMAIN_MEMORY_HARD_LIMIT, 1000000) == 0);
    CHECK_FAILS(virDomainSetMemoryParameters(dom, params, n, 0) == -1, VIR_ERR_INVALID_ARG, "hard_limit");
    virTypedParamsFree(params, n);
    params = NULL;
    n = max = 0;
    CHECK(virTypedParamsAddInt(&params, &n, &max, VIR_DOMAIN_MEMORY_HARD_LIMIT, 1) == 0);
    CHECK_FAILS(virDomainSetMemoryParameters(dom, params, n, 0) == -1, VIR_ERR_INVALID_ARG,
                "invalid type 'int' for parameter 'hard_limit', expected 'ullong'");
    virTypedParamsFree(params, n);
    params = NULL;
    n = max = 0;
    CHECK(virTypedParamsAddInt(&params, &n, &max, "nosuch", 1) == 0);
    CHECK_FAILS(virDomainSetMemoryParameters(dom, params, n, 0) == -1, VIR_ERR_ARGUMENT_UNSUPPORTED, "nosuch");
    virTypedParamsFree(params, n);
    CHECK_FAILS(virDomainSetMemoryParameters(dom, NULL, 0, 0) == -1, VIR_ERR_INVALID_ARG, "params");
    virDomainFree(dom);
}

int main(void)
{
    virConnectPtr conn;

    virSetErrorFunc(NULL, check_quiet);
    conn = check_open();
    adding();
    from_text();
    lists();
    through_calls(conn);
    virConnectClose(conn);
    return check_report("typedparams");
}
