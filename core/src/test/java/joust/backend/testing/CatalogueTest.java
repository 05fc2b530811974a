package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import joust.backend.Backend;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final ContractSizes SIZES = new ContractSizes(4, 3, 8, 32, 301);
    private static final Set<String> NO_OPERATION = Set.of("upload", "download", "synchronize", "close");

    /** Transfers between host and device have tests of their own. */
    @Test
    void everyOperationHasCases() {
        Set<String> operations = Arrays.stream(Backend.class.getMethods())
                .filter(method -> method.getReturnType() == void.class)
                .map(Method::getName)
                .filter(name -> !NO_OPERATION.contains(name))
                .collect(Collectors.toSet());
        Set<String> covered =
                Catalogue.all(SIZES).stream().map(OperationCase::operation).collect(Collectors.toSet());
        assertThat(covered).isEqualTo(operations);
    }

    @Test
    void everyDefaultHasCases() {
        Set<String> defaults = Arrays.stream(Backend.class.getMethods())
                .filter(Method::isDefault)
                .map(Method::getName)
                .filter(name -> !name.equals("self"))
                .collect(Collectors.toSet());
        Set<String> fused =
                Catalogue.fused(SIZES).stream().map(OperationCase::operation).collect(Collectors.toSet());
        assertThat(fused).containsAll(defaults);
    }

    @Test
    void oneCaseOfEachIsOneCaseOfEach() {
        List<String> operations =
                Catalogue.oneEach(SIZES).stream().map(OperationCase::operation).toList();
        assertThat(operations).doesNotHaveDuplicates().contains("matmul", "adam", "gatherRows");
    }
}
