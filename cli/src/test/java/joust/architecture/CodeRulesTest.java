package joust.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CodeRulesTest {
    /** The functions of Math whose bits may differ between JVMs; the others (sqrt, fma, abs, …) are exact. */
    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private static final Set<String> FORMATTERS = Set.of("format", "formatted", "printf");

    private static JavaClasses production;

    @BeforeAll
    static void importProductionClasses() {
        production = ProductionClasses.load();
    }

    @Test
    void resultsNeverDependOnTheJvmsElementaryFunctions() {
        noClasses()
                .that()
                .resideOutsideOfPackages("joust.cli..", "joust.report..")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "is an inexact function of Math (use StrictMath or joust.math)",
                        (JavaAccess<?> access) -> access.getTargetOwner().isEquivalentTo(Math.class)
                                && INEXACT.contains(access.getTarget().getName())))
                .check(production);
    }

    @Test
    void numbersAreWrittenInTheSameDigitsEverywhere() {
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "formats in the digits of the user's language (give it Locale.ROOT)",
                        (JavaAccess<?> access) ->
                                FORMATTERS.contains(access.getTarget().getName())
                                        && access.getTarget() instanceof CodeUnitAccessTarget target
                                        && target.getRawParameterTypes().stream()
                                                .noneMatch(type -> type.isEquivalentTo(Locale.class))))
                .check(production);
    }

    @Test
    void noStaticFieldChanges() {
        fields().that().areStatic().should().beFinal().check(production);
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("joust.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(production);
    }
}
