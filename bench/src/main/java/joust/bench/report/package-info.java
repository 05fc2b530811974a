/** What benchmarks have measured, and how people are told: tables, JSON, changes between two runs, charts and pages. */
@NullMarked
package joust.bench.report;

import org.jspecify.annotations.NullMarked;
