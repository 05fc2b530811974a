package joust.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import joust.io.FileFormatException;

/**
 * The pictures of a run over time, as HTML.
 *
 * @param steps the step of each
 * @param pictures the picture of each, an image or SVG
 * @param last the moment of the last, where the data are no images
 */
record Frames(List<Long> steps, List<String> pictures, Optional<Moment> last) {
    private static final int ON_SHEET = 6;

    /**
     * Reads what a run has recorded.
     *
     * @throws FileFormatException naming a file that is damaged
     */
    static Frames read(Path run) throws IOException {
        List<Path> images = files(run.resolve("samples"), "png");
        List<Long> steps = new ArrayList<>();
        List<String> pictures = new ArrayList<>();
        for (Path image : images) {
            steps.add(step(image));
            pictures.add(image(image));
        }
        Optional<Moment> last = Optional.empty();
        for (Path file : images.isEmpty() ? files(run.resolve(RunPictures.HISTORY), "safetensors") : List.<Path>of()) {
            Moment moment = Moment.read(file);
            steps.add(moment.step());
            last = Optional.of(moment);
            pictures.add(moment.columns() == 1 ? DensityFrame.svg(moment) : PlaneFrame.svg(moment));
        }
        return new Frames(steps, pictures, last);
    }

    /** The columns of the data, where they are no images; else 0. */
    int columns() {
        return last.map(Moment::columns).orElse(0);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("step-\\d{1,18}\\." + ending))
                    .sorted((a, b) -> Long.compare(step(a), step(b)))
                    .toList();
        }
    }

    private static long step(Path file) {
        return Long.parseLong(String.valueOf(file.getFileName()).replaceAll("\\D", ""));
    }

    private static String image(Path file) throws IOException {
        byte[] png = Files.readAllBytes(file);
        if (!Png.isWhole(png)) {
            throw new FileFormatException(file.toString(), "content", "a whole PNG file", png.length + " bytes");
        }
        return "<img alt=\"samples of step " + step(file) + "\" src=\"" + Html.dataUri(png) + "\">";
    }

    /** All pictures one after the other; without scripts the last one. */
    String film() {
        StringBuilder film = new StringBuilder("<figure class=\"film\">");
        for (int i = 0; i < pictures.size(); i++) {
            film.append("<div class=\"frame\" data-step=\"")
                    .append(steps.get(i))
                    .append(i == pictures.size() - 1 ? "\">" : "\" hidden>")
                    .append(pictures.get(i))
                    .append("</div>");
        }
        return film.append("<div class=\"bar\" hidden><button type=\"button\">Play</button>")
                .append(
                        "<input type=\"range\" min=\"0\" value=\"0\" aria-label=\"moment of the run\"><output></output></div>")
                .append("<figcaption>")
                .append(key())
                .append("</figcaption></figure>")
                .toString();
    }

    /** Some of the pictures, from the first to the last, beside each other. */
    String sheet() {
        StringBuilder sheet = new StringBuilder(columns() == 1 ? "<div class=\"charts\">" : "<div class=\"sheet\">");
        int count = Math.min(ON_SHEET, pictures.size());
        for (int i = 0; i < count; i++) {
            int at = count == 1 ? 0 : i * (pictures.size() - 1) / (count - 1);
            sheet.append("<figure>")
                    .append(pictures.get(at))
                    .append("<figcaption>step ")
                    .append(steps.get(at))
                    .append("</figcaption></figure>");
        }
        return sheet.append("</div>").toString();
    }

    private String key() {
        return switch (columns()) {
            case 1 ->
                CurveSection.key("density of the data", "density of the generator", "D(x)")
                        + "<br>the dashed line is ½";
            case 2 ->
                CurveSection.key("real", "generated")
                        + "<br>blue where D takes a point for real, orange where for generated, the line is D = ½";
            default -> "the same noise at every moment";
        };
    }
}
