package joust.data;

/**
 * Gaussians on a circle around the origin, mode i at the angle 2πi / modes: the test of mode collapse of Srivastava et
 * al., "VEEGAN" (2017), and Lin et al., "PacGAN" (2018), section 4.1.
 */
public final class GaussianRing extends PlaneMixture {
    /**
     * A ring.
     *
     * @param modes from 1 to 65,536
     * @param radius of the circle, finite and above 0
     * @param deviation of each mode, finite and above 0
     * @throws IllegalArgumentException if a parameter is out of range, or values would not be finite in float32
     */
    public GaussianRing(int modes, double radius, double deviation) {
        super("ring of " + modes, centres(modes, radius), deviation);
    }

    /** The ring of those papers: 8 modes, radius 1, deviation 0.01. */
    public static GaussianRing ofEight() {
        return new GaussianRing(8, 1, 0.01);
    }

    private static double[][] centres(int modes, double radius) {
        if (modes < 1 || modes > MOST_MODES) {
            throw new IllegalArgumentException("ring: modes is " + modes + ", expected from 1 to " + MOST_MODES);
        }
        Draws.checkPositive("ring: radius", radius);
        double[][] centres = new double[modes][];
        for (int i = 0; i < modes; i++) {
            double angle = 2 * StrictMath.PI * i / modes;
            centres[i] = new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
        }
        return centres;
    }
}
