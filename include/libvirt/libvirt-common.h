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
 * The version of these headers: major * 1000000 + minor * 1000 + micro. Since: 0.0.1
 */
#define LIBVIR_VERSION_NUMBER 12008000

/**
 * Bytes of a parameter's name, the final zero included. Since: 0.9.2
 */
#define VIR_TYPED_PARAM_FIELD_LENGTH 80

/**
 * Why a connection was closed. Since: 0.10.0
 */
typedef enum virConnectCloseReason {
    /**
     * An I/O error. Since: 0.10.0
     */
    VIR_CONNECT_CLOSE_REASON_ERROR = 0,
    /**
     * The server closed it. Since: 0.10.0
     */
    VIR_CONNECT_CLOSE_REASON_EOF = 1,
    /**
     * The server did not answer keepalive requests in time. Since: 0.10.0
     */
    VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2,
    /**
     * The client asked for it. Since: 0.10.0
     */
    VIR_CONNECT_CLOSE_REASON_CLIENT = 3
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.10.0
     */
    , VIR_CONNECT_CLOSE_REASON_LAST = 4
#endif
} virConnectCloseReason;

/**
 * Flags that concern typed parameters in all functions that take them. Since: 0.9.8
 */
typedef enum virTypedParameterFlags {
    /**
     * The caller understands string parameters. Newer functions assume it. Since: 0.9.8
     */
    VIR_TYPED_PARAM_STRING_OKAY = (1 << 2)
} virTypedParameterFlags;

/**
 * Which member of a typed parameter's value is in use. Since: 0.9.2
 */
typedef enum virTypedParameterType {
    /**
     * A signed 32 bit number, in `i`. Since: 0.9.2
     */
    VIR_TYPED_PARAM_INT = 1,
    /**
     * An unsigned 32 bit number, in `ui`. Since: 0.9.2
     */
    VIR_TYPED_PARAM_UINT = 2,
    /**
     * A signed 64 bit number, in `l`. Since: 0.9.2
     */
    VIR_TYPED_PARAM_LLONG = 3,
    /**
     * An unsigned 64 bit number, in `ul`. Since: 0.9.2
     */
    VIR_TYPED_PARAM_ULLONG = 4,
    /**
     * A floating point number, in `d`. Since: 0.9.2
     */
    VIR_TYPED_PARAM_DOUBLE = 5,
    /**
     * 0 or 1, in `b`. Since: 0.9.2
     */
    VIR_TYPED_PARAM_BOOLEAN = 6,
    /**
     * A string, in `s`. Since: 0.9.8
     */
    VIR_TYPED_PARAM_STRING = 7
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.10
     */
    , VIR_TYPED_PARAM_LAST = 8
#endif
} virTypedParameterType;

/**
 * The value of a typed parameter; its `type` says which member holds it. Since: 0.9.2
 */
typedef union _virTypedParameterValue {
    /**
     * Of VIR_TYPED_PARAM_INT.
     */
    int i;
    /**
     * Of VIR_TYPED_PARAM_UINT.
     */
    unsigned int ui;
    /**
     * Of VIR_TYPED_PARAM_LLONG.
     */
    long long l;
    /**
     * Of VIR_TYPED_PARAM_ULLONG.
     */
    unsigned long long ul;
    /**
     * Of VIR_TYPED_PARAM_DOUBLE.
     */
    double d;
    /**
     * Of VIR_TYPED_PARAM_BOOLEAN.
     */
    char b;
    /**
     * Of VIR_TYPED_PARAM_STRING.
     */
    char *s;
} _virTypedParameterValue;

/**
 * A named value with its type. Since: 0.2.3
 */
typedef struct _virTypedParameter {
    /**
     * Its name.
     */
    char field[VIR_TYPED_PARAM_FIELD_LENGTH];
    /**
     * Which member of the value is in use, a virTypedParameterType.
     */
    int type;
    /**
     * Its value.
     */
    union _virTypedParameterValue value;
} _virTypedParameter;

/**
 * A named value with its type. Since: 0.9.2
 */
typedef struct _virTypedParameter virTypedParameter;

/**
 * A pointer to a virTypedParameter, or to the first of an array. Since: 0.9.2
 */
typedef virTypedParameter *virTypedParameterPtr;

/**
 * Frees what was given to a callback as `opaque`. Since: 0.5.0
 */
