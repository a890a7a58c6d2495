/* libvirt-secret.h: made from ffi/secret/ by the build. */

#ifndef LIBVIRT_SECRET_H
#define LIBVIRT_SECRET_H

#include <libvirt/libvirt-common.h>
#include <libvirt/libvirt-host.h>

/** Casts an event's callback to what virConnectSecretEventRegisterAny() takes. Since: 3.0.0 */
#define VIR_SECRET_EVENT_CALLBACK(cb) ((virConnectSecretEventGenericCallback) (cb))

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
 * Since: 3.0.0
 */
int virConnectSecretEventDeregisterAny(virConnectPtr conn, int callbackID);

/**
 * @freecb: (optional)
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
 * Since: 0.10.2
 */
int virConnectListAllSecrets(virConnectPtr conn, virSecretPtr **secrets, unsigned int flags);

/**
 * Since: 0.7.1
 */
int virConnectListSecrets(virConnectPtr conn, char **uuids, int maxuuids);

/**
 * Since: 0.7.1
 */
int virConnectNumOfSecrets(virConnectPtr conn);

/**
 * Since: 0.7.1
 */
virSecretPtr virSecretDefineXML(virConnectPtr conn, const char *xml, unsigned int flags);

/**
 * Since: 0.7.1
 */
int virSecretFree(virSecretPtr secret);

/**
 * Since: 0.7.1
 */
virConnectPtr virSecretGetConnect(virSecretPtr secret);

/**
 * Since: 0.7.1
 */
int virSecretGetUUID(virSecretPtr secret, unsigned char *uuid);

/**
 * Since: 0.7.1
 */
int virSecretGetUUIDString(virSecretPtr secret, char *buf);

/**
 * Since: 0.7.1
 */
const char *virSecretGetUsageID(virSecretPtr secret);

/**
 * Since: 0.7.1
 */
int virSecretGetUsageType(virSecretPtr secret);

/**
 * Since: 0.7.1
 */
unsigned char *virSecretGetValue(virSecretPtr secret, size_t *value_size, unsigned int flags);

/**
 * Since: 0.7.1
 */
char *virSecretGetXMLDesc(virSecretPtr secret, unsigned int flags);

/**
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUUID(virConnectPtr conn, const unsigned char *uuid);

/**
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUUIDString(virConnectPtr conn, const char *uuidstr);

/**
 * Since: 0.7.1
 */
virSecretPtr virSecretLookupByUsage(virConnectPtr conn, int usageType, const char *usageID);

/**
 * Since: 0.7.1
 */
int virSecretRef(virSecretPtr secret);

/**
 * Since: 0.7.1
 */
int virSecretSetValue(virSecretPtr secret,
                      const unsigned char *value,
                      size_t value_size,
                      unsigned int flags);

/**
 * Since: 0.7.1
 */
int virSecretUndefine(virSecretPtr secret);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_SECRET_H */
