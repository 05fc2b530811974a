package joust.bench;

import java.io.IOException;
import java.util.List;

/** Times contenders in one JVM of their own. */
interface ForkRunner {
    /** Runs them in order. */
    void run(List<Contender> contenders, ForkListener listener) throws IOException, InterruptedException;
}
