package joust.opencl;

import java.util.List;
import java.util.stream.Collectors;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendProvider;
import joust.backend.BackendUnavailableException;
import joust.backend.Discovery;

/** The OpenCL backend on every device that its platforms have, best first: {@code opencl:0}, {@code opencl:1}, … */
public final class OpenClProvider implements BackendProvider {
    /** The family's name. */
    static final String NAME = "opencl";

    /** For the service loader. */
    public OpenClProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Discovery discover() {
        DeviceListing listing = DeviceListing.get();
        List<Discovery.Device> devices = listing.found().stream()
                .map(FoundDevice::facts)
                .map(device -> new Discovery.Device(device.name(), device.description(), device.score()))
                .toList();
        return new Discovery(devices, listing.problems());
    }

    /**
     * Opens a device, or the best one where the name has no number. The options' threads are the driver's business. The mode
     * {@code tf32} computes products on tensor cores where there are any that pass their test; where not, the device's
     * description says why, and its arithmetic is the usual one.
     *
     * @throws BackendUnavailableException if there is no such device or mode, or the device cannot be opened
     */
    @Override
    public Backend open(BackendName name, BackendOptions options) {
        boolean tensorCores = name.mode().equals(DeviceProducts.TF32);
        if (!name.mode().isEmpty() && !tensorCores) {
            throw new BackendUnavailableException("backend " + name + ": expected opencl or opencl:N, or opencl:N+"
                    + DeviceProducts.TF32 + " for products on tensor cores");
        }
        List<FoundDevice> found = DeviceListing.get().found();
        int number = Math.max(0, name.device());
        if (number >= found.size()) {
            throw new BackendUnavailableException("backend " + name + " is not available here: " + why(found));
        }
        return open(found.get(number), tensorCores);
    }

    private static String why(List<FoundDevice> found) {
        if (found.isEmpty()) {
            return DeviceListing.get().problems().stream()
                    .map(Discovery.Problem::toString)
                    .collect(Collectors.joining(". "));
        }
        return "found "
                + found.stream()
                        .map(device ->
                                device.facts().name() + " (" + device.facts().description() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static Backend open(FoundDevice device, boolean tensorCores) {
        OpenClContext context = OpenClContext.open(device);
        try {
            DeviceProducts products = DeviceProducts.on(context);
            OpenClBackend backend = new OpenClBackend(context, products);
            products.measureNewSizes(backend);
            return tensorCores ? new OpenClBackend(context, products.onTensorCores(context, backend)) : backend;
        } catch (RuntimeException e) {
            closeAfter(e, context);
            throw e;
        }
    }

    private static void closeAfter(RuntimeException failure, OpenClContext context) {
        try {
            context.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
