package joust.nn;

import static org.assertj.core.api.Assertions.assertThat;

import joust.backend.Backend;
import joust.backend.Tensor;
import org.junit.jupiter.api.Test;

class InverseRootsTest {
    private final TestBackend test = new TestBackend();
    private final Backend backend = test.backend();

    @Test
    void eachOfRootAndDivisionRoundsOnce() {
        float[] x = {0, 1e-20f, 0x1p-41f, 1e-6f, 0.3f, 1, 2, 7.7f, 1e10f, Float.NaN};
        try (Workspace workspace = new Workspace(backend);
                Tensor in = test.tensor(x.length, 1, x);
                Tensor out = backend.allocate(x.length, 1)) {
            backend.fill(out, Float.NaN);
            new InverseRoots(workspace, backend, x.length).compute(in, out);
            float[] actual = test.read(out);
            for (int i = 0; i < x.length; i++) {
                float expected = 1 / (float) Math.sqrt(x[i] + 0x1p-41f);
                assertThat(actual[i]).isEqualTo(Float.valueOf(expected));
            }
            assertThat(test.read(in)).isEqualTo(x);
        }
    }
}
