package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import joust.backend.Backend;
import joust.backend.BackendUnavailableException;
import joust.backend.Backends;
import org.junit.jupiter.api.Test;

class OpenedAheadTest {
    @Test
    void theCallerGoesOnWhileItIsOpened() throws Exception {
        CountDownLatch caller = new CountDownLatch(1);
        try (OpenedAhead ahead = new OpenedAhead(() -> {
            try {
                assertThat(caller.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Backends.open("scalar");
        })) {
            caller.countDown();
            assertThat(ahead.get().name()).isEqualTo("scalar");
            assertThat(ahead.get()).isSameAs(ahead.get());
        }
    }

    @Test
    void itIsClosedWhetherAskedForOrNot() {
        for (boolean asked : List.of(true, false)) {
            AtomicReference<Backend> opened = new AtomicReference<>();
            try (OpenedAhead ahead = new OpenedAhead(() -> {
                opened.set(Backends.open("scalar"));
                return opened.get();
            })) {
                if (asked) {
                    assertThat(ahead.get()).isSameAs(opened.get());
                }
            }
            Backend closed = Objects.requireNonNull(opened.get());
            assertThatThrownBy(() -> closed.allocate(1, 1)).hasMessageContaining("closed");
        }
    }

    @Test
    void whatOpeningItThrowsIsThrownWhereItIsAskedForAndOnlyThere() {
        BackendUnavailableException failure = new BackendUnavailableException("not here");
        try (OpenedAhead ahead = new OpenedAhead(() -> {
            throw failure;
        })) {
            assertThatExceptionOfType(BackendUnavailableException.class)
                    .isThrownBy(ahead::get)
                    .isSameAs(failure);
        }
        AssertionError error = new AssertionError("broken");
        try (OpenedAhead ahead = new OpenedAhead(() -> {
            throw error;
        })) {
            assertThatThrownBy(ahead::get).isSameAs(error);
        }
    }
}
