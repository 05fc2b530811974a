package joust.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged and hostile headers; each file holds eight bytes of numbers. */
class SafeTensorsHeaderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                              | header, byte 8: expected the object of all tensors, found START_ARRAY",
                "`  `                            | header, byte 8: expected the object of all tensors, found the end of the header",
                "{} {}                           | header, byte 11: expected the end of the header, found START_OBJECT",
                "{'a':1}                         | header, byte 13: expected the object of tensor \"a\", found VALUE_NUMBER_INT",
                "{'__metadata__':[]}             | header, byte 24: expected the object of texts __metadata__, found START_ARRAY",
                "{'__metadata__':{'a':1}}        | header, byte 29: expected the text \"a\", found VALUE_NUMBER_INT",
                "{'a':{'size':1}}                | header, byte 21: expected dtype, shape or data_offsets of tensor \"a\", found \"size\"",
                "{'a':{'dtype':32}}              | header, byte 22: expected the dtype of tensor \"a\", found VALUE_NUMBER_INT",
                "{'a':{'shape':'2'}}             | header, byte 22: expected shape of tensor \"a\", found VALUE_STRING",
                "{'a':{'shape':[1.5]}}           | header, byte 23: expected a whole number in shape of tensor \"a\", found VALUE_NUMBER_FLOAT",
                "{'a':{'shape':[[1]]}}           | header, byte 23: expected a whole number in shape of tensor \"a\", found START_ARRAY",
                "{'a':{'shape':[-1]}}            | header, byte 23: expected a number of at least 0 in shape of tensor \"a\", found \"-1\"",
                "{'a':{'data_offsets':{}}}       | header, byte 29: expected data_offsets of tensor \"a\", found START_OBJECT",
                "{'a':{'shape':[2147483648]}}    | tensor \"a\": expected a shape with sizes up to 2147483647, found 2147483648",
            })
    void aHeaderOfAnotherFormNamesThePlace(String header, String message) throws IOException {
        assertMessage(header, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'shape':[2],'data_offsets':[0,8]                     | dtype F32, found none",
                "'dtype':'F16','shape':[4],'data_offsets':[0,8]       | dtype F32, found \"F16\"",
                "'dtype':'F32','data_offsets':[0,8]                   | a shape, found none",
                "'dtype':'F32','shape':[2]                            | data_offsets with two numbers, found none",
                "'dtype':'F32','shape':[2],'data_offsets':[0]         | data_offsets with two numbers, found 1 of them",
                "'dtype':'F32','shape':[2],'data_offsets':[0,8,8]     | data_offsets with two numbers, found 3 of them",
                "'dtype':'F32','shape':[3],'data_offsets':[0,8]       | 12 bytes for the shape [3], found data_offsets [0, 8]",
                "'dtype':'F32','shape':[2],'data_offsets':[8,0]       | 8 bytes for the shape [2], found data_offsets [8, 0]",
                "'dtype':'F32','shape':[65536,32768],'data_offsets':[0,8] | a shape of at most 2147483647 elements, found [65536, 32768]",
                "'dtype':'F32','shape':[1],'data_offsets':[4,8]       | data_offsets from 0 on, next to the tensor before, found 4",
                "'dtype':'F32','shape':[3],'data_offsets':[0,12]      | data_offsets within the 8 bytes of data, found 12",
            })
    void aTensorThatDoesNotFitIsNamed(String entry, String message) throws IOException {
        assertMessage("{'a':{" + entry + "}}", "tensor \"a\": expected " + message);
    }

    @Test
    void tensorsMayNotOverlap() throws IOException {
        assertMessage(
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}",
                "tensor \"b\": expected data_offsets from 8 on, next to the tensor before, found 4");
    }

    @Test
    void everyByteBelongsToATensor() throws IOException {
        assertMessage(
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}",
                "data: expected 4 bytes, as the header says, found 8 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'a':{'dtype':'F32','shape':[0],'data_offsets':[8,8]}}",
                "{'a':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}}",
                "{'__metadata__':{'a':'1','a':'2'}}",
                "{'a':{'shape':[99999999999999999999]}}",
                "{'a':{",
                "{'a' 1}",
                "{nonsense}",
                "{'a':{'shape':[1,]}}",
            })
    void whatIsNoJsonIsNamedWithItsCause(String header) throws IOException {
        Path file = write(header);
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageMatching("\\Q" + file + "\\E: header, byte [0-9]+: expected JSON, found .+")
                .hasCauseInstanceOf(RuntimeException.class);
    }

    @Test
    void aTextFromAFileFitsOneLineOfAMessage() {
        assertThat(FileFormatException.quote("a\nb\u0007")).isEqualTo("\"a\\u000ab\\u0007\"");
        assertThat(FileFormatException.quote("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
        assertThat(FileFormatException.quote("x".repeat(81))).isEqualTo("\"" + "x".repeat(80) + "…\"");
    }

    private void assertMessage(String header, String message) throws IOException {
        Path file = write(header);
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + ": " + message);
    }

    private Path write(String header) throws IOException {
        Path file = folder.resolve("damaged.safetensors");
        PlainSafeTensors.write(file, header.replace('\'', '"'), 1, 2);
        return file;
    }
}
