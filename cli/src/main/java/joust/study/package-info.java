/** A study: configurations times cures times seeds, trained side by side, and what they reach with intervals. */
@NullMarked
package joust.study;

import org.jspecify.annotations.NullMarked;
