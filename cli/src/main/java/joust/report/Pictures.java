package joust.report;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import joust.io.FileFault;

/**
 * Draws pictures where this Java can, and says in one line which are left out where it cannot. A run is never lost for a
 * picture.
 */
public final class Pictures {
    private static final String DESKTOP_REMEDY = "use a Java with the module java.desktop";
    private static final String FONT_REMEDY =
            "install a font and fontconfig (Debian: apt install fontconfig fonts-dejavu-core)";

    private final Consumer<String> messages;

    /** Something to draw into a file. */
    @FunctionalInterface
    public interface Drawing {
        /** Draws and writes. */
        void draw() throws IOException;
    }

    /**
     * With where to say what is left out.
     *
     * @param messages takes one line for each picture left out
     */
    public Pictures(Consumer<String> messages) {
        this.messages = messages;
    }

    /** Why this Java cannot draw all pictures, and the remedy; empty if it can. */
    public static Optional<String> problem() {
        return desktopProblem().or(Pictures::fontProblem);
    }

    /** Writes what needs nothing but the disk. */
    public void file(String name, Drawing drawing) {
        attempt(name, Optional.empty(), drawing);
    }

    /** Draws a picture with text in it. */
    public void plot(String name, Drawing drawing) {
        attempt(name, problem(), drawing);
    }

    private void attempt(String name, Optional<String> problem, Drawing drawing) {
        if (problem.isPresent()) {
            messages.accept(name + " is left out: " + problem.get());
            return;
        }
        try {
            drawing.draw();
        } catch (IOException e) {
            messages.accept(name + " is left out: " + FileFault.reason(e));
        }
    }

    private static Optional<String> desktopProblem() {
        return ModuleLayer.boot().findModule("java.desktop").isPresent()
                ? Optional.empty()
                : Optional.of("this Java has no module java.desktop; " + DESKTOP_REMEDY);
    }

    /** The first use of a font fails in many ways where none is installed; all of them mean the same to the user. */
    private static Optional<String> fontProblem() {
        try {
            FontProbe.measure();
            return Optional.empty();
        } catch (LinkageError | InternalError | RuntimeException e) {
            return Optional.of("this Java finds no font (" + e + "); " + FONT_REMEDY);
        }
    }
}
