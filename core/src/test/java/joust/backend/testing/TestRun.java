package joust.backend.testing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes within a test, or as the main class of a {@link ChildJvm}, and tells what became of each test. */
public final class TestRun implements TestExecutionListener {
    private final Set<String> passed = new TreeSet<>();
    private final Set<String> skipped = new TreeSet<>();
    private final Map<String, String> failed = new TreeMap<>();

    private TestRun() {}

    static TestRun of(DiscoverySelector... selectors) {
        TestRun run = new TestRun();
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
        LauncherFactory.create().execute(request, run);
        return run;
    }

    /** Runs the classes of the given names; ends with an exception if a test fails, is skipped, or if there are none. */
    public static void main(String[] classes) throws ClassNotFoundException {
        for (String name : classes) {
            TestRun run = of(DiscoverySelectors.selectClass(Class.forName(name)));
            System.out.println(name + ": " + run.passed.size() + " passed, skipped " + run.skipped);
            run.failed.forEach((test, message) -> System.out.println(test + ": " + message));
            if (run.passed.isEmpty() || !run.skipped.isEmpty() || !run.failed.isEmpty()) {
                throw new IllegalStateException(name + " has " + run.failed.size() + " failures");
            }
        }
    }

    /** The tests that passed, by their names. */
    Set<String> passed() {
        return passed;
    }

    /** The messages of the tests and containers that failed, by their names. */
    Map<String, String> failed() {
        return failed;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String name = test.getLegacyReportingName().replace("()", "");
        switch (result.getStatus()) {
            case FAILED -> failed.put(name, String.valueOf(result.getThrowable().orElse(null)));
            case ABORTED -> skipped.add(name);
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    passed.add(name);
                }
            }
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.add(test.getLegacyReportingName());
    }
}
