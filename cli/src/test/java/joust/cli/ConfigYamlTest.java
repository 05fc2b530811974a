package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import joust.gan.EvaluationConfig;
import joust.gan.GanConfig;
import joust.gan.OptimizerConfig;
import joust.gan.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigYamlTest {
    private static final String DIGITS = ConfigYaml.write(Presets.get("digits"));

    static Iterable<String> presets() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetIsReadBackEqual(String name) {
        GanConfig preset = Presets.get(name);
        assertThat(ConfigYaml.read(ConfigYaml.write(preset), name, Map.of())).isEqualTo(preset);
    }

    @Test
    void anUnknownKeyNamesItsLineItsValueAndTheNearestKey() {
        String text = DIGITS.replace("logEvery:", "logEvry:");
        assertThatThrownBy(() -> ConfigYaml.read(text, "my.yaml", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("my.yaml: line " + lineOf(text, "logEvry"))
                .hasMessageContaining("logEvry: unknown key with value '"
                        + Presets.get("digits").logEvery() + "'")
                .hasMessageContaining("'logEvery' perhaps");
    }

    @ParameterizedTest
    @CsvSource({
        "steps, ten, 'steps: ''ten'', expected a whole number below 2^31'",
        "steps, 0, 'steps: 0, expected a whole number of at least 1'",
        "steps, 99999999999, 'steps: ''99999999999'', expected a whole number below 2^31'",
        "steps, '\"5\"', 'steps: ''5'', expected a whole number'",
        "steps, '[1, 2]', 'steps: a list of 2, expected a whole number'",
        "generator.optimizer.beta1, 1.5, 'generator.optimizer.beta1: 1.5, expected a number in [0, 1)'",
        "generator.optimizer.beta1, .nan, 'generator.optimizer.beta1: ''.nan'', expected a number'",
        "generator.layers[0].activation, rely, '''relu'' perhaps'",
        "generator.optimizer.kind, adm, '''adam'' perhaps'",
        "generator.layers, 5, 'generator.layers: ''5'', expected a list'",
        "generator, 5, 'generator: ''5'', expected keys with values'",
    })
    void aWrongValueNamesItsKeyTheValueAndWhatWasExpected(String key, String value, String message) {
        assertThatThrownBy(() -> ConfigYaml.read(DIGITS, "digits", Map.of(key, value)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anOverrideReplacesOneValueAndAddsAbsentOnes() {
        GanConfig changed = ConfigYaml.read(
                DIGITS, "digits", Map.of("generator.optimizer", "{kind: sgd, learningRate: 0.5}", "seed", "7"));
        assertThat(changed.generator().optimizer()).isEqualTo(new OptimizerConfig.Sgd(0.5));
        assertThat(changed.seed()).isEqualTo(7);
        assertThat(changed.discriminator()).isEqualTo(Presets.get("digits").discriminator());
    }

    @Test
    void howARunIsJudgedIsReadBackEqualAndMayBeLeftOut() {
        assertThat(DIGITS).endsWith("evaluation: {every: 0, samples: 2000, patience: 0}\n");
        String withoutIt = DIGITS.substring(0, DIGITS.indexOf("evaluation:"));
        assertThat(ConfigYaml.read(withoutIt, "old.yaml", Map.of())).isEqualTo(Presets.get("digits"));
        GanConfig judged = ConfigYaml.read(
                withoutIt, "old.yaml", Map.of("evaluation.every", "600", "evaluation.metric", "frechet"));
        assertThat(judged.evaluation()).isEqualTo(new EvaluationConfig(600, 2_000, "frechet", 0));
        assertThat(ConfigYaml.read(ConfigYaml.write(judged), "again", Map.of())).isEqualTo(judged);
        assertThatThrownBy(() -> ConfigYaml.read(DIGITS, "digits", Map.of("evaluation.patience", "2")))
                .hasMessageContaining("evaluation.patience: 2, expected 0 without a metric");
    }

    @Test
    void anOverrideOfAnEntryThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> ConfigYaml.read(DIGITS, "digits", Map.of("generator.layers[9].width", "3")))
                .hasMessage("--set generator.layers[9].width: [9], expected an entry below 3");
        assertThatThrownBy(() -> ConfigYaml.read(DIGITS, "digits", Map.of("generator..width", "3")))
                .hasMessageContaining("expected keys joined by dots");
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertThatThrownBy(() -> ConfigYaml.read(DIGITS + "steps: 3\n", "twice", Map.of()))
                .hasMessageContaining("steps: given twice, expected each key once");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> ConfigYaml.read(DIGITS.replaceAll("(?m)^steps:.*$", ""), "short.yaml", Map.of()))
                .hasMessageContaining("steps: missing, expected a value");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'x: empty'",
        "'a: [', 'x: line 1'",
        "'- 1', 'the file: a list of 1'",
        "'a: &b {c: 1}\nd: *b', 'alias'"
    })
    void whatIsNoConfigurationIsRefused(String text, String message) {
        assertThatThrownBy(() -> ConfigYaml.read(text, "x", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    private static long lineOf(String text, String word) {
        return text.substring(0, text.indexOf(word)).lines().count() + 1;
    }
}
