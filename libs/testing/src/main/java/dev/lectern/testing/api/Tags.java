package dev.lectern.testing.api;

import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/// Groups operations by the resource their controllers are about; what stands over a controller is
/// said of its group.
final class Tags {

    private static final String INTERNAL = "internal";

    private final Sources sources;
    private final SortedMap<String, Set<String>> comments = new TreeMap<>();

    Tags(Sources sources) {
        this.sources = sources;
    }

    static String of(Shape shape) {
        if (shape.isInternal()) {
            return INTERNAL;
        }
        var mapping =
                AnnotatedElementUtils.findMergedAnnotation(
                        shape.handler().getBeanType(), RequestMapping.class);
        var base = mapping == null ? shape.path() : mapping.path()[0];
        return Arrays.stream(base.replaceFirst("^/api/v1", "").split("/"))
                .filter(word -> !word.isEmpty() && !word.startsWith("{") && !word.equals("me"))
                .collect(Collectors.joining("/"));
    }

    void add(Shape shape) {
        comments.computeIfAbsent(of(shape), any -> new LinkedHashSet<>())
                .add(sources.of(shape.handler().getBeanType()).text());
    }

    List<Tag> all() {
        return comments.entrySet().stream()
                .map(tag ->
                        new Tag().name(tag.getKey()).description(String.join(" ", tag.getValue())))
                .toList();
    }
}
