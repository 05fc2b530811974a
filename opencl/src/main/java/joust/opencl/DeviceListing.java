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

/**
 * The platforms and devices of this machine, looked for once.
 *
 * @param platforms in the loader's order
 * @param found usable devices, best first
 * @param problems why OpenCL, or some device, cannot be used
 */
record DeviceListing(List<OpenClPlatform> platforms, List<FoundDevice> found, List<Problem> problems) {
    /** Lists when it is first asked for. */
    private static final class Holder {
        static final DeviceListing LISTING = list();
    }

    /** What was found when it was first looked for. */
    static DeviceListing get() {
        return Holder.LISTING;
    }

    private static DeviceListing list() {
        Optional<Problem> problem = OpenClLibrary.get().problem().or(JoclLibrary::problem);
        if (problem.isPresent()) {
            return new DeviceListing(List.of(), List.of(), List.of(problem.get()));
        }
        List<OpenClPlatform> platforms = new ArrayList<>();
        List<FoundDevice> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try {
            for (cl_platform_id platform : platformIds()) {
                addDevices(platform, platforms, found, problems);
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
        return new DeviceListing(List.copyOf(platforms), numbered(found), List.copyOf(problems));
    }

    private static cl_platform_id[] platformIds() {
        int[] count = new int[1];
        ClStatus.check(CL.clGetPlatformIDs(0, null, count), "listing platforms");
        cl_platform_id[] platforms = new cl_platform_id[count[0]];
        ClStatus.check(CL.clGetPlatformIDs(platforms.length, platforms, null), "listing platforms");
        return platforms;
    }

    private static void addDevices(
            cl_platform_id platform, List<OpenClPlatform> platforms, List<FoundDevice> found, List<Problem> problems) {
        String name = DeviceQuery.text(platform, CL.CL_PLATFORM_NAME);
        try {
            cl_device_id[] devices = devices(platform);
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

    private static cl_device_id[] devices(cl_platform_id platform) {
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
    private static List<FoundDevice> numbered(List<FoundDevice> found) {
        List<FoundDevice> sorted = found.stream()
                .sorted(Comparator.<FoundDevice>comparingDouble(
                                device -> device.facts().score())
                        .reversed())
                .toList();
        List<FoundDevice> numbered = new ArrayList<>();
        for (FoundDevice device : sorted) {
            String name = OpenClProvider.NAME + ":" + numbered.size();
            numbered.add(new FoundDevice(device.platform(), device.id(), DeviceFacts.named(name, device.facts())));
        }
        return List.copyOf(numbered);
    }
}
