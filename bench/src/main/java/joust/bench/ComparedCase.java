package joust.bench;

import java.util.List;
import java.util.Optional;

/**
 * What several contenders compute, one after the other, fork by fork.
 *
 * @param machine the peaks that they are compared with
 * @param contenders who
 */
record ComparedCase(List<Contender> machine, List<Contender> contenders) {
    /** A case with the peaks that its contenders need. */
    static ComparedCase of(List<Contender> contenders) {
        List<Contender> machine = contenders.stream()
                .flatMap(contender -> peakOf(contender).stream())
                .distinct()
                .toList();
        return new ComparedCase(machine, contenders);
    }

    /** The machine's peak that bounds a contender; none where none has been thought of. */
    static Optional<Contender> peakOf(Contender contender) {
        if (contender.isMachine()) {
            return Optional.empty();
        }
        Limit limit = contender.work().limit();
        if (!Devices.isHost(contender)) {
            return limit.kind() == Limit.Kind.TRIAD
                    ? Optional.of(Contender.deviceTriad(
                            contender.parameters().getOrDefault("backend", ""), limit.footprint()))
                    : Optional.empty();
        }
        return switch (limit.kind()) {
            case FMA -> Optional.of(Contender.peak(contender.threads()));
            case TRIAD -> Optional.of(Contender.triad(contender.threads(), limit.footprint()));
            case NONE -> Optional.empty();
        };
    }
}
