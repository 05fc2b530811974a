package joust.opencl;

/**
 * An OpenCL platform: the driver of one vendor's devices.
 *
 * @param name its name, such as {@code Portable Computing Language}
 * @param vendor who made it
 * @param version the OpenCL version with the platform's words
 * @param devices how many devices it has; 0 is no error
 */
public record OpenClPlatform(String name, String vendor, String version, int devices) {}
