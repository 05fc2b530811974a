package joust.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A product by a C library, its operands outside the heap, at the start of pages as large as Joust has them. */
final class BlasGemm implements PeerGemm {
    private static final long PAGE = 1L << 21;

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

    private static MemorySegment outside(float[] values) throws Throwable {
        MemorySegment source = MemorySegment.ofArray(values);
        long pages = Math.ceilDiv(source.byteSize(), PAGE) * PAGE;
        MemorySegment memory = NativeFunctions.onHugePages(Arena.global().allocate(pages, PAGE));
        return memory.asSlice(0, source.byteSize()).copyFrom(source);
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
