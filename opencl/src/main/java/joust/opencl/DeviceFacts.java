package joust.opencl;

import java.util.Optional;
import joust.backend.Discovery.Problem;
import joust.opencl.OpenClDevice.Kind;
import org.jocl.CL;
import org.jocl.cl_device_id;

/** Reads what Joust needs to know of a device, and judges it. */
final class DeviceFacts {
    /** Below the SIMD backend, and below the scalar one: launches cost more than small layers, and it is the same processor. */
    private static final double CPU_SCORE = 0.5;

    /** Below the SIMD backend: it shares memory and power with the CPU. */
    private static final double INTEGRATED_SCORE = 6;

    /** Above every backend on the CPU, whatever the GPU. */
    private static final double LEAST_GPU_SCORE = 20;

    private static final double MEGAHERTZ_PER_GIGAHERTZ = 1000;

    private DeviceFacts() {}

    /** Why a device cannot be used at all, if it cannot. */
    static Optional<Problem> problem(String platform, cl_device_id device) {
        String model = DeviceQuery.text(device, CL.CL_DEVICE_NAME) + " of " + platform;
        if (DeviceQuery.integer(device, CL.CL_DEVICE_AVAILABLE) == 0) {
            return Optional.of(new Problem(model + " is not available", "end what holds it, or reset it"));
        }
        if (DeviceQuery.integer(device, CL.CL_DEVICE_COMPILER_AVAILABLE) == 0) {
            return Optional.of(new Problem(model + " has no compiler", "install its driver's compiler"));
        }
        if (DeviceQuery.integer(device, CL.CL_DEVICE_ENDIAN_LITTLE) == 0) {
            return Optional.of(new Problem(model + " is big-endian", "use another device"));
        }
        return Optional.empty();
    }

    /** All facts but the name to open it by; whether memory is shared is a question of OpenCL 1.1 that all drivers answer. */
    @SuppressWarnings("deprecation")
    static OpenClDevice of(String platform, cl_device_id device) {
        Kind kind = kind(DeviceQuery.number(device, CL.CL_DEVICE_TYPE));
        boolean unified = DeviceQuery.integer(device, CL.CL_DEVICE_HOST_UNIFIED_MEMORY) != 0;
        int units = DeviceQuery.integer(device, CL.CL_DEVICE_MAX_COMPUTE_UNITS);
        int megahertz = DeviceQuery.integer(device, CL.CL_DEVICE_MAX_CLOCK_FREQUENCY);
        long rounding = DeviceQuery.number(device, CL.CL_DEVICE_SINGLE_FP_CONFIG);
        return new OpenClDevice(
                "",
                platform,
                DeviceQuery.text(device, CL.CL_DEVICE_NAME),
                DeviceQuery.text(device, CL.CL_DEVICE_VENDOR),
                DeviceQuery.text(device, CL.CL_DRIVER_VERSION),
                DeviceQuery.text(device, CL.CL_DEVICE_VERSION),
                kind,
                unified,
                DeviceQuery.number(device, CL.CL_DEVICE_GLOBAL_MEM_SIZE),
                DeviceQuery.number(device, CL.CL_DEVICE_MAX_MEM_ALLOC_SIZE),
                units,
                megahertz,
                (int) Math.min(Integer.MAX_VALUE, DeviceQuery.number(device, CL.CL_DEVICE_MAX_WORK_GROUP_SIZE)),
                DeviceQuery.number(device, CL.CL_DEVICE_LOCAL_MEM_SIZE),
                (rounding & CL.CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT) != 0,
                (rounding & CL.CL_FP_DENORM) != 0,
                (rounding & CL.CL_FP_FMA) != 0,
                score(kind, unified, units, megahertz));
    }

    private static Kind kind(long type) {
        if ((type & CL.CL_DEVICE_TYPE_GPU) != 0) {
            return Kind.GPU;
        }
        return (type & CL.CL_DEVICE_TYPE_CPU) != 0 ? Kind.CPU : Kind.ACCELERATOR;
    }

    /** GPUs with memory of their own are ordered by compute units times clock. */
    static double score(Kind kind, boolean unifiedMemory, int computeUnits, int megahertz) {
        if (kind == Kind.CPU) {
            return CPU_SCORE;
        }
        return unifiedMemory ? INTEGRATED_SCORE : LEAST_GPU_SCORE + computeUnits * megahertz / MEGAHERTZ_PER_GIGAHERTZ;
    }

    /** The same with a name. */
    static OpenClDevice named(String name, OpenClDevice device) {
        return new OpenClDevice(
                name,
                device.platform(),
                device.model(),
                device.vendor(),
                device.driver(),
                device.version(),
                device.kind(),
                device.unifiedMemory(),
                device.memory(),
                device.largestAllocation(),
                device.computeUnits(),
                device.megahertz(),
                device.largestGroup(),
                device.localMemory(),
                device.exactDivision(),
                device.denormals(),
                device.fastFusedMultiplyAdd(),
                device.score());
    }
}
