package joust.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Joust's classes on the class path of these tests, without the tests of any module. */
final class ProductionClasses {
    private ProductionClasses() {}

    static JavaClasses load() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
                .importPackages("joust");
    }
}
