package joust.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** A product by the operating system's CLBlast on the first GPU, or on the first OpenCL device where there is none. */
@SuppressWarnings("restricted") // Calling C is its purpose.
final class ClBlastGemm implements PeerGemm {
    private static final int ROW_MAJOR = 101;
    private static final int AS_STORED = 111;
    private static final int TRANSPOSED = 112;

    private static final FunctionDescriptor SGEMM = FunctionDescriptor.of(
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_FLOAT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_FLOAT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS);

    private final MatmulCase matmul;
    private final OpenClCalls device;
    private final MethodHandle sgemm;
    private final MemorySegment queue;
    private final MemorySegment a;
    private final MemorySegment b;
    private final MemorySegment c;

    /**
     * Copies the operands to the device.
     *
     * @throws IllegalStateException if CLBlast or a device is not here, with the reason
     */
    ClBlastGemm(MatmulCase matmul) throws Throwable {
        this.matmul = matmul;
        // PoCL would otherwise take signals that the JVM relies on.
        NativeFunctions.setEnvironment("POCL_SIGFPE_HANDLER", "0");
        this.sgemm = Linker.nativeLinker().downcallHandle(library().findOrThrow("CLBlastSgemm"), SGEMM);
        this.device = new OpenClCalls();
        this.queue = device.queue();
        this.a = device.buffer(matmul.a);
        this.b = device.buffer(matmul.b);
        this.c = device.buffer(new float[matmul.shape.m() * matmul.shape.n()]);
        System.out.println("# clblast: " + device.deviceName());
    }

    private static SymbolLookup library() {
        try {
            return SymbolLookup.libraryLookup("libclblast.so.1", Arena.global());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "clblast: no libclblast.so.1 here ('apt install libclblast1' brings it)", e);
        }
    }

    @Override
    public void multiply() throws Throwable {
        long m = matmul.shape.m();
        long k = matmul.shape.k();
        long n = matmul.shape.n();
        boolean transposeA = matmul.product.transposeA();
        boolean transposeB = matmul.product.transposeB();
        long lda = transposeA ? m : k;
        long ldb = transposeB ? k : n;
        int status = (int) sgemm.invokeExact(
                ROW_MAJOR,
                transposeA ? TRANSPOSED : AS_STORED,
                transposeB ? TRANSPOSED : AS_STORED,
                m,
                n,
                k,
                1f,
                a,
                0L,
                lda,
                b,
                0L,
                ldb,
                0f,
                c,
                0L,
                n,
                queue,
                MemorySegment.NULL);
        if (status != 0) {
            throw new IllegalStateException("CLBlastSgemm failed with " + status);
        }
        device.finish();
    }

    @Override
    public float[] result() throws Throwable {
        float[] result = new float[matmul.shape.m() * matmul.shape.n()];
        device.read(c, result);
        return result;
    }
}
