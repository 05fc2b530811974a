package joust.cli;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import joust.backend.Backend;
import joust.backend.BackendFamily;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.Discovery;
import joust.math.FusedArithmetic;
import joust.report.Pictures;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What {@code joust doctor} finds.
 *
 * @param java the running JDK
 * @param system operating system and processor architecture
 * @param processors processors that this process may use
 * @param fusedMultiplyAdd whether the processor has it
 * @param vectorModule whether {@code jdk.incubator.vector} is in the running image's modules
 * @param pictureProblem why not all pictures can be drawn, with the remedy; empty if they can
 * @param families all families of backends and what each found
 * @param choice the backend that {@code auto} takes
 * @param reasons why that one, and why not each other
 */
record Diagnosis(
        String java,
        String system,
        int processors,
        boolean fusedMultiplyAdd,
        boolean vectorModule,
        Optional<String> pictureProblem,
        List<BackendFamily> families,
        String choice,
        List<String> reasons) {

    static Diagnosis ofThisMachine() {
        List<String> reasons = new ArrayList<>();
        String choice;
        try (Backend backend = Backends.open(Backends.AUTO, BackendOptions.DEFAULT, reasons::add)) {
            choice = backend.name() + " (" + backend.device() + "), arithmetic "
                    + backend.arithmetic().label();
        }
        return new Diagnosis(
                property("java.vm.name") + " " + property("java.runtime.version") + ", " + property("java.home"),
                property("os.name") + " " + property("os.version") + ", " + property("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                FusedArithmetic.FUSED,
                hasModule("jdk.incubator.vector"),
                Pictures.problem(),
                Backends.discover(),
                choice,
                reasons);
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static boolean hasModule(String name) {
        return ModuleLayer.boot().findModule(name).isPresent();
    }

    /** For a person. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "java", java);
        line(text, "system", system + ", " + processors + (processors == 1 ? " processor" : " processors"));
        line(
                text,
                "fma",
                fusedMultiplyAdd
                        ? "yes: every backend computes the same bits as on other machines with it"
                        : "no: CPU backends multiply, then add; their bits differ from machines that fuse (arithmetic multiply-add)");
        line(text, "vector module", vectorModule ? "yes" : "no: start Java with --add-modules jdk.incubator.vector");
        line(
                text,
                "pictures",
                pictureProblem.map(problem -> "not all: " + problem).orElse("yes"));
        for (BackendFamily family : families) {
            for (Discovery.Device device : family.devices()) {
                line(text, "backend", device.name() + ": " + device.description());
            }
            for (Discovery.Problem problem : family.problems()) {
                line(text, "not here", family.name() + ": " + problem.reason());
                line(text, "  remedy", problem.remedy());
            }
        }
        line(text, "chosen", choice);
        reasons.forEach(reason -> line(text, "  because", reason));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-14s %s%n", name, value));
    }

    /** For a program. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("version", Version.text());
            json.writeStringProperty("java", java);
            json.writeStringProperty("system", system);
            json.writeNumberProperty("processors", processors);
            json.writeBooleanProperty("fusedMultiplyAdd", fusedMultiplyAdd);
            json.writeBooleanProperty("vectorModule", vectorModule);
            json.writeBooleanProperty("pictures", pictureProblem.isEmpty());
            pictureProblem.ifPresent(problem -> json.writeStringProperty("pictureProblem", problem));
            json.writeArrayPropertyStart("backends");
            families.forEach(family -> family(json, family));
            json.writeEndArray();
            json.writeStringProperty("chosen", choice);
            json.writeArrayPropertyStart("reasons");
            reasons.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void family(JsonGenerator json, BackendFamily family) {
        json.writeStartObject();
        json.writeStringProperty("family", family.name());
        json.writeArrayPropertyStart("devices");
        for (Discovery.Device device : family.devices()) {
            json.writeStartObject();
            json.writeStringProperty("name", device.name());
            json.writeStringProperty("description", device.description());
            json.writeNumberProperty("score", device.score());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("problems");
        for (Discovery.Problem problem : family.problems()) {
            json.writeStartObject();
            json.writeStringProperty("reason", problem.reason());
            json.writeStringProperty("remedy", problem.remedy());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
