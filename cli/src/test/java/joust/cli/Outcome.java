package joust.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command did.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Outcome(int code, String out, String err) {
    /** Runs a command in this process. */
    static Outcome of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Outcome(code, out.toString(), err.toString());
    }
}
