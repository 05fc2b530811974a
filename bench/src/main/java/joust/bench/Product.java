package joust.bench;

/** Which operand of a product is stored transposed: the first letter speaks of a, the second of b. */
public enum Product {
    /** {@code a b}: a layer forward. */
    NN(false, false),
    /** {@code a bᵀ}: the gradient of a layer's input. */
    NT(false, true),
    /** {@code aᵀ b}: the gradient of a layer's weights. */
    TN(true, false),
    /** {@code aᵀ bᵀ}. */
    TT(true, true);

    private final boolean transposeA;
    private final boolean transposeB;

    Product(boolean transposeA, boolean transposeB) {
        this.transposeA = transposeA;
        this.transposeB = transposeB;
    }

    /** Whether a is stored {@code k x m}. */
    public boolean transposeA() {
        return transposeA;
    }

    /** Whether b is stored {@code n x k}. */
    public boolean transposeB() {
        return transposeB;
    }
}
