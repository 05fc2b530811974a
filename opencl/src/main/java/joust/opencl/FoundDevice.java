package joust.opencl;

import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** A device with its handles. */
record FoundDevice(cl_platform_id platform, cl_device_id id, OpenClDevice facts) {}
