/** Readers of files under hostile input; ready for Jazzer, whose target is any class with {@code fuzzerTestOneInput}. */
@NullMarked
package joust.fuzz;

import org.jspecify.annotations.NullMarked;
