package joust.bench;

import java.lang.reflect.Method;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendProvider;
import joust.backend.Backends;
import joust.backend.Discovery;
import joust.backend.Tensor;
import org.jspecify.annotations.Nullable;

/** A backend whose products have one wrong element, but only where they are larger than those of the self-test. */
public final class SabotagedProvider implements BackendProvider {
    static final String NAME = "sabotaged";
    private static final int SOUND_ROWS = 60;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Discovery discover() {
        return Discovery.found(new Discovery.Device(NAME, "the scalar backend with a fault", 0));
    }

    @Override
    public Backend open(BackendName name, BackendOptions options) {
        Backend scalar = Backends.open("scalar");
        return new ForwardingBackend(scalar) {
            @Override
            @Nullable
            Object call(Method method, Object[] arguments) throws Throwable {
                Object answer = super.call(method, arguments);
                if (method.getName().equals("matmul") && ((Tensor) arguments[5]).rows() >= SOUND_ROWS) {
                    scalar.fill(scalar.view((Tensor) arguments[5], 0, 1, 1), 1000);
                }
                return answer;
            }
        }.as();
    }
}
