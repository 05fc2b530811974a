package joust.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * The most fused multiply-adds one thread can do: twelve independent accumulators in registers, enough to hide the latency
 * of two pipes however C2 orders them, and no memory. {@code bench/peak.c} holds such a loop in C, to check this one against.
 */
public class PeakBenchmark extends TimingSettings {
    /**
     * Floating-point operations of one call of {@link #fma}, whatever the width. A constant in the eyes of the compiler, so
     * that a JVM without the vector module can read it.
     */
    static final double FLOPS = 1_920_000;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int ACCUMULATORS = 12;
    private static final int ROUNDS = (int) FLOPS / (2 * ACCUMULATORS * SPECIES.length());

    /**
     * Not constants, so that nothing folds; no accumulator passes 10,001. The chains start apart, or they were one. C2 knows only
     * the form that overwrites the addend: any other copies a register for each multiply-add.
     */
    private float factor = 0.5f;

    private float addend = 1;

    /** Twelve chains of fused multiply-adds. */
    @Benchmark
    public float fma() {
        FloatVector b = FloatVector.broadcast(SPECIES, factor);
        FloatVector c = FloatVector.broadcast(SPECIES, addend);
        FloatVector a0 = c;
        FloatVector a1 = a0.mul(b);
        FloatVector a2 = a1.mul(b);
        FloatVector a3 = a2.mul(b);
        FloatVector a4 = a3.mul(b);
        FloatVector a5 = a4.mul(b);
        FloatVector a6 = a5.mul(b);
        FloatVector a7 = a6.mul(b);
        FloatVector a8 = a7.mul(b);
        FloatVector a9 = a8.mul(b);
        FloatVector a10 = a9.mul(b);
        FloatVector a11 = a10.mul(b);
        for (int i = 0; i < ROUNDS; i++) {
            a0 = b.fma(c, a0);
            a1 = b.fma(c, a1);
            a2 = b.fma(c, a2);
            a3 = b.fma(c, a3);
            a4 = b.fma(c, a4);
            a5 = b.fma(c, a5);
            a6 = b.fma(c, a6);
            a7 = b.fma(c, a7);
            a8 = b.fma(c, a8);
            a9 = b.fma(c, a9);
            a10 = b.fma(c, a10);
            a11 = b.fma(c, a11);
        }
        FloatVector left = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
        FloatVector right = a6.add(a7).add(a8).add(a9).add(a10).add(a11);
        return left.add(right).reduceLanes(VectorOperators.ADD);
    }
}
