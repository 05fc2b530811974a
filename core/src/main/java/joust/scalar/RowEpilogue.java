package joust.scalar;

/** What is done to a piece of a row of a product when its chains are complete, while it still lies in the cache. */
interface RowEpilogue {
    /** Leaves the product as it is. */
    RowEpilogue NONE = (row, column, values, count) -> {};

    /**
     * Changes finished elements in place.
     *
     * @param row their row in the product
     * @param column the column of the first
     * @param values the elements, at index 0 to count - 1
     */
    void finish(int row, int column, float[] values, int count);
}
