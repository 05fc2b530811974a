package joust.backend.testing;

/** Which of two inputs is also the output. */
enum InPlace {
    NOT,
    FIRST,
    SECOND;

    /** The index of the output among the operands. */
    int output() {
        return switch (this) {
            case NOT -> 2;
            case FIRST -> 0;
            case SECOND -> 1;
        };
    }

    /** Adds two inputs and an output of one shape, with the names of the three. */
    OperationCase.Builder operands(
            OperationCase.Builder builder, Shape shape, String[] names, float[] first, float[] second) {
        if (this == FIRST) {
            builder.update(names[0] + " = " + names[2], shape.rows(), shape.cols(), first);
        } else {
            builder.input(names[0], shape.rows(), shape.cols(), first);
        }
        if (this == SECOND) {
            builder.update(names[1] + " = " + names[2], shape.rows(), shape.cols(), second);
        } else {
            builder.input(names[1], shape.rows(), shape.cols(), second);
        }
        return this == NOT ? builder.output(names[2], shape.rows(), shape.cols()) : builder;
    }

    @Override
    public String toString() {
        return switch (this) {
            case NOT -> "";
            case FIRST -> ", in place of the first";
            case SECOND -> ", in place of the second";
        };
    }
}
