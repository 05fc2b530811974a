package joust.opencl;

import joust.backend.Backend;
import joust.backend.BackendException;
import org.jspecify.annotations.Nullable;

/**
 * The tensor cores of a device: the kernels that use them, or why they cannot be used.
 *
 * @param products products in TF32, or null
 * @param problem why there are none, or empty
 */
record TensorCores(@Nullable ProductKernels products, String problem) {
    private static final String NVIDIA = "NVIDIA";

    /** {@code CL_DEVICE_COMPUTE_CAPABILITY_MAJOR_NV} of cl_nv_device_attribute_query. */
    private static final int COMPUTE_CAPABILITY = 0x4000;

    /** Ampere, the first with TF32. */
    private static final int FIRST_CAPABILITY = 8;

    /**
     * Looks for tensor cores that can be used: the device has to be one that has them, its driver's compiler has to
     * take the kernel, and the kernel has to compute products as exactly as TF32 allows. The device's backend lends memory.
     */
    static TensorCores probe(OpenClContext context, Backend device) {
        // Other compilers are not even asked: PoCL's may end the process over instructions that it does not know.
        if (!areNvidias(context.facts())) {
            return missing("only NVIDIA GPUs are supported");
        }
        try {
            return capable(context, device, DeviceQuery.integer(context.deviceId(), COMPUTE_CAPABILITY));
        } catch (BackendException e) {
            return missing(firstLine(e));
        }
    }

    private static TensorCores capable(OpenClContext context, Backend device, int capability) {
        if (capability < FIRST_CAPABILITY) {
            return missing("compute capability " + FIRST_CAPABILITY + " is needed, this is " + capability);
        }
        if (!BlockShape.TENSOR_CORES.fits(context.facts())) {
            return missing("a work-group has " + context.facts().localMemory() + " bytes of local memory, "
                    + BlockShape.TENSOR_CORES.localBytes() + " are needed");
        }
        ProductKernels products = new BlockProducts(context, BlockShape.TENSOR_CORES, BlockProducts.Unit.TENSOR_CORE);
        return tested(products, new TensorCoreCheck(device));
    }

    /** The kernels if they pass. */
    static TensorCores tested(ProductKernels products, TensorCoreCheck test) {
        String failure = test.failure(products);
        return failure.isEmpty() ? new TensorCores(products, "") : missing(failure);
    }

    private static TensorCores missing(String problem) {
        return new TensorCores(null, problem);
    }

    private static String firstLine(BackendException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Whether NVIDIA's driver runs the device. */
    static boolean areNvidias(OpenClDevice device) {
        return device.platform().contains(NVIDIA);
    }
}
