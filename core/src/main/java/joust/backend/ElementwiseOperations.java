package joust.backend;

/** Arithmetic element by element on tensors of equal shape. Only where a method says so may the output be an input. */
public interface ElementwiseOperations {
    /** {@code y = factor * x}; y may be x. */
    void scale(float factor, Tensor x, Tensor y);

    /** {@code y = fma(factor, x, y)}. */
    void addScaled(float factor, Tensor x, Tensor y);

    /** {@code out = a * b}. */
    void multiply(Tensor a, Tensor b, Tensor out);

    /**
     * {@code y = x < low ? low : x > high ? high : x}; NaN stays NaN; y may be x.
     *
     * @throws IllegalArgumentException if low or high is NaN or low exceeds high
     */
    void clamp(float low, float high, Tensor x, Tensor y);

    /**
     * The backward of {@link #clamp} from its <em>input</em>: {@code x < low || x > high ? +0 : gradient}; gradientX may be
     * gradient.
     */
    void clampBackward(float low, float high, Tensor x, Tensor gradient, Tensor gradientX);
}
