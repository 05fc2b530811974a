package joust.backend.testing;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendUnavailableException;
import joust.backend.Backends;
import org.junit.jupiter.api.Assumptions;

/**
 * Opens the backend that a test needs. Where it is not available the test is skipped, and the reason printed; but of a
 * family that {@code -Djoust.require=opencl,...} names, a skip is a failure.
 */
public final class Availability {
    static final String PROPERTY = "joust.require";

    private Availability() {}

    /** Opens a backend by name, or skips the test. */
    public static Backend open(String name, BackendOptions options) {
        try {
            return Backends.open(name, options);
        } catch (BackendUnavailableException e) {
            skip(name, e, System.getProperty(PROPERTY, ""));
            throw e;
        }
    }

    /** Skips the test, unless the family is required. */
    static void skip(String name, BackendUnavailableException reason, String required) {
        if (families(required).contains(BackendName.parse(name).family())) {
            throw new AssertionError(
                    "-D" + PROPERTY + "=" + required + " forbids to skip the tests of " + name + ": "
                            + reason.getMessage(),
                    reason);
        }
        String message = "Skipped the tests of " + name + ": " + reason.getMessage();
        System.out.println(message);
        Assumptions.abort(message);
    }

    private static Set<String> families(String required) {
        return Arrays.stream(required.split(","))
                .map(String::strip)
                .filter(family -> !family.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
