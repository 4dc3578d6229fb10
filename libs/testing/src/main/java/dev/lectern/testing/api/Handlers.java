package dev.lectern.testing.api;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The methods behind the operations of a document.
record Handlers(Map<String, HandlerMethod> byOperation) {

    static Handlers of(RequestMappingHandlerMapping mappings) {
        var found = new HashMap<String, HandlerMethod>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    // Of several paths of one method the longest says most.
                    var path =
                            mapping.getPatternValues().stream()
                                    .max(Comparator.comparingInt(String::length))
                                    .orElseThrow();
                    for (var method : mapping.getMethodsCondition().getMethods()) {
                        found.put(method + " " + path.replace("{*", "{"), handler);
                    }
                });
        return new Handlers(found);
    }

    Optional<HandlerMethod> of(String method, String path) {
        return Optional.ofNullable(byOperation.get(method + " " + path));
    }
}
