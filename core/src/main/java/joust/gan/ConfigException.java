package joust.gan;

/** A configuration with a value that cannot be used. The message is {@code key: value, expected what}. */
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String value;
    private final String expected;

    /**
     * @param key the path of the value from the record that was built, such as {@code beta1} or {@code layers[2].width}
     * @param value the value found
     * @param expected what should stand there
     */
    public ConfigException(String key, Object value, String expected) {
        super(key + ": " + value + ", expected " + expected);
        this.key = key;
        this.value = String.valueOf(value);
        this.expected = expected;
    }

    private ConfigException(String key, ConfigException cause) {
        super(key + ": " + cause.value + ", expected " + cause.expected, cause);
        this.key = key;
        this.value = cause.value;
        this.expected = cause.expected;
    }

    /** The path of the value, its parts joined by dots. */
    public String key() {
        return key;
    }

    /** The value found, as text. */
    public String value() {
        return value;
    }

    /** What should stand there. */
    public String expected() {
        return expected;
    }

    /** The same fault seen from an enclosing record that holds this one under {@code parent}. */
    public ConfigException within(String parent) {
        return new ConfigException(parent + "." + key, this);
    }
}
