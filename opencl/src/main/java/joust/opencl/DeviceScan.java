package joust.opencl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import joust.backend.BackendException;
import joust.backend.Discovery.Problem;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** Asks the loader for its platforms and these for their devices. What fails is a problem of the platform concerned. */
final class DeviceScan {
    private final List<OpenClPlatform> platforms = new ArrayList<>();
    private final List<FoundDevice> found = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Scans; JOCL has to be there. */
    DeviceListing run() {
        try {
            for (cl_platform_id platform : platformIds()) {
                addDevices(platform);
            }
        } catch (BackendException | CLException e) {
            problems.add(new Problem(
                    "the OpenCL platforms cannot be listed: " + e.getMessage(), "reinstall their drivers", e));
        }
        if (found.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(
                    "the OpenCL platforms have no devices",
                    "install the GPU's driver, or apt install pocl-opencl-icd for OpenCL on the CPU"));
        }
        return new DeviceListing(List.copyOf(platforms), numbered(), List.copyOf(problems));
    }

    private static cl_platform_id[] platformIds() {
        int[] count = new int[1];
        ClStatus.check(CL.clGetPlatformIDs(0, null, count), "listing platforms");
        cl_platform_id[] platforms = new cl_platform_id[count[0]];
        ClStatus.check(CL.clGetPlatformIDs(platforms.length, platforms, null), "listing platforms");
        return platforms;
    }

    private void addDevices(cl_platform_id platform) {
        String name = DeviceQuery.text(platform, CL.CL_PLATFORM_NAME);
        try {
            cl_device_id[] devices = deviceIds(platform);
            platforms.add(new OpenClPlatform(
                    name,
                    DeviceQuery.text(platform, CL.CL_PLATFORM_VENDOR),
                    DeviceQuery.text(platform, CL.CL_PLATFORM_VERSION),
                    devices.length));
            for (cl_device_id device : devices) {
                Optional<Problem> unusable = DeviceFacts.problem(name, device);
                if (unusable.isPresent()) {
                    problems.add(unusable.get());
                } else {
                    found.add(new FoundDevice(platform, device, DeviceFacts.of(name, device)));
                }
            }
        } catch (BackendException | CLException e) {
            problems.add(new Problem(
                    "the OpenCL platform " + name + " cannot be used: " + e.getMessage(), "reinstall its driver", e));
        }
    }

    private static cl_device_id[] deviceIds(cl_platform_id platform) {
        int[] count = new int[1];
        int status = CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, 0, null, count);
        if (status == CL.CL_DEVICE_NOT_FOUND) {
            return new cl_device_id[0];
        }
        ClStatus.check(status, "listing devices");
        cl_device_id[] devices = new cl_device_id[count[0]];
        ClStatus.check(
                CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, devices.length, devices, null), "listing devices");
        return devices;
    }

    /** Best first, and then in the loader's order; the place is the number. */
    private List<FoundDevice> numbered() {
        found.sort(
                Comparator.<FoundDevice>comparingDouble(device -> device.facts().score())
                        .reversed());
        List<FoundDevice> numbered = new ArrayList<>();
        for (FoundDevice device : found) {
            String name = OpenClProvider.NAME + ":" + numbered.size();
            numbered.add(new FoundDevice(device.platform(), device.id(), DeviceFacts.named(name, device.facts())));
        }
        return List.copyOf(numbered);
    }
}
