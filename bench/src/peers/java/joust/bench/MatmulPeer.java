package joust.bench;

/** Whose matrix products are timed beside Joust's. */
public enum MatmulPeer {
    /** The operating system's OpenBLAS. */
    OPENBLAS_SYSTEM {
        @Override
        PeerGemm open(MatmulCase matmul, int threads) throws Throwable {
            return new BlasGemm(BlasLibrary.OPENBLAS_SYSTEM, matmul, threads);
        }
    },
    /** OpenBLAS as Bytedeco builds it. */
    OPENBLAS {
        @Override
        PeerGemm open(MatmulCase matmul, int threads) throws Throwable {
            return new BlasGemm(BlasLibrary.OPENBLAS, matmul, threads);
        }
    },
    /** oneMKL. */
    MKL {
        @Override
        PeerGemm open(MatmulCase matmul, int threads) throws Throwable {
            return new BlasGemm(BlasLibrary.MKL, matmul, threads);
        }
    },
    /** netlib's BLAS on the Vector API, for one thread. */
    NETLIB {
        @Override
        PeerGemm open(MatmulCase matmul, int threads) {
            return new NetlibGemm(matmul, threads);
        }
    },
    /** EJML. */
    EJML {
        @Override
        PeerGemm open(MatmulCase matmul, int threads) {
            return new EjmlGemm(matmul, threads);
        }
    },
    /** The operating system's CLBlast, on the first OpenCL device; threads are its driver's business. */
    CLBLAST {
        @Override
        PeerGemm open(MatmulCase matmul, int threads) throws Throwable {
            return new ClBlastGemm(matmul);
        }
    };

    /**
     * Loads the library and gives it the operands.
     *
     * @throws IllegalStateException if the library is not here, with the reason
     */
    abstract PeerGemm open(MatmulCase matmul, int threads) throws Throwable;
}
