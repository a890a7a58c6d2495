/* libvirt-secret.h: made from ffi/secret/ by the build. */

#ifndef LIBVIRT_SECRET_H
#define LIBVIRT_SECRET_H

#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>

/** Casts an event's callback to what virConnectSecretEventRegisterAny() takes. Since: 3.0.0 */
#define VIR_SECRET_EVENT_CALLBACK(cb) ((virConnectSecretEventGenericCallback) (void (*)(void)) (cb))

/**
 * Which secrets virConnectListAllSecrets() lists. Since: 0.10.2
 */
typedef enum virConnectListAllSecretsFlags {
    /**
     * Secrets kept in memory only. Since: 0.10.2
     */
    VIR_CONNECT_LIST_SECRETS_EPHEMERAL = (1 << 0),
    /**
     * Secrets kept on disk. Since: 0.10.2
     */
    VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL = (1 << 1),
    /**
     * Secrets whose value is never given out. Since: 0.10.2
     */
    VIR_CONNECT_LIST_SECRETS_PRIVATE = (1 << 2),
    /**
     * Secrets whose value can be read. Since: 0.10.2
     */
    VIR_CONNECT_LIST_SECRETS_NO_PRIVATE = (1 << 3)
} virConnectListAllSecretsFlags;

/**
 * Flags of virSecretDefineXML(). Since: 7.7.0
 */
typedef enum virSecretDefineFlags {
    /**
     * Check the document against the schema. Since: 7.7.0
     */
    VIR_SECRET_DEFINE_VALIDATE = (1 << 0)
} virSecretDefineFlags;

/**
 * The classes of secret events, for virConnectSecretEventRegisterAny(). Since: 3.0.0
 */
typedef enum virSecretEventID {
    /**
     * Defined, undefined: virConnectSecretEventLifecycleCallback. Since: 3.0.0
     */
    VIR_SECRET_EVENT_ID_LIFECYCLE = 0,
    /**
     * The value changed: virConnectSecretEventGenericCallback. Since: 3.0.0
     */
    VIR_SECRET_EVENT_ID_VALUE_CHANGED = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 3.0.0
     */
    , VIR_SECRET_EVENT_ID_LAST = 2
#endif
} virSecretEventID;

/**
 * What happened to a secret. Since: 3.0.0
 */
typedef enum virSecretEventLifecycleType {
    /**
     * It was defined. Since: 3.0.0
     */
    VIR_SECRET_EVENT_DEFINED = 0,
    /**
     * It was undefined. Since: 3.0.0
     */
    VIR_SECRET_EVENT_UNDEFINED = 1
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 3.0.0
     */
    , VIR_SECRET_EVENT_LAST = 2
#endif
} virSecretEventLifecycleType;

/**
 * What a secret is for. Since: 0.7.1
 */
typedef enum virSecretUsageType {
    /**
     * Nothing in particular. Since: 0.7.1
     */
    VIR_SECRET_USAGE_TYPE_NONE = 0,
    /**
     * An encrypted volume. Since: 0.7.1
     */
    VIR_SECRET_USAGE_TYPE_VOLUME = 1,
    /**
     * A Ceph server. Since: 0.9.7
     */
    VIR_SECRET_USAGE_TYPE_CEPH = 2,
    /**
     * An iSCSI server. Since: 1.0.4
     */
    VIR_SECRET_USAGE_TYPE_ISCSI = 3,
    /**
     * The key of a TLS certificate. Since: 2.3.0
     */
    VIR_SECRET_USAGE_TYPE_TLS = 4,
    /**
     * An emulated TPM. Since: 5.6.0
     */
    VIR_SECRET_USAGE_TYPE_VTPM = 5
#if defined(VIR_ENUM_SENTINELS)
    /**
     * How many values there are; it grows with releases. Since: 0.9.7
     */
    , VIR_SECRET_USAGE_TYPE_LAST = 6
#endif
} virSecretUsageType;

/**
 * A password or key that the host keeps. Since: 0.7.1
 */
typedef struct _virSecret _virSecret;

/**
 * A password or key that the host keeps. Since: 0.7.1
 */
typedef struct _virSecret virSecret;

/**
 * A handle of a virSecret. Since: 0.7.1
 */
typedef virSecret *virSecretPtr;

/**
 * Told that something happened, without more; other callbacks are cast to this. Since: 3.0.0
 */
typedef void (*virConnectSecretEventGenericCallback)(virConnectPtr conn,
                                                     virSecretPtr secret,
                                                     void *opaque);

/**
 * Told what happened to a secret; `event` is a virSecretEventLifecycleType. Since: 3.0.0
 */
typedef void (*virConnectSecretEventLifecycleCallback)(virConnectPtr conn,
                                                       virSecretPtr secret,
                                                       int event,
                                                       int detail,
                                                       void *opaque);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Ends a registration that virConnectSecretEventRegisterAny() made. The function that frees its data is run.
 *
 * @conn: the connection
 * @callbackID: the number of the registration
 *
 * Returns 0, or -1.
 *
 * Since: 3.0.0
 */
int virConnectSecretEventDeregisterAny(virConnectPtr conn,
                                       int callbackID);

/**
 * Registers a function that is called, by the thread that runs the event loop, with each event of a kind.
 *
 * @conn: the connection
 * @secret: the secret whose events are wanted, or NULL for all
 * @eventID: the kind of event, one of virSecretEventID
 * @cb: the function, cast to this type with VIR_SECRET_EVENT_CALLBACK(); its own type belongs to @eventID
 * @opaque: data to call it with
 * @freecb: (optional) a function that is called with @opaque when the registration ends
 *
 * Returns the number of the registration, zero or greater, or -1. The connection stays open while a
 * registration lasts.
 *
 * Since: 3.0.0
 */
