/**
 * The contract of a backend, what every implementation shares, and the selection among them.
 */
@NullMarked
package joust.backend;

import org.jspecify.annotations.NullMarked;
