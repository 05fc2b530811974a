package joust.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import joust.backend.HostPages;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** JMH's own options as somebody gave them, and what Joust puts in their place where they are silent. */
record JmhOptions(Options given) {
    private static final TimeValue QUICK_TIME = TimeValue.milliseconds(60);
    private static final TimeValue FULL_TIME = TimeValue.milliseconds(500);
    private static final int QUICK_WARMUP = 4;
    /** A step calls every kernel a few times, and normal numbers come from a long one. */
    private static final int QUICK_LONG_WARMUP = 10;
    /** Vectors are objects until C2 has compiled all of it. */
    private static final int QUICK_VECTOR_WARMUP = 22;

    private static final int QUICK_MEASURED = 3;
    private static final int FULL_WARMUP = 4;
    /** C2 takes longer than the usual two seconds for all that a step calls. */
    static final int FULL_STEP_WARMUP = 12;

    private static final int FULL_MEASURED = 5;
    private static final int FORKS = 5;

    /** The values of a benchmark's parameter, if {@code -p} gave some. */
    Optional<List<String>> parameter(String name) {
        return given.getParameter(name).hasValue()
                ? Optional.of(List.copyOf(given.getParameter(name).get()))
                : Optional.empty();
    }

    /** How many forks everyone has. */
    int forks(boolean quick) {
        return Math.max(1, given.getForkCount().orElse(quick ? 1 : FORKS));
    }

    /** How long a contender's case takes, without the JVM's start. */
    double seconds(Contender contender, boolean quick) {
        int measured = given.getMeasurementIterations().orElse(quick ? QUICK_MEASURED : FULL_MEASURED);
        Iterations warmup = warmup(contender, quick);
        return warmup.seconds()
                + new Iterations(measured, given.getMeasurementTime().orElse(time(quick))).seconds();
    }

    /** So many iterations of such a time each. */
    private record Iterations(int count, TimeValue time) {
        double seconds() {
            return count * (time.convertTo(TimeUnit.MILLISECONDS) / 1e3);
        }
    }

    /** The machine's limits have Joust's own at least: all others are compared with them, and before C2 is done they are none. */
    private Iterations warmup(Contender contender, boolean quick) {
        Iterations usual = new Iterations(warmups(contender, quick), time(quick));
        Iterations asked = new Iterations(
                given.getWarmupIterations().orElse(usual.count()),
                given.getWarmupTime().orElse(usual.time()));
        return contender.isMachine() && asked.seconds() < usual.seconds() ? usual : asked;
    }

    private static TimeValue time(boolean quick) {
        return quick ? QUICK_TIME : FULL_TIME;
    }

    private static int warmups(Contender contender, boolean quick) {
        Suite suite = contender.work().suite();
        boolean step = suite == Suite.GAN_STEP;
        if (!quick) {
            return step ? FULL_STEP_WARMUP : FULL_WARMUP;
        }
        if (!step && suite != Suite.RANDOM) {
            return QUICK_WARMUP;
        }
        return "simd".equals(contender.parameters().get("backend")) ? QUICK_VECTOR_WARMUP : QUICK_LONG_WARMUP;
    }

    /** Options for one contender. */
    ChainedOptionsBuilder of(Contender contender, boolean quick) {
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .parent(given)
                .include("^" + contender.qualifiedName().replace(".", "\\.") + "$")
                .threads(contender.jmhThreads())
                .shouldFailOnError(true);
        if (quick || contender.isMachine()) {
            Iterations warmup = warmup(contender, quick);
            builder.warmupIterations(warmup.count()).warmupTime(warmup.time());
        }
        if (quick) {
            builder.measurementIterations(given.getMeasurementIterations().orElse(QUICK_MEASURED))
                    .measurementTime(given.getMeasurementTime().orElse(QUICK_TIME));
        }
        contender.parameters().forEach(builder::param);
        return builder;
    }

    /** The same options, on huge pages where there are some, unless a flag of theirs says otherwise. */
    static Options onHugePages(Options given) {
        List<String> first = new ArrayList<>(HostPages.flags());
        first.addAll(flags(given.getJvmArgsPrepend()));
        return new OptionsBuilder()
                .parent(given)
                .jvmArgsPrepend(first.toArray(String[]::new))
                .build();
    }

    /** Flags for the JVM that times, before and after those of the benchmarks. */
    static List<String> flags(org.openjdk.jmh.util.Optional<Collection<String>> given) {
        return given.hasValue() ? List.copyOf(given.get()) : List.of();
    }
}
