
/** Casts an event's callback to what virConnectNodeDeviceEventRegisterAny() takes. Since: 2.2.0 */
#define VIR_NODE_DEVICE_EVENT_CALLBACK(cb) ((virConnectNodeDeviceEventGenericCallback) (void (*)(void)) (cb))
