package joust.opencl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import joust.backend.Backend;
import joust.backend.CheckedBackend;
import joust.gan.GanTrainer;

/**
 * Trains a preset for long and prints what grows: OpenCL objects, device memory, and the process' resident memory (Linux).
 * Arguments: a preset, a number of steps; prints ten lines.
 */
final class LongRun {
    private static final int LINES = 10;
    private static final Path STATUS = Path.of("/proc/self/status");

    private LongRun() {}

    public static void main(String[] arguments) throws IOException {
        int steps = Integer.parseInt(arguments[1]);
        OpenClContext context = FirstDevice.open();
        try (Backend backend = CheckedBackend.wrap(new OpenClBackend(context, DeviceProducts.on(context)));
                GanTrainer trainer = SmallTrainings.begin(backend, arguments[0])) {
            for (int step = 1; step <= steps; step++) {
                trainer.advance();
                if (step % (steps / LINES) == 0) {
                    backend.synchronize();
                    System.out.println("step " + step + ": " + context.liveObjects() + " objects, "
                            + context.memory().used() + " bytes on the device, " + context.launches() + " launches, "
                            + residentMemory());
                }
            }
        }
        System.out.println("closed: " + context.liveObjects() + " objects");
    }

    private static String residentMemory() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElseThrow();
    }
}
