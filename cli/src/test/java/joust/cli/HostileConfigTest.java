package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import joust.fuzz.Mutations;
import joust.gan.Presets;
import org.junit.jupiter.api.Test;

/** The reader of configurations on a fixed set of hostile files; CONTRIBUTING.md says how to search for more. */
class HostileConfigTest {
    private static final int DAMAGED = 1500;

    @Test
    void configurationsAreReadOrRefusedInMemoryThatFitsThem() {
        List<byte[]> seeds = ConfigFuzz.seeds();
        assertThat(seeds.stream().filter(ConfigFuzz::isRead))
                .hasSize(Presets.names().size());
        Mutations mutations = new Mutations(21, seeds);
        int refused = 0;
        for (int i = 0; i < DAMAGED; i++) {
            refused += ConfigFuzz.isRead(mutations.next()) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(DAMAGED / 2);
    }
}
