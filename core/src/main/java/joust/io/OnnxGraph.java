package joust.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import joust.backend.Activation;
import joust.backend.Tensor;
import joust.nn.Dense;
import joust.nn.Head;
import joust.nn.Mlp;

/** Builds the graph of a network as ONNX has it (onnx.proto of github.com/onnx/onnx): nodes in order, each taking the value before. */
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_FLOAT = 1;
    private static final String ROWS = "rows";

    private final List<ProtoMessage> nodes = new ArrayList<>();
    private final List<ProtoMessage> constants = new ArrayList<>();
    private final String input;
    private final int inputs;
    private String value;
    private int outputs;

    OnnxGraph(String input, int inputs) {
        this.input = input;
        this.inputs = inputs;
        this.value = input;
        this.outputs = inputs;
    }

    /** The layers of a network and its head. */
    OnnxGraph network(Mlp network) {
        for (int i = 0; i < network.layers().size(); i++) {
            layer(i, network.layers().get(i));
        }
        head(network.head());
        return this;
    }

    private void layer(int index, Dense layer) {
        Tensor weight = layer.weight();
        String weightName = constant(index + ".weight", List.of(weight.rows(), weight.cols()), read(layer, weight));
        String biasName = constant(index + ".bias", List.of(weight.cols()), read(layer, layer.bias()));
        add("Gemm", node -> node, weightName, biasName);
        outputs = weight.cols();
        activation(layer.activation());
    }

    private static float[] read(Dense layer, Tensor tensor) {
        float[] values = new float[tensor.size()];
        layer.backend().download(tensor, values, 0);
        return values;
    }

    private void activation(Activation activation) {
        switch (activation.kind()) {
            case IDENTITY -> {}
            case RELU -> add("Relu", node -> node);
            case LEAKY_RELU -> add("LeakyRelu", node -> node.message(5, attribute("alpha", activation.slope())));
            case SIGMOID -> sigmoid();
            case TANH -> add("Tanh", node -> node);
        }
    }

    private void head(Head head) {
        if (head.scale() != 1) {
            add("Mul", node -> node, constant("scale", List.of(), head.scale()));
        }
        if (Float.isFinite(head.clampLow()) || Float.isFinite(head.clampHigh())) {
            String low = constant("low", List.of(), head.clampLow());
            add("Clip", node -> node, low, constant("high", List.of(), head.clampHigh()));
        }
    }

    /** The second of two columns less the first. */
    OnnxGraph difference() {
        add("MatMul", node -> node, constant("difference", List.of(2, 1), -1, 1));
        outputs = 1;
        return this;
    }

    /** 1/(1+exp(-x)). */
    OnnxGraph sigmoid() {
        add("Sigmoid", node -> node);
        return this;
    }

    /** The graph, its last value under a name. */
    ProtoMessage build(String name, String output) {
        add("Identity", node -> node);
        ProtoMessage graph = new ProtoMessage();
        for (int i = 0; i < nodes.size(); i++) {
            ProtoMessage node = nodes.get(i);
            graph.message(1, node.text(2, i == nodes.size() - 1 ? output : "value" + i));
        }
        graph.text(2, name);
        constants.forEach(constant -> graph.message(5, constant));
        return graph.message(11, rows(input, inputs)).message(12, rows(output, outputs));
    }

    /** A node that takes the last value and constants; its output's name is added when the graph is built. */
    private void add(String operator, UnaryOperator<ProtoMessage> attributes, String... constantNames) {
        ProtoMessage node = new ProtoMessage().text(1, value);
        for (String constant : constantNames) {
            node.text(1, constant);
        }
        value = "value" + nodes.size();
        nodes.add(attributes.apply(node.text(3, operator + nodes.size()).text(4, operator)));
    }

    private String constant(String name, List<Integer> shape, float... values) {
        ProtoMessage tensor = new ProtoMessage();
        shape.forEach(size -> tensor.number(1, size));
        constants.add(tensor.number(2, FLOAT).text(8, name).floats(9, values));
        return name;
    }

    private static ProtoMessage attribute(String name, float number) {
        return new ProtoMessage().text(1, name).real(2, number).number(20, ATTRIBUTE_FLOAT);
    }

    /** A value of any number of rows. */
    private static ProtoMessage rows(String name, int columns) {
        ProtoMessage shape = new ProtoMessage()
                .message(1, new ProtoMessage().text(2, ROWS))
                .message(1, new ProtoMessage().number(1, columns));
        ProtoMessage tensor = new ProtoMessage().number(1, FLOAT).message(2, shape);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }
}
