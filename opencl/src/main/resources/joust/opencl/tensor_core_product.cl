// Products on tensor cores, opt-in: factors are rounded to TF32 (10 bits), sums kept in float32 in the unit's own order.
// NVIDIA GPUs from compute capability 8.0 on. A group of 8 warps computes a block of 128 x 128, each warp 32 x 64 of it as
// 2 x 8 tiles of mma.m16n8k8. Compiled with what block_staging.cl names, and EPILOGUE.
// Fragments (PTX ISA, mma.m16n8k8 .tf32): with g = lane / 4 and t = lane % 4, a lane holds a(g, t), a(g + 8, t), a(g, t + 4),
// a(g + 8, t + 4); b(t, g), b(t + 4, g); c(g, 2t), c(g, 2t + 1), c(g + 8, 2t), c(g + 8, 2t + 1).

static uint as_tf32(float value) {
    uint rounded;
    __asm__ volatile("cvt.rna.tf32.f32 %0, %1;" : "=r"(rounded) : "f"(value));
    return rounded;
}

static float4 as_tf32s(float4 v) {
    return as_float4((uint4)(as_tf32(v.s0), as_tf32(v.s1), as_tf32(v.s2), as_tf32(v.s3)));
}

static float2 load_two(global const float *from, int count) {
    return (float2)(count > 0 ? from[0] : 0.0f, count > 1 ? from[1] : 0.0f);
}

static float2 finished(float2 values, int activation, float slope, global const float *beside, int row, int column, int n) {
#if EPILOGUE == EPILOGUE_BIAS
    return activated(activation, slope, values + load_two(beside + column, n - column));
#elif EPILOGUE == EPILOGUE_DERIVATIVE
    return times_derivative(activation, slope, load_two(beside + (size_t)row * n + column, n - column), values);
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
    int warp = item / 32;
    int g = item % 32 / 4;
    int t = item % 4;
    int row = warp / 2 * 32 + g;
    int column = warp % 2 * 64;

    float4 tiles[2][8];
#pragma unroll UNROLLED
    for (int i = 0; i < 2; i++) {
        int place = first_row + row + i * 16;
#pragma unroll UNROLLED
        for (int j = 0; j < 8; j++) {
            int start = first_column + column + j * 8 + 2 * t;
            tiles[i][j].lo = load_two(out + (size_t)place * n + start, add && place < m ? n - start : 0);
            tiles[i][j].hi = load_two(out + (size_t)(place + 8) * n + start, add && place + 8 < m ? n - start : 0);
        }
    }
#if SUMS
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
            PUT_A(block_a, load, as_tf32s(next_a[load]));
        }
#pragma unroll UNROLLED
        for (int load = 0; load < LOADS_B; load++) {
            PUT_B(block_b, load, SUMS ? next_b[load] : as_tf32s(next_b[load]));
        }
        barrier(CLK_LOCAL_MEM_FENCE);
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
        local const float *plain_a = (local const float *)block_a;
        local const float *plain_b = (local const float *)block_b;
#if SUMS
        // Sums are of the numbers as they are, so b is rounded only on its way out of local memory.
        if (summed) {
#pragma unroll UNROLLED
            for (int i = 0; i < DEPTH; i++) {
                total += plain_b[i * 4 * STRIDE_B + item];
            }
        }
#endif
#pragma unroll UNROLLED
        for (int i = 0; i < DEPTH; i += 8) {
            local const float *rows_of_a = plain_a + (i + t) * 4 * STRIDE_A + row;
            uint factors[2][4];
#pragma unroll UNROLLED
            for (int q = 0; q < 2; q++) {
                factors[q][0] = as_uint(rows_of_a[q * 16]);
                factors[q][1] = as_uint(rows_of_a[q * 16 + 8]);
                factors[q][2] = as_uint(rows_of_a[16 * STRIDE_A + q * 16]);
                factors[q][3] = as_uint(rows_of_a[16 * STRIDE_A + q * 16 + 8]);
            }
#pragma unroll UNROLLED
            for (int j = 0; j < 8; j++) {
                local const float *columns_of_b = plain_b + (i + t) * 4 * STRIDE_B + column + j * 8 + g;
#if SUMS
                uint upper = as_tf32(columns_of_b[0]);
                uint lower = as_tf32(columns_of_b[16 * STRIDE_B]);
#else
                uint upper = as_uint(columns_of_b[0]);
                uint lower = as_uint(columns_of_b[16 * STRIDE_B]);
#endif
#pragma unroll UNROLLED
                for (int q = 0; q < 2; q++) {
                    __asm__ volatile(
                            "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 "
                            "{%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};"
                            : "+f"(tiles[q][j].s0), "+f"(tiles[q][j].s1), "+f"(tiles[q][j].s2), "+f"(tiles[q][j].s3)
                            : "r"(factors[q][0]), "r"(factors[q][1]), "r"(factors[q][2]), "r"(factors[q][3]),
                              "r"(upper), "r"(lower));
                }
            }
        }
    }

#pragma unroll UNROLLED
    for (int i = 0; i < 4; i++) {
        int place = first_row + row + i * 8;
#pragma unroll UNROLLED
        for (int j = 0; j < 8; j++) {
            int start = first_column + column + j * 8 + 2 * t;
            if (place < m && start < n) {
                float2 sum = i % 2 == 0 ? tiles[i / 2][j].lo : tiles[i / 2][j].hi;
                float2 values = finished(sum, activation, slope, beside, place, start, n);
                global float *to = out + (size_t)place * n + start;
                to[0] = values.s0;
                if (start + 1 < n) {
                    to[1] = values.s1;
                }
            }
        }
    }
#if SUMS
    if (summed) {
        sums[sums_offset + first_column + item] = total;
    }
#endif
}
