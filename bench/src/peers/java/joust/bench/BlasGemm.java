package joust.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A product by a C library, its operands outside the heap at multiples of 64 bytes. */
final class BlasGemm implements PeerGemm {
    private static final long ALIGNMENT = 64;

    private final Sgemm sgemm;
    private final MatmulCase matmul;
    private final MemorySegment a;
    private final MemorySegment b;
    private final MemorySegment c;

    BlasGemm(BlasLibrary library, MatmulCase matmul, int threads) throws Throwable {
        this.matmul = matmul;
        sgemm = library.open(threads);
        a = outside(matmul.a);
        b = outside(matmul.b);
        c = outside(new float[matmul.shape.m() * matmul.shape.n()]);
    }

    private static MemorySegment outside(float[] values) {
        MemorySegment source = MemorySegment.ofArray(values);
        return Arena.global().allocate(source.byteSize(), ALIGNMENT).copyFrom(source);
    }

    @Override
    public void multiply() throws Throwable {
        sgemm.multiply(matmul.product, matmul.shape, a, b, c);
    }

    @Override
    public float[] result() {
        return c.toArray(ValueLayout.JAVA_FLOAT);
    }
}
