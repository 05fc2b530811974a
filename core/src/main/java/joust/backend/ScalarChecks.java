package joust.backend;

/** Whether the numbers of one operation are in range; those in double as the float32 that they are rounded to. */
final class ScalarChecks {
    private final OperationGuard guard;

    ScalarChecks(OperationGuard guard) {
        this.guard = guard;
    }

    /** Demands a finite number. */
    void finite(String argument, float value) {
        if (!Float.isFinite(value)) {
            throw error(argument + " " + value + ", expected a finite number");
        }
    }

    /** Demands a number. */
    void number(String argument, float value) {
        if (Float.isNaN(value)) {
            throw error(argument + " NaN, expected a number");
        }
    }

    /** Demands a finite number of at least 0. */
    void notNegative(String argument, double value) {
        if (!(value >= 0 && Float.isFinite((float) value))) {
            throw error(argument + " " + value + ", expected a number of at least 0, finite in float32");
        }
    }

    /** Demands a finite number that is above 0 also when rounded. */
    void positive(String argument, double value) {
        if (!((float) value > 0 && Float.isFinite((float) value))) {
            throw error(argument + " " + value + ", expected a number above 0, in float32 too, and finite");
        }
    }

    /** Demands a number in [0, 1). */
    void fraction(String argument, double value) {
        if (!(value >= 0 && value < 1)) {
            throw error(argument + " " + value + ", expected a number in [0, 1)");
        }
    }

    /** Demands at least a number. */
    void atLeast(int lowest, String argument, int value) {
        if (value < lowest) {
            throw error(argument + " " + value + ", expected at least " + lowest);
        }
    }

    /** Demands a stream, and a position with as many blocks behind it as the numbers need. */
    void random(int stream, long position, int count) {
        atLeast(0, "stream", stream);
        int blocks = (count - 1) / 4 + 1;
        if (position < 0 || position - 1 > Long.MAX_VALUE - blocks) {
            throw error("position " + position + ", expected 0 to " + (Long.MAX_VALUE - blocks + 1) + " for " + blocks
                    + " blocks");
        }
    }

    /** Demands two bounds of which the difference is a positive float32. */
    void interval(float low, float high) {
        finite("low", low);
        finite("high", high);
        if (!(low < high)) {
            throw error("low " + low + ", high " + high + ", expected low below high");
        }
        if (Float.isInfinite((float) ((double) high - low))) {
            throw error("low " + low + ", high " + high + ", expected a difference that is finite in float32");
        }
    }

    /** Demands two bounds, which may be equal or infinite. */
    void limits(float low, float high) {
        if (!(low <= high)) {
            throw error("low " + low + ", high " + high + ", expected low at most high");
        }
    }

    /** Demands a label that the loss of this side reads, or 1. */
    void label(Loss loss, Side side, float label) {
        boolean read = side == Side.REAL && loss.acceptsLabel();
        if (read && !(label > 0 && label <= 1)) {
            throw error("label " + label + ", expected a number in (0, 1]");
        }
        if (!read && label != 1) {
            throw error("label " + label + ", expected 1: " + loss + " has no other label on side " + side);
        }
    }

    /** Demands one of two classes. */
    void binary(String argument, int value) {
        if (value != 0 && value != 1) {
            throw error(argument + " " + value + ", expected 0 or 1");
        }
    }

    private IllegalArgumentException error(String text) {
        return new IllegalArgumentException(guard.operation() + ": " + text);
    }
}
