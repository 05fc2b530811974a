package joust.data;

/** Values of a file whose number shows only at its end. */
final class FloatList {
    private final String file;
    private float[] values = new float[0];
    private int size;

    FloatList(String file) {
        this.file = file;
    }

    void add(float value) {
        if (size == values.length) {
            grow();
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** The values added so far; the list is not to be used afterwards, as the array may be its own. */
    float[] toArray() {
        if (size == values.length) {
            return values;
        }
        float[] exact = Heap.floats(file, size);
        System.arraycopy(values, 0, exact, 0, size);
        return exact;
    }

    private void grow() {
        if (size == Heap.LONGEST_ARRAY) {
            throw new DataException(file, "", "at most " + Heap.LONGEST_ARRAY + " values", "more");
        }
        float[] grown = Heap.floats(file, Heap.grown(size, Heap.LONGEST_ARRAY));
        System.arraycopy(values, 0, grown, 0, size);
        values = grown;
    }
}
