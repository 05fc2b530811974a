package joust.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transposes squares of 8x8 numbers in registers, by Eklundh's method (1972): blocks of 4, then 2, then 1 change places, each by
 * a permutation and a blend. Made for vectors of 8 or more lanes; narrower ones gain nothing over loops.
 */
final class SquareTurn {
    /** The square's side. */
    static final int SIDE = 8;
    /** Whether {@link #turn} may be called. */
    static final boolean AVAILABLE = Lanes.COUNT >= SIDE;

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
    private static final VectorShuffle<Float> BY_4 = VectorShuffle.fromValues(S, 4, 5, 6, 7, 0, 1, 2, 3);
    private static final VectorShuffle<Float> BY_2 = VectorShuffle.fromValues(S, 2, 3, 0, 1, 6, 7, 4, 5);
    private static final VectorShuffle<Float> BY_1 = VectorShuffle.fromValues(S, 1, 0, 3, 2, 5, 4, 7, 6);
    private static final VectorMask<Float> HIGH_4 = VectorMask.fromLong(S, 0b11110000);
    private static final VectorMask<Float> HIGH_2 = VectorMask.fromLong(S, 0b11001100);
    private static final VectorMask<Float> HIGH_1 = VectorMask.fromLong(S, 0b10101010);

    private SquareTurn() {}

    /**
     * Turns eight rows, {@code lda} apart, square after square: number k of row i goes to {@code at + k * stride + i}. Numbers are
     * stored eight at a time in ascending order of k, so that with a stride below 8 only the first rows stay, and what follows
     * the last number is overrun by {@code 8 - stride}.
     *
     * @return how many numbers of each row were turned: {@code count}, down to a multiple of 8
     */
    static int turn(float[] a, int aOffset, int lda, int count, float[] to, int at, int stride) {
        int squares = count / SIDE;
        for (int square = 0; square < squares; square++) {
            int from = aOffset + square * SIDE;
            int into = at + square * SIDE * stride;
            FloatVector r0 = FloatVector.fromArray(S, a, from);
            FloatVector r1 = FloatVector.fromArray(S, a, from + lda);
            FloatVector r2 = FloatVector.fromArray(S, a, from + 2 * lda);
            FloatVector r3 = FloatVector.fromArray(S, a, from + 3 * lda);
            FloatVector r4 = FloatVector.fromArray(S, a, from + 4 * lda);
            FloatVector r5 = FloatVector.fromArray(S, a, from + 5 * lda);
            FloatVector r6 = FloatVector.fromArray(S, a, from + 6 * lda);
            FloatVector r7 = FloatVector.fromArray(S, a, from + 7 * lda);
            FloatVector p0 = r0.blend(r4.rearrange(BY_4), HIGH_4);
            FloatVector p4 = r0.rearrange(BY_4).blend(r4, HIGH_4);
            FloatVector p1 = r1.blend(r5.rearrange(BY_4), HIGH_4);
            FloatVector p5 = r1.rearrange(BY_4).blend(r5, HIGH_4);
            FloatVector p2 = r2.blend(r6.rearrange(BY_4), HIGH_4);
            FloatVector p6 = r2.rearrange(BY_4).blend(r6, HIGH_4);
            FloatVector p3 = r3.blend(r7.rearrange(BY_4), HIGH_4);
            FloatVector p7 = r3.rearrange(BY_4).blend(r7, HIGH_4);
            FloatVector q0 = p0.blend(p2.rearrange(BY_2), HIGH_2);
            FloatVector q2 = p0.rearrange(BY_2).blend(p2, HIGH_2);
            FloatVector q1 = p1.blend(p3.rearrange(BY_2), HIGH_2);
            FloatVector q3 = p1.rearrange(BY_2).blend(p3, HIGH_2);
            FloatVector q4 = p4.blend(p6.rearrange(BY_2), HIGH_2);
            FloatVector q6 = p4.rearrange(BY_2).blend(p6, HIGH_2);
            FloatVector q5 = p5.blend(p7.rearrange(BY_2), HIGH_2);
            FloatVector q7 = p5.rearrange(BY_2).blend(p7, HIGH_2);
            q0.blend(q1.rearrange(BY_1), HIGH_1).intoArray(to, into);
            q0.rearrange(BY_1).blend(q1, HIGH_1).intoArray(to, into + stride);
            q2.blend(q3.rearrange(BY_1), HIGH_1).intoArray(to, into + 2 * stride);
            q2.rearrange(BY_1).blend(q3, HIGH_1).intoArray(to, into + 3 * stride);
            q4.blend(q5.rearrange(BY_1), HIGH_1).intoArray(to, into + 4 * stride);
            q4.rearrange(BY_1).blend(q5, HIGH_1).intoArray(to, into + 5 * stride);
            q6.blend(q7.rearrange(BY_1), HIGH_1).intoArray(to, into + 6 * stride);
            q6.rearrange(BY_1).blend(q7, HIGH_1).intoArray(to, into + 7 * stride);
        }
        return squares * SIDE;
    }
}
