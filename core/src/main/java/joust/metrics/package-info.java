/** Measures of how well generated samples match real ones. */
@NullMarked
package joust.metrics;

import org.jspecify.annotations.NullMarked;
