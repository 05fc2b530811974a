package joust.gan;

import joust.nn.Initializer;

/** How the weights of a network start; biases start at 0. A layer has fanIn inputs and fanOut outputs. */
public sealed interface InitializerConfig {
    /** What draws the weights. */
    default Initializer initializer() {
        return switch (this) {
            case Normal normal -> new Initializer.Normal(0, normal.deviation());
            case TruncatedNormal normal -> new Initializer.TruncatedNormal(normal.deviation());
            case GlorotUniform _ -> new Initializer.GlorotUniform();
            case HeNormal _ -> new Initializer.HeNormal();
        };
    }

    /** Normal with the given standard deviation. */
    record Normal(@Default("1") double deviation) implements InitializerConfig {
        public Normal {
            Check.positive("deviation", deviation);
        }
    }

    /** Normal with the given standard deviation, redrawn beyond two deviations. */
    record TruncatedNormal(@Default("1") double deviation) implements InitializerConfig {
        public TruncatedNormal {
            Check.positive("deviation", deviation);
        }
    }

    /** Uniform in ±√(6/(fanIn + fanOut)) (Glorot and Bengio 2010, eq. 16). */
    record GlorotUniform() implements InitializerConfig {}

    /** Normal with deviation √(2/fanIn) (He et al. 2015, eq. 10). */
    record HeNormal() implements InitializerConfig {}
}
