package joust.backend.testing;

import org.junit.jupiter.api.Test;

/** The contract of {@link joust.backend.Arrangement}. */
abstract class ArrangementContract extends ContractGroup {
    @Test
    void copiedRowsLeaveTheOtherRowsAlone() {
        subject().hold(ArrangementCases.copiedRows(sizes()));
    }

    @Test
    void gatheredRowsAreDrawnByTheWordsOfPhilox() {
        subject().hold(ArrangementCases.gatheredRows(sizes()));
    }

    @Test
    void columnsAreJoinedAndTakenApart() {
        subject().hold(ArrangementCases.columns(sizes()));
    }
}
