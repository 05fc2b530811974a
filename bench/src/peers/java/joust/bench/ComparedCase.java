package joust.bench;

import java.util.List;

/**
 * What several contenders compute, one after the other, fork by fork.
 *
 * @param threads how many threads each of them has
 * @param contenders who
 */
record ComparedCase(int threads, List<Contender> contenders) {}
