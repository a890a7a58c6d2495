
/**
 * The highest number of CPUs that the host described by a virNodeInfo (not a pointer) can have, CPUs that are
 * offline included. Since: 0.1.4
 */
#define VIR_NODEINFO_MAXCPUS(nodeinfo) \
    ((nodeinfo).nodes * (nodeinfo).sockets * (nodeinfo).cores * (nodeinfo).threads)
