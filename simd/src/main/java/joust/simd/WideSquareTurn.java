package joust.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** {@link SquareTurn} for squares of 16x16, whose rows fill vectors of 512 bits. */
final class WideSquareTurn {
    /** The square's side. */
    static final int SIDE = 16;

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_512;
    private static final VectorShuffle<Float> BY_8 = VectorShuffle.fromOp(S, i -> i ^ 8);
    private static final VectorShuffle<Float> BY_4 = VectorShuffle.fromOp(S, i -> i ^ 4);
    private static final VectorShuffle<Float> BY_2 = VectorShuffle.fromOp(S, i -> i ^ 2);
    private static final VectorShuffle<Float> BY_1 = VectorShuffle.fromOp(S, i -> i ^ 1);
    private static final VectorMask<Float> HIGH_8 = VectorMask.fromLong(S, 0xff00);
    private static final VectorMask<Float> HIGH_4 = VectorMask.fromLong(S, 0xf0f0);
    private static final VectorMask<Float> HIGH_2 = VectorMask.fromLong(S, 0xcccc);
    private static final VectorMask<Float> HIGH_1 = VectorMask.fromLong(S, 0xaaaa);

    private WideSquareTurn() {}

    /**
     * Turns {@code rows} rows, at most sixteen, {@code lda} apart: number k of row i goes to {@code at + k * stride + i}. Sixteen are
     * stored for each k; those of rows that do not exist are the last row's.
     *
     * @param count how many numbers of each row: at least 16, and where that is no multiple of 16 some are turned twice
     */
    static void turn(float[] a, int aOffset, int lda, int rows, int count, float[] to, int at, int stride) {
        int last = rows - 1;
        int row0 = aOffset;
        int row1 = aOffset + Math.min(1, last) * lda;
        int row2 = aOffset + Math.min(2, last) * lda;
        int row3 = aOffset + Math.min(3, last) * lda;
        int row4 = aOffset + Math.min(4, last) * lda;
        int row5 = aOffset + Math.min(5, last) * lda;
        int row6 = aOffset + Math.min(6, last) * lda;
        int row7 = aOffset + Math.min(7, last) * lda;
        int row8 = aOffset + Math.min(8, last) * lda;
        int row9 = aOffset + Math.min(9, last) * lda;
        int row10 = aOffset + Math.min(10, last) * lda;
        int row11 = aOffset + Math.min(11, last) * lda;
        int row12 = aOffset + Math.min(12, last) * lda;
        int row13 = aOffset + Math.min(13, last) * lda;
        int row14 = aOffset + Math.min(14, last) * lda;
        int row15 = aOffset + Math.min(15, last) * lda;
        for (int square = 0; square < count; square += SIDE) {
            int from = Math.min(square, count - SIDE);
            int into = at + from * stride;
            FloatVector r0 = FloatVector.fromArray(S, a, row0 + from);
            FloatVector r1 = FloatVector.fromArray(S, a, row1 + from);
            FloatVector r2 = FloatVector.fromArray(S, a, row2 + from);
            FloatVector r3 = FloatVector.fromArray(S, a, row3 + from);
            FloatVector r4 = FloatVector.fromArray(S, a, row4 + from);
            FloatVector r5 = FloatVector.fromArray(S, a, row5 + from);
            FloatVector r6 = FloatVector.fromArray(S, a, row6 + from);
            FloatVector r7 = FloatVector.fromArray(S, a, row7 + from);
            FloatVector r8 = FloatVector.fromArray(S, a, row8 + from);
            FloatVector r9 = FloatVector.fromArray(S, a, row9 + from);
            FloatVector r10 = FloatVector.fromArray(S, a, row10 + from);
            FloatVector r11 = FloatVector.fromArray(S, a, row11 + from);
            FloatVector r12 = FloatVector.fromArray(S, a, row12 + from);
            FloatVector r13 = FloatVector.fromArray(S, a, row13 + from);
            FloatVector r14 = FloatVector.fromArray(S, a, row14 + from);
            FloatVector r15 = FloatVector.fromArray(S, a, row15 + from);
            FloatVector p0 = r0.blend(r8.rearrange(BY_8), HIGH_8);
            FloatVector p8 = r0.rearrange(BY_8).blend(r8, HIGH_8);
            FloatVector p1 = r1.blend(r9.rearrange(BY_8), HIGH_8);
            FloatVector p9 = r1.rearrange(BY_8).blend(r9, HIGH_8);
            FloatVector p2 = r2.blend(r10.rearrange(BY_8), HIGH_8);
            FloatVector p10 = r2.rearrange(BY_8).blend(r10, HIGH_8);
            FloatVector p3 = r3.blend(r11.rearrange(BY_8), HIGH_8);
            FloatVector p11 = r3.rearrange(BY_8).blend(r11, HIGH_8);
            FloatVector p4 = r4.blend(r12.rearrange(BY_8), HIGH_8);
            FloatVector p12 = r4.rearrange(BY_8).blend(r12, HIGH_8);
            FloatVector p5 = r5.blend(r13.rearrange(BY_8), HIGH_8);
            FloatVector p13 = r5.rearrange(BY_8).blend(r13, HIGH_8);
            FloatVector p6 = r6.blend(r14.rearrange(BY_8), HIGH_8);
            FloatVector p14 = r6.rearrange(BY_8).blend(r14, HIGH_8);
            FloatVector p7 = r7.blend(r15.rearrange(BY_8), HIGH_8);
            FloatVector p15 = r7.rearrange(BY_8).blend(r15, HIGH_8);
            FloatVector q0 = p0.blend(p4.rearrange(BY_4), HIGH_4);
            FloatVector q4 = p0.rearrange(BY_4).blend(p4, HIGH_4);
            FloatVector q1 = p1.blend(p5.rearrange(BY_4), HIGH_4);
            FloatVector q5 = p1.rearrange(BY_4).blend(p5, HIGH_4);
            FloatVector q2 = p2.blend(p6.rearrange(BY_4), HIGH_4);
            FloatVector q6 = p2.rearrange(BY_4).blend(p6, HIGH_4);
            FloatVector q3 = p3.blend(p7.rearrange(BY_4), HIGH_4);
            FloatVector q7 = p3.rearrange(BY_4).blend(p7, HIGH_4);
            FloatVector q8 = p8.blend(p12.rearrange(BY_4), HIGH_4);
            FloatVector q12 = p8.rearrange(BY_4).blend(p12, HIGH_4);
            FloatVector q9 = p9.blend(p13.rearrange(BY_4), HIGH_4);
            FloatVector q13 = p9.rearrange(BY_4).blend(p13, HIGH_4);
            FloatVector q10 = p10.blend(p14.rearrange(BY_4), HIGH_4);
            FloatVector q14 = p10.rearrange(BY_4).blend(p14, HIGH_4);
            FloatVector q11 = p11.blend(p15.rearrange(BY_4), HIGH_4);
            FloatVector q15 = p11.rearrange(BY_4).blend(p15, HIGH_4);
            FloatVector u0 = q0.blend(q2.rearrange(BY_2), HIGH_2);
            FloatVector u2 = q0.rearrange(BY_2).blend(q2, HIGH_2);
            FloatVector u1 = q1.blend(q3.rearrange(BY_2), HIGH_2);
            FloatVector u3 = q1.rearrange(BY_2).blend(q3, HIGH_2);
            FloatVector u4 = q4.blend(q6.rearrange(BY_2), HIGH_2);
            FloatVector u6 = q4.rearrange(BY_2).blend(q6, HIGH_2);
            FloatVector u5 = q5.blend(q7.rearrange(BY_2), HIGH_2);
            FloatVector u7 = q5.rearrange(BY_2).blend(q7, HIGH_2);
            FloatVector u8 = q8.blend(q10.rearrange(BY_2), HIGH_2);
            FloatVector u10 = q8.rearrange(BY_2).blend(q10, HIGH_2);
            FloatVector u9 = q9.blend(q11.rearrange(BY_2), HIGH_2);
            FloatVector u11 = q9.rearrange(BY_2).blend(q11, HIGH_2);
            FloatVector u12 = q12.blend(q14.rearrange(BY_2), HIGH_2);
            FloatVector u14 = q12.rearrange(BY_2).blend(q14, HIGH_2);
            FloatVector u13 = q13.blend(q15.rearrange(BY_2), HIGH_2);
            FloatVector u15 = q13.rearrange(BY_2).blend(q15, HIGH_2);
            FloatVector v0 = u0.blend(u1.rearrange(BY_1), HIGH_1);
            FloatVector v1 = u0.rearrange(BY_1).blend(u1, HIGH_1);
            FloatVector v2 = u2.blend(u3.rearrange(BY_1), HIGH_1);
            FloatVector v3 = u2.rearrange(BY_1).blend(u3, HIGH_1);
            FloatVector v4 = u4.blend(u5.rearrange(BY_1), HIGH_1);
            FloatVector v5 = u4.rearrange(BY_1).blend(u5, HIGH_1);
            FloatVector v6 = u6.blend(u7.rearrange(BY_1), HIGH_1);
            FloatVector v7 = u6.rearrange(BY_1).blend(u7, HIGH_1);
            FloatVector v8 = u8.blend(u9.rearrange(BY_1), HIGH_1);
            FloatVector v9 = u8.rearrange(BY_1).blend(u9, HIGH_1);
            FloatVector v10 = u10.blend(u11.rearrange(BY_1), HIGH_1);
            FloatVector v11 = u10.rearrange(BY_1).blend(u11, HIGH_1);
            FloatVector v12 = u12.blend(u13.rearrange(BY_1), HIGH_1);
            FloatVector v13 = u12.rearrange(BY_1).blend(u13, HIGH_1);
            FloatVector v14 = u14.blend(u15.rearrange(BY_1), HIGH_1);
            FloatVector v15 = u14.rearrange(BY_1).blend(u15, HIGH_1);
            v0.intoArray(to, into);
            v1.intoArray(to, into + stride);
            v2.intoArray(to, into + 2 * stride);
            v3.intoArray(to, into + 3 * stride);
            v4.intoArray(to, into + 4 * stride);
            v5.intoArray(to, into + 5 * stride);
            v6.intoArray(to, into + 6 * stride);
            v7.intoArray(to, into + 7 * stride);
            v8.intoArray(to, into + 8 * stride);
            v9.intoArray(to, into + 9 * stride);
            v10.intoArray(to, into + 10 * stride);
            v11.intoArray(to, into + 11 * stride);
            v12.intoArray(to, into + 12 * stride);
            v13.intoArray(to, into + 13 * stride);
            v14.intoArray(to, into + 14 * stride);
            v15.intoArray(to, into + 15 * stride);
        }
    }
}
