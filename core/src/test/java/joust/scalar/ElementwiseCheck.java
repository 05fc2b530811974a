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
        for (int[] offsets : Places.OFFSETS) {
            float[] out = Places.poisoned(COUNT, offsets[1]);
            kernel.run(Places.placed(THIRD, offsets[0]), offsets[0], out, offsets[1], COUNT);
            Places.assertSame(out, Places.placed(map((a, b, c) -> formula.of(c)), offsets[1]));
        }
        float[] inPlace = THIRD.clone();
        kernel.run(inPlace, 0, inPlace, 0, COUNT);
        Places.assertSame(inPlace, map((a, b, c) -> formula.of(c)));
    }

    static void binary(Kernel2 kernel, Function2 formula) {
        for (int[] offsets : Places.OFFSETS) {
            float[] a = Places.placed(SECOND, offsets[0]);
            float[] b = Places.placed(THIRD, offsets[1]);
            float[] out = Places.poisoned(COUNT, offsets[1]);
            kernel.run(a, offsets[0], b, offsets[1], out, offsets[1], COUNT);
            Places.assertSame(out, Places.placed(map((x, y, z) -> formula.of(y, z)), offsets[1]));
        }
        float[] inPlace = THIRD.clone();
        kernel.run(SECOND, 0, inPlace, 0, inPlace, 0, COUNT);
        Places.assertSame(inPlace, map((x, y, z) -> formula.of(y, z)));
    }

    static void updating(Kernel1 kernel, Function2 formula) {
        for (int[] offsets : Places.OFFSETS) {
            float[] out = Places.placed(THIRD, offsets[1]);
            kernel.run(Places.placed(SECOND, offsets[0]), offsets[0], out, offsets[1], COUNT);
            Places.assertSame(out, Places.placed(map((x, y, z) -> formula.of(y, z)), offsets[1]));
        }
    }

    /** For a kernel that also changes b: both results are compared. */
    static void updatingTwo(Kernel2 kernel, Function3 newB, Function3 newOut) {
        for (int[] offsets : Places.OFFSETS) {
            float[] b = Places.placed(SECOND, offsets[1]);
            float[] out = Places.placed(THIRD, offsets[1]);
            kernel.run(Places.placed(FIRST, offsets[0]), offsets[0], b, offsets[1], out, offsets[1], COUNT);
            Places.assertSame(b, Places.placed(map(newB), offsets[1]));
            Places.assertSame(out, Places.placed(map(newOut), offsets[1]));
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
