package joust.backend.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of one operation: its operands, the call, and what it must leave behind, by two independent oracles. */
final class OperationCase {
    private final String operation;
    private final String detail;
    private final List<Operand> operands;
    private final Invocation invocation;
    private final OrderedOracle ordered;
    private final @Nullable ReferenceOracle reference;

    private OperationCase(Builder builder, OrderedOracle ordered, @Nullable ReferenceOracle reference) {
        this.operation = builder.operation;
        this.detail = builder.detail;
        this.operands = List.copyOf(builder.operands);
        this.invocation = builder.invocation;
        this.ordered = ordered;
        this.reference = reference;
    }

    static Builder of(String operation, String detail) {
        return new Builder(operation, detail);
    }

    String operation() {
        return operation;
    }

    List<Operand> operands() {
        return operands;
    }

    Invocation invocation() {
        return invocation;
    }

    /** The operands' contents after the call, to the bit; scratch keeps what it held. */
    float[][] orderedResult() {
        float[][] values = operands.stream().map(Operand::values).toArray(float[][]::new);
        ordered.compute(values);
        return values;
    }

    /** The operands' contents after the call within a bound, or null where only the order defines the result. */
    @Nullable
    Bounded referenceResult() {
        if (reference == null) {
            return null;
        }
        double[][] values =
                operands.stream().map(operand -> widen(operand.values())).toArray(double[][]::new);
        double[][] allowed = operands.stream()
                .map(operand -> new double[operand.role().isResult() ? operand.size() : 0])
                .toArray(double[][]::new);
        reference.compute(values, allowed);
        return new Bounded(values, allowed);
    }

    /** The same call, expected to change no bit. */
    OperationCase unchanging() {
        Builder builder = new Builder(operation, detail);
        builder.operands.addAll(operands);
        return builder.call(invocation).expectExactly(values -> {});
    }

    @Override
    public String toString() {
        return operation + " (" + detail + ")";
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    /** Builds a case; operands in the order of the call. */
    static final class Builder {
        private final String operation;
        private final String detail;
        private final List<Operand> operands = new ArrayList<>();
        private Invocation invocation = (backend, tensors) -> {
            throw new IllegalStateException("the case has no call");
        };

        private Builder(String operation, String detail) {
            this.operation = operation;
            this.detail = detail;
        }

        Builder input(String name, int rows, int cols, float[] values) {
            operands.add(Operand.holding(name, Role.INPUT, rows, cols, values));
            return this;
        }

        Builder output(String name, int rows, int cols) {
            operands.add(Operand.poisoned(name, Role.OUTPUT, rows, cols));
            return this;
        }

        Builder update(String name, int rows, int cols, float[] values) {
            operands.add(Operand.holding(name, Role.UPDATE, rows, cols, values));
            return this;
        }

        Builder scratch(String name, int rows, int cols) {
            operands.add(Operand.poisoned(name, Role.SCRATCH, rows, cols));
            return this;
        }

        Builder call(Invocation call) {
            this.invocation = call;
            return this;
        }

        OperationCase expect(OrderedOracle ordered, ReferenceOracle reference) {
            return new OperationCase(this, ordered, reference);
        }

        /** For a result that is computed element by element, with one rounding of what double precision gives. */
        OperationCase expectEach(int result, OrderedElement ordered, ReferenceElement reference) {
            return expectEach(result, ordered, reference, (values, index, expected) -> 0);
        }

        /** For a result that is computed element by element; it may be an input too. */
        OperationCase expectEach(int result, OrderedElement ordered, ReferenceElement reference, ErrorElement error) {
            return expect(
                    values -> {
                        for (int i = 0; i < values[result].length; i++) {
                            values[result][i] = ordered.at(values, i);
                        }
                    },
                    (values, allowed) -> {
                        for (int i = 0; i < values[result].length; i++) {
                            double expected = reference.at(values, i);
                            allowed[result][i] = error.at(values, i, expected);
                            values[result][i] = expected;
                        }
                    });
        }

        /** For an operation that rounds nothing: what the loop in float32 leaves is exact. */
        OperationCase expectExactly(OrderedOracle exact) {
            return expect(exact, (values, allowed) -> {
                float[][] narrow =
                        Arrays.stream(values).map(OperationCase::narrow).toArray(float[][]::new);
                exact.compute(narrow);
                for (int i = 0; i < values.length; i++) {
                    values[i] = widen(narrow[i]);
                }
            });
        }

        /** For a result whose elements are numbers of the operands. */
        OperationCase expectEachExactly(int result, OrderedElement exact) {
            return expectExactly(values -> {
                for (int i = 0; i < values[result].length; i++) {
                    values[result][i] = exact.at(values, i);
                }
            });
        }

        /** For inputs at which a double-precision formula does not round as float32 would: overflow in between. */
        OperationCase expectInOrder(OrderedOracle ordered) {
            return new OperationCase(this, ordered, null);
        }
    }
}
