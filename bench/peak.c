/*
 * The FMA peak of one core in C, to check PeakBenchmark against:
 *     gcc -O2 -march=native -o /tmp/peak bench/peak.c && /tmp/peak
 * Ten independent accumulators of 8 floats, nothing in memory; prints GFLOP/s, best of 10.
 */
#include <immintrin.h>
#include <stdio.h>
#include <time.h>

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(void) {
    const long rounds = 20000000;
    double best = 0;
    float kept = 0;
    for (int run = 0; run < 10; run++) {
        __m256 b = _mm256_set1_ps(0.5f), c = _mm256_set1_ps(1.0f), a[10];
        for (int i = 0; i < 10; i++) a[i] = _mm256_set1_ps(1.0f + i); /* apart, or the chains were one */
        __m256 a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3], a4 = a[4];
        __m256 a5 = a[5], a6 = a[6], a7 = a[7], a8 = a[8], a9 = a[9];
        double start = seconds();
        for (long i = 0; i < rounds; i++) {
            a0 = _mm256_fmadd_ps(a0, b, c);
            a1 = _mm256_fmadd_ps(a1, b, c);
            a2 = _mm256_fmadd_ps(a2, b, c);
            a3 = _mm256_fmadd_ps(a3, b, c);
            a4 = _mm256_fmadd_ps(a4, b, c);
            a5 = _mm256_fmadd_ps(a5, b, c);
            a6 = _mm256_fmadd_ps(a6, b, c);
            a7 = _mm256_fmadd_ps(a7, b, c);
            a8 = _mm256_fmadd_ps(a8, b, c);
            a9 = _mm256_fmadd_ps(a9, b, c);
        }
        double gflops = 2.0 * 10 * 8 * rounds / (seconds() - start) / 1e9;
        if (gflops > best) best = gflops;
        a0 = _mm256_add_ps(_mm256_add_ps(_mm256_add_ps(a0, a1), _mm256_add_ps(a2, a3)),
                           _mm256_add_ps(_mm256_add_ps(a4, a5), _mm256_add_ps(a6, _mm256_add_ps(a7, _mm256_add_ps(a8, a9)))));
        kept += _mm256_cvtss_f32(a0);
    }
    printf("%.1f GFLOP/s (kept %g)\n", best, kept);
    return 0;
}
