package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Java's threads may be stopped while a device compiles: its compiler has none of Java's signals. */
@Tag("childjvm")
class SignalHandlersTest {
    private static final int PROGRAMS = 20;

    /** Builds programs that no cache holds while threads are stopped by SIGSEGV over and over. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            long java = SignalHandlers.ofSegmentationFault();
            try (OpenClContext context = FirstDevice.open()) {
                System.out.println("kept after opening: " + (SignalHandlers.ofSegmentationFault() == java));
                IntStream.range(0, 2).forEach(thread -> daemon(Child::count));
                daemon(Child::stopAll);
                for (int i = 0; i < PROGRAMS; i++) {
                    String unique = "__kernel void f(__global float* x) { x[0] = " + System.nanoTime() + ".0f; }";
                    ClProgram.ofSources(context, "", "test", unique).close();
                }
            }
            System.out.println("kept after building: " + (SignalHandlers.ofSegmentationFault() == java));
        }

        private static void daemon(Runnable work) {
            Thread.ofPlatform().daemon().start(work);
        }

        private static void count() {
            long count = 0;
            while (count != Long.MIN_VALUE) {
                for (int i = 0; i < Integer.MAX_VALUE; i++) {
                    count += i ^ count;
                }
            }
        }

        private static void stopAll() {
            while (true) {
                System.gc();
            }
        }
    }

    @Test
    void areThoseOfJava() throws Exception {
        FirstDevice.find();
        List<String> output = ChildProcess.run(Map.of(), List.of("--enable-native-access=ALL-UNNAMED"), Child.class);
        assertThat(output).contains("kept after opening: true", "kept after building: true");
    }
}
