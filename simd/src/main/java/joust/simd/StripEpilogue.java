package joust.simd;

/** What is done to a finished strip of the result, some or all of its rows and a few vectors of columns, while it is in the cache. */
interface StripEpilogue {
    /** Nothing. */
    StripEpilogue NONE = (c, cOffset, ldc, row, column, rows, columns) -> {};

    /**
     * Finishes a strip in place.
     *
     * @param cOffset where the strip's first element lies
     * @param row the strip's first row in the whole result
     * @param column the strip's first column in the whole result
     */
    void finish(float[] c, int cOffset, int ldc, int row, int column, int rows, int columns);

    /** Finishes what is better done on long rows, once per thread and rectangle, after all of its strips. */
    default void complete(float[] c, int cOffset, int ldc, int rows, int columns) {}
}
