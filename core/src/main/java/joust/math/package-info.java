/** Elementary functions, random numbers and sums with the same bits on every machine. */
@NullMarked
package joust.math;

import org.jspecify.annotations.NullMarked;
