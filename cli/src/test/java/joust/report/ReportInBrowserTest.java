package joust.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.data.Samples;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.Presets;
import joust.report.Chromium.Opened;
import joust.study.RunResult;
import joust.study.StudyConfig;
import joust.study.StudyPlan;
import joust.study.StudyRun;
import joust.study.StudySummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report as a browser sees it: pictures loaded, nothing on the console, nothing wider than the window. */
@Tag("childjvm")
class ReportInBrowserTest {
    /**
     * Looks at every picture of the page when all is loaded, those inside of SVG as pictures of their own, and tells the page around it.
     */
    private static final String PROBE = """
            <script>
              for (const image of document.querySelectorAll('svg image')) {
                const copy = document.body.appendChild(new Image());
                copy.hidden = true;
                copy.src = image.getAttribute('href');
              }
              addEventListener('load', () => {
                const images = [...document.images];
                const loaded = images.filter(image => image.complete && image.naturalWidth > 0);
                parent.postMessage([images.length, loaded.length, document.querySelectorAll('.frame:not([hidden])').length,
                  document.querySelectorAll('.chart path').length, document.documentElement.scrollWidth - innerWidth, innerWidth], '*');
              });</script></body>""";

    /** A window has a least width, a frame has none. */
    private static final String AROUND = """
            <!DOCTYPE html><html><body><script>
              addEventListener('message', event => { document.documentElement.dataset.result = event.data.join(' '); });
            </script><iframe width="WIDTH" height="900" style="border: 0" src="probed.html"></iframe></body></html>""";

    private static final Pattern RESULT =
            Pattern.compile("data-result=\"(\\d+) (\\d+) (\\d+) (\\d+) (-?\\d+) (\\d+)\"");

    @TempDir
    private Path folder;

    private Chromium chromium;

    @BeforeEach
    void findTheBrowser() throws IOException {
        chromium = Chromium.orSkip(Files.createDirectory(folder.resolve("browser")));
    }

    @ParameterizedTest
    @CsvSource({"digits, 400", "digits, 1600", "toy2d, 400", "toy2d, 1600", "gaussian1d, 400", "gaussian1d, 1600"})
    void picturesAreLoadedAndNothingIsWrong(String preset, int width) throws Exception {
        Path report = report(Presets.get(preset).withSteps(20).withLogEvery(10));
        Opened opened = open(Files.readString(report), width);
        assertThat(opened.console()).isEmpty();
        int[] result = result(opened);
        int pictures = preset.equals("gaussian1d") ? 0 : 3;
        assertThat(result[0]).as("pictures").isGreaterThanOrEqualTo(pictures);
        assertThat(result[1]).as("pictures that are loaded").isEqualTo(result[0]);
        assertThat(result[2]).as("frames of the film that are shown").isEqualTo(1);
        assertThat(result[3]).as("lines of the charts").isGreaterThan(4);
        assertThat(result[4]).as("pixels that the page is too wide").isLessThanOrEqualTo(0);
        assertThat(result[5]).as("the window's width").isEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1600})
    void aStudyFitsTheWindow(int width) throws Exception {
        StudyConfig study = StudyConfig.ofCures();
        StudyPlan plan = StudyPlan.of(study, List.of(Presets.get("ring8"), Presets.get("grid25")));
        Map<String, Double> metrics = Map.of("modes", 7.0, "modesStrict", 6.0, "highQuality", 0.9, "reverseKl", 0.1);
        Map<StudyRun, RunResult> results = new HashMap<>();
        for (StudyRun run : plan.runs()) {
            results.put(run, new RunResult(RunResult.Outcome.COMPLETE, 8_000, 40, "fma", metrics));
        }
        Opened opened = open(StudyPage.html(StudySummary.of(study, plan, results), "name: cures"), width);
        assertThat(opened.console()).isEmpty();
        int[] result = result(opened);
        assertThat(result[3]).as("lines of the charts").isGreaterThan(2 * 4 * 11);
        assertThat(result[4]).as("pixels that the page is too wide").isLessThanOrEqualTo(0);
    }

    /** The test itself has to notice a picture that is none, an error of a script and what comes from outside. */
    @Test
    void whatIsWrongIsNoticed() throws Exception {
        Opened opened = open("""
                <!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; script-src 'unsafe-inline'">
                </head><body><img src="data:image/png;base64,AAAA"><img src="https://joust.invalid/x.png">
                <table width="3000"><tr><td>wide</td></tr></table><script>nowhere();</script></body></html>""", 800);
        int[] result = result(opened);
        assertThat(result[0]).isEqualTo(2);
        assertThat(result[1]).isZero();
        assertThat(result[4]).isPositive();
        assertThat(opened.console()).anyMatch(line -> line.contains("nowhere is not defined"));
        assertThat(opened.console()).anyMatch(line -> line.contains("Content Security Policy"));
    }

    private Opened open(String page, int width) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("probed.html"), page.replace("</body>", PROBE));
        Path around = folder.resolve("around.html");
        Files.writeString(around, AROUND.replace("WIDTH", Integer.toString(width)));
        return chromium.open(around);
    }

    private static int[] result(Opened opened) {
        Matcher matcher = RESULT.matcher(opened.document());
        assertThat(matcher.find()).as(opened.document()).isTrue();
        int[] result = new int[matcher.groupCount()];
        for (int i = 0; i < result.length; i++) {
            result[i] = Integer.parseInt(matcher.group(i + 1));
        }
        return result;
    }

    private Path report(GanConfig config) throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        StringBuilder log = new StringBuilder("step,discriminatorLoss,generatorLoss,value,seconds\n");
        Samples samples = DataSources.open(config.data()).training();
        try (Backend backend = Backends.open("scalar", BackendOptions.DEFAULT);
                GanTrainer trainer = new GanTrainer(backend, config, samples)) {
            RunPictures pictures = new RunPictures(run, new Pictures(System.err::println), new StepGrid());
            for (int i = 0; i < 3; i++) {
                pictures.frame(trainer);
                trainer.advance();
                log.append(trainer.step()).append(",1.5,").append(0.5 * i).append(",-1.4,0.1\n");
            }
        }
        Files.writeString(run.resolve("log.csv"), log);
        RunReport.write(run, config, "name: " + config.name(), Optional.empty());
        return run.resolve("report.html");
    }
}
