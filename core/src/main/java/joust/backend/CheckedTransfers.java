package joust.backend;

/** Checks the operations that make tensors and move numbers. */
abstract class CheckedTransfers extends CheckedLayer implements Transfers, Arrangement {
    CheckedTransfers(Backend delegate) {
        super(delegate);
    }

    @Override
    public Tensor allocate(int rows, int cols) {
        guard.enter("allocate");
        try {
            storage.shape(rows, cols);
            return delegate.allocate(rows, cols);
        } finally {
            guard.exit();
        }
    }

    @Override
    public Tensor view(Tensor source, int offset, int rows, int cols) {
        guard.enter("view");
        try {
            guard.tensor("source", source);
            storage.shape(rows, cols);
            storage.view(source, offset, rows, cols);
            return delegate.view(source, offset, rows, cols);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void upload(float[] source, int offset, Tensor destination) {
        guard.enter("upload");
        try {
            guard.tensor("destination", destination);
            storage.array("source", source, offset, destination.size());
            guard.writes(destination);
            delegate.upload(source, offset, destination);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void download(Tensor source, float[] destination, int offset) {
        guard.enter("download");
        try {
            guard.tensor("source", source);
            storage.array("destination", destination, offset, source.size());
            delegate.download(source, destination, offset);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void copy(Tensor source, Tensor destination) {
        guard.enter("copy");
        try {
            guard.tensors("source", source, "destination", destination);
            shapes.equal("source", source, "destination", destination);
            storage.apart("destination", destination, "source", source);
            guard.writes(destination);
            delegate.copy(source, destination);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void fill(Tensor destination, float value) {
        guard.enter("fill");
        try {
            guard.tensor("destination", destination);
            guard.writes(destination);
            delegate.fill(destination, value);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void copyRows(Tensor source, int sourceRow, int count, Tensor destination, int destinationRow) {
        guard.enter("copyRows");
        try {
            guard.tensors("source", source, "destination", destination);
            scalars.atLeast(1, "count", count);
            storage.rows("source", source, sourceRow, count);
            storage.rows("destination", destination, destinationRow, count);
            shapes.equalCols("source", source, "destination", destination);
            storage.apart("destination", destination, "source", source);
            guard.writes(destination);
            delegate.copyRows(source, sourceRow, count, destination, destinationRow);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void gatherRows(Tensor source, long seed, int stream, long position, Tensor out) {
        guard.enter("gatherRows");
        try {
            guard.tensors("source", source, "out", out);
            scalars.random(stream, position, out.rows());
            shapes.equalCols("source", source, "out", out);
            storage.apart("out", out, "source", source);
            guard.writes(out);
            delegate.gatherRows(source, seed, stream, position, out);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void concatColumns(Tensor left, Tensor right, Tensor out) {
        guard.enter("concatColumns");
        try {
            guard.tensors("left", left, "right", right, "out", out);
            shapes.sideBySide("left", left, "right", right, "out", out);
            storage.apart("out", out, "left", left);
            storage.apart("out", out, "right", right);
            guard.writes(out);
            delegate.concatColumns(left, right, out);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void splitColumns(Tensor source, Tensor left, Tensor right) {
        guard.enter("splitColumns");
        try {
            guard.tensors("source", source, "left", left, "right", right);
            shapes.sideBySide("left", left, "right", right, "source", source);
            storage.apart("source", source, "left", left, "right", right);
            guard.writes(left, right);
            delegate.splitColumns(source, left, right);
        } finally {
            guard.exit();
        }
    }
}
