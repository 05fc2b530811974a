/** The GAN training loop, its configuration and the presets. */
@NullMarked
package joust.gan;

import org.jspecify.annotations.NullMarked;
