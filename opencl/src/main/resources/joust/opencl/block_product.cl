// Products on GPUs: a work-group computes a block of the result from blocks of a and b in local memory, DEPTH steps of k at
// a time. While one pair of blocks is multiplied, the next one is on its way to registers; two buffers need one barrier a
// round. A work-item computes QUADRANTS_M x QUADRANTS_N quadrants of 4x4. Each element is one chain of fma over ascending k.
// Compiled with what block_staging.cl names, QUADRANTS_M, QUADRANTS_N, and EPILOGUE and SUMS for what a layer adds.

// 32 items are 4 rows and 8 columns of quadrants; their other quadrants lie 16 rows or 32 columns further.
#define TEAM_ROWS (16 * QUADRANTS_M)
#define TEAM_COLUMNS (32 * QUADRANTS_N)
#define TEAMS_ACROSS (BLOCK_N / TEAM_COLUMNS)

// Bias and activation, or the derivative, of four numbers at a row and column.
static float4 finished(
        float4 values, int activation, float slope, global const float *beside, int row, int column, int n) {
#if EPILOGUE == EPILOGUE_BIAS
    return activated(activation, slope, values + load_four(beside + column, n - column, 0.0f));
#elif EPILOGUE == EPILOGUE_DERIVATIVE
    float4 below = load_four(beside + (size_t)row * n + column, n - column, 0.0f);
    return times_derivative(activation, slope, below, values);
#else
    return values;
#endif
}

kernel __attribute__((reqd_work_group_size(ITEMS, 1, 1)))
void product(
        global const float *a_start, int a_offset, global const float *b_start, int b_offset, global float *out_start,
        int out_offset, int m, int n, int k, int add, int activation, float slope, global const float *beside_start,
        int beside_offset, global float *sums, int sums_offset) {
    local float4 blocks_a[2][DEPTH * STRIDE_A];
    local float4 blocks_b[2][DEPTH * STRIDE_B];
    global float *out = out_start + out_offset;
    global const float *beside = beside_start + beside_offset;
    int item = get_local_id(0);
    int first_row = get_group_id(1) * BLOCK_M;
    int first_column = get_group_id(0) * BLOCK_N;
    int team = item / 32;
    int row = team / TEAMS_ACROSS * TEAM_ROWS + item % 32 / 8 * 4;
    int column = team % TEAMS_ACROSS * TEAM_COLUMNS + item % 8 * 4;

    float4 chains[QUADRANTS_M * 4][QUADRANTS_N];
#pragma unroll UNROLLED
    for (int i = 0; i < QUADRANTS_M * 4; i++) {
#pragma unroll UNROLLED
        for (int j = 0; j < QUADRANTS_N; j++) {
            chains[i][j] = (float4)(0.0f);
        }
    }
    // In a branch of its own: addresses that both ends of the kernel could share would be kept in registers between them.
    if (add) {
#pragma unroll UNROLLED
        for (int i = 0; i < QUADRANTS_M * 4; i++) {
            int place = first_row + row + i / 4 * 16 + i % 4;
#pragma unroll UNROLLED
            for (int j = 0; j < QUADRANTS_N; j++) {
                int start = first_column + column + j * 32;
                chains[i][j] = load_four(out + (size_t)place * n + start, place < m ? n - start : 0, 0.0f);
            }
        }
    }
#if SUMS
    // The groups of the first row of blocks also add up the columns of b.
    int summed = first_row == 0 && item < BLOCK_N && first_column + item < n;
    float total = summed && add ? sums[sums_offset + first_column + item] : 0.0f;
#endif

    int line_a = first_row + LINE_A;
    int line_b = first_column + LINE_B;
    int step_a = STEP_A;
    int step_b = STEP_B;
    global const float *from_a = START_A(a_start + a_offset, first_row, m, k);
    global const float *from_b = START_B(b_start + b_offset, first_column, n, k);
    float4 next_a[LOADS_A];
    float4 next_b[LOADS_B];
#pragma unroll UNROLLED
    for (int load = 0; load < LOADS_A; load++) {
        next_a[load] = FETCH_A(from_a, line_a, m, step_a, k, load);
    }
#pragma unroll UNROLLED
    for (int load = 0; load < LOADS_B; load++) {
        next_b[load] = FETCH_B(from_b, line_b, n, step_b, k, load);
    }
    int rounds = (k + DEPTH - 1) / DEPTH;
    for (int round = 0; round < rounds; round++) {
        local float4 *block_a = blocks_a[round & 1];
        local float4 *block_b = blocks_b[round & 1];
#pragma unroll UNROLLED
        for (int load = 0; load < LOADS_A; load++) {
            PUT_A(block_a, load, next_a[load]);
        }
#pragma unroll UNROLLED
        for (int load = 0; load < LOADS_B; load++) {
            PUT_B(block_b, load, next_b[load]);
        }
        barrier(CLK_LOCAL_MEM_FENCE);
        // The last round fetches what lies past k, which reads nothing.
        from_a += NEXT_A(m);
        from_b += NEXT_B(n);
        step_a += DEPTH;
        step_b += DEPTH;
#pragma unroll UNROLLED
        for (int load = 0; load < LOADS_A; load++) {
            next_a[load] = FETCH_A(from_a, line_a, m, step_a, k, load);
        }
#pragma unroll UNROLLED
        for (int load = 0; load < LOADS_B; load++) {
            next_b[load] = FETCH_B(from_b, line_b, n, step_b, k, load);
        }
#if SUMS
        if (summed) {
#pragma unroll UNROLLED
            for (int i = 0; i < DEPTH; i++) {
                total += ((local float *)(block_b + i * STRIDE_B))[item];
            }
        }
#endif
#pragma unroll UNROLLED
        for (int i = 0; i < DEPTH; i++) {
            float4 factors[QUADRANTS_N];
#pragma unroll UNROLLED
            for (int q = 0; q < QUADRANTS_N; q++) {
                factors[q] = block_b[i * STRIDE_B + (column + q * 32) / 4];
            }
#pragma unroll UNROLLED
            for (int q = 0; q < QUADRANTS_M; q++) {
                float4 rows = block_a[i * STRIDE_A + (row + q * 16) / 4];
#pragma unroll UNROLLED
                for (int j = 0; j < QUADRANTS_N; j++) {
                    chains[q * 4][j] = fma((float4)(rows.s0), factors[j], chains[q * 4][j]);
                    chains[q * 4 + 1][j] = fma((float4)(rows.s1), factors[j], chains[q * 4 + 1][j]);
                    chains[q * 4 + 2][j] = fma((float4)(rows.s2), factors[j], chains[q * 4 + 2][j]);
                    chains[q * 4 + 3][j] = fma((float4)(rows.s3), factors[j], chains[q * 4 + 3][j]);
                }
            }
        }
    }

#pragma unroll UNROLLED
    for (int i = 0; i < QUADRANTS_M * 4; i++) {
        int place = first_row + row + i / 4 * 16 + i % 4;
#pragma unroll UNROLLED
        for (int j = 0; j < QUADRANTS_N; j++) {
            int start = first_column + column + j * 32;
            int count = place < m ? n - start : 0;
            if (count > 0) {
                float4 values = finished(chains[i][j], activation, slope, beside, place, start, n);
                store_four(values, out + (size_t)place * n + start, count);
            }
        }
    }
#if SUMS
    if (summed) {
        sums[sums_offset + first_column + item] = total;
    }
#endif
}
