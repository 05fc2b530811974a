package joust.backend.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All cases of all operations. */
final class Catalogue {
    private Catalogue() {}

    /** Every case, but the one that takes 64 MiB. */
    static List<OperationCase> all(ContractSizes sizes) {
        List<OperationCase> all = new ArrayList<>();
        all.addAll(TransferCases.copies(sizes));
        all.addAll(TransferCases.fills(sizes));
        all.addAll(ArrangementCases.copiedRows(sizes));
        all.addAll(ArrangementCases.gatheredRows(sizes));
        all.addAll(ArrangementCases.columns(sizes));
        all.addAll(RandomCases.uniform(sizes));
        all.addAll(RandomCases.normal(sizes));
        all.addAll(DenseCases.products(sizes));
        all.addAll(DenseCases.deepProducts(sizes));
        all.addAll(DenseCases.exactProducts(sizes));
        all.addAll(DenseCases.specialProducts(sizes));
        all.addAll(DenseCases.biases(sizes));
        all.addAll(fused(sizes));
        all.addAll(ActivationCases.forward(sizes));
        all.addAll(ActivationCases.backward(sizes));
        all.addAll(ActivationCases.second(sizes));
        all.addAll(ElementwiseCases.scales(sizes));
        all.addAll(ElementwiseCases.scaledSums(sizes));
        all.addAll(ElementwiseCases.products(sizes));
        all.addAll(ElementwiseCases.clamps(sizes));
        all.addAll(ReductionCases.sums(sizes));
        all.addAll(ReductionCases.sumsOfSquares(sizes));
        all.addAll(ReductionCases.counts(sizes));
        all.addAll(ReductionCases.columnSums(sizes));
        all.addAll(ReductionCases.rowSums(sizes));
        all.addAll(LossCases.adversarial(sizes));
        all.addAll(LossCases.twoClass(sizes));
        all.addAll(LossCases.softmax(sizes));
        all.addAll(LossCases.squaredError(sizes));
        all.addAll(OptimizerCases.gradientDescent(sizes));
        all.addAll(OptimizerCases.averages(sizes));
        return all;
    }

    /** The operations that have a default. */
    static List<OperationCase> fused(ContractSizes sizes) {
        List<OperationCase> fused = new ArrayList<>();
        fused.addAll(LayerCases.forward(sizes));
        fused.addAll(LayerCases.backwardInput(sizes));
        fused.addAll(LayerCases.backwardWeights(sizes));
        fused.addAll(OptimizerCases.adaptive(sizes));
        fused.addAll(OptimizerCases.decays(sizes));
        return fused;
    }

    /** One case of each operation: of its cases the one in the middle, which is neither the smallest nor a border. */
    static List<OperationCase> oneEach(ContractSizes sizes) {
        Map<String, List<OperationCase>> byOperation = new LinkedHashMap<>();
        for (OperationCase each : all(sizes)) {
            byOperation
                    .computeIfAbsent(each.operation(), name -> new ArrayList<>())
                    .add(each);
        }
        return byOperation.values().stream()
                .map(cases -> cases.get(cases.size() / 2))
                .toList();
    }
}
