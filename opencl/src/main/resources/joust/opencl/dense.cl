// Products and biases; one work-item for each of the n elements of the result.

// Strides turn the operands: element (row, step) of a and element (step, column) of b.
__kernel void product(IN(a), int a_row, int a_step, IN(b), int b_step, int b_column, uint depth, int add, OUT(out), uint columns,
                      uint n) {
    EACH {
        __global const float *p = a + a_at + i / columns * a_row;
        __global const float *q = b + b_at + i % columns * b_column;
        float sum = add ? out[out_at + i] : 0.0f;
        for (uint step = 0; step < depth; step++) {
            sum = fma(p[(size_t)step * a_step], q[(size_t)step * b_step], sum);
        }
        out[out_at + i] = sum;
    }
}

__kernel void add_bias(IN(bias), OUT(y), uint columns, uint n) {
    EACH y[y_at + i] = y[y_at + i] + bias[bias_at + i % columns];
}
