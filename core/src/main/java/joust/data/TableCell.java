package joust.data;

/**
 * A field of a table, for messages.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
record TableCell(String file, int line, int column) {
    DataException refuse(String expected, String found) {
        return new DataException(file, "line " + line + ", column " + column, expected, found);
    }
}
