package joust.bench;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A library's {@code cblas_sgemm} for row-major matrices without gaps between rows, called with as little in between as
 * the JVM allows.
 */
@SuppressWarnings("restricted") // Calling C is its purpose.
final class Sgemm {
    private static final FunctionDescriptor DESCRIPTOR = FunctionDescriptor.ofVoid(
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_FLOAT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_FLOAT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT);
    private static final MethodHandle OFF_HEAP = Linker.nativeLinker().downcallHandle(DESCRIPTOR);
    /** Arrays stay where they are, since the garbage collector waits. */
    private static final MethodHandle ON_HEAP =
            Linker.nativeLinker().downcallHandle(DESCRIPTOR, Linker.Option.critical(true));

    private static final int ROW_MAJOR = 101;
    private static final int AS_STORED = 111;
    private static final int TRANSPOSED = 112;

    private final MemorySegment address;

    Sgemm(MemorySegment address) {
        this.address = address;
    }

    /** {@code c = op(a) op(b)} on memory outside the heap. */
    void multiply(Product product, MatrixShape shape, MemorySegment a, MemorySegment b, MemorySegment c)
            throws Throwable {
        int m = shape.m();
        int k = shape.k();
        int n = shape.n();
        boolean transposeA = product.transposeA();
        boolean transposeB = product.transposeB();
        int lda = transposeA ? m : k;
        int ldb = transposeB ? k : n;
        OFF_HEAP.invokeExact(
                address, ROW_MAJOR, op(transposeA), op(transposeB), m, n, k, 1f, a, lda, b, ldb, 0f, c, n);
    }

    /** {@code c = op(a) op(b) + beta c} on Java arrays, without copies. */
    void multiplyArrays(
            boolean transposeA,
            boolean transposeB,
            MatrixShape shape,
            MemorySegment a,
            MemorySegment b,
            float beta,
            MemorySegment c)
            throws Throwable {
        int m = shape.m();
        int k = shape.k();
        int n = shape.n();
        int lda = transposeA ? m : k;
        int ldb = transposeB ? k : n;
        ON_HEAP.invokeExact(
                address, ROW_MAJOR, op(transposeA), op(transposeB), m, n, k, 1f, a, lda, b, ldb, beta, c, n);
    }

    private static int op(boolean transpose) {
        return transpose ? TRANSPOSED : AS_STORED;
    }
}
