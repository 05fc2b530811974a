package joust.backend.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults of many cases; the first few are told in full. */
final class Faults {
    private static final int SHOWN = 3;

    private final List<String> shown = new ArrayList<>();
    private int faults;
    private int cases;

    void add(@Nullable String fault) {
        cases++;
        if (fault != null) {
            faults++;
            if (shown.size() < SHOWN) {
                shown.add(fault);
            }
        }
    }

    /**
     * Ends the examination.
     *
     * @throws AssertionError if a case had a fault, or if there were no cases
     */
    void check() {
        if (cases == 0) {
            throw new AssertionError("there were no cases to check");
        }
        if (faults > 0) {
            throw new AssertionError(faults + " of " + cases + " cases fail:\n" + String.join("\n", shown));
        }
    }
}
