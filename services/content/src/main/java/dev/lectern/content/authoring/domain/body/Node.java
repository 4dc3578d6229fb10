package dev.lectern.content.authoring.domain.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A node of a document. There is no way to make one of a type, or with an attribute, that is not
/// on the list.
public sealed interface Node {

    boolean isBlank();

    Map<String, Object> asData();

    /// A node that holds others.
    record Element(NodeType type, Map<String, Integer> attributes, List<Node> content)
            implements Node {

        public Element {
            attributes = Map.copyOf(attributes);
            content = List.copyOf(content);
        }

        @Override
        public boolean isBlank() {
            return content.stream().allMatch(Node::isBlank);
        }

        @Override
        public Map<String, Object> asData() {
            var data = new LinkedHashMap<String, Object>();
            data.put("type", type.label());
            if (!attributes.isEmpty()) {
                data.put("attrs", attributes);
            }
            if (!content.isEmpty()) {
                data.put("content", content.stream().map(Node::asData).toList());
            }
            return data;
        }
    }

    /// A piece of text; what it says is text and never markup.
    record Text(String text, List<Mark> marks) implements Node {

        public Text {
            marks = List.copyOf(marks);
        }

        @Override
        public boolean isBlank() {
            return text.isBlank();
        }

        @Override
        public Map<String, Object> asData() {
            return marks.isEmpty()
                    ? Map.of("type", NodeType.TEXT.label(), "text", text)
                    : Map.of(
                            "type",
                            NodeType.TEXT.label(),
                            "text",
                            text,
                            "marks",
                            marks.stream().map(Mark::asData).toList());
        }
    }
}
