package joust.io;

import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;

/** Tells two listeners, the first one first. */
record InOrder(TrainingListener first, TrainingListener second) implements TrainingListener {
    @Override
    public void onStart(GanTrainer trainer) {
        first.onStart(trainer);
        second.onStart(trainer);
    }

    @Override
    public void onPreTrained(GanTrainer trainer) {
        first.onPreTrained(trainer);
        second.onPreTrained(trainer);
    }

    @Override
    public void onStep(GanTrainer trainer, long step) {
        first.onStep(trainer, step);
        second.onStep(trainer, step);
    }

    @Override
    public void onLog(GanTrainer trainer, LogRow row) {
        first.onLog(trainer, row);
        second.onLog(trainer, row);
    }

    @Override
    public void onStepEnd(GanTrainer trainer, long step) {
        first.onStepEnd(trainer, step);
        second.onStepEnd(trainer, step);
    }

    @Override
    public void onFinish(GanTrainer trainer) {
        first.onFinish(trainer);
        second.onFinish(trainer);
    }
}
