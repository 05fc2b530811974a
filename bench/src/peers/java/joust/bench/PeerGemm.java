package joust.bench;

/** One matrix product by another library, its operands where that library likes them best. */
interface PeerGemm {
    /** Computes the product. */
    void multiply() throws Throwable;

    /** The product, row by row. */
    float[] result() throws Throwable;
}
