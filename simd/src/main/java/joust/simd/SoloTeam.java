package joust.simd;

/** The caller's thread alone. */
final class SoloTeam implements Team {
    private boolean closed;

    @Override
    public int size() {
        return 1;
    }

    @Override
    public void run(TeamTask task) {
        if (closed) {
            throw new IllegalStateException("the team is closed");
        }
        task.run(0, 1);
    }

    @Override
    public void close() {
        closed = true;
    }
}
