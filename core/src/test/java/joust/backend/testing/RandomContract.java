package joust.backend.testing;

import org.junit.jupiter.api.Test;

/** The contract of {@link joust.backend.RandomNumbers}. */
abstract class RandomContract extends ContractGroup {
    @Test
    void uniformNumbersAreMadeOfTheWordsOfPhilox() {
        subject().hold(RandomCases.uniform(sizes()));
    }

    @Test
    void normalNumbersAreMadeOfTheWordsOfPhilox() {
        subject().hold(RandomCases.normal(sizes()));
    }
}
