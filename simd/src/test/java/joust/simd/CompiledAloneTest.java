package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.reflect.AccessFlag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest loops are too long for C2 to inline them into one another, where it would run out of nodes. */
class CompiledAloneTest {
    /** HotSpot's FreqInlineSize on x86 and ARM. */
    private static final int LARGEST_INLINED = 325;

    @ParameterizedTest
    @ValueSource(classes = {ExponentialLoops.class, LogarithmLoops.class, TurnLoops.class, RandomLoops.class})
    void everyLoopIsLongerThanWhatC2Inlines(Class<?> loops) throws IOException {
        try (InputStream file = loops.getResourceAsStream(loops.getSimpleName() + ".class")) {
            assertThat(ClassFile.of().parse(file.readAllBytes()).methods().stream()
                            .filter(method -> !method.methodName().stringValue().startsWith("<"))
                            .filter(method -> !method.flags().has(AccessFlag.SYNTHETIC)))
                    .isNotEmpty()
                    .allSatisfy(method -> assertThat(length(method))
                            .as(method.methodName().stringValue())
                            .isGreaterThan(LARGEST_INLINED));
        }
    }

    private static int length(MethodModel method) {
        return ((CodeAttribute) method.code().orElseThrow()).codeLength();
    }
}
