package joust.cli;

import java.io.PrintWriter;
import joust.study.RunResult;
import joust.study.StudyListener;
import joust.study.StudyRun;
import joust.study.StudyText;

/** Shows how far a study is: a line for each run, and one that is rewritten with the time left. */
final class StudyProgress implements StudyListener {
    private final PrintWriter err;
    private final ProgressLine line;
    private final int runs;

    /** @param runs how many are to be made */
    StudyProgress(PrintWriter err, ProgressLine line, int runs) {
        this.err = err;
        this.line = line;
        this.runs = runs;
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
        err.println(done + "/" + runs + "  " + run.label() + ": " + StudyText.result(result));
        err.flush();
    }
}
