package joust.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of ARCHITECTURE.md: which package may know which. {@code joust.bench} is held to it by its pom alone. */
class WhoKnowsWhomTest {
    private static final Set<String> ALL = Set.of(
            "math", "backend", "scalar", "data", "nn", "metrics", "gan", "io", "simd", "opencl", "study", "cli",
            "report");

    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            Map.entry("math", Set.of()),
            Map.entry("backend", Set.of("math")),
            Map.entry("scalar", Set.of("backend", "math")),
            Map.entry("data", Set.of("math")),
            Map.entry("nn", Set.of("backend", "math")),
            Map.entry("metrics", Set.of("nn", "data", "backend", "math")),
            Map.entry("gan", Set.of("metrics", "nn", "data", "backend", "math")),
            Map.entry("io", Set.of("gan", "nn", "backend")),
            Map.entry("simd", Set.of("backend", "math")),
            Map.entry("opencl", Set.of("backend", "math")),
            Map.entry("study", Set.of("io", "gan", "metrics", "nn", "data", "backend", "math")),
            Map.entry("cli", ALL),
            Map.entry("report", ALL));

    /** Libraries, and the packages of Joust that alone may use them. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "tools.jackson..", List.of("joust.io..", "joust.cli..", "joust.report..", "joust.study.."),
            "org.jocl..", List.of("joust.opencl.."),
            "jdk.incubator.vector..", List.of("joust.simd.."),
            "picocli..", List.of("joust.cli.."),
            "org.snakeyaml..", List.of("joust.cli..", "joust.report.."),
            "org.knowm.xchart..", List.of("joust.report.."));

    private static JavaClasses production;

    @BeforeAll
    static void importProductionClasses() {
        production = ProductionClasses.load();
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(production.getPackage("joust").getSubpackages())
                .extracting(JavaPackage::getRelativeName)
                .containsExactlyInAnyOrderElementsOf(KNOWS.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsOnlyThoseInItsRow(Map.Entry<String, Set<String>> row) {
        String name = row.getKey();
        String[] known = Stream.concat(Stream.of(name), row.getValue().stream())
                .map(other -> "joust." + other + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("joust." + name + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("joust..")).or(resideInAnyPackage(known)))
                .allowEmptyShould(true)
                .check(production);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryIsUsedOnlyWhereItBelongs(Map.Entry<String, List<String>> library) {
        noClasses()
                .that()
                .resideOutsideOfPackages(library.getValue().toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library.getKey())
                .check(production);
    }

    static Set<Map.Entry<String, Set<String>>> packages() {
        return KNOWS.entrySet();
    }

    static Set<Map.Entry<String, List<String>>> libraries() {
        return LIBRARIES.entrySet();
    }
}