typedef void (*virFreeCallback)(void *opaque);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Adds a parameter of type VIR_TYPED_PARAM_BOOLEAN to an array that grows as needed.
 *
 * @params: (inout) the array, NULL for a new one; it is moved when it must grow
 * @nparams: (inout) how many parameters are in it
 * @maxparams: (inout) how many it has room for
 * @name: the name of the new parameter
 * @value: its value, 0 for false and anything else for true
 *
 * Returns 0, or -1; the array is not changed then.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddBoolean(virTypedParameterPtr *params,
                             int *nparams,
                             int *maxparams,
                             const char *name,
                             int value);

/**
 * Adds a parameter of type VIR_TYPED_PARAM_DOUBLE to an array that grows as needed.
 *
 * @params: (inout) the array, NULL for a new one; it is moved when it must grow
 * @nparams: (inout) how many parameters are in it
 * @maxparams: (inout) how many it has room for
 * @name: the name of the new parameter
 * @value: its value
 *
 * Returns 0, or -1; the array is not changed then.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddDouble(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            double value);

/**
 * Adds a parameter, whose value is given as text, to an array that grows as needed.
 *
 * @params: (inout) the array, NULL for a new one; it is moved when it must grow
 * @nparams: (inout) how many parameters are in it
 * @maxparams: (inout) how many it has room for
 * @name: the name of the new parameter
 * @type: its type, one of virTypedParameterType
 * @value: its value as text: a whole number in base ten, a decimal fraction, 0 or 1 for a truth value, or any
 *         string
 *
 * Returns 0, or -1; the array is not changed then.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddFromString(virTypedParameterPtr *params,
                                int *nparams,
                                int *maxparams,
                                const char *name,
                                int type,
                                const char *value);

/**
 * Adds a parameter of type VIR_TYPED_PARAM_INT to an array that grows as needed.
 *
 * @params: (inout) the array, NULL for a new one; it is moved when it must grow
 * @nparams: (inout) how many parameters are in it
 * @maxparams: (inout) how many it has room for
 * @name: the name of the new parameter
 * @value: its value
 *
 * Returns 0, or -1; the array is not changed then.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddInt(virTypedParameterPtr *params,
                         int *nparams,
                         int *maxparams,
                         const char *name,
                         int value);

/**
 * Adds a parameter of type VIR_TYPED_PARAM_LLONG to an array that grows as needed.
 *
 * @params: (inout) the array, NULL for a new one; it is moved when it must grow
 * @nparams: (inout) how many parameters are in it
 * @maxparams: (inout) how many it has room for
 * @name: the name of the new parameter
 * @value: its value
 *
 * Returns 0, or -1; the array is not changed then.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddLLong(virTypedParameterPtr *params,
                           int *nparams,
                           int *maxparams,
                           const char *name,
                           long long value);

/**
 * Adds a parameter of type VIR_TYPED_PARAM_STRING to an array that grows as needed.
 *
 * @params: (inout) the array, NULL for a new one; it is moved when it must grow
 * @nparams: (inout) how many parameters are in it
 * @maxparams: (inout) how many it has room for
 * @name: the name of the new parameter
 * @value: its value, which is copied; NULL stands for the empty string
 *
 * Returns 0, or -1; the array is not changed then.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddString(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            const char *value);

/**
 * Adds several parameters of one name and of type VIR_TYPED_PARAM_STRING to an array that grows as needed.
 *
 * @params: (inout) the array, NULL for a new one; it is moved when it must grow
 * @nparams: (inout) how many parameters are in it
 * @maxparams: (inout) how many it has room for
 * @name: the name of the new parameters
 * @values: their values, ended by NULL, which are copied; NULL for none
 *
 * Returns 0, or -1; those before the one that failed are in the array then.
 *
 * Since: 1.2.17
 */
int virTypedParamsAddStringList(virTypedParameterPtr *params,
                                int *nparams,
                                int *maxparams,
                                const char *name,
                                const char **values);

