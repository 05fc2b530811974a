// Sums in the order of joust.backend.Reductions: a group of 64 work-items has the 64 accumulators of a block of 4096.

#define LANES 64
#define BLOCK 4096

#define HALVE(h)                       \
    barrier(CLK_LOCAL_MEM_FENCE);      \
    if (lane < h) {                    \
        a[lane] += a[lane + h];        \
    }

#define TREE HALVE(32) HALVE(16) HALVE(8) HALVE(4) HALVE(2) HALVE(1)

#define BLOCK_SUM(name, parameter, step)                                                    \
    __attribute__((reqd_work_group_size(LANES, 1, 1)))                                      \
    __kernel void name(parameter IN(x), uint n, int add, OUT(out)) {                        \
        __local float a[LANES];                                                             \
        uint lane = get_local_id(0);                                                        \
        uint start = get_group_id(0) * BLOCK;                                               \
        uint end = min(n, start + BLOCK);                                                   \
        float sum = 0.0f;                                                                   \
        for (uint i = start + lane; i < end; i += LANES) {                                  \
            float value = x[x_at + i];                                                      \
            sum = step;                                                                     \
        }                                                                                   \
        a[lane] = sum;                                                                      \
        TREE                                                                                \
        if (lane == 0) {                                                                    \
            uint to = out_at + get_group_id(0);                                             \
            out[to] = add ? out[to] + a[0] : a[0];                                          \
        }                                                                                   \
    }

#define WITHOUT
#define WITH_THRESHOLD float threshold,

BLOCK_SUM(sum_blocks, WITHOUT, sum + value)
BLOCK_SUM(sum_squares_of_blocks, WITHOUT, fma(value, value, sum))
BLOCK_SUM(count_blocks, WITH_THRESHOLD, sum + (value > threshold ? 1.0f : 0.0f))

// The sum of squares of each row of at most 4096 columns: one group for each.
__attribute__((reqd_work_group_size(LANES, 1, 1)))
__kernel void sum_squares_of_rows(IN(x), uint cols, OUT(out)) {
    __local float a[LANES];
    uint lane = get_local_id(0);
    uint row = get_group_id(0);
    float sum = 0.0f;
    for (uint j = lane; j < cols; j += LANES) {
        float value = x[x_at + row * cols + j];
        sum = fma(value, value, sum);
    }
    a[lane] = sum;
    TREE
    if (lane == 0) {
        out[out_at + row] = a[0];
    }
}

// The sum of the rows: one chain for each of n columns.
__kernel void sum_rows(IN(x), uint rows, int add, OUT(out), uint n) {
    EACH {
        float sum = add ? out[out_at + i] : 0.0f;
        uint at = x_at + i;
        for (uint row = 0; row < rows; row++) {
            sum += x[at];
            at += n;
        }
        out[out_at + i] = sum;
    }
}
