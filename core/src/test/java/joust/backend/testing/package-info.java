/**
 * The contract of {@link joust.backend.Backend} as tests. A backend's own test extends {@link BackendContract}, which holds
 * it to double-precision oracles and to the bits of the documented order, and {@link BitContract}, which compares it with
 * another backend. Every operation appears once, as {@link OperationCase}s in a catalogue of its group ({@code *Cases});
 * the suites only decide what to do with them.
 */
@NullMarked
package joust.backend.testing;

import org.jspecify.annotations.NullMarked;
