package joust.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import joust.bench.report.Changes;
import joust.bench.report.FigureReader;
import joust.bench.report.RunResults;
import joust.io.FileFault;
import joust.io.FileFormatException;

/** The files that {@code --compare} and {@code --with} name, read before a run that takes minutes. */
final class EarlierRun {
    private static final String COMPARE = "--compare";
    private static final String WITH = "--with";

    private EarlierRun() {}

    /**
     * What this run is compared with; empty if with none.
     *
     * @throws UsageException if the file cannot be read, or one side has so few forks that nothing could be said
     * @throws FileFormatException if the file holds something else
     */
    static Optional<RunResults> before(RunOptions options) throws FileFormatException {
        Optional<RunResults> before = read(options, COMPARE);
        if (before.isPresent() && options.file(WITH).isEmpty()) {
            int forks = options.jmh().forks(options.quick());
            if (forks < Changes.FORKS) {
                throw new UsageException(COMPARE + ": this run has " + count(forks) + ", expected " + Changes.FORKS
                        + " or more; leave out --quick and -f");
            }
            int most = before.get().figures().stream()
                    .mapToInt(figure -> figure.forks().size())
                    .max()
                    .orElse(0);
            if (most < Changes.FORKS) {
                throw new UsageException(COMPARE + ": " + options.file(COMPARE).orElseThrow() + ": has " + count(most)
                        + ", expected " + Changes.FORKS + " or more");
            }
        }
        return before;
    }

    /** The later one of two runs that are compared without timing anything; as {@link #before}. */
    static Optional<RunResults> after(RunOptions options) throws FileFormatException {
        return read(options, WITH);
    }

    private static Optional<RunResults> read(RunOptions options, String option) throws FileFormatException {
        Optional<Path> file = options.file(option);
        try {
            return file.isPresent() ? Optional.of(FigureReader.read(file.get())) : Optional.empty();
        } catch (FileFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new UsageException(option + ": " + file.orElseThrow() + ": " + FileFault.reason(e), e);
        }
    }

    private static String count(int forks) {
        return forks + (forks == 1 ? " fork" : " forks");
    }
}
