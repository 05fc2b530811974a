package joust.gan;

import java.util.List;
import java.util.Objects;

/** Checks of configuration values; each throws a {@link ConfigException} for what it refuses. */
final class Check {
    private Check() {}

    static void finite(String key, double value) {
        require(Float.isFinite((float) value), key, value, "a finite float32 number");
    }

    /** Above 0 also where it is rounded to float32, as all computing does. */
    static void positive(String key, double value) {
        require((float) value > 0 && Float.isFinite((float) value), key, value, "a float32 number above 0");
    }

    static void notNegative(String key, double value) {
        require(value >= 0 && Float.isFinite((float) value), key, value, "a finite float32 number of at least 0");
    }

    static void fraction(String key, double value) {
        require(value >= 0 && value < 1, key, value, "a number in [0, 1)");
    }

    static void ascending(double low, double high) {
        finite("low", low);
        finite("high", high);
        require((float) low < (float) high, "high", high, "a number above low, which is " + low);
    }

    static void atLeast(int least, String key, int value) {
        require(value >= least, key, value, "a whole number of at least " + least);
    }

    /** Returns a copy. */
    static <T> List<T> notEmpty(String key, List<T> values) {
        require(!Objects.requireNonNull(values, key).isEmpty(), key, values, "at least one entry");
        return List.copyOf(values);
    }

    static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new ConfigException(key, value, expected);
        }
    }
}
