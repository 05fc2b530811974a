package joust.opencl;

import java.util.List;
import joust.backend.Backend;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.Presets;
import joust.gan.TrainingListener;

/** Presets that need no files, trained for a moment. */
final class SmallTrainings {
    static final List<String> PRESETS = List.of("digits", "gaussian1d", "toy2d");

    private SmallTrainings() {}

    /** A preset at its beginning. */
    static GanTrainer begin(Backend backend, String preset) {
        GanConfig config = Presets.get(preset);
        return new GanTrainer(backend, config, DataSources.open(config.data()).training());
    }

    /** The hashes of a preset's generator and discriminator after some steps. */
    static String hashes(Backend backend, String preset, int steps) {
        try (GanTrainer trainer = begin(backend, preset)) {
            trainer.train(steps, TrainingListener.NONE);
            return preset + " " + trainer.networks().generator().sha256() + " "
                    + trainer.networks().discriminator().sha256();
        }
    }
}
