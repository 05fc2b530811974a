/** Sources of real samples: image files, tables and generated distributions. */
@NullMarked
package joust.data;

import org.jspecify.annotations.NullMarked;
