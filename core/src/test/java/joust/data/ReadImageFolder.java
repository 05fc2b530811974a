package joust.data;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a folder of pictures and prints the values or the refusal, for a test that starts it in a Java runtime without
 * java.desktop.
 */
final class ReadImageFolder {
    private ReadImageFolder() {}

    public static void main(String[] arguments) {
        try {
            System.out.println(
                    Arrays.toString(ImageFolder.read(Path.of(arguments[0])).values()));
        } catch (DataException e) {
            System.out.println(e);
        }
    }
}
