// Columns side by side and apart again, bit for bit: one work-item for each of the n elements of the wide matrix.

__kernel void concat_columns(__global const uint *left, int left_at, uint left_cols, __global const uint *right, int right_at,
                             uint right_cols, __global uint *out, int out_at, uint n) {
    EACH {
        uint row = i / (left_cols + right_cols);
        uint col = i % (left_cols + right_cols);
        out[out_at + i] = col < left_cols ? left[left_at + row * left_cols + col]
                                          : right[right_at + row * right_cols + col - left_cols];
    }
}

__kernel void split_columns(__global const uint *source, int source_at, __global uint *left, int left_at, uint left_cols,
                            __global uint *right, int right_at, uint right_cols, uint n) {
    EACH {
        uint row = i / (left_cols + right_cols);
        uint col = i % (left_cols + right_cols);
        if (col < left_cols) {
            left[left_at + row * left_cols + col] = source[source_at + i];
        } else {
            right[right_at + row * right_cols + col - left_cols] = source[source_at + i];
        }
    }
}
