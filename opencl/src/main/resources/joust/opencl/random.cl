// Philox4x32-10 (Salmon et al. 2011) as joust.math.Philox4x32 has it, and what is made of its words. A block of four words has
// one work-item.

static uint4 philox(ulong block, uint stream, uint key_low, uint key_high) {
    uint4 c = (uint4)((uint)block, (uint)(block >> 32), stream, 0);
    for (int round = 0; round < 10; round++) {
        uint high0 = mul_hi(0xD2511F53u, c.x);
        uint high1 = mul_hi(0xCD9E8D57u, c.z);
        c = (uint4)(high1 ^ c.y ^ key_low, 0xCD9E8D57u * c.z, high0 ^ c.w ^ key_high, 0xD2511F53u * c.x);
        key_low += 0x9E3779B9u;
        key_high += 0xBB67AE85u;
    }
    return c;
}

#define SEQUENCE uint key_low, uint key_high, uint stream, uint position_low, uint position_high
#define WORDS(b) philox((((ulong)position_high << 32) | position_low) + (b), stream, key_low, key_high)

static void put(__global float *out, uint at, uint left, float4 values) {
    out[at] = values.x;
    if (left > 1) {
        out[at + 1] = values.y;
    }
    if (left > 2) {
        out[at + 2] = values.z;
    }
    if (left > 3) {
        out[at + 3] = values.w;
    }
}

__kernel void uniform_numbers(SEQUENCE, float low, float width, OUT(out), uint n) {
    uint i = 4 * get_global_id(0);
    if (i < n) {
        float4 u = convert_float4(WORDS(i / 4) >> 8) * 0x1p-24f;
        put(out, out_at + i, n - i, fma(u, (float4)width, (float4)low));
    }
}

static float radius_of(uint word) {
    float u = (float)((word >> 8) + 1) * 0x1p-24f;
    return sqrt(-2.0f * logarithm(u));
}

__kernel void normal_numbers(SEQUENCE, float mean, float deviation, OUT(out), uint n) {
    uint i = 4 * get_global_id(0);
    if (i < n) {
        uint4 w = WORDS(i / 4);
        float first = radius_of(w.x);
        float second = radius_of(w.z);
        float first_angle = (float)(w.y >> 8) * 0x1p-23f;
        float second_angle = (float)(w.w >> 8) * 0x1p-23f;
        float4 normal = (float4)(first * cosine_of_pi(first_angle), first * sine_of_pi(first_angle),
                                 second * cosine_of_pi(second_angle), second * sine_of_pi(second_angle));
        put(out, out_at + i, n - i, fma((float4)deviation, normal, (float4)mean));
    }
}

// Rows drawn with replacement; a work-item copies up to CHUNK neighbours, so that words are not made for each element.


__kernel void gather_rows(SEQUENCE, __global const uint *source, int source_at, uint row_count, __global uint *out, int out_at,
                          uint cols, uint n) {
    uint chunks = (cols + CHUNK - 1) / CHUNK;
    uint i = get_global_id(0);
    if (i < n) {
        uint row = i / chunks;
        uint from = i % chunks * CHUNK;
        uint to = min(cols, from + CHUNK);
        uint4 w = WORDS(row / 4);
        uint lane = row % 4;
        uint word = lane == 0 ? w.x : lane == 1 ? w.y : lane == 2 ? w.z : w.w;
        uint start = source_at + mul_hi(word, row_count) * cols;
        for (uint j = from; j < to; j++) {
            out[out_at + row * cols + j] = source[start + j];
        }
    }
}
