// How blocks of op(a) and op(b) reach local memory on GPUs. Compiled with
//   BLOCK_M, BLOCK_N   the block of the result that a work-group computes
//   DEPTH              steps of k in local memory at a time
//   ITEMS              work-items in a group
//   PADDING            floats between the steps of a block, against bank conflicts
//   TRANSPOSED_A, _B   whether an operand is transposed
//   UNROLLED           how often loops around numbers in registers are unrolled
//   ALIGNED            whether every row of every operand starts at a multiple of 16 bytes and is as long
// Numbers outside of the matrices are +0 in a and -0 in b: a step past the end of k adds -0 to a chain, which changes none.

#define LOADS_A (BLOCK_M * DEPTH / 4 / ITEMS)
#define LOADS_B (BLOCK_N * DEPTH / 4 / ITEMS)
#define STRIDE_A ((BLOCK_M + PADDING) / 4)
#define STRIDE_B ((BLOCK_N + PADDING) / 4)

// Four numbers that lie side by side, of which count are inside the matrix.
static float4 load_four(global const float *from, int count, float outside) {
#if ALIGNED
    return count > 0 ? *(global const float4 *)from : (float4)(outside);
#else
    return (float4)(
            count > 0 ? from[0] : outside, count > 1 ? from[1] : outside, count > 2 ? from[2] : outside,
            count > 3 ? from[3] : outside);
#endif
}

static void store_four(float4 values, global float *to, int count) {
#if ALIGNED
    if (count > 0) {
        *(global float4 *)to = values;
    }
#else
    if (count > 0) { to[0] = values.s0; }
    if (count > 1) { to[1] = values.s1; }
    if (count > 2) { to[2] = values.s2; }
    if (count > 3) { to[3] = values.s3; }
#endif
}

// An operand is walked by a pointer of each item, which advances by DEPTH steps of k, and by the item's own line and step.
// Where the steps of k lie side by side (lines x k), a load is four steps of one line, and the next load lies LINES further.
#define LINES (ITEMS / (DEPTH / 4))
#define LINE_ALONG (get_local_id(0) / (DEPTH / 4))
#define STEP_ALONG (get_local_id(0) % (DEPTH / 4) * 4)

static float4 fetch_along(global const float *from, int line, int lines, int step, int k, int load, float outside) {
    return load_four(from + (size_t)k * (load * LINES), line + load * LINES < lines ? k - step : 0, outside);
}

static void put_along(local float4 *block, int stride, int load, float4 values) {
    local float *to = (local float *)(block + STEP_ALONG * stride) + LINE_ALONG + load * LINES;
    to[0] = values.s0;
    to[4 * stride] = values.s1;
    to[8 * stride] = values.s2;
    to[12 * stride] = values.s3;
}

// Where the lines lie side by side (k x lines), a load is four lines of one step, and the next load lies some steps further.
#define STEPS(width) (ITEMS / (width / 4))
#define LINE_ACROSS(width) (get_local_id(0) % (width / 4) * 4)
#define STEP_ACROSS(width) (get_local_id(0) / (width / 4))

static float4 fetch_across(
        global const float *from, int line, int lines, int step, int k, int load, int steps, float outside) {
    return load_four(from + (size_t)lines * (load * steps), step + load * steps < k ? lines - line : 0, outside);
}

static void put_across(local float4 *block, int stride, int load, int width, float4 values) {
    block[(STEP_ACROSS(width) + load * STEPS(width)) * stride + LINE_ACROSS(width) / 4] = values;
}

#if TRANSPOSED_A
#define LINE_A LINE_ACROSS(BLOCK_M)
#define STEP_A STEP_ACROSS(BLOCK_M)
#define START_A(a, row, m, k) ((a) + (size_t)(m) * STEP_A + (row) + LINE_A)
#define FETCH_A(from, line, m, step, k, load) fetch_across(from, line, m, step, k, load, STEPS(BLOCK_M), 0.0f)
#define NEXT_A(m) ((size_t)(m) * DEPTH)
#define PUT_A(block, load, values) put_across(block, STRIDE_A, load, BLOCK_M, values)
#else
#define LINE_A LINE_ALONG
#define STEP_A STEP_ALONG
#define START_A(a, row, m, k) ((a) + (size_t)(k) * ((row) + LINE_A) + STEP_A)
#define FETCH_A(from, line, m, step, k, load) fetch_along(from, line, m, step, k, load, 0.0f)
#define NEXT_A(m) DEPTH
#define PUT_A(block, load, values) put_along(block, STRIDE_A, load, values)
#endif

#if TRANSPOSED_B
#define LINE_B LINE_ALONG
#define STEP_B STEP_ALONG
#define START_B(b, column, n, k) ((b) + (size_t)(k) * ((column) + LINE_B) + STEP_B)
#define FETCH_B(from, line, n, step, k, load) fetch_along(from, line, n, step, k, load, -0.0f)
#define NEXT_B(n) DEPTH
#define PUT_B(block, load, values) put_along(block, STRIDE_B, load, values)
#else
#define LINE_B LINE_ACROSS(BLOCK_N)
#define STEP_B STEP_ACROSS(BLOCK_N)
#define START_B(b, column, n, k) ((b) + (size_t)(n) * STEP_B + (column) + LINE_B)
#define FETCH_B(from, line, n, step, k, load) fetch_across(from, line, n, step, k, load, STEPS(BLOCK_N), -0.0f)
#define NEXT_B(n) ((size_t)(n) * DEPTH)
#define PUT_B(block, load, values) put_across(block, STRIDE_B, load, BLOCK_N, values)
#endif
