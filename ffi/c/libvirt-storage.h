
/** Casts an event's callback to what virConnectStoragePoolEventRegisterAny() takes. Since: 2.0.0 */
#define VIR_STORAGE_POOL_EVENT_CALLBACK(cb) ((virConnectStoragePoolEventGenericCallback) (void (*)(void)) (cb))
