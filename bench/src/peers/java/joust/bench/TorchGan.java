package joust.bench;

/** A GAN in PyTorch. */
interface TorchGan {
    /** One update of the discriminator, then one of the generator. */
    void step();

    /** The generator's parameters, layer by layer: weight, inputs x outputs, then bias; and the discriminator's after them. */
    float[] parameters();
}