/**
 * Adds a parameter of type VIR_TYPED_PARAM_UINT to an array that grows as needed.
 *
 * @params: (inout) the array, NULL for a new one; it is moved when it must grow
 * @nparams: (inout) how many parameters are in it
 * @maxparams: (inout) how many it has room for
 * @name: the name of the new parameter
 * @value: its value
 *
 * Returns 0, or -1; the array is not changed then.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddUInt(virTypedParameterPtr *params,
                          int *nparams,
                          int *maxparams,
                          const char *name,
                          unsigned int value);

/**
 * Adds a parameter of type VIR_TYPED_PARAM_ULLONG to an array that grows as needed.
 *
 * @params: (inout) the array, NULL for a new one; it is moved when it must grow
 * @nparams: (inout) how many parameters are in it
 * @maxparams: (inout) how many it has room for
 * @name: the name of the new parameter
 * @value: its value
 *
 * Returns 0, or -1; the array is not changed then.
 *
 * Since: 1.0.2
 */
int virTypedParamsAddULLong(virTypedParameterPtr *params,
                            int *nparams,
                            int *maxparams,
                            const char *name,
                            unsigned long long value);

/**
 * Frees the strings in an array of parameters, but not the array.
 *
 * @params: the array; NULL does nothing
 * @nparams: how many parameters are in it
 *
 * Since: 1.0.2
 */
void virTypedParamsClear(virTypedParameterPtr params, int nparams);

/**
 * Frees an array of parameters and the strings in it.
 *
 * @params: the array; NULL does nothing
 * @nparams: how many parameters are in it
 *
 * Since: 1.0.2
 */
void virTypedParamsFree(virTypedParameterPtr params, int nparams);

/**
 * Finds a parameter by its name.
 *
 * @params: the array
 * @nparams: how many parameters are in it
 * @name: the name
 *
 * Returns the first parameter of that name, a part of the array; NULL when there is none.
 *
 * Since: 1.0.2
 */
virTypedParameterPtr virTypedParamsGet(virTypedParameterPtr params, int nparams, const char *name);

/**
 * Finds a parameter of type VIR_TYPED_PARAM_BOOLEAN by its name and reads its value.
 *
 * @params: the array
 * @nparams: how many parameters are in it
 * @name: the name
 * @value: (out) its value; NULL to ask only whether it is there
 *
 * Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetBoolean(virTypedParameterPtr params,
                             int nparams,
                             const char *name,
                             int *value);

/**
 * Finds a parameter of type VIR_TYPED_PARAM_DOUBLE by its name and reads its value.
 *
 * @params: the array
 * @nparams: how many parameters are in it
 * @name: the name
 * @value: (out) its value; NULL to ask only whether it is there
 *
 * Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetDouble(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            double *value);

/**
 * Finds a parameter of type VIR_TYPED_PARAM_INT by its name and reads its value.
 *
 * @params: the array
 * @nparams: how many parameters are in it
 * @name: the name
 * @value: (out) its value; NULL to ask only whether it is there
 *
 * Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetInt(virTypedParameterPtr params, int nparams, const char *name, int *value);

/**
 * Finds a parameter of type VIR_TYPED_PARAM_LLONG by its name and reads its value.
 *
 * @params: the array
 * @nparams: how many parameters are in it
 * @name: the name
 * @value: (out) its value; NULL to ask only whether it is there
 *
 * Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetLLong(virTypedParameterPtr params,
                           int nparams,
                           const char *name,
                           long long *value);

/**
 * Finds a parameter of type VIR_TYPED_PARAM_STRING by its name and reads its value.
 *
 * @params: the array
 * @nparams: how many parameters are in it
 * @name: the name
 * @value: (out) its value, which stays a part of the array; NULL to ask only whether it is there
 *
 * Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetString(virTypedParameterPtr params,
                            int nparams,
                            const char *name,
                            const char **value);

/**
 * Finds a parameter of type VIR_TYPED_PARAM_UINT by its name and reads its value.
 *
 * @params: the array
 * @nparams: how many parameters are in it
 * @name: the name
 * @value: (out) its value; NULL to ask only whether it is there
 *
 * Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
 *
 * Since: 1.0.2
 */
int virTypedParamsGetUInt(virTypedParameterPtr params,
                          int nparams,
                          const char *name,
                          unsigned int *value);

/**
 * Finds a parameter of type VIR_TYPED_PARAM_ULLONG by its name and reads its value.
 *
 * @params: the array
 * @nparams: how many parameters are in it
 * @name: the name
 * @value: (out) its value; NULL to ask only whether it is there
 *
 * Returns 1 when it was found, 0 when there is none of that name, or -1 when it is of another type.
 *
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
