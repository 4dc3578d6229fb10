package dev.lectern.common.web;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses a query parameter the operation does not declare: a misspelt filter must not look like
/// an answer. What it holds is held to the same as a text in a body.
final class KnownParameters implements HandlerInterceptor {

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            var names = known.computeIfAbsent(method, KnownParameters::namesOf);
            request.getParameterMap()
                    .forEach((name, values) -> {
                        if (!names.contains(name)) {
                            throw GenericRefusal.unknownParameter(name);
                        }
                        if (Arrays.stream(values).anyMatch(StrictText::holdsControlCharacter)) {
                            throw GenericRefusal.controlCharacterIn(name);
                        }
                    });
        }
        return true;
    }

    private static Set<String> namesOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(KnownParameters::namesOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> namesOf(MethodParameter parameter) {
        if (parameter.getParameterType() == PageQuery.class) {
            return Stream.of("limit", "cursor");
        }
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation == null) {
            return Stream.empty();
        }
        var named = annotation.name().isEmpty() ? annotation.value() : annotation.name();
        return Stream.of(named.isEmpty() ? parameter.getParameter().getName() : named);
    }
}
