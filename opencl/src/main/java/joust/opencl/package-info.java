/** The OpenCL backend. */
@NullMarked
package joust.opencl;

import org.jspecify.annotations.NullMarked;
