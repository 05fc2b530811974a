package joust.backend.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Where a backend's kernels change paths. The contract tests the sizes around them.
 *
 * @param lanes the floats in a vector
 * @param tileRows the rows of a matrix product's tile
 * @param tileCols the columns of a matrix product's tile
 * @param depth the length of a matrix product's K block
 * @param large a count of elements that the backend's threads would share
 */
public record ContractSizes(int lanes, int tileRows, int tileCols, int depth, int large) {
    /** For a backend in plain loops. */
    public static final ContractSizes PLAIN = new ContractSizes(8, 4, 16, 256, 20_011);

    /** Numbers of elements for operations element by element. */
    List<Integer> counts() {
        return around(
                1, 2, 3, lanes - 1, lanes, lanes + 1, 4 * lanes - 1, 4 * lanes, 4 * lanes + 1, 61, 127, 1009, large);
    }

    /** A few shapes for operations that have many variants. */
    List<Shape> shapes() {
        return List.of(
                new Shape(1, 1),
                new Shape(1, lanes - 1),
                new Shape(lanes + 1, 1),
                new Shape(3, 4 * lanes + 1),
                new Shape(61, 17));
    }

    /** Numbers of elements around the blocks of the summation rule, up to two levels of it. */
    List<Integer> sums() {
        List<Integer> sums = new ArrayList<>(
                around(1, 2, 3, lanes - 1, lanes + 1, 61, 63, 64, 65, 127, 128, 129, 4095, 4096, 4097, 8191, 8193));
        sums.add(64 * 4096 + 65);
        return sums;
    }

    /** Products small enough for every transpose, store and kind of data. */
    List<ProductShape> products() {
        List<ProductShape> products = new ArrayList<>();
        for (int m : around(1, 2, 3, lanes - 1, lanes + 1)) {
            for (int n : around(1, 2, 3, lanes - 1, lanes, lanes + 1)) {
                products.add(new ProductShape(m, 1, n));
                products.add(new ProductShape(m, 3, n));
            }
        }
        for (int m : around(tileRows - 1, tileRows, tileRows + 1, 4 * tileRows + 1)) {
            for (int n : around(tileCols - 1, tileCols, tileCols + 1, 4 * lanes - 1, 4 * lanes + 1, 2 * tileCols + 1)) {
                products.add(new ProductShape(m, 2, n));
                products.add(new ProductShape(m, 13, n));
            }
        }
        products.add(new ProductShape(61, 67, 71));
        return products;
    }

    /** Products around the K block and of the shapes of networks. */
    List<ProductShape> deepProducts() {
        List<ProductShape> products = new ArrayList<>();
        for (int k : around(depth - 1, depth, depth + 1, 2 * depth + 3)) {
            products.add(new ProductShape(1, k, 1));
            products.add(new ProductShape(tileRows + 1, k, tileCols + 1));
        }
        products.add(new ProductShape(1, 4099, 3));
        products.add(new ProductShape(1, 100, 256));
        products.add(new ProductShape(128, 256, 1));
        products.add(new ProductShape(128, 100, 256));
        products.add(new ProductShape(500, 2, 16));
        return products;
    }

    /** The layers of the MNIST networks, real and generated rows together. */
    static List<ProductShape> layersOfNetworks() {
        return List.of(
                new ProductShape(128, 100, 256),
                new ProductShape(128, 256, 512),
                new ProductShape(128, 512, 784),
                new ProductShape(256, 784, 512),
                new ProductShape(256, 512, 256),
                new ProductShape(256, 256, 1));
    }

    private static List<Integer> around(int... sizes) {
        TreeSet<Integer> distinct = new TreeSet<>(IntStream.of(sizes).boxed().toList());
        distinct.removeIf(size -> size < 1);
        return List.copyOf(distinct);
    }
}
