package joust.gan.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import joust.gan.GanConfig;
import joust.gan.NetworkConfig;

/** Settings that a remedy is made of, as {@code key=value}. */
final class Remedies {
    private static final MathContext DIGITS = new MathContext(3);

    private Remedies() {}

    /** A number as a configuration file has it. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value, DIGITS).stripTrailingZeros();
        return rounded.scale() > 8 ? rounded.toString() : rounded.toPlainString();
    }

    static String discriminatorRate(GanConfig config, double factor) {
        return rate("discriminator", config.discriminator(), factor);
    }

    static String generatorRate(GanConfig config, double factor) {
        return rate("generator", config.generator(), factor);
    }

    private static String rate(String network, NetworkConfig config, double factor) {
        return network + ".optimizer.learningRate=" + number(config.optimizer().learningRate() * factor);
    }
}
