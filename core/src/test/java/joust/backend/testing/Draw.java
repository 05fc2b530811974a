package joust.backend.testing;

import java.util.List;

/** Where an operation takes its random words from. */
record Draw(long seed, int stream, long position) {
    /** Seeds of all signs, the last stream, and blocks around 2³² and beyond. */
    static final List<Draw> BORDERS = List.of(
            new Draw(0, 0, 0),
            new Draw(-1, 1, 1),
            new Draw(Long.MIN_VALUE, Integer.MAX_VALUE, 0xfffffffdL),
            new Draw(0x123456789abcdefL, 16, 1L << 40),
            new Draw(Long.MAX_VALUE, 7, 0x7fffffffL));

    /** Any draw, a different one for each number. */
    static Draw at(int number) {
        return new Draw(0x5DEECE66DL * number, number % 9, 3L * number);
    }

    /** The word that belongs to element {@code index}. */
    int word(int index) {
        return OrderedRandom.word(this, index);
    }

    @Override
    public String toString() {
        return "seed " + seed + ", stream " + stream + ", position " + position;
    }
}
