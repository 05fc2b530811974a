/** The contract between dense networks and the hardware that computes them. */
@NullMarked
package joust.backend;

import org.jspecify.annotations.NullMarked;
