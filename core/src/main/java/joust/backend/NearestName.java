package joust.backend;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what somebody may have meant by a mistyped word. An edit is an insertion, a deletion or a substitution of a character
 * (Levenshtein 1966), or a swap of neighbours.
 */
public final class NearestName {
    private static final int EDITS_OF_A_SLIP = 2;

    private NearestName() {}

    /**
     * The known word that takes the fewest edits to be the given one, the first of the list where several take as few.
     *
     * @param known at least one
     * @throws IllegalArgumentException if none is known
     */
    public static String of(String word, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)))
                .orElseThrow(() -> new IllegalArgumentException("known: empty, expected at least one"));
    }

    /** As {@link #of}, but none that takes more than two edits, and the first of the alphabet where several take as few. */
    static Optional<String> ofSlip(String word, Collection<String> known) {
        List<String> near = known.stream()
                .filter(candidate -> edits(word, candidate) <= EDITS_OF_A_SLIP)
                .sorted()
                .toList();
        return near.isEmpty() ? Optional.empty() : Optional.of(of(word, near));
    }

    private static int edits(String from, String to) {
        int[][] distance = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : edits(distance, from, to, i, j);
            }
        }
        return distance[from.length()][to.length()];
    }

    private static int edits(int[][] distance, String from, String to, int i, int j) {
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = Math.min(distance[i - 1][j - 1] + same, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, distance[i - 2][j - 2] + 1) : best;
    }
}
