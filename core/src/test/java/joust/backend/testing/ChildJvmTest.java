package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("childjvm")
class ChildJvmTest {
    /** What a child tells about itself. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            System.err.println("to standard error");
            System.out.println(ManagementFactory.getRuntimeMXBean().getInputArguments() + " " + List.of(arguments));
            if (arguments.length == 0) {
                throw new IllegalStateException("nothing to say");
            }
        }
    }

    @Test
    void aChildHasTheFlagsAndTheClassPathAndNothingElse() {
        ChildJvm.Result result = ChildJvm.run(List.of("-Xmx64m", "-XX:+UseSerialGC"), Child.class, "one", "two words");
        assertThat(result.exitCode()).isZero();
        assertThat(result.output().lines())
                .containsExactly("to standard error", "[-Xmx64m, -XX:+UseSerialGC] [one, two words]");
    }

    @Test
    void aChildThatThrowsExitsWithItsMessage() {
        ChildJvm.Result result = ChildJvm.run(List.of(), Child.class);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("IllegalStateException: nothing to say");
    }
}
