package joust.backend.testing;

/** Which numbers a case computes with. */
enum Fill {
    NUMBERS,
    WHOLE_NUMBERS,
    DENORMALS,
    MAGNITUDES,
    ZEROS,
    SPECIALS,
    FEW_SPECIALS,
    EDGES,
    /** +0 everywhere, as in the gaps of an arena. */
    EMPTY;

    float[] of(TestData data, int count) {
        return switch (this) {
            case NUMBERS -> data.numbers(count);
            case WHOLE_NUMBERS -> data.wholeNumbers(count);
            case DENORMALS -> data.denormals(count);
            case MAGNITUDES -> data.allMagnitudes(count);
            case ZEROS -> data.zeros(count);
            case SPECIALS -> data.withSpecials(count);
            case FEW_SPECIALS -> data.withFewSpecials(count);
            case EDGES -> data.withEdges(count);
            case EMPTY -> new float[count];
        };
    }
}
