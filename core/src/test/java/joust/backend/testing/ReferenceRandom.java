package joust.backend.testing;

/** The distributions of {@link joust.backend.RandomNumbers} in double precision. */
final class ReferenceRandom {
    private ReferenceRandom() {}

    static double uniform(int word) {
        return (word >>> 8) / 0x1p24;
    }

    /** Box and Muller (1958); the angle is a multiple of π that is reduced before it is rounded. */
    static double normal(Draw draw, int index) {
        int first = index / 2 * 2;
        double radius = Math.sqrt(-2 * StrictMath.log(((draw.word(first) >>> 8) + 1) / 0x1p24));
        double halfTurns = (draw.word(first + 1) >>> 8) / 0x1p23;
        return radius * (index % 2 == 0 ? sinPi(halfTurns + 0.5) : sinPi(halfTurns));
    }

    private static double sinPi(double halfTurns) {
        double nearest = Math.rint(halfTurns);
        double sine = StrictMath.sin(Math.PI * (halfTurns - nearest));
        return nearest % 2 == 0 ? sine : -sine;
    }
}
