package joust.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** A page that stands alone: its style and script are in it, and a policy keeps everything from outside away. */
final class Page {
    private static final String NOTHING_FROM_OUTSIDE =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a page.
     *
     * @throws IOException if Joust's own resources cannot be read
     */
    Page(String title, String description) throws IOException {
        text.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(NOTHING_FROM_OUTSIDE)
                .append("\"><title>")
                .append(Html.text(title))
                .append(" - Joust</title><link rel=\"icon\" href=\"data:,\"><style>")
                .append(resource("report.css"))
                .append("</style></head><body><main><h1>")
                .append(Html.text(title))
                .append("</h1><p class=\"soft\">")
                .append(Html.text(description))
                .append("</p>");
    }

    /** Adds HTML as it is. */
    void append(String html) {
        text.append(html);
    }

    /** Adds a part under a heading. */
    void section(String title, String content) {
        text.append("<section><h2>")
                .append(title)
                .append("</h2>")
                .append(content)
                .append("</section>");
    }

    /** The whole page without scripts. */
    String html() {
        return text + "</main></body></html>\n";
    }

    /**
     * The whole page with one of Joust's scripts.
     *
     * @throws IOException if it cannot be read
     */
    String htmlWithScript(String name) throws IOException {
        return text + "</main><script>" + resource(name) + "</script></body></html>\n";
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Page.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + ": not among Joust's resources");
            }
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
