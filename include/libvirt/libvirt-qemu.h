/* libvirt-qemu.h: made from ffi/qemu/ by the build. */

#ifndef LIBVIRT_QEMU_H
#define LIBVIRT_QEMU_H

#include <libvirt/libvirt.h>


/**
 * How the event's name in virConnectDomainQemuMonitorEventRegister() is meant. Since: 1.2.3
 */
typedef enum virConnectDomainQemuMonitorEventRegisterFlags {
    /**
     * As a regular expression. Since: 1.2.3
     */
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX = (1 << 0),
    /**
     * Without regard to case. Since: 1.2.3
     */
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE = (1 << 1)
} virConnectDomainQemuMonitorEventRegisterFlags;

/**
 * Timeouts that are not a number of seconds. Since: 0.10.0
 */
typedef enum virDomainQemuAgentCommandTimeoutValues {
    /**
     * The smallest value. Since: 0.10.0
     */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = -2,
    /**
     * Wait without end. Since: 0.10.0
     */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK = -2,
    /**
     * Wait as long as the driver usually does. Since: 0.10.0
     */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT = -1,
    /**
     * Do not wait. Since: 0.10.0
     */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT = 0,
    /**
     * Wait as long as for a shutdown. Since: 1.2.15
     */
    VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN = 60
} virDomainQemuAgentCommandTimeoutValues;

/**
 * How a monitor command is written. Since: 0.8.8
 */
typedef enum virDomainQemuMonitorCommandFlags {
    /**
     * In QMP, which is JSON. Since: 0.8.8
     */
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT = 0,
    /**
     * In words, for the human monitor. Since: 0.8.8
     */
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP = (1 << 0)
} virDomainQemuMonitorCommandFlags;

/**
 * Told of an event of QEMU's monitor; `details` is its data in JSON, or NULL. Since: 1.2.3
 */
typedef void (*virConnectDomainQemuMonitorEventCallback)(virConnectPtr conn,
                                                         virDomainPtr dom,
                                                         const char *event,
                                                         long long seconds,
                                                         unsigned int micros,
                                                         const char *details,
                                                         void *opaque);

#ifdef __cplusplus
extern "C" {
#endif /* __cplusplus */

/**
 * Takes back what virConnectDomainQemuMonitorEventRegister() did.
 *
 * @conn: the connection
 * @callbackID: what it returned
 *
 * Returns 0, or -1.
 *
 * Since: 1.2.3
 */
int virConnectDomainQemuMonitorEventDeregister(virConnectPtr conn, int callbackID);

/**
 * Has a function called for events of QEMU's monitor, as they come and without interpretation. For
 * applications that need what virConnectDomainEventRegisterAny() does not have; names and data may change
 * with QEMU.
 *
 * @conn: the connection
 * @dom: the domain whose events are wanted, or NULL for all
 * @event: the name of the events that are wanted, or NULL for all
 * @cb: the function
 * @opaque: data for it
 * @freecb: (optional) called with @opaque when it is no longer needed
 * @flags: bitwise-OR of virConnectDomainQemuMonitorEventRegisterFlags
 *
 * Returns a number for virConnectDomainQemuMonitorEventDeregister(), or -1.
 *
 * Since: 1.2.3
 */
int virConnectDomainQemuMonitorEventRegister(virConnectPtr conn,
                                             virDomainPtr dom,
                                             const char *event,
                                             virConnectDomainQemuMonitorEventCallback cb,
                                             void *opaque,
                                             virFreeCallback freecb,
                                             unsigned int flags);

/**
 * Sends a command to the guest agent, without interpretation.
 *
 * @domain: the domain
 * @cmd: the command, in JSON
 * @timeout: how long to wait, in seconds, or a virDomainQemuAgentCommandTimeoutValues
 * @flags: extra flags, must be 0
 *
 * Returns the answer, in JSON, which the caller frees, or NULL.
 *
 * Since: 0.10.0
 */
char *virDomainQemuAgentCommand(virDomainPtr domain,
                                const char *cmd,
                                int timeout,
                                unsigned int flags);

/**
 * Takes over a QEMU process that was started without the library. No driver can do so any more.
 *
 * @conn: the connection
 * @pid_value: the process
 * @flags: extra flags, must be 0
 *
 * Returns the domain, or NULL.
 *
 * Since: 0.9.4
 */
virDomainPtr virDomainQemuAttach(virConnectPtr conn, unsigned int pid_value, unsigned int flags);

/**
 * Sends a command to QEMU's monitor, without interpretation. What it changes is not known to the library,
 * so the domain counts as tainted.
 *
 * @domain: the domain
 * @cmd: the command: JSON, or words with VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP
 * @result: (out) the answer, which the caller frees
 * @flags: bitwise-OR of virDomainQemuMonitorCommandFlags
 *
 * Returns 0, or -1.
 *
 * Since: 0.8.3
 */
int virDomainQemuMonitorCommand(virDomainPtr domain,
                                const char *cmd,
                                char **result,
                                unsigned int flags);

/**
 * Sends a command to QEMU's monitor together with descriptors, and takes the descriptors that come back.
 *
 * @domain: the domain
 * @cmd: the command: JSON, or words with VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP
 * @ninfiles: the length of @infiles
 * @infiles: (optional) descriptors to send; they stay the caller's
 * @noutfiles: (out, optional) the length of @outfiles
 * @outfiles: (out, optional) a new array of descriptors, which the caller closes and frees
 * @result: (out) the answer, which the caller frees
 * @flags: bitwise-OR of virDomainQemuMonitorCommandFlags
 *
 * Returns 0, or -1.
 *
 * Since: 8.2.0
 */
int virDomainQemuMonitorCommandWithFiles(virDomainPtr domain,
                                         const char *cmd,
                                         unsigned int ninfiles,
                                         int *infiles,
                                         unsigned int *noutfiles,
                                         int **outfiles,
                                         char **result,
                                         unsigned int flags);

#ifdef __cplusplus
} /* extern "C" */
#endif /* __cplusplus */

#endif  /* LIBVIRT_QEMU_H */
