package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import joust.backend.Backend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The whole contract of a backend. A backend's test is a subclass that opens it, decorated as
 * {@link joust.backend.Backends} hands it out; it is opened once and closed after the last test.
 *
 * <p>Each operation is held to a naive double-precision implementation within derived bounds, and, unless
 * {@link Backend#arithmetic()} asks for a tolerance, to float32 loops in the documented order bit for bit. Operands are views with margins
 * of NaN, outputs hold NaN before the call, and neither margins nor inputs may change.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BackendContract {
    private @Nullable Backend opened;

    /** For subclasses in other modules. */
    protected BackendContract() {}

    /** Opens the backend under test. */
    protected abstract Backend open();

    /** Where its kernels change paths. */
    protected ContractSizes sizes() {
        return ContractSizes.PLAIN;
    }

    /**
     * How many times the error of float32 arithmetic matrix products and layers may have: 1, but 2¹³ for factors that are
     * rounded to TF32's 10 bits.
     */
    protected double denseFactor() {
        return 1;
    }

    /** How many times the error of float32 arithmetic everything else may have; 1 where division and roots are exact. */
    protected double factor() {
        return 1;
    }

    @BeforeAll
    final void openBackend() {
        opened = open();
    }

    @AfterAll
    final void closeBackend() {
        if (opened != null) {
            opened.close();
        }
    }

    private Subject subject() {
        if (opened == null) {
            throw new IllegalStateException("the backend has not been opened");
        }
        return new Subject(opened, sizes(), denseFactor(), factor());
    }

    @Test
    void tellsItsNameItsDeviceAndItsThreads() {
        Backend backend = subject().backend();
        assertThat(backend.name()).matches("[a-z][a-z0-9]*(:\\d+)?(\\+[a-z0-9]+)?");
        assertThat(backend.device()).isNotBlank();
        assertThat(backend.threads()).isPositive();
        assertThat(backend.self()).isSameAs(backend);
    }

    @Nested
    final class Transfers extends TransferContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }

    @Nested
    final class Arrangement extends ArrangementContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }

    @Nested
    final class RandomNumbers extends RandomContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }

    @Nested
    final class DenseOperations extends DenseContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }

    @Nested
    final class Weights extends WeightContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }

    @Nested
    final class Activations extends ActivationContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }

    @Nested
    final class ElementwiseOperations extends ElementwiseContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }

    @Nested
    final class Reductions extends ReductionContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }

    @Nested
    final class Losses extends LossContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }

    @Nested
    final class Optimizers extends OptimizerContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }

    @Nested
    final class Defaults extends ComposedContract {
        @Override
        Subject subject() {
            return BackendContract.this.subject();
        }
    }
}
