package joust.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import joust.data.FiniteSamples;
import joust.data.ImageShape;
import joust.io.AtomicFile;
import joust.report.SampleGrid;

/** Where {@code joust sample} puts what it makes. */
sealed interface SampleSink {
    /**
     * Writes samples, row by row.
     *
     * @throws IOException if a file cannot be written
     */
    void write(float[] samples, int count, int columns) throws IOException;

    /** One picture with all images, {@code across} of them in a row. */
    record Grid(Path file, FiniteSamples images, ImageShape shape, int across) implements SampleSink {
        @Override
        public void write(float[] samples, int count, int columns) throws IOException {
            SampleGrid.write(file, samples, count, shape, images.low(), images.high(), across);
        }
    }

    /** A picture for each image, {@code sample-0.png} and on. */
    record Images(Path folder, FiniteSamples images, ImageShape shape) implements SampleSink {
        @Override
        public void write(float[] samples, int count, int columns) throws IOException {
            Files.createDirectories(folder);
            for (int i = 0; i < count; i++) {
                float[] image = Arrays.copyOfRange(samples, i * columns, (i + 1) * columns);
                Path file = folder.resolve("sample-" + i + ".png");
                SampleGrid.writeImage(file, image, shape, images.low(), images.high());
            }
        }
    }

    /** A line of numbers for each sample. */
    record Table(Path file) implements SampleSink {
        @Override
        public void write(float[] samples, int count, int columns) throws IOException {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            AtomicFile.write(file, channel -> lines(Channels.newWriter(channel, UTF_8), samples, count, columns));
        }

        private static void lines(Writer out, float[] samples, int count, int columns) throws IOException {
            BufferedWriter writer = new BufferedWriter(out);
            for (int row = 0; row < count; row++) {
                for (int column = 0; column < columns; column++) {
                    writer.write(column == 0 ? "" : ",");
                    writer.write(Float.toString(samples[row * columns + column]));
                }
                writer.write('\n');
            }
            writer.flush();
        }
    }
}
