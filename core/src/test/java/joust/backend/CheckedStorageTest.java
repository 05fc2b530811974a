package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tensors may share storage, and which versions rise. */
class CheckedStorageTest {
    private static final int MIDDLE = 10_000;

    private final RecordingBackend raw = new RecordingBackend("recording");
    private final CheckedBackend checked = CheckedBackend.wrap(raw.backend());

    static List<GoodCall> calls() {
        return GoodCalls.all().toList();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void overlapInPartIsRefusedWhereADocumentedOutputIsConcerned(GoodCall call) throws Throwable {
        for (String pair : pairs(call)) {
            for (int shift : new int[] {1, -1}) {
                Map<String, Object> made =
                        call.make(checked, first(pair), MIDDLE, second(pair), MIDDLE + lastOverlap(call, pair, shift));
                String expected =
                        call.apart().contains(pair) ? "must share nothing" : "must be the same range or share nothing";
                if (call.apart().contains(pair) || call.same().contains(pair)) {
                    assertRefused(call, made, pair, expected);
                } else {
                    call.run(checked, made);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theSameRangeIsAllowedOnlyWhereDocumented(GoodCall call) throws Throwable {
        for (String pair : pairs(call)) {
            Map<String, Object> made = call.make(checked, first(pair), MIDDLE, second(pair), MIDDLE);
            if (call.apart().contains(pair)) {
                assertRefused(call, made, pair, "must share nothing");
            } else {
                call.run(checked, made);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void neighboursInOneRootAreNotAnOverlap(GoodCall call) throws Throwable {
        for (String pair : pairs(call)) {
            int firstSize = size(call, first(pair));
            int secondSize = size(call, second(pair));
            call.run(checked, call.make(checked, first(pair), 0, second(pair), firstSize));
            call.run(checked, call.make(checked, first(pair), secondSize, second(pair), 0));
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void versionsOfOutputsRiseByOneAndThoseOfInputsStay(GoodCall call) throws Throwable {
        Map<String, Object> made = call.make(checked);
        call.run(checked, made);
        for (String name : call.tensors()) {
            assertThat(GoodCall.tensor(made, name).version())
                    .as(name)
                    .isEqualTo(call.writes().contains(name) ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void versionOfAnArenaRisesByOneWhicheverOfItsViewsAreWritten(GoodCall call) throws Throwable {
        for (String pair : pairs(call)) {
            Map<String, Object> made = call.make(checked, first(pair), 0, second(pair), size(call, first(pair)));
            call.run(checked, made);
            boolean written =
                    call.writes().contains(first(pair)) || call.writes().contains(second(pair));
            assertThat(GoodCall.tensor(made, first(pair)).root().version())
                    .as(pair)
                    .isEqualTo(written ? 1 : 0);
        }
    }

    private void assertRefused(GoodCall call, Map<String, Object> made, String pair, String expected) {
        Tensor a = GoodCall.tensor(made, first(pair));
        Tensor b = GoodCall.tensor(made, second(pair));
        raw.calls().clear();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.run(checked, made))
                .as(call + " " + pair)
                .withMessage(
                        "%s: %s %s overlaps %s %s of the same root; they %s",
                        call.operation(), first(pair), range(a), second(pair), range(b), expected);
        assertThat(raw.calls()).isEmpty();
        assertThat(a.version()).isZero();
    }

    private static String range(Tensor tensor) {
        return tensor.shape() + " at floats " + tensor.offset() + " to " + (tensor.offset() + tensor.size() - 1);
    }

    /** All pairs of tensors, each in the order in which the documentation is written down in {@link GoodCalls}. */
    private static List<String> pairs(GoodCall call) {
        List<String> names = call.tensors();
        return names.stream()
                .flatMap(a -> names.stream()
                        .filter(b -> names.indexOf(b) > names.indexOf(a))
                        .map(b -> {
                            String reverse = b + " " + a;
                            return call.apart().contains(reverse) || call.same().contains(reverse)
                                    ? reverse
                                    : a + " " + b;
                        }))
                .toList();
    }

    /** The furthest offset, up or down, at which the second tensor still overlaps the first in part. */
    private static int lastOverlap(GoodCall call, String pair, int direction) {
        return direction > 0 ? size(call, first(pair)) - 1 : 1 - size(call, second(pair));
    }

    private static int size(GoodCall call, String name) {
        return call.shapeOf(name).rows() * call.shapeOf(name).cols();
    }

    private static String first(String pair) {
        return pair.substring(0, pair.indexOf(' '));
    }

    private static String second(String pair) {
        return pair.substring(pair.indexOf(' ') + 1);
    }
}
