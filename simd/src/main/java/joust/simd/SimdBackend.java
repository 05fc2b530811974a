package joust.simd;

/** The Vector API backend: its name and its threads here, the operations in its layers. */
final class SimdBackend extends SimdOptimizers {
    private final String device;

    /** Takes over the team; with the device in words. */
    SimdBackend(Team team, String device) {
        super(team);
        this.device = device;
    }

    @Override
    public String name() {
        return SimdProvider.NAME;
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public int threads() {
        return team().size();
    }

    /** Ends the team; storage belongs to the garbage collector. */
    @Override
    public void close() {
        team().close();
    }
}
