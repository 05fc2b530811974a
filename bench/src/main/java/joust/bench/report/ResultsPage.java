package joust.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import joust.io.AtomicFile;

/** Makes a Markdown page and its charts from the JSON files of a folder; texts that lie there too, such as a study's table, follow as they are. */
public final class ResultsPage {
    private static final String JSON = ".json";
    private static final String TEXT = ".txt";
    private static final String HEAD = """
            # Results

            Written by `bench/publish` from `bench/results/*.json` and `bench/results/*.txt`; do not edit.

            How to reproduce a run: the command stands with it; it takes the time that its progress line says. Nothing else
            should run meanwhile. `./joust bench --compare FILE.json` names what differs from a file of this folder.

            What is claimed: every result was checked against double precision before it was timed; a figure is the median
            of its forks, and in a full run everyone's forks take turns, so that a machine which slows down slows all.
            What is not: other machines, other shapes, cold caches, transfers to a device where no line says so, and any
            difference smaller than the errors. Shares above 1 mean that the machine changed its speed between the two
            measurements. Quick runs are a look, with one fork.
            """;

    private final Path folder;
    private final Path page;
    private final StringBuilder text = new StringBuilder(HEAD);

    private ResultsPage(Path folder, Path page) {
        this.folder = folder;
        this.page = page;
    }

    /** Takes the folder of the JSON files, into which charts go too, and the file of the page. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /**
     * Writes the page and its charts.
     *
     * @throws IOException if a file cannot be read or written
     */
    static void write(Path folder, Path page) throws IOException {
        new ResultsPage(folder, page).write();
    }

    private void write() throws IOException {
        for (Path file : files(JSON)) {
            add(name(file, JSON), FigureReader.read(file));
        }
        for (Path file : files(TEXT)) {
            text.append("\n## ")
                    .append(name(file, TEXT))
                    .append("\n\n```\n")
                    .append(Files.readString(file).strip())
                    .append("\n```\n");
        }
        AtomicFile.write(page, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files(String extension) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + extension)) {
            found.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private static String name(Path file, String extension) {
        return file.getFileName().toString().replace(extension, "");
    }

    private void add(String name, RunResults results) throws IOException {
        text.append("\n## ").append(name).append("\n\n");
        HtmlPage.facts(results.facts())
                .forEach(fact -> text.append("- ")
                        .append(fact.name())
                        .append(": ")
                        .append(fact.name().equals("Command") ? "`" + fact.text() + "`" : fact.text())
                        .append('\n'));
        for (String suite : BarChart.suites(results)) {
            chart(name + "-" + suite, BarChart.svg(suite, BarChart.cases(results, suite)));
        }
        Optional<String> roofline = Roofline.svg(results);
        if (roofline.isPresent()) {
            chart(name + "-roofline", roofline.get());
        }
        text.append("\n```\n");
        FigureTable.lines(results).forEach(line -> text.append(line).append('\n'));
        text.append("```\n");
    }

    private void chart(String name, String svg) throws IOException {
        Path file = folder.resolve(name + ".svg");
        AtomicFile.write(file, svg.getBytes(StandardCharsets.UTF_8));
        Path base = page.toAbsolutePath().getParent();
        Path link = base == null ? file : base.relativize(file.toAbsolutePath());
        text.append("\n![").append(name).append("](").append(link).append(")\n");
    }
}
