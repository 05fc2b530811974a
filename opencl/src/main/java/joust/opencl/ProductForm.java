package joust.opencl;

import joust.backend.Activation;
import joust.backend.Tensor;

/** The products of a dense network: which operand is transposed, and what a layer adds to the product. */
enum ProductForm {
    /** {@code a b}. */
    STRAIGHT(false, false, Epilogue.NONE, false),
    /** {@code a bᵀ}. */
    SECOND_TRANSPOSED(false, true, Epilogue.NONE, false),
    /** {@code aᵀ b}. */
    FIRST_TRANSPOSED(true, false, Epilogue.NONE, false),
    /** {@code aᵀ bᵀ}. */
    BOTH_TRANSPOSED(true, true, Epilogue.NONE, false),
    /** A layer forward: {@code f(a b + bias)}. */
    LAYER(false, false, Epilogue.BIAS, false),
    /** A layer backward to its input: {@code (a bᵀ) ⊙ f′(y)}. */
    INPUT_GRADIENT(false, true, Epilogue.DERIVATIVE, false),
    /** A layer backward to its parameters: {@code aᵀ b} and the column sums of b. */
    PARAMETER_GRADIENT(true, false, Epilogue.NONE, true);

    /** What follows the product of an element. */
    enum Epilogue {
        /** Nothing. */
        NONE(0),
        /** A bias is added and an activation applied. */
        BIAS(1),
        /** It is multiplied by an activation's derivative. */
        DERIVATIVE(2);

        private final int code;

        Epilogue(int code) {
            this.code = code;
        }

        /** What {@code epilogue.cl} knows it by. */
        int code() {
            return code;
        }
    }

    private final boolean transposeA;
    private final boolean transposeB;
    private final Epilogue epilogue;
    private final boolean sums;

    ProductForm(boolean transposeA, boolean transposeB, Epilogue epilogue, boolean sums) {
        this.transposeA = transposeA;
        this.transposeB = transposeB;
        this.epilogue = epilogue;
        this.sums = sums;
    }

    /** The form of a product and nothing else. */
    static ProductForm of(boolean transposeA, boolean transposeB) {
        if (transposeA) {
            return transposeB ? BOTH_TRANSPOSED : FIRST_TRANSPOSED;
        }
        return transposeB ? SECOND_TRANSPOSED : STRAIGHT;
    }

    boolean transposeA() {
        return transposeA;
    }

    boolean transposeB() {
        return transposeB;
    }

    Epilogue epilogue() {
        return epilogue;
    }

    /** Whether the columns of b are added up. */
    boolean sums() {
        return sums;
    }

    /** Whether b is the weights of a layer, which keep their numbers for more than one product. */
    boolean ofWeights() {
        return epilogue != Epilogue.NONE;
    }

    /** What {@code epilogue.cl} knows an activation by. */
    static int code(Activation activation) {
        return switch (activation.kind()) {
            case IDENTITY -> 0;
            case RELU -> 1;
            case LEAKY_RELU -> 2;
            case SIGMOID -> 3;
            case TANH -> 4;
        };
    }

    /** The length of the chains. */
    int depth(Tensor a) {
        return transposeA ? a.rows() : a.cols();
    }
}
