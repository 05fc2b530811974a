/** Plots, image grids and reports of a run. */
@NullMarked
package joust.report;

import org.jspecify.annotations.NullMarked;
