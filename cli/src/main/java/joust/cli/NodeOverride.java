package joust.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Puts the value of {@code --set path=value} into a tree; a path is keys joined by dots, {@code layers[0]} an entry. */
final class NodeOverride {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)((?:\\[\\d{1,6}])*)(?:\\.(.+))?");
    private static final int LONGEST_PATH = 200;
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    private NodeOverride() {}

    /** The tree with the value at the path; keys that do not exist yet are added, the reader judges them. */
    static Node set(Node tree, String path, Node value) {
        if (path.length() > LONGEST_PATH) {
            throw new UsageException("--set " + path.substring(0, 40) + "…: a key of " + path.length()
                    + " characters, expected at most " + LONGEST_PATH);
        }
        return set(tree, path, path, value);
    }

    private static Node set(Node tree, String rest, String path, Node value) {
        Matcher step = STEP.matcher(rest);
        if (!step.matches()) {
            throw new UsageException(
                    "--set " + path + ": expected keys joined by dots, such as generator.layers[0].width");
        }
        String key = step.group(1);
        List<NodeTuple> tuples = tree instanceof MappingNode mapping ? mapping.getValue() : List.of();
        List<NodeTuple> changed = new ArrayList<>();
        boolean found = false;
        for (NodeTuple tuple : tuples) {
            boolean here = tuple.getKeyNode() instanceof ScalarNode name
                    && name.getValue().equals(key);
            changed.add(
                    here ? new NodeTuple(tuple.getKeyNode(), below(tuple.getValueNode(), step, path, value)) : tuple);
            found |= here;
        }
        if (!found) {
            Node name = new ScalarNode(Tag.STR, true, key, ScalarStyle.PLAIN, value.getStartMark(), value.getEndMark());
            changed.add(new NodeTuple(name, below(emptyMapping(value), step, path, value)));
        }
        return new MappingNode(Tag.MAP, true, changed, FlowStyle.BLOCK, tree.getStartMark(), tree.getEndMark());
    }

    private static Node below(Node node, Matcher step, String path, Node value) {
        String rest = step.group(3);
        List<Integer> indexes = INDEX.matcher(step.group(2))
                .results()
                .map(m -> Integer.valueOf(m.group(1)))
                .toList();
        return entry(node, indexes, rest, path, value);
    }

    private static Node entry(Node node, List<Integer> indexes, String rest, String path, Node value) {
        if (indexes.isEmpty()) {
            return rest == null ? value : set(node, rest, path, value);
        }
        List<Node> entries = node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
        int index = indexes.getFirst();
        if (index >= entries.size()) {
            throw new UsageException("--set " + path + ": [" + index + "], expected an entry below " + entries.size());
        }
        List<Node> changed = new ArrayList<>(entries);
        changed.set(index, entry(entries.get(index), indexes.subList(1, indexes.size()), rest, path, value));
        return new SequenceNode(Tag.SEQ, true, changed, FlowStyle.BLOCK, node.getStartMark(), node.getEndMark());
    }

    private static Node emptyMapping(Node at) {
        return new MappingNode(Tag.MAP, true, new ArrayList<>(), FlowStyle.BLOCK, at.getStartMark(), at.getEndMark());
    }
}
