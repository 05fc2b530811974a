package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An OpenCL platform in the process leaves Java's arithmetic as it is, whatever the environment says. */
@Tag("childjvm")
class DivisionByZeroTest {
    private static final int WARM_UP = 50_000;

    /** Divides by zero, interpreted and compiled, while a device is open. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            try (OpenClContext context = FirstDevice.open()) {
                context.allocate(1);
                System.out.println("caught " + caught(1) + " and " + caught(WARM_UP));
            }
        }

        private static int caught(int times) {
            int caught = 0;
            int sum = 0;
            for (int i = 0; i < times; i++) {
                try {
                    sum += divide(5, i == times - 1 ? 0 : 3);
                } catch (ArithmeticException expected) {
                    caught++;
                }
            }
            return sum < 0 ? -1 : caught;
        }

        private static int divide(int a, int b) {
            return a / b;
        }
    }

    @Test
    void throwsAsEver() throws Exception {
        FirstDevice.find();
        List<String> output = ChildProcess.run(
                Map.of(PoclSignals.VARIABLE, ""), List.of("--enable-native-access=ALL-UNNAMED"), Child.class);
        assertThat(output).contains("caught 1 and 1");
    }
}
