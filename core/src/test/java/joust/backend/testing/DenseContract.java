package joust.backend.testing;

import org.junit.jupiter.api.Test;

/** The contract of {@link joust.backend.DenseOperations}. */
abstract class DenseContract extends ContractGroup {
    @Test
    void productsOfAnyTransposeStoreAndShapeAgreeWithTheOracles() {
        subject().holdDense(DenseCases.products(sizes()));
    }

    @Test
    void longChainsAndTheShapesOfNetworksAgreeWithTheOracles() {
        subject().holdDense(DenseCases.deepProducts(sizes()));
    }

    @Test
    void productsOfSmallWholeNumbersAreExact() {
        subject().holdDense(DenseCases.exactProducts(sizes()));
    }

    @Test
    void productsCarryNaNInfinitiesZerosAndDenormals() {
        subject().holdDense(DenseCases.specialProducts(sizes()));
    }

    @Test
    void biasesAreAddedToEveryRow() {
        subject().holdDense(DenseCases.biases(sizes()));
    }

    @Test
    void layersForwardAgreeWithTheOracles() {
        subject().holdDense(LayerCases.forward(sizes()));
    }

    @Test
    void layersBackwardToTheirInputAgreeWithTheOracles() {
        subject().holdDense(LayerCases.backwardInput(sizes()));
    }

    @Test
    void layersBackwardToTheirParametersAgreeWithTheOracles() {
        subject().holdDense(LayerCases.backwardWeights(sizes()));
    }
}
