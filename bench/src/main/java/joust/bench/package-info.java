/** JMH suites for kernels, operations and whole GAN steps. */
@NullMarked
package joust.bench;

import org.jspecify.annotations.NullMarked;
