package joust.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import joust.math.FixedOrderSum;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What all kernels do with offsets. Each is called as its parameters say: an int behind an array is where its numbers begin, every other
 * int a size or a leading dimension of 5. The numbers have both signs, but those of probabilities, which lie between 0 and 1.
 */
class KernelRangesTest {
    private static final int SIZE = 5;
    private static final int LENGTH = 32;
    private static final List<Class<?>> KERNELS = List.of(
            ActivationCurvatureKernels.class,
            ActivationGradientKernels.class,
            ActivationKernels.class,
            AdaptiveOptimizerKernels.class,
            ClampKernels.class,
            ClassLossKernels.class,
            CriticLossKernels.class,
            DenseKernels.class,
            ElementwiseKernels.class,
            LogitLossKernels.class,
            MatmulKernels.class,
            OptimizerKernels.class,
            ProbabilityLossKernels.class,
            ReductionKernels.class);

    static Stream<Method> kernels() {
        return KERNELS.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toString));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aRangeOutsideItsArrayIsNamedBeforeAnythingIsWritten(Method kernel) {
        for (int wrong = 0; wrong < arrays(kernel); wrong++) {
            float[][] arrays = numbers(kernel, LENGTH);
            arrays[wrong] = new float[] {0.5f};
            assertRefused(kernel, arrays, new int[arrays.length], "from 0 in an array of 1");
            int[] offsets = new int[arrays.length];
            offsets[wrong] = -1;
            assertRefused(kernel, numbers(kernel, LENGTH), offsets, "from -1 in an array of 32");
        }
    }

    private static void assertRefused(Method kernel, float[][] arrays, int[] offsets, String message) {
        float[][] before = Arrays.stream(arrays).map(float[]::clone).toArray(float[][]::new);
        IndexOutOfBoundsException refusal =
                catchThrowableOfType(IndexOutOfBoundsException.class, () -> call(kernel, arrays, offsets));
        assertThat(refusal).as("%s", kernel).hasMessageEndingWith(message);
        assertThat(arrays).isDeepEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void whereTheNumbersLieMakesNoDifference(Method kernel) {
        float[][] expected = numbers(kernel, LENGTH);
        Object result = call(kernel, expected, new int[expected.length]);
        for (int odd = 0; odd < expected.length; odd++) {
            int[] offsets = new int[expected.length];
            Arrays.fill(offsets, 4);
            offsets[odd] = 1;
            float[][] placed = numbers(kernel, LENGTH);
            for (int i = 0; i < placed.length; i++) {
                placed[i] = Places.placed(placed[i], offsets[i]);
            }
            assertThat(call(kernel, placed, offsets)).isEqualTo(result);
            for (int i = 0; i < placed.length; i++) {
                assertThat(placed[i])
                        .as("array %s of %s with the odd offset in array %s", i, kernel, odd)
                        .isEqualTo(Places.placed(expected[i], offsets[i]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void arraysNeedBeNoLongerThanTheirRanges(Method kernel) {
        float[][] expected = numbers(kernel, LENGTH);
        Object result = call(kernel, expected, new int[expected.length]);
        float[][] shortest = numbers(kernel, LENGTH);
        for (int i = 0; i < shortest.length; i++) {
            shortest[i] = Arrays.copyOf(shortest[i], leastLength(kernel, i));
        }
        assertThat(call(kernel, shortest, new int[shortest.length])).isEqualTo(result);
        for (int i = 0; i < shortest.length; i++) {
            assertThat(shortest[i]).isEqualTo(Arrays.copyOf(expected[i], shortest[i].length));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void noElementsAtTheEndOfAnArrayAreARange(Method kernel) {
        float[][] arrays = numbers(kernel, LENGTH);
        float[][] before = numbers(kernel, LENGTH);
        int[] ends = new int[arrays.length];
        Arrays.fill(ends, LENGTH);

        call(kernel, 0, arrays, ends);

        assertThat(arrays).isDeepEqualTo(before);
    }

    /** The least length of an array that the checks let pass; no other exception may come. */
    private static int leastLength(Method kernel, int array) {
        int length = 0;
        while (true) {
            float[][] arrays = numbers(kernel, LENGTH);
            arrays[array] = Arrays.copyOf(arrays[array], length);
            try {
                call(kernel, arrays, new int[arrays.length]);
                return length;
            } catch (IndexOutOfBoundsException refusal) {
                assertThat(refusal).hasMessageEndingWith("in an array of " + length);
                length++;
            }
        }
    }

    private static int arrays(Method kernel) {
        return (int) Arrays.stream(kernel.getParameterTypes())
                .filter(type -> type == float[].class)
                .count();
    }

    private static float[][] numbers(Method kernel, int length) {
        SplittableRandom random = new SplittableRandom(1);
        double least = kernel.getDeclaringClass() == ProbabilityLossKernels.class ? 0 : -1;
        float[][] numbers = new float[arrays(kernel)][length];
        for (float[] array : numbers) {
            for (int i = 0; i < length; i++) {
                array[i] = (float) random.nextDouble(least, 1);
            }
        }
        return numbers;
    }

    private static @Nullable Object call(Method kernel, float[][] arrays, int[] offsets) {
        return call(kernel, SIZE, arrays, offsets);
    }

    private static @Nullable Object call(Method kernel, int size, float[][] arrays, int[] offsets) {
        List<Object> arguments = new ArrayList<>();
        int next = 0;
        boolean atOffset = false;
        for (Class<?> type : kernel.getParameterTypes()) {
            if (type == float[].class) {
                arguments.add(arrays[next]);
            } else {
                arguments.add(atOffset ? offsets[next++] : argument(kernel, size, type, arguments.isEmpty()));
            }
            atOffset = type == float[].class;
        }
        try {
            return kernel.invoke(null, arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Object argument(Method kernel, int size, Class<?> type, boolean first) {
        if (type == int.class) {
            // the first int of this one is a label
            return first && kernel.getName().equals("twoClasses") ? 1 : size;
        } else if (type == float.class) {
            return 0.25f;
        } else if (type == double.class) {
            return 0.25;
        } else if (type == boolean.class) {
            return false;
        }
        return type == FixedOrderSum.class ? new FixedOrderSum() : new MatmulScratch();
    }
}
