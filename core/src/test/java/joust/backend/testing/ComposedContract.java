package joust.backend.testing;

import org.junit.jupiter.api.Test;

/** What a backend fuses gives the bits of the simpler operations it stands for. */
abstract class ComposedContract extends ContractGroup {
    @Test
    void overridesGiveTheBitsOfTheDefaults() {
        BitComparison.compare(
                Catalogue.fused(sizes()),
                subject().backend(),
                ComposedBackend.of(subject().backend()));
    }
}
