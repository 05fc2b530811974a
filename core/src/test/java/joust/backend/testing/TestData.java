package joust.backend.testing;

import java.util.Random;

/** Numbers to compute with, the same in every run: the seed is the text that describes the case. */
final class TestData {
    /** Numbers at which formulas change branch or lose digits; sums and products of them with others stay defined. */
    private static final float[] SPECIAL = {
        0,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        0x1.fffffcp-127f,
        -0x1.8p-130f,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
    };

    private static final float[] EDGES = {
        0.5f,
        1,
        -1,
        0x1.fffffep-1f,
        0x1.000002p0f,
        1e-4f,
        -1e-4f,
        -17.5f,
        17.5f,
        87.5f,
        -87.5f,
        88.75f,
        -88.75f,
        -103.5f,
        0x1.5d589ep+6f,
        -0x1.5d589ep+6f,
        0x1.154244p+5f,
        -0x1.154244p+5f,
        0x1.154246p+5f,
        -0x1.154246p+5f,
        -95f,
        104.5f,
        1e5f,
        -1e5f,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
    };

    private final Random random;

    private TestData(long seed) {
        this.random = new Random(seed);
    }

    static TestData seeded(String text) {
        return new TestData(text.hashCode());
    }

    /** Signed numbers of many magnitudes, 2⁻⁸ to 2³, so that the order of a sum shows in its bits. */
    float[] numbers(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) Math.scalb(2 * random.nextDouble() - 1, random.nextInt(12) - 8);
        }
        return values;
    }

    /** Numbers uniform in (low, high). */
    float[] between(double low, double high, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (low + (high - low) * Math.max(random.nextDouble(), 0x1p-53));
        }
        return values;
    }

    /** Whole numbers from -8 to 8: sums of up to 2¹⁷ products of them are exact in any order. */
    float[] wholeNumbers(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(17) - 8;
        }
        return values;
    }

    /** Numbers below the smallest normal one, and their products with ordinary numbers, which are denormal too. */
    float[] denormals(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Math.scalb((float) (2 * random.nextDouble() - 1), -134);
        }
        return values;
    }

    /** Signed numbers of all magnitudes from 2⁻¹⁴⁹ to 2, and powers of two among them. */
    float[] allMagnitudes(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            float mantissa = random.nextInt(4) == 0 ? 1 : 1 + random.nextFloat();
            values[i] = Math.scalb(random.nextBoolean() ? mantissa : -mantissa, -random.nextInt(150));
        }
        return values;
    }

    /** Zeros of both signs. */
    float[] zeros(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextBoolean() ? 0f : -0f;
        }
        return values;
    }

    /** Ordinary numbers, and every special one among them. */
    float[] withSpecials(int count) {
        return sprinkle(numbers(count), SPECIAL, 2);
    }

    /** The same numbers without their signs, but zeros. */
    static float[] magnitudes(float[] values) {
        float[] magnitudes = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            magnitudes[i] = values[i] == 0 ? values[i] : Math.abs(values[i]);
        }
        return magnitudes;
    }

    /** Special numbers, and the borders of the elementary functions' branches and ranges, among ordinary ones. */
    float[] withEdges(int count) {
        return sprinkle(withSpecials(count), EDGES, 2);
    }

    /** Only a few special numbers, so that not every row and column of a product meets a NaN. */
    float[] withFewSpecials(int count) {
        float[] values = numbers(count);
        for (int i = 0; i < 3; i++) {
            values[random.nextInt(count)] = SPECIAL[random.nextInt(SPECIAL.length)];
        }
        return values;
    }

    /** Probabilities in (0, 1), and the given ones among them. */
    float[] probabilities(int count, float... others) {
        return sprinkle(between(1e-6, 1 - 1e-6, count), others, 3);
    }

    /** Whole numbers from 0 to below {@code classes}, and among every 16 of them one that is no class. */
    float[] labels(int count, int classes) {
        float[] labels = new float[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(classes);
        }
        float[] none = {classes, -1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, 1e10f};
        return count < 16 ? labels : sprinkle(labels, none, 16);
    }

    /** Replaces a random position in each run of {@code every} by the next of {@code others}. */
    private float[] sprinkle(float[] values, float[] others, int every) {
        int next = random.nextInt(others.length);
        for (int start = 0; start < values.length; start += every) {
            int position = Math.min(start + random.nextInt(every), values.length - 1);
            values[position] = others[next++ % others.length];
        }
        return values;
    }
}
