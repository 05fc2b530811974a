package joust.backend;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant by a mistyped word. */
final class NearestName {
    private static final int EDITS_AT_MOST = 2;

    private NearestName() {}

    /** The known word that takes the fewest edits, two at most, to be the given one. */
    static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> edits(word, candidate) <= EDITS_AT_MOST)
                .min(Comparator.<String>comparingInt(candidate -> edits(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The insertions, deletions and substitutions between two words (Levenshtein 1966), and swaps of neighbours. */
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
