package joust.cli;

import java.util.List;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;

/** Tells several listeners, in their order. */
record ListenerList(List<TrainingListener> listeners) implements TrainingListener {
    @Override
    public void onStart(GanTrainer trainer) {
        listeners.forEach(listener -> listener.onStart(trainer));
    }

    @Override
    public void onPreTraining(int update, double loss) {
        listeners.forEach(listener -> listener.onPreTraining(update, loss));
    }

    @Override
    public void onPreTrained(GanTrainer trainer) {
        listeners.forEach(listener -> listener.onPreTrained(trainer));
    }

    @Override
    public void onStep(GanTrainer trainer, long step) {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).onStep(trainer, step);
        }
    }

    @Override
    public void onLog(GanTrainer trainer, LogRow row) {
        listeners.forEach(listener -> listener.onLog(trainer, row));
    }

    @Override
    public void onStepEnd(GanTrainer trainer, long step) {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).onStepEnd(trainer, step);
        }
    }

    @Override
    public void onFinish(GanTrainer trainer) {
        listeners.forEach(listener -> listener.onFinish(trainer));
    }
}
