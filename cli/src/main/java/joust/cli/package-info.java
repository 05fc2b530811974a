/** The joust command and its subcommands. */
@NullMarked
package joust.cli;

import org.jspecify.annotations.NullMarked;
