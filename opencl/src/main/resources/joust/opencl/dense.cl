// Biases; one work-item for each of the n elements of the result.

__kernel void add_bias(IN(bias), OUT(y), uint columns, uint n) {
    EACH y[y_at + i] = y[y_at + i] + bias[bias_at + i % columns];
}
