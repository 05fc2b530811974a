package joust.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import joust.data.FiniteSamples;
import joust.data.ImageShape;
import joust.report.SampleGrid;

/** Where {@code joust sample} puts what it makes. */
sealed interface SampleSink {
    /**
     * Writes samples, row by row.
     *
     * @throws IOException if a file cannot be written
     */
    void write(float[] samples, int count, int columns) throws IOException;

    /** One picture with all images. */
    record Grid(Path file, FiniteSamples images, ImageShape shape) implements SampleSink {
        @Override
        public void write(float[] samples, int count, int columns) throws IOException {
            int across = (int) Math.ceil(Math.sqrt(count));
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
            Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
            try {
                lines(temporary, samples, count, columns);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }

        private static void lines(Path file, float[] samples, int count, int columns) throws IOException {
            try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                for (int row = 0; row < count; row++) {
                    for (int column = 0; column < columns; column++) {
                        writer.write(column == 0 ? "" : ",");
                        writer.write(Float.toString(samples[row * columns + column]));
                    }
                    writer.write('\n');
                }
            }
        }
    }
}
