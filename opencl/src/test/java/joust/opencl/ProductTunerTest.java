package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import joust.backend.Activation;
import joust.backend.BackendException;
import joust.backend.ProfileStore;
import joust.backend.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which kernels win, by a clock that only they advance. */
class ProductTunerTest {
    private final OpenClContext context = FirstDevice.open();
    private final OpenClBackend device = new OpenClBackend(context, DeviceProducts.on(context));
    private final PanelChoice panels = new PanelChoice(context);
    private long now;

    @TempDir
    private Path folder;

    @AfterEach
    void closeContext() {
        context.close();
    }

    /** Kernels that take a given time, and spoil a given element unless it is negative. */
    private final class Timed implements ProductKernels {
        private final String name;
        private final long nanoseconds;
        private final int spoilt;
        private int runs;

        Timed(String name, long nanoseconds, int spoilt) {
            this.name = name;
            this.nanoseconds = nanoseconds;
            this.spoilt = spoilt;
        }

        @Override
        public void compute(
                ProductForm form,
                boolean add,
                Tensor a,
                Tensor b,
                Tensor out,
                Activation activation,
                Tensor beside,
                Tensor sums) {
            panels.of(form, out.rows(), out.cols(), form.depth(a))
                    .compute(form, add, a, b, out, activation, beside, sums);
            if (spoilt >= 0) {
                Tensor element = device.view(out, spoilt, 1, 1);
                device.scale(1 + 0x1p-22f, element, element);
            }
            now += nanoseconds;
            runs++;
        }

        @Override
        public String name() {
            return name;
        }
    }

    private ProductTuner tuner() {
        return new ProductTuner(device, () -> now);
    }

    @Test
    void theFastestOfThoseThatAreCorrectWinsInEveryForm() {
        for (ProductForm form : ProductForm.values()) {
            Timed slow = new Timed("slow", 9_000_000, -1);
            Timed fast = new Timed("fast", 8_000_000, -1);
            Timed wrong = new Timed("wrong", 1_000_000, 700);
            assertThat(tuner().fastest(form, 37, 29, 11, List.of(slow, wrong, fast)))
                    .isSameAs(fast);
            assertThat(wrong.runs).isEqualTo(1);
            assertThat(fast.runs).isGreaterThan(3);
        }
    }

    /** The first element is always among those that the host computes too. */
    @Test
    void withoutAnyThatAreCorrectThereIsNoAnswer() {
        Timed wrong = new Timed("wrong", 1, 0);
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> tuner().fastest(ProductForm.LAYER, 5, 7, 3, List.of(wrong, wrong)))
                .withMessageContaining("LAYER 5x7");
    }

    @Test
    void answersAreKeptForSizesBetweenTheSamePowersOfTwo() {
        List<String> log = new ArrayList<>();
        ProfileStore store = ProfileStore.in(folder, log::add);
        Timed slow = new Timed("slow", 9_000_000, -1);
        Timed fast = new Timed("fast", 8_000_000, -1);
        TunedChoice measuring = TunedChoice.kept(context.facts(), new Rule(slow, fast), store);
        assertThat(measuring.of(ProductForm.LAYER, 37, 29, 11)).isSameAs(slow);
        TunedChoice measured = TunedChoice.kept(context.facts(), new Rule(slow, fast), store);
        measured.measureWith(tuner());
        assertThat(measured.of(ProductForm.LAYER, 37, 29, 11)).isSameAs(fast);
        int runs = fast.runs;
        assertThat(measured.of(ProductForm.LAYER, 64, 17, 9)).isSameAs(fast);
        TunedChoice later = TunedChoice.kept(context.facts(), new Rule(slow, fast), store);
        assertThat(later.of(ProductForm.LAYER, 33, 32, 16)).isSameAs(fast);
        assertThat(later.of(ProductForm.LAYER, 32, 32, 16)).isSameAs(slow);
        assertThat(later.of(ProductForm.STRAIGHT, 33, 32, 16)).isSameAs(slow);
        assertThat(fast.runs).isEqualTo(runs);
        assertThat(log).isEmpty();
    }

    /** The first by rule, both as candidates. */
    private record Rule(ProductKernels first, ProductKernels second) implements ProductCandidates {
        @Override
        public ProductKernels of(ProductForm form, int m, int n, int k) {
            return first;
        }

        @Override
        public List<ProductKernels> candidates(ProductForm form, int m, int n, int k) {
            return List.of(first, second);
        }
    }
}
