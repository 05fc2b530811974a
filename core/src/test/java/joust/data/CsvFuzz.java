package joust.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;
import joust.fuzz.HostileFile;

/** Tables in text, with and without labels, plain and gzip. */
public final class CsvFuzz {
    /** A cell of two bytes is a field of a list, a string and a float; gzip packs up to 1032 bytes into one. */
    private static final HostileFile FILE = new HostileFile(200 * 1032, DataException.class);

    private CsvFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) {
        isRead(data);
    }

    /** Whether it could be read. */
    public static boolean isRead(byte[] data) {
        FILE.survives("labelled.csv", data, CsvReader.labelled("last")::read);
        return FILE.survives("table.csv", data, CsvReader.unlabelled()::read);
    }

    /** Files to begin with. */
    public static List<byte[]> seeds() {
        List<byte[]> texts = Stream.of(
                        "x,y,label\n1,2.5,0\n-3e-4,+.5,1\n",
                        "1;2\n# note\n\n3;4\r\n",
                        "1\t2\t3\n4\t5\t6\n",
                        " 1 2  3\n1 2 3",
                        "a,b\n1e38,-1e-45\n",
                        "\ufeff1,2\n\"3\",4\n")
                .map(text -> text.getBytes(UTF_8))
                .toList();
        return Stream.concat(texts.stream(), Stream.of(IdxBytes.gzip(texts.getFirst())))
                .toList();
    }
}
