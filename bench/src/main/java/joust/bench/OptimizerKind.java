package joust.bench;

import joust.backend.Backend;
import joust.backend.Tensor;

/** The optimizers timed, each with the bytes it must move per parameter: what it reads and what it writes back. */
public enum OptimizerKind {
    /** Gradient descent. */
    SGD(12, 2) {
        @Override
        void step(Backend backend, Tensor g, Tensor first, Tensor second, Tensor p) {
            backend.sgd(RATE, g, p);
        }

        @Override
        double update(double g) {
            return -RATE * g;
        }
    },
    /** Momentum .9. */
    MOMENTUM(20, 3) {
        @Override
        void step(Backend backend, Tensor g, Tensor first, Tensor second, Tensor p) {
            backend.momentum(RATE, BETA1, g, first, p);
        }

        @Override
        double update(double g) {
            return -RATE * g;
        }
    },
    /** Nesterov's momentum .9. */
    NESTEROV(20, 3) {
        @Override
        void step(Backend backend, Tensor g, Tensor first, Tensor second, Tensor p) {
            backend.nesterov(RATE, BETA1, g, first, p);
        }

        @Override
        double update(double g) {
            return -RATE * (BETA1 * g + g);
        }
    },
    /** RMSProp, ρ .9. */
    RMS_PROP(20, 3) {
        @Override
        void step(Backend backend, Tensor g, Tensor first, Tensor second, Tensor p) {
            backend.rmsProp(RATE, BETA1, EPSILON, g, second, p);
        }

        @Override
        double update(double g) {
            return -RATE * g / (Math.sqrt((1 - BETA1) * g * g) + EPSILON);
        }
    },
    /** Adam, β .9 and .999. */
    ADAM(28, 4) {
        @Override
        void step(Backend backend, Tensor g, Tensor first, Tensor second, Tensor p) {
            backend.adam(RATE, BETA1, BETA2, EPSILON, g, first, second, p);
        }

        @Override
        double update(double g) {
            return -RATE * (1 - BETA1) * g / (Math.sqrt((1 - BETA2) * g * g) + EPSILON);
        }
    };

    private static final double RATE = 1e-3;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-7;

    private final int bytes;
    private final int arrays;

    OptimizerKind(int bytes, int arrays) {
        this.bytes = bytes;
        this.arrays = arrays;
    }

    /** Bytes read and written per parameter. */
    public int bytesPerParameter() {
        return bytes;
    }

    /** Bytes that lie in memory per parameter. */
    int footprintPerParameter() {
        return Float.BYTES * arrays;
    }

    /** One update of the parameters. */
    abstract void step(Backend backend, Tensor g, Tensor first, Tensor second, Tensor p);

    /** The change of a parameter by the first step from empty state, in double precision. */
    abstract double update(double g);
}
