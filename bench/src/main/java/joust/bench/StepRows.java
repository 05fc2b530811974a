package joust.bench;

import java.nio.file.Path;
import joust.data.FiniteSamples;
import joust.data.IdxFolder;
import joust.data.Samples;
import joust.gan.DataConfig;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.math.RandomFill;

/** The rows that timed steps train on. */
final class StepRows {
    /** Instead of a folder: random pixels. */
    static final String RANDOM = "random";

    private static final int COUNT = 10_000;

    private StepRows() {}

    /** Whether a system trains on image files, for which others may stand. */
    static boolean areImages(GanConfig config) {
        return config.data() instanceof DataConfig.Idx || config.data() instanceof DataConfig.FashionMnist;
    }

    /** A folder's last name, by which results tell its images from others. */
    static String name(String folder) {
        Path name = Path.of(folder).toAbsolutePath().normalize().getFileName();
        return name == null ? folder : name.toString();
    }

    /**
     * What a system trains on.
     *
     * @param images for systems that train on image files, a folder of them or {@link #RANDOM}
     * @throws joust.data.DataException if the files cannot be used
     */
    static Samples of(GanConfig config, String images) {
        return areImages(config)
                ? images(config.generator().output().width(), images)
                : DataSources.open(config.data()).training();
    }

    /** Images of so many pixels. */
    static FiniteSamples images(int pixels, String images) {
        if (!images.equals(RANDOM)) {
            return IdxFolder.read(Path.of(images)).training();
        }
        float[] values = new float[COUNT * pixels];
        RandomFill.uniform(1, 4, 0, 0, 1, values, 0, values.length);
        return FiniteSamples.of("random pixels", pixels, values);
    }
}
