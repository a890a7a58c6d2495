
/** Casts an event's callback to what virConnectNetworkEventRegisterAny() takes. Since: 1.2.1 */
#define VIR_NETWORK_EVENT_CALLBACK(cb) ((virConnectNetworkEventGenericCallback) (void (*)(void)) (cb))
