package joust.data;

import static joust.data.DataErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ByteSourceTest {
    private static final byte[] PLAIN = {1, 2, 3};
    private static final byte[] GZIP_OF_ANOTHER_METHOD = {0x1f, (byte) 0x8b, 7, 0, 0, 0, 0, 0, 0, 0};

    @Test
    void countsWhatItReadsAndClosesItsStream() {
        Stream stream = new Stream(PLAIN, null);
        try (ByteSource source = ByteSource.of("f", stream)) {
            assertThat(source.read()).isEqualTo(1);
            byte[] rest = new byte[5];
            assertThat(source.read(rest, 1, 4)).isEqualTo(2);
            assertThat(rest).containsExactly(0, 2, 3, 0, 0);
            assertThat(source.read()).isEqualTo(-1);
            assertThat(source.position()).isEqualTo(3);
            assertThat(stream.closed).isFalse();
        }
        assertThat(stream.closed).isTrue();
    }

    @Test
    void closesAStreamThatItCannotUnpack() {
        Stream stream = new Stream(GZIP_OF_ANOTHER_METHOD, null);
        assertRefused(
                () -> ByteSource.of("f", stream),
                "f: byte 0: expected intact gzip data, found damage: Unsupported compression method");
        assertThat(stream.closed).isTrue();
    }

    @Test
    void tellsOfAStreamThatCannotBeClosed() {
        IOException failure = new IOException("full");
        ByteSource source = ByteSource.of("f", new Stream(PLAIN, failure));
        assertThat(assertRefused(source::close, "f: expected a readable file, found failure: full"))
                .hasCause(failure);
        Throwable cause = assertRefused(
                        () -> ByteSource.of("f", new Stream(GZIP_OF_ANOTHER_METHOD, failure)),
                        "f: byte 0: expected intact gzip data, found damage: Unsupported compression method")
                .getCause();
        assertThat(cause).hasSuppressedException(failure);
    }

    /** Bytes that remember whether they were closed. */
    private static final class Stream extends ByteArrayInputStream {
        private final @Nullable IOException failure;
        private boolean closed;

        Stream(byte[] bytes, @Nullable IOException failure) {
            super(bytes);
            this.failure = failure;
        }

        @Override
        public void close() throws IOException {
            closed = true;
            if (failure != null) {
                throw failure;
            }
        }
    }
}
