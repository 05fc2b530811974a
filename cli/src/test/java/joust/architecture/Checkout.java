package joust.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source checkout that the tests run in. */
final class Checkout {
    private Checkout() {}

    static Path folder() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".ci/run"))) {
                return folder;
            }
        }
        throw new AssertionError("the tests run outside a checkout");
    }
}
