package joust.data;

/**
 * Gaussians on a square grid around the origin, row by row from the least coordinates: the test of mode collapse of
 * Srivastava et al., "VEEGAN" (2017), and Lin et al., "PacGAN" (2018), section 4.1.
 */
public final class GaussianGrid extends PlaneMixture {
    private static final int LONGEST_SIDE = 256;

    /**
     * A grid.
     *
     * @param side modes per row and per column, from 1 to 256
     * @param spacing between neighbours, finite and above 0
     * @param deviation of each mode, finite and above 0
     * @throws IllegalArgumentException if a parameter is out of range, or values would not be finite in float32
     */
    public GaussianGrid(int side, double spacing, double deviation) {
        super("grid of " + side + " x " + side, centres(side, spacing), deviation);
    }

    /** The grid of those papers: 25 modes at −4, −2, 0, 2 and 4, deviation 0.05. */
    public static GaussianGrid ofTwentyFive() {
        return new GaussianGrid(5, 2, 0.05);
    }

    private static double[][] centres(int side, double spacing) {
        if (side < 1 || side > LONGEST_SIDE) {
            throw new IllegalArgumentException("grid: side is " + side + ", expected from 1 to " + LONGEST_SIDE);
        }
        Draws.checkPositive("grid: spacing", spacing);
        double[][] centres = new double[side * side][];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = new double[] {coordinate(i % side, side, spacing), coordinate(i / side, side, spacing)};
        }
        return centres;
    }

    private static double coordinate(int index, int side, double spacing) {
        return (index - (side - 1) / 2.0) * spacing;
    }
}
