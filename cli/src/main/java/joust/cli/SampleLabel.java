package joust.cli;

import java.util.List;
import joust.data.FiniteSamples;
import joust.gan.DataSources;
import joust.gan.GanConfig;

/** The class that {@code joust sample --label} asks a generator for. */
final class SampleLabel {
    /** Sample i is of class i modulo the classes, as it is for a generator that is told none. */
    static final int ALL = -1;

    private static final String ALL_NAME = "all";

    private SampleLabel() {}

    /**
     * The number of a class by its name in the data, or {@link #ALL}.
     *
     * @throws UsageException if the generator is told no class, or there is none of that name
     */
    static int of(String name, GanConfig config) {
        if (name.equals(ALL_NAME)) {
            return ALL;
        }
        if (config.batch().classes() == 0) {
            throw new UsageException("--label: " + name + ", expected none or all: the generator of " + config.name()
                    + " is told no class (batch.classes)");
        }
        List<String> names = DataSources.open(config.data()).training() instanceof FiniteSamples table
                ? table.classNames()
                : List.of();
        int label = names.indexOf(name);
        if (label < 0) {
            throw new UsageException("--label: " + name + ", expected all or one of " + String.join(", ", names));
        }
        return label;
    }
}
