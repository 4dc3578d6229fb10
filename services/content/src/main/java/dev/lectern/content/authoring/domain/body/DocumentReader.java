package dev.lectern.content.authoring.domain.body;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the documents of one body: only nodes, marks and attributes on the list, only where they
/// may stand, not too deep and not too many.
final class DocumentReader {

    static final int DEEPEST = 12;
    static final int MOST_NODES = 5_000;
    static final int LONGEST_TEXT = 10_000;

    private static final Node.Element NOTHING = new Node.Element(NodeType.DOC, Map.of(), List.of());
    private static final Pattern TARGET = Pattern.compile("_blank|_self");
    private static final Pattern REL =
            Pattern.compile("((noopener|noreferrer|nofollow)( (?=n)|$)){1,3}");

    private int nodes;

    Node.Element read(Place doc) {
        return node(doc, EnumSet.of(NodeType.DOC), 1)
                .filter(Node.Element.class::isInstance)
                .map(Node.Element.class::cast)
                .orElse(NOTHING);
    }

    private Optional<Node> node(Place place, Set<NodeType> allowed, int depth) {
        if (depth > DEEPEST) {
            place.refuse("Nested deeper than " + DEEPEST + " levels.");
            return Optional.empty();
        }
        if (++nodes > MOST_NODES) {
            place.refuse("A lesson may have " + MOST_NODES + " nodes.");
            return Optional.empty();
        }
        var type = NodeType.named(place.at("type").text(LONGEST_TEXT)).filter(allowed::contains);
        if (type.isEmpty()) {
            place.refuse("No node that may stand here.");
            return Optional.empty();
        }
        return switch (type.get()) {
            case TEXT -> Optional.of(text(place));
            case HARD_BREAK -> {
                place.hasOnly(Set.of("type", "marks"));
                marks(place.at("marks"));
                yield Optional.of(new Node.Element(NodeType.HARD_BREAK, Map.of(), List.of()));
            }
            default -> Optional.of(element(place, type.get(), depth));
        };
    }

    private Node.Element element(Place place, NodeType type, int depth) {
        place.hasOnly(Set.of("type", "attrs", "content"));
        var content = new ArrayList<Node>();
        place.at("content")
                .items(MOST_NODES)
                .forEach(child -> node(child, type.children(), depth + 1).ifPresent(content::add));
        return new Node.Element(type, attributes(place.at("attrs"), type.attributes()), content);
    }

    private static Map<String, Integer> attributes(Place place, Map<String, NodeType.Range> known) {
        if (!place.isAbsent()) {
            place.hasOnly(known.keySet());
        }
        var read = new HashMap<String, Integer>();
        known.forEach((name, range) -> {
            var attribute = place.at(name);
            if (!attribute.isAbsent() || range.required()) {
                read.put(name, attribute.number(range.from(), range.to()));
            }
        });
        return read;
    }

    private static Node.Text text(Place place) {
        place.hasOnly(Set.of("type", "text", "marks"));
        var text = place.at("text").text(LONGEST_TEXT);
        if (text.isEmpty()) {
            // Editors refuse to open a document that has one.
            place.refuse("A text node with no text.");
        }
        return new Node.Text(text, marks(place.at("marks")));
    }

    private static List<Mark> marks(Place place) {
        var marks = new ArrayList<Mark>();
        var seen = EnumSet.noneOf(MarkType.class);
        place.items(MarkType.values().length)
                .forEach(item -> {
                    var type = MarkType.named(item.at("type").text(LONGEST_TEXT));
                    if (type.isEmpty()) {
                        item.refuse("No mark that is known here.");
                    } else if (!seen.add(type.get())) {
                        item.refuse("The same mark twice.");
                    } else {
                        marks.add(mark(item, type.get()));
                    }
                });
        return marks;
    }

    private static Mark mark(Place place, MarkType type) {
        place.hasOnly(Set.of("type", "attrs"));
        var attributes = place.at("attrs");
        if (type == MarkType.LINK) {
            return new Mark(type, link(attributes).orElse(null));
        }
        if (!attributes.isAbsent()) {
            attributes.hasOnly(Set.of());
        }
        return new Mark(type, null);
    }

    /// How a link opens is for whoever shows it to decide: what editors write by themselves is
    /// taken and not kept.
    private static Optional<Address> link(Place attributes) {
        attributes.hasOnly(Set.of("href", "target", "rel"));
        if (!attributes.at("target").isAbsent()) {
            attributes.at("target").word(TARGET);
        }
        if (!attributes.at("rel").isAbsent()) {
            attributes.at("rel").word(REL);
        }
        var href = attributes.at("href");
        var link = Address.ofLink(href.text(Address.LONGEST));
        if (link.isEmpty()) {
            href.refuse("A link leads to http, https or mailto, in a plain absolute address.");
        }
        return link;
    }
}
