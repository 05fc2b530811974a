/** Dense networks, their parameters, initializers and optimizers. */
@NullMarked
package joust.nn;

import org.jspecify.annotations.NullMarked;
