/** The backend in plain Java loops: the yardstick of the others, and the fallback. */
@NullMarked
package joust.scalar;

import org.jspecify.annotations.NullMarked;
