
/** Marks what new code should not use. */
#define VIR_DEPRECATED __attribute__((__deprecated__))

/** Marks a variable that the library exports. */
#define VIR_EXPORT_VAR extern

/**
 * True when these headers are of version major.minor.micro or newer. Since: 1.2.0
 */
#define LIBVIR_CHECK_VERSION(major, minor, micro) \
    ((major) * 1000000 + (minor) * 1000 + (micro) <= LIBVIR_VERSION_NUMBER)
