package joust.opencl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import joust.backend.ProfileKey;
import joust.backend.ProfileStore;
import org.jspecify.annotations.Nullable;

/**
 * The kernels that were measured to be fastest for sizes like this one, in this run or in one whose answers were kept; a rule
 * of thumb for others. Sizes are alike if each of m, n and k lies between the same powers of two.
 */
final class TunedChoice implements ProductChoice {
    private static final System.Logger LOGGER = System.getLogger("joust.opencl");
    private static final String SUBJECT = "opencl-products";

    private final ProductCandidates rule;
    private final ProfileStore store;
    private final ProfileKey key;
    private final Map<String, String> kept;
    private final Map<ProductForm, List<Answer>> answers = new EnumMap<>(ProductForm.class);
    private @Nullable ProductTuner tuner;

    /** What is fastest for sizes up to powers of two, or null where nobody has measured it. */
    private record Answer(int m, int n, int k, @Nullable ProductKernels kernels) {}

    private TunedChoice(ProductCandidates rule, ProfileStore store, ProfileKey key) {
        this.rule = rule;
        this.store = store;
        this.key = key;
        this.kept = new TreeMap<>(store.read(key).orElse(Map.of()));
        for (ProductForm form : ProductForm.values()) {
            answers.put(form, new ArrayList<>());
        }
    }

    /** With the answers kept for a device in the user's cache folder. */
    static TunedChoice kept(OpenClDevice device, ProductCandidates rule) {
        return kept(device, rule, ProfileStore.ofUser(line -> LOGGER.log(System.Logger.Level.INFO, line)));
    }

    /** With the answers kept for a device in a store. */
    static TunedChoice kept(OpenClDevice device, ProductCandidates rule, ProfileStore store) {
        String target = device.model() + ", " + device.computeUnits() + " compute units, "
                + rule.getClass().getSimpleName();
        return new TunedChoice(
                rule, store, ProfileKey.here(SUBJECT, target, device.platform() + " " + device.driver()));
    }

    /** Has each new size measured from now on. */
    void measureWith(ProductTuner tuner) {
        this.tuner = tuner;
    }

    @Override
    public ProductKernels of(ProductForm form, int m, int n, int k) {
        ProductKernels fastest = answer(form, m, n, k).kernels;
        return fastest == null ? rule.of(form, m, n, k) : fastest;
    }

    private Answer answer(ProductForm form, int m, int n, int k) {
        List<Answer> known = answers.getOrDefault(form, List.of());
        int mClass = sizeClass(m);
        int nClass = sizeClass(n);
        int kClass = sizeClass(k);
        for (int i = 0; i < known.size(); i++) {
            Answer answer = known.get(i);
            if (answer.m == mClass && answer.n == nClass && answer.k == kClass) {
                return answer;
            }
        }
        String name = form + "-" + mClass + "-" + nClass + "-" + kClass;
        Answer found = new Answer(mClass, nClass, kClass, find(name, form, m, n, k));
        known.add(found);
        return found;
    }

    private @Nullable ProductKernels find(String name, ProductForm form, int m, int n, int k) {
        List<ProductKernels> candidates = rule.candidates(form, m, n, k);
        for (ProductKernels kernels : candidates) {
            if (kernels.name().equals(kept.get(name))) {
                return kernels;
            }
        }
        ProductTuner measuring = tuner;
        if (measuring == null) {
            return null;
        }
        ProductKernels fastest = measuring.fastest(form, m, n, k, candidates);
        LOGGER.log(System.Logger.Level.INFO, "{0} of {1}x{2}x{3}: {4}", form, m, k, n, fastest.name());
        kept.put(name, fastest.name());
        store.write(key, kept);
        return fastest;
    }

    /** The least power of two that is not smaller. */
    private static int sizeClass(int size) {
        return size == 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }
}
