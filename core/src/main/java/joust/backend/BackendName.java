package joust.backend;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user asks for: {@code scalar}, {@code simd}, {@code opencl}, {@code opencl:1}, {@code opencl:0+tf32}.
 *
 * @param family the provider's name
 * @param device the index among the family's devices, or -1 for its best
 * @param mode a faster mode that leaves the bit contract, such as {@code tf32}, or empty
 */
public record BackendName(String family, int device, String mode) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9]*)(?::(\\d{1,4}))?(?:\\+([a-z0-9]+))?");

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if the text is not of the form {@code family[:device][+mode]}
     */
    public static BackendName parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "backend: '" + text + "' is not of the form family[:device][+mode], such as simd or opencl:0");
        }
        String device = matcher.group(2);
        String mode = matcher.group(3);
        return new BackendName(
                matcher.group(1), device == null ? -1 : Integer.parseInt(device), mode == null ? "" : mode);
    }

    @Override
    public String toString() {
        return family + (device < 0 ? "" : ":" + device) + (mode.isEmpty() ? "" : "+" + mode);
    }
}
