/** Files: weights, checkpoints and measured values. */
@NullMarked
package joust.io;

import org.jspecify.annotations.NullMarked;
