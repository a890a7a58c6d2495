/* libvirt-common.h: made from ffi/common/ by the build. */

#ifndef LIBVIRT_COMMON_H
#define LIBVIRT_COMMON_H

#include <stddef.h>

/** Marks what new code should not use. */
#define VIR_DEPRECATED __attribute__((__deprecated__))

/** Marks a variable that the library exports. */
#define VIR_EXPORT_VAR extern

/**
 * True when these headers are of version major.minor.micro or newer. Since: 1.2.0
 */
#define LIBVIR_CHECK_VERSION(major, minor, micro) \
    ((major) * 1000000 + (minor) * 1000 + (micro) <= LIBVIR_VERSION_NUMBER)

/**
 * Since: 0.0.1
 */
#define LIBVIR_VERSION_NUMBER 12008000

/**
 * Since: 0.9.2
 */
#define VIR_TYPED_PARAM_FIELD_LENGTH 80

/**
 * Since: 0.10.0
 */
typedef enum virConnectCloseReason {
    /**
     * Since: 0.10.0
     */
    VIR_CONNECT_CLOSE_REASON_ERROR = 0,
    /**
     * Since: 0.10.0
     */
    VIR_CONNECT_CLOSE_REASON_EOF = 1,
    /**
     * Since: 0.10.0
     */
    VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2,
    /**
     * Since: 0.10.0
     */
    VIR_CONNECT_CLOSE_REASON_CLIENT = 3
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 0.10.0
     */
    , VIR_CONNECT_CLOSE_REASON_LAST = 4
#endif
} virConnectCloseReason;

/**
 * Since: 0.9.8
 */
typedef enum virTypedParameterFlags {
    /**
     * Since: 0.9.8
     */
    VIR_TYPED_PARAM_STRING_OKAY = (1 << 2)
} virTypedParameterFlags;

/**
 * Since: 0.9.2
 */
typedef enum virTypedParameterType {
    /**
     * Since: 0.9.2
     */
    VIR_TYPED_PARAM_INT = 1,
    /**
     * Since: 0.9.2
     */
    VIR_TYPED_PARAM_UINT = 2,
    /**
     * Since: 0.9.2
     */
    VIR_TYPED_PARAM_LLONG = 3,
    /**
     * Since: 0.9.2
     */
    VIR_TYPED_PARAM_ULLONG = 4,
    /**
     * Since: 0.9.2
     */
    VIR_TYPED_PARAM_DOUBLE = 5,
    /**
     * Since: 0.9.2
     */
    VIR_TYPED_PARAM_BOOLEAN = 6,
    /**
     * Since: 0.9.8
     */
    VIR_TYPED_PARAM_STRING = 7
#if defined(VIR_ENUM_SENTINELS)
    /**
     * Since: 0.9.10
     */
    , VIR_TYPED_PARAM_LAST = 8
#endif
} virTypedParameterType;

/**
 * The value of a typed parameter; its `type` says which member holds it. Since: 0.9.2
 */
typedef union _virTypedParameterValue {
    int i;
    unsigned int ui;
    long long l;
    unsigned long long ul;
    double d;
    char b;
    char *s;
} _virTypedParameterValue;

/**
 * Since: 0.2.3
 */
typedef struct _virTypedParameter {
    char field[VIR_TYPED_PARAM_FIELD_LENGTH];
    int type;
    union _virTypedParameterValue value;
} _virTypedParameter;

/**
 * Since: 0.9.2
 */
typedef struct _virTypedParameter virTypedParameter;

/**
 * Since: 0.9.2
 */
typedef virTypedParameter *virTypedParameterPtr;

/**
 * Since: 0.5.0
 */
typedef void (*virFreeCallback)(void *opaque);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Since: 1.0.2
 */
int virTypedParamsAddBoolean(virTypedParameterPtr *params,
                             int *nparams,
                             int *maxparams,
                             const char *name,
                             int value);

/**
 * Since: 1.0.2
 */
int virTypedParamsAddDouble(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            double value);

/**
 * Since: 1.0.2
 */
int virTypedParamsAddFromString(virTypedParameterPtr *params,
                                int *nparams,
                                int *maxparams,
                                const char *name,
                                int type,
                                const char *value);

/**
 * Since: 1.0.2
 */
int virTypedParamsAddInt(virTypedParameterPtr *params,
                         int *nparams,
                         int *maxparams,
                         const char *name,
                         int value);

/**
 * Since: 1.0.2
 */
int virTypedParamsAddLLong(virTypedParameterPtr *params,
                           int *nparams,
                           int *maxparams,
                           const char *name,
                           long long value);

/**
 * Since: 1.0.2
 */
int virTypedParamsAddString(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            const char *value);

/**
 * Since: 1.2.17
 */
int virTypedParamsAddStringList(virTypedParameterPtr *params,
                                int *nparams,
                                int *maxparams,
                                const char *name,
                                const char **values);

/**
 * Since: 1.0.2
 */
int virTypedParamsAddUInt(virTypedParameterPtr *params,
                          int *nparams,
                          int *maxparams,
                          const char *name,
                          unsigned int value);

/**
 * Since: 1.0.2
 */
int virTypedParamsAddULLong(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            unsigned long long value);

/**
 * Since: 1.0.2
 */
void virTypedParamsClear(virTypedParameterPtr params, int nparams);

/**
 * Since: 1.0.2
 */
void virTypedParamsFree(virTypedParameterPtr params, int nparams);

/**
 * Since: 1.0.2
 */
virTypedParameterPtr virTypedParamsGet(virTypedParameterPtr params, int nparams, const char *name);

/**
 * Since: 1.0.2
 */
int virTypedParamsGetBoolean(virTypedParameterPtr params,
                             int nparams,
                             const char *name,
                             int *value);

/**
 * Since: 1.0.2
 */
int virTypedParamsGetDouble(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            double *value);

/**
 * Since: 1.0.2
 */
int virTypedParamsGetInt(virTypedParameterPtr params, int nparams, const char *name, int *value);

/**
 * Since: 1.0.2
 */
int virTypedParamsGetLLong(virTypedParameterPtr params,
                           int nparams,
                           const char *name,
                           long long *value);

/**
 * Since: 1.0.2
 */
int virTypedParamsGetString(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            const char **value);

/**
 * Since: 1.0.2
 */
int virTypedParamsGetUInt(virTypedParameterPtr params,
                          int nparams,
                          const char *name,
                          unsigned int *value);

/**
 * Since: 1.0.2
 */
int virTypedParamsGetULLong(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            unsigned long long *value);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_COMMON_H */
