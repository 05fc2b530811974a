// Products on processors: columns of b are packed into panels of 16, and one work-item computes tiles of ROWS x 16 from a
// panel, with named accumulators, no local memory and no barrier. Each element is one chain of fma over ascending k.

#define PANEL 16

#define EACH_ROW_1(X) X(0)
#define EACH_ROW_2(X) EACH_ROW_1(X) X(1)
#define EACH_ROW_3(X) EACH_ROW_2(X) X(2)
#define EACH_ROW_4(X) EACH_ROW_3(X) X(3)
#define EACH_ROW_5(X) EACH_ROW_4(X) X(4)
#define EACH_ROW_6(X) EACH_ROW_5(X) X(5)
#define JOIN(left, right) left##right
#define EXPANDED(left, right) JOIN(left, right)
#define EACH_ROW(X) EXPANDED(EACH_ROW_, ROWS)(X)

// The first count numbers, then zeros.
static float16 load_some(global const float *from, int count) {
    float lanes[PANEL];
    for (int i = 0; i < PANEL; i++) {
        lanes[i] = i < count ? from[i] : 0.0f;
    }
    return vload16(0, lanes);
}

static void store_some(float16 values, global float *to, int count) {
    float lanes[PANEL];
    vstore16(values, 0, lanes);
    for (int i = 0; i < count; i++) {
        to[i] = lanes[i];
    }
}

static float16 load_row(global const float *from, int count) {
    return count == PANEL ? vload16(0, from) : load_some(from, count);
}

static void store_row(float16 values, global float *to, int count) {
    if (count == PANEL) {
        vstore16(values, 0, to);
    } else {
        store_some(values, to, count);
    }
}

// One step of k of one panel: PANEL numbers that lie side by side, or in rows of a transposed b.
static float16 load_step(global const float *from, int column_stride, int count) {
    if (column_stride == 1) {
        return load_row(from, count);
    }
    float lanes[PANEL];
    for (int i = 0; i < PANEL; i++) {
        lanes[i] = i < count ? from[(size_t)i * column_stride] : 0.0f;
    }
    return vload16(0, lanes);
}

// Packs op(b), k x n, panel by panel: item (panel, block) packs block_steps steps of k.
kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void pack_panels(
        global const float *b, int b_offset, int step_stride, int column_stride, int k, int n, int block_steps,
        global float *packed) {
    int column = get_global_id(0) * PANEL;
    int first = get_global_id(1) * block_steps;
    int last = min(first + block_steps, k);
    int count = min(PANEL, n - column);
    global const float *from = b + b_offset + (size_t)column * column_stride;
    global float *to = packed + (size_t)column * k;
    for (int step = first; step < last; step++) {
        vstore16(load_step(from + (size_t)step * step_stride, column_stride, count), step, to);
    }
}

// Packs b, k x n, and adds up its columns: one chain each over ascending k, from +0 or from sums.
kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void pack_and_sum(
        global const float *b, int b_offset, int k, int n, global float *packed, int add, global float *sums,
        int sums_offset) {
    int column = get_global_id(0) * PANEL;
    int count = min(PANEL, n - column);
    global const float *from = b + b_offset + column;
    global float *to = packed + (size_t)column * k;
    global float *totals = sums + sums_offset + column;
    float16 total = add ? load_row(totals, count) : (float16)(0.0f);
    for (int step = 0; step < k; step++) {
        float16 row = load_row(from + (size_t)step * n, count);
        vstore16(row, step, to);
        total += row;
    }
    store_row(total, totals, count);
}

// Ends a row of a tile that has just been stored: bias and activation, or the derivative at beside.
static void finish_row(global float *row, int count, int epilogue, int activation, float slope, global const float *beside) {
    float16 values = load_row(row, count);
    float16 others = load_row(beside, count);
    if (epilogue == EPILOGUE_BIAS) {
        values += others;
        values.lo = activated(activation, slope, values.lo);
        values.hi = activated(activation, slope, values.hi);
    } else {
        values.lo = times_derivative(activation, slope, others.lo, values.lo);
        values.hi = times_derivative(activation, slope, others.hi, values.hi);
    }
    store_row(values, row, count);
}

// out = op(a) packed, m x n, or added to it: item (panel, group) computes group_rows rows of a panel. Beside the product
// lies the bias, 1 x n, or the outputs of the layer below, m x n.
kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void product(
        global const float *a, int a_offset, int row_stride, int step_stride, global const float *packed,
        global float *out, int out_offset, int m, int n, int k, int group_rows, int add, int epilogue, int activation,
        float slope, global const float *beside, int beside_offset) {
    int column = get_global_id(0) * PANEL;
    int first = get_global_id(1) * group_rows;
    int last = min(first + group_rows, m);
    int count = min(PANEL, n - column);
    global const float *panel = packed + (size_t)column * k;
    global float *result = out + out_offset + column;
    for (int row = first; row < last; row += ROWS) {
        // Rows past the end are computed from the last one and not stored.
#define DECLARE(r) \
        global const float *a##r = a + a_offset + (size_t)min(row + r, m - 1) * row_stride; \
        float16 start##r = add ? load_row(result + (size_t)min(row + r, m - 1) * n, count) : (float16)(0.0f); \
        float8 low##r = start##r.lo, high##r = start##r.hi;
        EACH_ROW(DECLARE)
        global const float *b = panel;
        size_t place = 0;
        for (int step = 0; step < k; step++) {
            float8 low = vload8(0, b);
            float8 high = vload8(1, b);
            b += PANEL;
#define MULTIPLY(r) \
            { float8 factor = (float8)(a##r[place]); low##r = fma(factor, low, low##r); high##r = fma(factor, high, high##r); }
            EACH_ROW(MULTIPLY)
            place += step_stride;
        }
#define KEEP(r) \
        if (row + r < m) store_row((float16)(low##r, high##r), result + (size_t)(row + r) * n, count);
        EACH_ROW(KEEP)
        if (epilogue != EPILOGUE_NONE) {
            int end = min(row + ROWS, m);
            for (int done = row; done < end; done++) {
                size_t below = epilogue == EPILOGUE_BIAS ? 0 : (size_t)done * n;
                finish_row(result + (size_t)done * n, count, epilogue, activation, slope,
                        beside + beside_offset + below + column);
            }
        }
    }
}
