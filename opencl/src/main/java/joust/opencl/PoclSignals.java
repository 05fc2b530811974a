package joust.opencl;

import java.lang.foreign.Arena;

/**
 * PoCL installs a handler for SIGFPE in the whole process that skips a faulting division. The Java machine relies on that
 * signal for integer divisions by zero: with the handler, {@code 5 / 0} is 5 and nothing is thrown. PoCL leaves the handler
 * out where an environment variable says so when it is first touched.
 */
final class PoclSignals {
    /** The environment variable that PoCL reads. */
    static final String VARIABLE = "POCL_SIGFPE_HANDLER";

    private PoclSignals() {}

    /** Sets the variable for this process, in the environment that native code reads; without effect where PoCL cannot be. */
    static void keepFromJava() {
        NativeFunctions.setVariable().ifPresent(setenv -> {
            try (Arena arena = Arena.ofConfined()) {
                long name = arena.allocateFrom(VARIABLE).address();
                setenv.call(name, arena.allocateFrom("0").address(), 1);
            }
        });
    }
}
