package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;

import joust.backend.Backend;
import joust.backend.Tensor;
import joust.math.RandomFill;
import org.junit.jupiter.api.Test;

class NoiseSourceTest {
    private static final long SEED = 3;
    private static final int STREAM = Streams.GENERATOR_NOISE;

    private final Backend backend = TestBackend.open();

    @Test
    void uniformAndNormalNoiseAreTheNumbersOfTheirStream() {
        float[] uniform = new float[10];
        float[] normal = new float[10];
        RandomFill.uniform(SEED, STREAM, 7, -2, 5, uniform, 0, 10);
        RandomFill.normal(SEED, STREAM, 7, 1, 0.5f, normal, 0, 10);

        assertThat(fill(new NoiseConfig.Uniform(2, -2, 3), 5, 7, 0, 5)).isEqualTo(uniform);
        assertThat(fill(new NoiseConfig.Normal(2, 1, 0.5), 5, 7, 0, 5)).isEqualTo(normal);
    }

    @Test
    void theTutorialsNoiseIsALinspaceWithJitterAndSorted() {
        float[] jitter = new float[200];
        RandomFill.uniform(SEED, STREAM, 7, 0, 0.01f, jitter, 0, 200);

        float[] z = fill(new NoiseConfig.Stratified(-3, 3, 0.01), 200, 7, 0, 200);

        for (int i = 0; i < 200; i++) {
            assertThat(z[i]).isEqualTo((float) (-3 + 6.0 * i / 199) + jitter[i]);
        }
        assertThat(z).isSorted();
        assertThat(z[0]).isBetween(-3f, -2.99f);
        assertThat(z[199]).isBetween(3f, 3.01f);
    }

    @Test
    void withoutJitterTheStrataStandAlone() {
        assertThat(fill(new NoiseConfig.Stratified(0, 1, 0), 5, 7, 0, 5)).containsExactly(0, 0.25f, 0.5f, 0.75f, 1);
        assertThat(fill(new NoiseConfig.Stratified(2, 3, 0), 1, 7, 0, 1)).containsExactly(2);
    }

    @Test
    void aPartOfALargerBatchHasItsStrata() {
        assertThat(fill(new NoiseConfig.Stratified(0, 1, 0), 2, 7, 3, 5)).containsExactly(0.75f, 1);
    }

    @Test
    void theStrataFollowTheBatch() {
        try (NoiseSource noise = new NoiseSource(backend, new NoiseConfig.Stratified(0, 1, 0));
                Tensor two = backend.allocate(2, 1);
                Tensor three = backend.allocate(3, 1)) {
            float[] values = new float[3];
            noise.fill(SEED, STREAM, 0, two);
            noise.fill(SEED, STREAM, 0, three);
            backend.download(three, values, 0);
            assertThat(values).containsExactly(0, 0.5f, 1);
            noise.fill(SEED, STREAM, 0, 1, 3, two);
            backend.download(two, values, 0);
            assertThat(values).startsWith(0.5f, 1);
            noise.fill(SEED, STREAM, 0, 1, 2, two);
            backend.download(two, values, 0);
            assertThat(values).startsWith(1, 2);
            noise.fill(SEED, STREAM, 0, two);
            backend.download(two, values, 0);
            assertThat(values).startsWith(0, 1);
        }
    }

    @Test
    void blocksCountAllNumbersOfABatch() {
        try (NoiseSource noise = new NoiseSource(backend, new NoiseConfig.Normal(3, 0, 1))) {
            assertThat(noise.blocks(4)).isEqualTo(3);
            assertThat(noise.blocks(5)).isEqualTo(4);
        }
    }

    private float[] fill(NoiseConfig config, int rows, long position, int first, int whole) {
        float[] values = new float[rows * config.dimension()];
        try (NoiseSource noise = new NoiseSource(backend, config);
                Tensor z = backend.allocate(rows, config.dimension())) {
            noise.fill(SEED, STREAM, position, first, whole, z);
            backend.download(z, values, 0);
        }
        return values;
    }
}
