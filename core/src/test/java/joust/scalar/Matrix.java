package joust.scalar;

import java.util.Arrays;
import java.util.Random;

/** A row-major matrix inside an array of which everything else is NaN. */
final class Matrix {
    final float[] array;
    final int offset;
    final int rows;
    final int cols;
    final int leadingDimension;

    private Matrix(float[] array, int offset, int rows, int cols, int leadingDimension) {
        this.array = array;
        this.offset = offset;
        this.rows = rows;
        this.cols = cols;
        this.leadingDimension = leadingDimension;
    }

    /** All NaN, with {@code gap} more NaN behind each row. */
    static Matrix poisoned(int rows, int cols, int offset, int gap) {
        float[] array = new float[offset + rows * (cols + gap) + 3];
        Arrays.fill(array, Float.NaN);
        return new Matrix(array, offset, rows, cols, cols + gap);
    }

    /** Numbers in [-0.5, 0.5). */
    static Matrix random(Random random, int rows, int cols, int offset, int gap) {
        Matrix matrix = poisoned(rows, cols, offset, gap);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                matrix.array[matrix.at(i, j)] = random.nextFloat() - 0.5f;
            }
        }
        return matrix;
    }

    Matrix copy() {
        return new Matrix(array.clone(), offset, rows, cols, leadingDimension);
    }

    int at(int row, int col) {
        return offset + row * leadingDimension + col;
    }

    float get(boolean transposed, int row, int col) {
        return transposed ? array[at(col, row)] : array[at(row, col)];
    }
}
