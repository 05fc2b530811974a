package joust.backend.testing;

import java.util.Arrays;
import java.util.List;
import joust.backend.Backend;
import joust.backend.Tensor;

/** One root with the operands that lie in it, and an image of what was uploaded. */
final class PlacedRoot {
    private final Tensor root;
    private final Operand[] operands;
    private final int[] indices;
    private final int[] offsets;
    private final float[] image;
    private final long version;

    private PlacedRoot(Backend backend, Tensor root, Operand[] operands, int[] indices, int[] offsets, float[] image) {
        this.root = root;
        this.operands = operands;
        this.indices = indices;
        this.offsets = offsets;
        this.image = image;
        backend.upload(image, 0, root);
        this.version = root.version();
    }

    /** Places operands side by side; fills in {@code tensors} at their indices. */
    static PlacedRoot shared(
            Backend backend, List<Operand> operands, int[] indices, int[] offsets, int size, Tensor[] tensors) {
        Operand[] placed = Arrays.stream(indices).mapToObj(operands::get).toArray(Operand[]::new);
        float[] image = new float[size];
        Arrays.fill(image, Margins.VALUE);
        Tensor root = backend.allocate(1, size);
        for (int i = 0; i < placed.length; i++) {
            System.arraycopy(placed[i].values(), 0, image, offsets[i], placed[i].size());
            tensors[indices[i]] = backend.view(root, offsets[i], placed[i].rows(), placed[i].cols());
        }
        return new PlacedRoot(backend, root, placed, indices, offsets, image);
    }

    /** Makes a root of exactly the operand's shape. */
    static PlacedRoot whole(Backend backend, Operand operand, int index, Tensor[] tensors) {
        Tensor root = backend.allocate(operand.rows(), operand.cols());
        tensors[index] = root;
        return new PlacedRoot(
                backend, root, new Operand[] {operand}, new int[] {index}, new int[] {0}, operand.values());
    }

    /**
     * Downloads the root and puts the operands' contents at their indices.
     *
     * @throws AssertionError if a margin or an input has changed
     */
    void collectInto(float[][] contents, Backend backend) {
        float[] after = new float[image.length];
        backend.download(root, after, 0);
        for (int i = 0; i < operands.length; i++) {
            contents[indices[i]] = Arrays.copyOfRange(after, offsets[i], offsets[i] + operands[i].size());
            if (operands[i].role().isWritten()) {
                System.arraycopy(after, offsets[i], image, offsets[i], operands[i].size());
            }
        }
        for (int position = 0; position < image.length; position++) {
            if (Float.floatToRawIntBits(after[position]) != Float.floatToRawIntBits(image[position])) {
                throw new AssertionError(describeDamage(position, after[position]));
            }
        }
    }

    /** Checks that the root's count of writes moved if, and only if, an operand in it is written. */
    void checkVersion() {
        boolean written =
                Arrays.stream(operands).anyMatch(operand -> operand.role().isWritten());
        if (written != (root.version() != version)) {
            throw new AssertionError("the version of the root of " + names() + " went from " + version + " to "
                    + root.version() + ", expected " + (written ? "a higher one" : "no change"));
        }
    }

    void close() {
        root.close();
    }

    private String describeDamage(int position, float value) {
        String found =
                ": expected " + Floats.describe(image[position]) + " as before, actual " + Floats.describe(value);
        for (int i = 0; i < operands.length; i++) {
            int index = position - offsets[i];
            if (index >= 0 && index < operands[i].size()) {
                return "the input '" + operands[i].name() + "' " + operands[i].shape() + " was changed at ["
                        + index / operands[i].cols() + "," + index % operands[i].cols() + "]" + found;
            }
        }
        return "wrote outside of its tensors, " + nearest(position) + found;
    }

    private String nearest(int position) {
        String text = "";
        int smallest = Integer.MAX_VALUE;
        for (int i = 0; i < operands.length; i++) {
            int before = offsets[i] - position;
            int behind = position - (offsets[i] + operands[i].size() - 1);
            int distance = Math.max(before, behind);
            if (distance < smallest) {
                smallest = distance;
                text = distance + " floats " + (before > behind ? "before" : "behind") + " '" + operands[i].name()
                        + "' " + operands[i].shape();
            }
        }
        return text;
    }

    private String names() {
        return String.join(", ", Arrays.stream(operands).map(Operand::name).toList());
    }
}
