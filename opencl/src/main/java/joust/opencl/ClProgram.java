package joust.opencl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import joust.backend.BackendException;
import joust.opencl.LiveObjects.Releasable;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_device_id;
import org.jocl.cl_kernel;
import org.jocl.cl_program;

/** A program built from {@code .cl} resources, without any option that changes how numbers are rounded. */
final class ClProgram extends Releasable {
    private static final String COMMON = "common.cl";
    private static final String EXACT_DIVISION = "-cl-fp32-correctly-rounded-divide-sqrt ";

    private final OpenClContext context;
    private final cl_program program;

    private ClProgram(OpenClContext context, cl_program program) {
        super(context.objects());
        this.context = context;
        this.program = program;
    }

    /** As {@link OpenClContext#build}. */
    static ClProgram build(OpenClContext context, String options, String... resources) {
        String[] sources = Stream.concat(Stream.of(COMMON), Stream.of(resources))
                .map(ClProgram::read)
                .toArray(String[]::new);
        return ofSources(context, options, Arrays.toString(resources), sources);
    }

    /**
     * Builds sources.
     *
     * @throws BackendException with the compiler's log if they cannot be built
     */
    static ClProgram ofSources(OpenClContext context, String options, String name, String... sources) {
        int[] status = new int[1];
        cl_program created = CL.clCreateProgramWithSource(context.context(), sources.length, sources, null, status);
        context.checkTaken(status[0], "making program " + name);
        ClProgram program = new ClProgram(context, created);
        String all = (context.facts().exactDivision() ? EXACT_DIVISION : "") + options;
        int built = CL.clBuildProgram(created, 1, new cl_device_id[] {context.deviceId()}, all.strip(), null, null);
        if (built != 0) {
            String log = program.log();
            program.close();
            throw new BackendException(
                    "building " + name + " for " + context.facts().description() + " failed: "
                            + ClStatus.describe(built) + "; the compiler says: " + log);
        }
        return program;
    }

    private static String read(String resource) {
        try (InputStream source = ClProgram.class.getResourceAsStream(resource)) {
            if (source == null) {
                throw new BackendException("resource " + resource + " is missing; merge jars with their resources");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " cannot be read", e);
        }
    }

    /** What the compiler said, warnings too. */
    String log() {
        long[] size = new long[1];
        CL.clGetProgramBuildInfo(program, context.deviceId(), CL.CL_PROGRAM_BUILD_LOG, 0, null, size);
        byte[] log = new byte[(int) size[0]];
        CL.clGetProgramBuildInfo(
                program, context.deviceId(), CL.CL_PROGRAM_BUILD_LOG, log.length, Pointer.to(log), null);
        return new String(log, StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    /** One of its kernels; released with the device. */
    ClKernel kernel(String name) {
        context.demandOpen();
        int[] status = new int[1];
        cl_kernel kernel = CL.clCreateKernel(program, name, status);
        context.checkTaken(status[0], "taking kernel " + name);
        return new ClKernel(context, kernel, name);
    }

    @Override
    void release() {
        CL.clReleaseProgram(program);
    }
}
