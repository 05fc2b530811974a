package joust.scalar;

/** Compares a kernel with its formula over all combinations of special values, at several offsets. */
final class ElementwiseCheck {
    private static final float[] FIRST = Places.combinations(0);
    private static final float[] SECOND = Places.combinations(1);
    private static final float[] THIRD = Places.combinations(2);
    private static final int COUNT = FIRST.length;

    private ElementwiseCheck() {}

    interface Function1 {
        float of(float a);
    }

    interface Function2 {
        float of(float a, float b);
    }

    interface Function3 {
        float of(float a, float b, float c);
    }

    interface Kernel1 {
        void run(float[] a, int aOffset, float[] out, int outOffset, int count);
    }

    interface Kernel2 {
        void run(float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count);
    }

    static void unary(Kernel1 kernel, Function1 formula) {
        float[] expected = map((a, b, c) -> formula.of(c));
        for (int[] at : Places.OFFSETS) {
            float[] out = Places.poisoned(COUNT, at[2]);
            kernel.run(Places.placed(THIRD, at[0]), at[0], out, at[2], COUNT);
            Places.assertSame(out, Places.placed(expected, at[2]));
        }
        float[] inPlace = THIRD.clone();
        kernel.run(inPlace, 0, inPlace, 0, COUNT);
        Places.assertSame(inPlace, expected);
    }

    static void binary(Kernel2 kernel, Function2 formula) {
        float[] expected = map((a, b, c) -> formula.of(b, c));
        for (int[] at : Places.OFFSETS) {
            float[] out = Places.poisoned(COUNT, at[2]);
            float[] a = Places.placed(SECOND, at[0]);
            float[] b = Places.placed(THIRD, at[1]);
            kernel.run(a, at[0], b, at[1], out, at[2], COUNT);
            Places.assertSame(out, Places.placed(expected, at[2]));
        }
        float[] inPlace = THIRD.clone();
        kernel.run(SECOND, 0, inPlace, 0, inPlace, 0, COUNT);
        Places.assertSame(inPlace, expected);
    }

    /** For a kernel that also reads what the output holds. */
    static void updating(Kernel1 kernel, Function2 formula) {
        float[] expected = map((a, b, c) -> formula.of(b, c));
        for (int[] at : Places.OFFSETS) {
            float[] out = Places.placed(THIRD, at[2]);
            kernel.run(Places.placed(SECOND, at[0]), at[0], out, at[2], COUNT);
            Places.assertSame(out, Places.placed(expected, at[2]));
        }
    }

    /** For a kernel that reads and changes b and the output: both results are compared. */
    static void updatingTwo(Kernel2 kernel, Function3 newB, Function3 newOut) {
        float[] expectedB = map(newB);
        float[] expectedOut = map(newOut);
        for (int[] at : Places.OFFSETS) {
            float[] b = Places.placed(SECOND, at[1]);
            float[] out = Places.placed(THIRD, at[2]);
            kernel.run(Places.placed(FIRST, at[0]), at[0], b, at[1], out, at[2], COUNT);
            Places.assertSame(b, Places.placed(expectedB, at[1]));
            Places.assertSame(out, Places.placed(expectedOut, at[2]));
        }
    }

    private static float[] map(Function3 formula) {
        float[] values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = formula.of(FIRST[i], SECOND[i], THIRD[i]);
        }
        return values;
    }
}
