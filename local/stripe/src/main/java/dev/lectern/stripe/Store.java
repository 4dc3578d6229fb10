package dev.lectern.stripe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Everything the stand-in knows, in one file that is written after each change.
final class Store {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final InstantSource clock;
    private final ObjectNode root;
    private boolean closed;

    private Store(Path file, InstantSource clock, ObjectNode root) {
        this.file = file;
        this.clock = clock;
        this.root = root;
    }

    static Store in(Path directory, InstantSource clock) {
        Path file = directory.resolve("stripe.json");
        try {
            Files.createDirectories(directory);
            var root =
                    Files.exists(file)
                            ? (ObjectNode) JSON.readTree(Files.readString(file))
                            : JSON.createObjectNode();
            return new Store(file, clock, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nobody else reads or changes anything meanwhile.
    synchronized <T> T reading(Supplier<T> work) {
        return work.get();
    }

    /// As reading, and what changed is on the disk when this returns.
    synchronized <T> T changing(Supplier<T> work) {
        T result = work.get();
        save();
        return result;
    }

    /// From now on nothing is written any more, whoever still works.
    synchronized void close() {
        closed = true;
    }

    Instant now() {
        return clock.instant();
    }

    ObjectNode create(Kind kind) {
        String id = kind.newId();
        return shelf(kind.object())
                .putObject(id)
                .put("id", id)
                .put("object", kind.object())
                .put("created", now().getEpochSecond())
                .put("livemode", false);
    }

    Optional<ObjectNode> find(Kind kind, String id) {
        return shelf(kind.object()).optional(id).map(ObjectNode.class::cast);
    }

    ObjectNode get(Kind kind, String id) {
        return find(kind, id).orElseThrow(() -> StripeError.missing(kind, id));
    }

    /// Everything of a kind, the oldest first.
    Stream<ObjectNode> all(Kind kind) {
        return shelf(kind.object()).valueStream().map(ObjectNode.class::cast);
    }

    /// Copies of those with this value in this field as Stripe lists them, the newest first.
    ObjectNode list(Kind kind, String field, Optional<String> value) {
        List<ObjectNode> found =
                all(kind)
                        .filter(one -> value.isEmpty() || value.get().equals(text(one, field)))
                        .map(ObjectNode::deepCopy)
                        .toList()
                        .reversed();
        var list = JSON.createObjectNode().put("object", "list").put("has_more", false);
        list.putArray("data").addAll(found);
        return list;
    }

    /// A part of the store under a name.
    ObjectNode shelf(String name) {
        return root.withObject("/" + name);
    }

    static ObjectNode node() {
        return JSON.createObjectNode();
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private void save() {
        if (closed) {
            return;
        }
        Path partial = file.resolveSibling("stripe.json.new");
        try {
            Files.writeString(partial, JSON.writeValueAsString(root));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
