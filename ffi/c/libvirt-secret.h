
/** Casts an event's callback to what virConnectSecretEventRegisterAny() takes. Since: 3.0.0 */
#define VIR_SECRET_EVENT_CALLBACK(cb) ((virConnectSecretEventGenericCallback) (void (*)(void)) (cb))
