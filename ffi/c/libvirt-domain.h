
/* The older names of typed parameters share their struct. */
#define _virSchedParameter _virTypedParameter
#define _virMemoryParameter _virTypedParameter
#define _virBlkioParameter _virTypedParameter

/** Sets the bit of a CPU in a CPU map. Since: 0.1.4 */
#define VIR_USE_CPU(cpumap, cpu) ((cpumap)[(cpu) / 8] |= (1 << ((cpu) % 8)))

/** Clears the bit of a CPU in a CPU map. Since: 0.1.4 */
#define VIR_UNUSE_CPU(cpumap, cpu) ((cpumap)[(cpu) / 8] &= ~(1 << ((cpu) % 8)))

/** Not 0 when the bit of a CPU is set in a CPU map. Since: 1.0.0 */
#define VIR_CPU_USED(cpumap, cpu) ((cpumap)[(cpu) / 8] & (1 << ((cpu) % 8)))

/** How many bytes a CPU map for that many CPUs has. Since: 0.1.4 */
#define VIR_CPU_MAPLEN(cpu) (((cpu) + 7) / 8)

/**
 * Not 0 when a virtual CPU may run on a CPU of the host, by the maps that virDomainGetVcpus() fills.
 * Since: 0.1.4
 */
#define VIR_CPU_USABLE(cpumaps, maplen, vcpu, cpu) VIR_CPU_USED(VIR_GET_CPUMAP(cpumaps, maplen, vcpu), cpu)

/** Copies the map of one virtual CPU out of an array of maps; needs string.h. Since: 0.1.4 */
#define VIR_COPY_CPUMAP(cpumaps, maplen, vcpu, cpumap) \
    memcpy((cpumap), VIR_GET_CPUMAP(cpumaps, maplen, vcpu), (maplen))

/** The map of one virtual CPU in an array of maps. Since: 0.1.4 */
#define VIR_GET_CPUMAP(cpumaps, maplen, vcpu) (&((cpumaps)[(vcpu) * (maplen)]))

/** Casts an event's callback to what virConnectDomainEventRegisterAny() takes. Since: 0.8.0 */
#define VIR_DOMAIN_EVENT_CALLBACK(cb) ((virConnectDomainEventGenericCallback) (void (*)(void)) (cb))
