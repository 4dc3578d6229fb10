package dev.lectern.testing.api;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/// What the signature of an operation says about every call of it.
///
/// @param paths all paths of the document, which tell a collection from a transition
record Shape(String method, String path, HandlerMethod handler, Set<String> paths) {

    private static final String KEY = "dev.lectern.common.idempotency.IdempotencyKey";
    private static final String IF_MATCH = "dev.lectern.common.web.IfMatch";
    private static final String PAGE = "dev.lectern.common.web.PageQuery";
    private static final String CALLER = "dev.lectern.common.security.Caller";
    private static final String STEP_UP = "dev.lectern.common.security.StepUp";

    /// The arguments that are no parameters of their own but headers, paging or the token.
    static final Set<String> ARGUMENTS = Set.of(KEY, IF_MATCH, PAGE, CALLER);

    boolean takesKey() {
        return takes(KEY);
    }

    boolean takesIfMatch() {
        return takes(IF_MATCH);
    }

    /// Asked by name: what makes documents stands apart from what services are made of.
    boolean needsStepUp() {
        return Arrays.stream(handler.getMethod().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(STEP_UP));
    }

    boolean takesPage() {
        return takes(PAGE);
    }

    /// What declares a caller is never entered without one, also below an open path.
    boolean needsCaller() {
        return takes(CALLER);
    }

    boolean takesBody() {
        return has(RequestBody.class);
    }

    boolean takesQuery() {
        return takesPage() || has(RequestParam.class);
    }

    boolean takesTextInQuery() {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .anyMatch(parameter ->
                        ResolvableType.forMethodParameter(parameter).toString().contains("String"));
    }

    boolean servesStrangersAndCallers() {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(Shape::isOptionalCaller);
    }

    static boolean isOptionalCaller(MethodParameter parameter) {
        return parameter.getParameterType() == Optional.class
                && ResolvableType.forMethodParameter(parameter)
                        .getGeneric()
                        .toClass()
                        .getName()
                        .equals(CALLER);
    }

    /// What people read; a document for programs may lie beside it, where a standard wants it.
    boolean isPage() {
        return !path.startsWith("/api/") && !path.endsWith(".json") && !isInternal();
    }

    boolean isInternal() {
        return path.startsWith("/internal/");
    }

    boolean writes() {
        return !List.of("GET", "HEAD").contains(method);
    }

    boolean namesOneThing() {
        return path.contains("{");
    }

    /// A `POST` to what has items makes one. A collection below another thing may hold items that
    /// have an address of their own, and one may be named by its item: `/upload` makes
    /// `/uploads/1`.
    boolean creates() {
        var collection = path.substring(path.lastIndexOf('/'));
        return method.equals("POST")
                && Stream.of(path, "/api/v1" + collection, path + "s").anyMatch(this::itemsOf);
    }

    private boolean itemsOf(String collection) {
        return paths.stream().anyMatch(other -> isItemOf(collection, other));
    }

    /// The item of the collection this creates in, or the resource itself.
    boolean isOrHolds(String other) {
        return other.equals(path) || (creates() && isItemOf(path, other));
    }

    private static boolean isItemOf(String collection, String path) {
        return path.startsWith(collection + "/{")
                && path.indexOf('}', collection.length()) == path.length() - 1;
    }

    private boolean has(Class<? extends Annotation> annotation) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }

    private boolean takes(String type) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().getName().equals(type));
    }
}
