package joust.report;

import java.util.ArrayList;
import java.util.List;

/** A table of a study as HTML. Columns of words stand in it only where they hold some. */
final class StudyTable {
    private record Column(String title, String style, boolean words) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column of names. */
    StudyTable column(String title) {
        columns.add(new Column(title, "", false));
        return this;
    }

    /** Adds a column of numbers. */
    StudyTable numbers(String title) {
        columns.add(new Column(title, " class=\"number\"", false));
        return this;
    }

    /** Adds a column of words, which is left out where no row has any. */
    StudyTable words(String title) {
        columns.add(new Column(title, " class=\"words\"", true));
        return this;
    }

    /** Adds a row: a text per column. */
    void row(List<String> texts) {
        rows.add(List.copyOf(texts));
    }

    /** The table, which scrolls on its own where it is wider than the window. */
    String html() {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
        List<Integer> shown = shown();
        for (int column : shown) {
            html.append(columns.get(column).words() ? "<th class=\"words\">" : "<th>")
                    .append(Html.text(columns.get(column).title()))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int column : shown) {
                html.append("<td").append(columns.get(column).style()).append('>');
                html.append(Html.text(row.get(column))).append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private List<Integer> shown() {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            if (!columns.get(i).words()
                    || rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
                shown.add(i);
            }
        }
        return shown;
    }
}