int virConnectSecretEventRegisterAny(virConnectPtr conn,
                                     virSecretPtr secret,
                                     int eventID,
                                     virConnectSecretEventGenericCallback cb,
                                     void *opaque,
                                     virFreeCallback freecb);

/**
 * Lists secrets as handles, all of them or those that @flags select.
 *
 * @conn: the connection
 * @secrets: (out, optional) where to store a new array of them, ended by NULL; the caller frees each with
 *           virSecretFree() and the array with free(). NULL: only count
 * @flags: bitwise-OR of virConnectListAllSecretsFlags; flags of one group widen the choice, groups narrow it
 *
 * Returns their number, or -1.
 *
 * Since: 0.10.2
 */
int virConnectListAllSecrets(virConnectPtr conn,
                             virSecretPtr **secrets,
                             unsigned int flags);

/**
 * Lists the UUIDs of the secrets as text.
 *
 * @conn: the connection
 * @uuids: (out) an array that takes the UUIDs; the caller frees each
 * @maxuuids: the length of @uuids
 *
 * Returns the number of UUIDs that were stored, or -1.
 *
 * Since: 0.7.1
 */
int virConnectListSecrets(virConnectPtr conn, char **uuids, int maxuuids);

/**
 * Counts the secrets.
 *
 * @conn: the connection
 *
 * Returns their number, or -1.
 *
 * Since: 0.7.1
 */
int virConnectNumOfSecrets(virConnectPtr conn);

/**
 * Defines a secret, or changes the definition of one that exists. Its value is set with virSecretSetValue().
 *
 * @conn: the connection
 * @xml: the description, a <secret> document
 * @flags: bitwise-OR of virSecretDefineFlags
 *
 * Returns a new handle that the caller frees with virSecretFree(), or NULL.
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretDefineXML(virConnectPtr conn,
                                const char *xml,
                                unsigned int flags);

/**
 * Lets go of a secret handle. The secret itself lives on.
 *
 * @secret: the secret, not to be used afterwards
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.1
 */
int virSecretFree(virSecretPtr secret);

/**
 * Gives the connection that a secret belongs to, without a reference of its own: it lives as long as @secret.
 *
 * @secret: the secret
 *
 * Returns the connection, or NULL.
 *
 * Since: 0.7.1
 */
virConnectPtr virSecretGetConnect(virSecretPtr secret);

/**
 * Gives the UUID of a secret as bytes.
 *
 * @secret: the secret
 * @uuid: (out) room for VIR_UUID_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.1
 */
int virSecretGetUUID(virSecretPtr secret, unsigned char *uuid);

/**
 * Gives the UUID of a secret as text.
 *
 * @secret: the secret
 * @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.1
 */
int virSecretGetUUIDString(virSecretPtr secret, char *buf);

/**
 * Tells what uses a secret: a path, a name, whatever the kind of use calls for.
 *
 * @secret: the secret
 *
 * Returns the text, which lives as long as the handle and must not be freed; or NULL.
 *
 * Since: 0.7.1
 */
const char *virSecretGetUsageID(virSecretPtr secret);

/**
 * Tells the kind of use of a secret.
 *
 * @secret: the secret
 *
 * Returns one of virSecretUsageType, or -1.
 *
 * Since: 0.7.1
 */
int virSecretGetUsageType(virSecretPtr secret);

/**
 * Gives the value of a secret. A private one is never given.
 *
 * @secret: the secret
 * @value_size: (out) how many bytes it has
 * @flags: must be 0
 *
 * Returns a new array of bytes that the caller frees, or NULL.
 *
 * Since: 0.7.1
 */
unsigned char *virSecretGetValue(virSecretPtr secret, size_t *value_size, unsigned int flags);

/**
 * Describes a secret as XML. The value is not part of it.
 *
 * @secret: the secret
 * @flags: must be 0
 *
 * Returns a new string that the caller frees, or NULL.
 *
 * Since: 0.7.1
 */
char *virSecretGetXMLDesc(virSecretPtr secret, unsigned int flags);

/**
 * Finds a secret by its UUID.
 *
 * @conn: the connection
 * @uuid: VIR_UUID_BUFLEN bytes
 *
 * Returns a new handle that the caller frees with virSecretFree(), or NULL (VIR_ERR_NO_SECRET).
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * Finds a secret by the text of its UUID.
 *
 * @conn: the connection
 * @uuidstr: the UUID as text
 *
 * Returns a new handle that the caller frees with virSecretFree(), or NULL (VIR_ERR_NO_SECRET).
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * Finds a secret by what uses it.
 *
 * @conn: the connection
 * @usageType: the kind of use, one of virSecretUsageType
 * @usageID: what uses it
 *
 * Returns a new handle that the caller frees with virSecretFree(), or NULL (VIR_ERR_NO_SECRET).
 *
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUsage(virConnectPtr conn, int usageType, const char *usageID);

/**
 * Adds a reference to a secret handle, for another thread say; each is let go of with virSecretFree().
 *
 * @secret: the secret
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.1
 */
int virSecretRef(virSecretPtr secret);

/**
 * Sets the value of a secret.
 *
 * @secret: the secret
 * @value: the bytes
 * @value_size: how many there are
 * @flags: must be 0
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.1
 */
int virSecretSetValue(virSecretPtr secret,
                      const unsigned char *value,
                      size_t value_size,
                      unsigned int flags);

/**
 * Removes a secret and its value.
 *
 * @secret: the secret
 *
 * Returns 0, or -1.
 *
 * Since: 0.7.1
 */
int virSecretUndefine(virSecretPtr secret);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_SECRET_H */
