package joust.gan;

import joust.backend.Backend;
import joust.backend.Backends;

/** The backend that these tests compute on, with every argument checked. */
final class TestBackend {
    private TestBackend() {}

    static Backend open() {
        return Backends.open("scalar");
    }
}
