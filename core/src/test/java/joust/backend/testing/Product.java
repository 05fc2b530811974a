package joust.backend.testing;

import joust.backend.Store;

/** A matrix product with its transposes: op(a) is {@code m x k}, op(b) {@code k x n}. */
record Product(ProductShape shape, boolean transposeA, boolean transposeB, Store store) {
    int m() {
        return shape.m();
    }

    int k() {
        return shape.k();
    }

    int n() {
        return shape.n();
    }

    Shape a() {
        return transposeA ? new Shape(k(), m()) : new Shape(m(), k());
    }

    Shape b() {
        return transposeB ? new Shape(n(), k()) : new Shape(k(), n());
    }

    /** Where op(a)[i, p] lies in a. */
    int inA(int i, int p) {
        return transposeA ? p * m() + i : i * k() + p;
    }

    /** Where op(b)[p, j] lies in b. */
    int inB(int p, int j) {
        return transposeB ? j * k() + p : p * n() + j;
    }

    @Override
    public String toString() {
        return (transposeA ? "T" : "N") + (transposeB ? "T" : "N") + " " + store + " " + shape;
    }
}
