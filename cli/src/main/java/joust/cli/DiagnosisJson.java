package joust.cli;

import java.io.StringWriter;
import joust.backend.BackendFamily;
import joust.backend.Discovery;
import joust.backend.HostCache;
import joust.opencl.OpenClDevice;
import joust.opencl.OpenClPlatform;
import joust.opencl.OpenClReport;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A {@link Diagnosis} for a program: one object. */
final class DiagnosisJson {
    private final JsonGenerator json;

    private DiagnosisJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(Diagnosis diagnosis) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new DiagnosisJson(json).diagnosis(diagnosis);
        }
        return text.append('\n').toString();
    }

    private void diagnosis(Diagnosis diagnosis) {
        json.writeStartObject();
        json.writeStringProperty("version", Version.text());
        machine(diagnosis.machine());
        json.writeBooleanProperty("pictures", diagnosis.pictureProblem().isEmpty());
        diagnosis.pictureProblem().ifPresent(problem -> json.writeStringProperty("pictureProblem", problem));
        opencl(diagnosis.opencl());
        json.writeArrayPropertyStart("backends");
        diagnosis.families().forEach(this::family);
        json.writeEndArray();
        json.writeStringProperty("chosen", diagnosis.choice());
        json.writeNumberProperty("gigaflops", diagnosis.gigaflops());
        json.writeArrayPropertyStart("reasons");
        diagnosis.reasons().forEach(json::writeString);
        json.writeEndArray();
        json.writeName("tuned");
        FastestTable.write(json, diagnosis.tuned());
        json.writeEndObject();
    }

    private void machine(MachineFacts machine) {
        json.writeStringProperty("java", machine.java());
        json.writeArrayPropertyStart("flags");
        machine.flags().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("system", machine.system());
        json.writeStringProperty("processor", machine.processor());
        json.writeNumberProperty("cores", machine.cores());
        json.writeNumberProperty("processors", machine.processors());
        json.writeArrayPropertyStart("caches");
        for (HostCache cache : machine.caches()) {
            json.writeStartObject();
            json.writeNumberProperty("level", cache.level());
            json.writeNumberProperty("bytes", cache.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanProperty("fusedMultiplyAdd", machine.fusedMultiplyAdd());
        json.writeBooleanProperty("vectorModule", machine.vectorModule());
    }

    private void opencl(OpenClReport opencl) {
        json.writeObjectPropertyStart("opencl");
        json.writeStringProperty("loader", opencl.loader());
        json.writeArrayPropertyStart("platforms");
        for (OpenClPlatform platform : opencl.platforms()) {
            json.writeStartObject();
            json.writeStringProperty("name", platform.name());
            json.writeStringProperty("vendor", platform.vendor());
            json.writeStringProperty("version", platform.version());
            json.writeNumberProperty("devices", platform.devices());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("devices");
        for (OpenClDevice device : opencl.devices()) {
            json.writeStartObject();
            json.writeStringProperty("name", device.name());
            json.writeStringProperty("platform", device.platform());
            json.writeStringProperty("model", device.model());
            json.writeStringProperty("driver", device.driver());
            json.writeNumberProperty("memory", device.memory());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void family(BackendFamily family) {
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
