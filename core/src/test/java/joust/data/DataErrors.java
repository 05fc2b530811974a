package joust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Compares what a reader says about bad data with the whole message. */
final class DataErrors {
    private DataErrors() {}

    static DataException assertRefused(ThrowingCallable reading, String message) {
        DataException refusal = catchThrowableOfType(DataException.class, reading);
        assertThat(refusal).as("should be refused: " + message).isNotNull();
        assertThat(refusal.getMessage()).isEqualTo(message);
        return refusal;
    }
}
