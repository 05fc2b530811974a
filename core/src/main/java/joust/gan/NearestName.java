package joust.gan;

import java.util.Comparator;
import java.util.List;

/** Finds what a mistyped word was meant to be. */
public final class NearestName {
    private NearestName() {}

    /**
     * The name with the fewest insertions, deletions and replacements of characters to {@code word} (Levenshtein 1966), the first
     * where several are equally near.
     *
     * @param names at least one
     */
    public static String of(String word, List<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(word, name)))
                .orElseThrow(() -> new IllegalArgumentException("names: empty, expected at least one"));
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
