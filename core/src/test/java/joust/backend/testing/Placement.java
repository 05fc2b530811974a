package joust.backend.testing;

/** Where the operands of a case lie. */
enum Placement {
    /** Views of one root at odd offsets, with margins of NaN between them, as in a network's arena. */
    SHARED_ROOT,
    /** Views at odd offsets of a root each, with margins of NaN before and behind. */
    OWN_ROOTS,
    /** A root each, of exactly the operand's shape. */
    WHOLE_ROOTS
}
