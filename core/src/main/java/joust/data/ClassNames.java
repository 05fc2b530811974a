package joust.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The order of classes that are told apart by names: as numbers if all names are whole numbers, else as text. */
final class ClassNames {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private ClassNames() {}

    static List<String> sorted(Collection<String> names) {
        boolean whole = names.stream().allMatch(name -> WHOLE.matcher(name).matches());
        // equal numbers, such as 7 and 07, stay apart by their text
        Comparator<String> order = whole
                ? Comparator.<String>comparingLong(Long::parseLong).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
        return names.stream().sorted(order).toList();
    }
}
