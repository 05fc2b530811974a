package joust.data;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a picture file as gray values, one per pixel from 0 (black) to 1 (white), row-major from the top left. */
interface ImageDecoder {
    /**
     * Appends the gray values of a picture to a list.
     *
     * @param check is given the shape before memory is taken for pixels, and throws where it refuses it
     * @param pixels receives the gray values
     * @throws DataException if the file cannot be read as a picture
     */
    void decode(Path file, Consumer<ImageShape> check, FloatList pixels);
}
