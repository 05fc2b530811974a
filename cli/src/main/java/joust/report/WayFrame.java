package joust.report;

import java.util.Locale;

/** A way through the noise over the plane of the film as SVG: real rows faint, its samples as dots that a line joins. */
final class WayFrame {
    /** Far outside of the plane, where a line's direction no longer shows. */
    private static final double FAR = 1e5;

    private WayFrame() {}

    static String svg(Moment moment, float[] way) {
        return String.format(
                Locale.ROOT,
                "<svg class=\"plane\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"samples on the way\">"
                        + "<path class=\"real faint\" d=\"%s\"/><path class=\"thread\" d=\"%s\"/>"
                        + "<path class=\"generated\" d=\"%s\"/></svg>",
                PlaneFrame.SIZE,
                PlaneFrame.SIZE,
                PlaneFrame.points(moment.axes(), moment.real()),
                thread(moment.axes(), way),
                PlaneFrame.points(moment.axes(), way));
    }

    private static String thread(float[] axes, float[] way) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i + 1 < way.length; i += 2) {
            double x = place(axes, way[i], 0);
            double y = PlaneFrame.SIZE - place(axes, way[i + 1], 2);
            boolean finite = Double.isFinite(x) && Double.isFinite(y);
            if (finite) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", pen ? "L" : "M", x, y));
            }
            pen = finite;
        }
        return path.toString();
    }

    private static double place(float[] axes, float value, int low) {
        double share = (value - axes[low]) / (axes[low + 1] - axes[low]);
        return Math.clamp(share * PlaneFrame.SIZE, -FAR, FAR);
    }
}
