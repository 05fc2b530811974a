package joust.data;

import java.util.ArrayList;
import java.util.List;

/** What stands between the fields of a line. */
enum Delimiter {
    SEMICOLON(';'),
    TAB('\t'),
    COMMA(','),
    /** One or more spaces; those at the ends of a line do not count. */
    SPACES(' ');

    private static final char QUOTE = '"';

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    /** The first of semicolon, tab and comma that the line holds outside quotes, else spaces. */
    static Delimiter detect(String line) {
        for (Delimiter delimiter : List.of(SEMICOLON, TAB, COMMA)) {
            if (delimiter.split(line).size() > 1) {
                return delimiter;
            }
        }
        return SPACES;
    }

    /**
     * The fields of a line without the blanks around them. A field in double quotes may hold the delimiter, and a quote
     * written twice (RFC 4180, section 2), but no line end.
     */
    List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        String text = this == SPACES ? line.strip() : line;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == QUOTE) {
                quoted = !quoted;
            } else if (next == character && !quoted) {
                addField(fields, text.substring(start, i));
                start = i + 1;
            }
        }
        addField(fields, text.substring(start));
        return fields;
    }

    private void addField(List<String> fields, String raw) {
        String field = raw.strip();
        if (this == SPACES && field.isEmpty()) {
            return;
        }
        boolean quoted = field.length() > 1 && field.charAt(0) == QUOTE && field.charAt(field.length() - 1) == QUOTE;
        fields.add(quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field);
    }
}
