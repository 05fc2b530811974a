package joust.data;

import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes a set of MNIST's format with generated images, so that what needs MNIST's sizes can be tested without MNIST.
 * An image of class k shows a soft spot at the k-th of ten places on a ring, moved and dimmed at random: the classes
 * can be learnt, and no two images are equal.
 */
public final class SyntheticIdx {
    private static final int SIDE = 28;
    private static final int CLASSES = 10;
    private static final double RING = 9;
    private static final double SPOT = 2.5;

    private SyntheticIdx() {}

    /**
     * Writes the four files {@code train-images-idx3-ubyte.gz} and so on.
     *
     * @param trainingCount images to train on, at least 1; the classes take turns, so from 10 on each has one
     * @param testCount images to test with, at least 1
     */
    public static void write(Path folder, long seed, int trainingCount, int testCount) {
        SplittableRandom random = new SplittableRandom(seed);
        write(folder, "train", random, trainingCount);
        write(folder, "t10k", random, testCount);
    }

    private static void write(Path folder, String set, SplittableRandom random, int count) {
        byte[] labels = new byte[count];
        byte[] pixels = new byte[count * SIDE * SIDE];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % CLASSES);
            draw(random, labels[i], pixels, i * SIDE * SIDE);
        }
        byte[] images = IdxBytes.of(2051, new int[] {count, SIDE, SIDE}, pixels);
        IdxBytes.write(folder.resolve(set + "-images-idx3-ubyte.gz"), IdxBytes.gzip(images));
        byte[] classes = IdxBytes.of(2049, new int[] {count}, labels);
        IdxBytes.write(folder.resolve(set + "-labels-idx1-ubyte.gz"), IdxBytes.gzip(classes));
    }

    private static void draw(SplittableRandom random, int label, byte[] pixels, int offset) {
        double angle = 2 * Math.PI * label / CLASSES;
        double centerX = SIDE / 2.0 + RING * StrictMath.cos(angle) + random.nextDouble(-1, 1);
        double centerY = SIDE / 2.0 + RING * StrictMath.sin(angle) + random.nextDouble(-1, 1);
        double brightness = random.nextDouble(200, 255);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double distance = StrictMath.hypot(x - centerX, y - centerY) / SPOT;
                pixels[offset + y * SIDE + x] = (byte) (int) (brightness * StrictMath.exp(-distance * distance / 2));
            }
        }
    }
}
