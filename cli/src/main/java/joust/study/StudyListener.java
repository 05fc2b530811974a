package joust.study;

/** Is told how far a study is, on the thread that runs it. */
public interface StudyListener {
    /**
     * Several times a second.
     *
     * @param step the steps done of all runs that were to be made; those that a run has not come to count once it has ended
     */
    void onProgress(long step);

    /**
     * After a run whose result is on the disk.
     *
     * @param done how many runs have been made
     */
    void onResult(StudyRun run, RunResult result, int done);
}
