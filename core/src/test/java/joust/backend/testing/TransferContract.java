package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import joust.backend.Backend;
import joust.backend.Tensor;
import org.junit.jupiter.api.Test;

/** The contract of {@link joust.backend.Transfers}, and of when operations take effect. */
abstract class TransferContract extends ContractGroup {
    @Test
    void copiesAreExact() {
        subject().hold(TransferCases.copies(sizes()));
    }

    @Test
    void fillingSetsEveryElement() {
        subject().hold(TransferCases.fills(sizes()));
    }

    @Test
    void aNewTensorHoldsPositiveZeroEvenWhereAnotherWasFreed() {
        for (int round = 0; round < 3; round++) {
            try (Tensor tensor = backend().allocate(61, 67)) {
                assertThat(bits(download(tensor))).containsOnly(0);
                backend().fill(tensor, Float.NaN);
                backend().synchronize();
            }
        }
    }

    @Test
    void floatsGoThereAndBackBitForBit() {
        float[] values = TestData.seeded("there and back").withEdges(1009);
        values[3] = Float.intBitsToFloat(0x7fc12345);
        values[4] = Float.intBitsToFloat(0xffc54321);
        try (Tensor tensor = backend().allocate(1009, 1)) {
            backend().upload(values, 0, tensor);
            assertThat(bits(download(tensor))).isEqualTo(bits(values));
        }
    }

    @Test
    void anUploadReadsAndADownloadWritesOnlyItsPartOfTheArray() {
        float[] source = TestData.seeded("part").numbers(50);
        try (Tensor tensor = backend().allocate(3, 5)) {
            backend().upload(source, 7, tensor);
            float[] destination = new float[30];
            Arrays.fill(destination, Operand.POISON);
            backend().download(tensor, destination, 11);
            assertThat(Arrays.copyOfRange(destination, 11, 26)).containsExactly(Arrays.copyOfRange(source, 7, 22));
            assertThat(bits(Arrays.copyOf(destination, 11))).containsOnly(Float.floatToRawIntBits(Operand.POISON));
            assertThat(bits(Arrays.copyOfRange(destination, 26, 30)))
                    .containsOnly(Float.floatToRawIntBits(Operand.POISON));
        }
    }

    @Test
    void anUploadHasCopiedTheArrayWhenItReturns() {
        float[] source = TestData.seeded("copied").numbers(100_003);
        float[] expected = source.clone();
        try (Tensor tensor = backend().allocate(1, source.length)) {
            backend().upload(source, 0, tensor);
            Arrays.fill(source, Float.NaN);
            assertThat(bits(download(tensor))).isEqualTo(bits(expected));
        }
    }

    @Test
    void aViewIsARangeOfItsRootInAnyShape() {
        float[] source = TestData.seeded("view").numbers(60);
        try (Tensor root = backend().allocate(6, 10)) {
            backend().upload(source, 0, root);
            Tensor view = backend().view(root, 13, 7, 5);
            Tensor inner = backend().view(view, 5, 2, 3);
            assertThat(download(view)).containsExactly(Arrays.copyOfRange(source, 13, 48));
            assertThat(download(inner)).containsExactly(Arrays.copyOfRange(source, 18, 24));
            assertThat(inner.root()).isSameAs(root);
            backend().fill(inner, 9);
            Arrays.fill(source, 18, 24, 9);
            assertThat(download(root)).containsExactly(source);
        }
    }

    @Test
    void operationsTakeEffectInTheOrderOfTheCalls() {
        try (Tensor a = backend().allocate(1, 70_001);
                Tensor b = backend().allocate(1, 70_001)) {
            float expected = 0;
            for (int step = 1; step <= 20; step++) {
                backend().fill(a, step);
                backend().addScaled(2, a, b);
                backend().scale(0.5f, b, b);
                backend().copy(b, a);
                expected = (expected + 2 * step) * 0.5f;
            }
            assertThat(download(a)).containsOnly(expected);
            assertThat(download(b)).containsOnly(expected);
        }
    }

    @Test
    void aRunOfManyOperationsGivesTheSameBitsTwice() {
        assertThat(bits(TrainingSequence.run(backend()))).isEqualTo(bits(TrainingSequence.run(backend())));
    }

    private Backend backend() {
        return subject().backend();
    }

    private float[] download(Tensor tensor) {
        float[] values = new float[tensor.size()];
        backend().download(tensor, values, 0);
        return values;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }
}
