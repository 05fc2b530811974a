package joust.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import joust.backend.Activation;

/** The parameters of a run's cases: those given by JMH's {@code -p}, else those of a quick or of a full run. */
final class PlannedParameters {
    private static final List<String> LAYERS =
            List.of("128x100x256", "128x256x512", "128x512x784", "128x784x512", "256x784x512");
    private static final List<String> SQUARES = List.of("64", "128", "256", "512", "1024", "2048");
    private static final String BATCH = "100352";
    private static final String SMALL = "256";

    private final JmhOptions jmh;
    private final boolean quick;

    PlannedParameters(RunOptions options) {
        this.jmh = options.jmh();
        this.quick = options.quick();
    }

    /** Products: all four, each with the shapes that meet it in training, and squares. */
    List<Map<String, String>> products() {
        if (jmh.parameter("product").isPresent() || jmh.parameter("shape").isPresent()) {
            List<String> shapes = given(
                    "shape", Stream.concat(SQUARES.stream(), LAYERS.stream()).toList());
            return given("product", List.of("NN")).stream()
                    .flatMap(product -> shapes.stream().map(shape -> product(product, shape)))
                    .toList();
        }
        if (quick) {
            return List.of(
                    product("NN", "256"),
                    product("NN", "1024"),
                    product("NN", "128x100x256"),
                    product("NN", "128x512x784"),
                    product("NT", "128x784x512"),
                    product("TN", "512x128x784"));
        }
        Stream<Map<String, String>> straight =
                Stream.concat(SQUARES.stream(), LAYERS.stream()).map(shape -> product("NN", shape));
        Stream<Map<String, String>> transposed = Stream.of(
                product("NT", "512"),
                product("NT", "128x784x512"),
                product("TN", "512"),
                product("TN", "512x128x784"),
                product("TT", "512"),
                product("TT", "128x512x784"));
        return Stream.concat(straight, transposed).toList();
    }

    private static Map<String, String> product(String product, String shape) {
        return Map.of("product", product, "shape", shape);
    }

    /** Shapes of layers. */
    List<Map<String, String>> layers() {
        List<String> usual = quick ? List.of("128x512x784") : LAYERS;
        return each("shape", given("shape", usual));
    }

    /** A layer fused and composed, and fused with weights that stay the same. */
    List<Map<String, String>> layerForms(Map<String, String> same) {
        List<String> forms = given("form", List.of("FUSED", "COMPOSED"));
        List<String> weights = given("weights", quick ? List.of("CHANGING") : List.of("CHANGING", "KEPT"));
        return forms.stream()
                .flatMap(form -> weights.stream()
                        .filter(use -> form.equals("FUSED") || use.equals("CHANGING") || weights.size() == 1)
                        .map(use -> with(with(same, "form", form), "weights", use)))
                .toList();
    }

    /** Activations over a layer's output and, in a full run, one over so few elements that the call itself counts. */
    List<Map<String, String>> activations() {
        List<String> usual = quick
                ? List.of("RELU", "TANH")
                : Stream.of(Activation.Kind.values())
                        .filter(kind -> kind != Activation.Kind.IDENTITY)
                        .map(Enum::name)
                        .toList();
        List<String> sizes = given("size", quick ? List.of(BATCH) : List.of(BATCH, SMALL));
        return given("activation", usual).stream()
                .flatMap(kind -> sizes.stream().map(size -> Map.of("activation", kind, "size", size)))
                .filter(same -> !SMALL.equals(same.get("size")) || "RELU".equals(same.get("activation")) || asked())
                .toList();
    }

    private boolean asked() {
        return jmh.parameter("size").isPresent();
    }

    /** Few elements with call sites as they are in a fresh JVM, and polluted. */
    List<Map<String, String>> pollutions(Map<String, String> same) {
        boolean small = SMALL.equals(same.get("size")) && !asked();
        return each(same, "pollute", given("pollute", small ? List.of("false", "true") : List.of("false")));
    }

    /** Optimizers over the generator of the {@code mnist} preset. */
    List<Map<String, String>> optimizers() {
        List<String> usual = quick
                ? List.of("ADAM")
                : Stream.of(OptimizerKind.values()).map(Enum::name).toList();
        return given("optimizer", usual).stream()
                .flatMap(kind -> each(Map.of("optimizer", kind), "size", given("size", List.of("559632"))).stream())
                .toList();
    }

    /** Random numbers for a batch's noise. */
    List<Map<String, String>> draws() {
        return each("size", given("size", List.of("12800")));
    }

    /** Systems whose steps are timed. */
    List<Map<String, String>> steps() {
        return given("preset", List.of("digits", "mnist", StepConfigs.WIDE)).stream()
                .flatMap(preset -> each(Map.of("preset", preset), "images", images(preset)).stream())
                .flatMap(same -> each(same, "after", given("after", List.of("0"))).stream())
                .toList();
    }

    private List<String> images(String preset) {
        List<String> none = List.of(StepRows.RANDOM);
        return StepRows.areImages(StepConfigs.get(preset)) ? given("images", none) : none;
    }

    /** A batch on its way to a device. */
    List<Map<String, String>> transfers() {
        return each("size", given("size", List.of(BATCH)));
    }

    /** Arrays of plain loops, the last ones beyond the caches. */
    List<Map<String, String>> arrays() {
        return each("size", given("size", List.of("66901", "746176", "16777216")));
    }

    private List<String> given(String name, List<String> usual) {
        return jmh.parameter(name).orElse(usual);
    }

    private static List<Map<String, String>> each(String name, List<String> values) {
        return each(Map.of(), name, values);
    }

    private static List<Map<String, String>> each(Map<String, String> same, String name, List<String> values) {
        return values.stream().map(value -> with(same, name, value)).toList();
    }

    private static Map<String, String> with(Map<String, String> same, String name, String value) {
        Map<String, String> more = new TreeMap<>(same);
        more.put(name, value);
        return more;
    }
}
