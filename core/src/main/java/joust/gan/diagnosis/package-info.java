/** What goes wrong in a training run: how it is noticed, by which evidence, and what to change. */
@NullMarked
package joust.gan.diagnosis;

import org.jspecify.annotations.NullMarked;
