package joust.gan.diagnosis;

import java.util.List;
import joust.gan.LogRow;

/** The rows of the log that have to show a symptom, all of them: one may be chance, and what passes needs no remedy. */
final class LastingRows {
    private static final int COUNT = 3;

    private LastingRows() {}

    /** The newest rows, or none where there are too few yet. */
    static List<LogRow> newest(List<LogRow> rows) {
        return areEnough(rows) ? rows.subList(rows.size() - COUNT, rows.size()) : List.of();
    }

    static boolean areEnough(List<LogRow> rows) {
        return rows.size() >= COUNT;
    }
}
