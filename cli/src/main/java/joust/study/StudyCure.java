package joust.study;

import joust.gan.ConfigException;
import joust.gan.Default;
import joust.gan.PenaltyConfig;
import org.jspecify.annotations.Nullable;

/**
 * One of a study's cures for the collapse of modes.
 *
 * @param name what the table calls it
 * @param packing rows in each of the discriminator's inputs (Lin et al. 2018); 1 for one alone
 * @param penalty a term on the discriminator's gradient; null for none
 */
public record StudyCure(
        String name,
        @Default("1") int packing,
        @Default("null") @Nullable PenaltyConfig penalty) {
    public StudyCure {
        Names.require(name);
        if (packing < 1) {
            throw new ConfigException("packing", packing, "a whole number of at least 1");
        }
    }
}
