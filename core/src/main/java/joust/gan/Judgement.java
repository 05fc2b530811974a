package joust.gan;

/**
 * What a discriminator says of several rows.
 *
 * @param mean mean D(x)
 * @param logReal mean log D(x)
 * @param logFake mean log(1 - D(x))
 * @param takenForReal the share of rows taken for real
 * @param takenForFake the share of rows taken for generated; with {@code takenForReal} 1, but for rows whose output is NaN
 */
record Judgement(double mean, double logReal, double logFake, double takenForReal, double takenForFake) {
    static Judgement of(Reading reading, float[] outputs, int rows) {
        double mean = 0;
        double logReal = 0;
        double logFake = 0;
        int takenForReal = 0;
        int takenForFake = 0;
        for (int row = 0; row < rows; row++) {
            mean += reading.judgement(outputs, row);
            logReal += reading.logReal(outputs, row);
            logFake += reading.logFake(outputs, row);
            takenForReal += reading.isReal(outputs, row) ? 1 : 0;
            takenForFake += reading.isFake(outputs, row) ? 1 : 0;
        }
        return new Judgement(
                mean / rows,
                logReal / rows,
                logFake / rows,
                (double) takenForReal / rows,
                (double) takenForFake / rows);
    }
}
