package joust.opencl;

import java.util.function.Supplier;
import joust.backend.Backend;

/** Opens backends with one kind of product kernels, whatever the device. */
final class ProductShapeProperty {
    private ProductShapeProperty() {}

    static Backend open(String shape, Supplier<Backend> opening) {
        String before = System.getProperty(DeviceProducts.SHAPE);
        System.setProperty(DeviceProducts.SHAPE, shape);
        try {
            return opening.get();
        } finally {
            if (before == null) {
                System.clearProperty(DeviceProducts.SHAPE);
            } else {
                System.setProperty(DeviceProducts.SHAPE, before);
            }
        }
    }
}
