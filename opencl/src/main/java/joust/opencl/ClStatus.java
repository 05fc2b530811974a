package joust.opencl;

import joust.backend.BackendException;
import org.jocl.CL;

/** Status codes of OpenCL, in words. */
final class ClStatus {
    /** The loader found no platform; from the extension cl_khr_icd, which JOCL does not name. */
    static final int PLATFORM_NOT_FOUND = -1001;

    /** What NVIDIA's driver answers after a kernel accessed memory that is not its own. */
    private static final int ILLEGAL_ACCESS = -9999;

    private static final int SUCCESS = 0;

    private ClStatus() {}

    /**
     * Demands success.
     *
     * @throws BackendException if the status is another one; the message begins with what was done
     */
    static void check(int status, String action) {
        if (status != SUCCESS) {
            throw new BackendException(action + " failed: " + describe(status));
        }
    }

    /** Whether the driver has given the device, its context or its queue up. */
    static boolean lost(int status) {
        return status == CL.CL_DEVICE_NOT_AVAILABLE
                || status == CL.CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST
                || status == CL.CL_INVALID_DEVICE
                || status == CL.CL_INVALID_CONTEXT
                || status == CL.CL_INVALID_COMMAND_QUEUE
                || status == ILLEGAL_ACCESS;
    }

    /** Whether the device, or the host, has no memory left. */
    static boolean outOfMemory(int status) {
        return status == CL.CL_MEM_OBJECT_ALLOCATION_FAILURE
                || status == CL.CL_OUT_OF_RESOURCES
                || status == CL.CL_OUT_OF_HOST_MEMORY
                || status == CL.CL_INVALID_BUFFER_SIZE;
    }

    /** Name and number, such as {@code CL_OUT_OF_RESOURCES (-5)}. */
    static String describe(int status) {
        return switch (status) {
            case PLATFORM_NOT_FOUND -> "CL_PLATFORM_NOT_FOUND_KHR (-1001)";
            case ILLEGAL_ACCESS -> "an illegal access to memory, as NVIDIA's driver reports it (-9999)";
            default -> CL.stringFor_errorCode(status) + " (" + status + ")";
        };
    }
}
