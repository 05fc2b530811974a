/** The Vector API backend and its embeddable kernels. */
@NullMarked
package joust.simd;

import org.jspecify.annotations.NullMarked;
