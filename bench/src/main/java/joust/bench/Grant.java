package joust.bench;

/**
 * A backend that is here, as it was opened.
 *
 * @param backend its name, such as {@code simd} or {@code opencl:0}
 * @param asked how many threads it was asked for
 * @param threads how many it computes on
 * @param device the device in words, such as its model and its driver
 */
record Grant(String backend, int asked, int threads, String device) {}
