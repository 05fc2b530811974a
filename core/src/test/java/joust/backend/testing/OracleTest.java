package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two oracles were written apart, so that a slip in one shows against the other, without any backend. */
class OracleTest {
    private static final ContractSizes SIZES = new ContractSizes(4, 3, 8, 32, 301);

    @Test
    void theDocumentedOrderStaysWithinTheBoundsOfTheReference() {
        Faults faults = new Faults();
        for (OperationCase each : Catalogue.all(SIZES)) {
            Bounded bounded = each.referenceResult();
            if (bounded != null) {
                String fault = CaseCheck.compareBounded(each.operands(), bounded, 1, each.orderedResult());
                faults.add(fault == null ? null : each + ": " + fault);
            }
        }
        faults.check();
    }

    @Test
    void casesAreTheSameInEveryRun() {
        List<OperationCase> once = Catalogue.all(SIZES);
        List<OperationCase> again = Catalogue.all(SIZES);
        assertThat(once).hasSizeGreaterThan(2000);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i)).hasToString(once.get(i).toString());
            for (int operand = 0; operand < once.get(i).operands().size(); operand++) {
                assertThat(Arrays.equals(
                                again.get(i).operands().get(operand).values(),
                                once.get(i).operands().get(operand).values()))
                        .as("%s", once.get(i))
                        .isTrue();
            }
        }
    }

    @Test
    void philoxGivesThePublishedWords() {
        assertThat(OrderedRandom.philox(new int[4], new int[2]))
                .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(OrderedRandom.philox(new int[] {-1, -1, -1, -1}, new int[] {-1, -1}))
                .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertThat(OrderedRandom.philox(
                        new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, new int[] {0xa4093822, 0x299f31d0}))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }
}
