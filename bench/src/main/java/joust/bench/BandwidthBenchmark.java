package joust.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The most bytes that plain loops move: what elementwise operations and optimizers are to be compared with. JMH's
 * {@code -t 2} gives each thread arrays of its own and adds up.
 */
public class BandwidthBenchmark extends TimingSettings {
    /** One thread's arrays. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls fill first.
    public static class Arrays {
        /**
         * Elements of each array: together as many bytes as {@link ActivationBenchmark} and {@link OptimizerBenchmark} touch,
         * and more than the caches hold.
         */
        @Param({"66901", "746176", "16777216"})
        public int size = 66901;

        private float[] a;
        private float[] b;
        private float[] c;

        /** Makes the arrays. */
        @Setup(Level.Trial)
        public void fill() {
            a = new float[size];
            b = MatmulCase.random(1, size);
            c = MatmulCase.random(2, size);
        }
    }

    private float factor = 0.5f;

    /** {@code a = b}: two floats an element. */
    @Benchmark
    public void copy(Arrays arrays) {
        System.arraycopy(arrays.b, 0, arrays.a, 0, arrays.size);
    }

    /** {@code a = b + factor c}: three floats an element. */
    @Benchmark
    public void triad(Arrays arrays) {
        float[] a = arrays.a;
        float[] b = arrays.b;
        float[] c = arrays.c;
        float f = factor;
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] + f * c[i];
        }
    }
}
