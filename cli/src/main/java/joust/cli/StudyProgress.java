package joust.cli;

import java.io.PrintWriter;
import java.util.List;
import joust.study.RunResult;
import joust.study.StudyListener;
import joust.study.StudyRun;
import joust.study.StudyText;

/** Shows how far a study is: a line for each run, and one that is rewritten with the time left. */
final class StudyProgress implements StudyListener {
    private final PrintWriter err;
    private final ProgressLine line;
    private final int runs;
    private final List<String> metrics;

    /**
     * @param runs how many are to be made
     * @param metrics what to tell of each
     */
    StudyProgress(PrintWriter err, ProgressLine line, int runs, List<String> metrics) {
        this.err = err;
        this.line = line;
        this.runs = runs;
        this.metrics = metrics;
    }

    @Override
    public void onProgress(long step) {
        if (step > 0) {
            line.step(step, System.nanoTime());
        }
    }

    @Override
    public void onResult(StudyRun run, RunResult result, int done) {
        line.clear();
        err.println(done + "/" + runs + "  " + run.label() + ": " + StudyText.result(result, metrics));
        err.flush();
    }
}
