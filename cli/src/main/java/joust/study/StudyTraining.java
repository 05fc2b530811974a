package joust.study;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import joust.backend.Backend;
import joust.gan.DataSources;
import joust.gan.Evaluation;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.RealData;
import joust.gan.TrainingDivergedException;
import joust.gan.TrainingListener;
import joust.study.RunResult.Outcome;

/** One run on a backend of its own; nothing comes of it if it is stopped on the way. */
final class StudyTraining implements Callable<Optional<RunResult>>, TrainingListener {
    private final GanConfig config;
    private final double longestSeconds;
    private final Supplier<Backend> opener;
    private final BooleanSupplier stop;
    private final LongAdder steps;
    private long start;
    private boolean capped;

    /** @param steps counts those of all runs */
    StudyTraining(
            StudyRun run, double longestSeconds, Supplier<Backend> opener, BooleanSupplier stop, LongAdder steps) {
        this.config = run.config();
        this.longestSeconds = longestSeconds;
        this.opener = opener;
        this.stop = stop;
        this.steps = steps;
    }

    @Override
    public Optional<RunResult> call() {
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        start = System.nanoTime();
        RealData data = DataSources.open(config.data());
        try (Backend backend = opener.get();
                GanTrainer trainer = new GanTrainer(backend, config, data.training())) {
            String arithmetic = backend.arithmetic().label();
            try {
                trainer.train(config.steps(), this);
            } catch (TrainingDivergedException e) {
                return Optional.of(new RunResult(Outcome.DIVERGED, e.step(), seconds(), arithmetic, Map.of()));
            } finally {
                steps.add(config.steps() - trainer.step());
            }
            boolean complete = trainer.step() == config.steps();
            if (!complete && !capped) {
                return Optional.empty();
            }
            Outcome outcome = complete ? Outcome.COMPLETE : Outcome.CAPPED;
            double seconds = seconds();
            return Optional.of(new RunResult(outcome, trainer.step(), seconds, arithmetic, metrics(trainer, data)));
        }
    }

    @Override
    public void onStep(GanTrainer trainer, long step) {
        steps.increment();
        capped = seconds() > longestSeconds;
        if (capped || stop.getAsBoolean()) {
            trainer.requestStop();
        }
    }

    private Map<String, Double> metrics(GanTrainer trainer, RealData data) {
        try (Evaluation evaluation = new Evaluation(trainer.backend(), config, trainer.networks(), data)) {
            return evaluation.metrics();
        }
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
