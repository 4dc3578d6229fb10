package dev.lectern.testing.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The responses that say no, and the list of all codes a document names.
final class ProblemResponses {

    private static final Set<String> SHARED =
            Arrays.stream(SharedProblem.values())
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());

    private final Sources sources;
    private final Components components;
    private final SortedMap<String, Problem> named = new TreeMap<>();

    ProblemResponses(Sources sources, Components components) {
        this.sources = sources;
        this.components = components;
        components.setResponses(new TreeMap<>());
    }

    /// Every refusal of one operation, by status.
    SortedMap<Integer, ApiResponse> of(
            Shape shape, Access access, List<Refusals.Stated> stated, String where) {
        var codes = new TreeMap<Integer, SortedSet<String>>();
        met(shape, access).forEach(problem -> add(codes, problem.status(), problem.name()));
        var when = new TreeMap<Integer, String>();
        var pages = new TreeMap<Integer, ApiResponse>();
        for (var refusal : stated) {
            if (refusal.status() >= 400 && shape.isPage()) {
                pages.put(refusal.status(), Html.response(refusal.when()));
            } else if (refusal.status() >= 400) {
                when.merge(refusal.status(), refusal.when(), (one, two) -> one + " " + two);
                codesOf(refusal, where).forEach(code -> add(codes, refusal.status(), code));
            }
        }
        var responses = new TreeMap<>(pages);
        codes.forEach((status, all) ->
                responses.put(status, response(status, all, when.getOrDefault(status, ""), where)));
        return responses;
    }

    /// All codes that were named, with their status and meaning.
    Map<String, Map<String, Object>> catalogue() {
        var catalogue = new TreeMap<String, Map<String, Object>>();
        named.forEach((code, problem) ->
                catalogue.put(
                        code,
                        new TreeMap<>(
                                Map.of(
                                        "statuses",
                                        problem.statuses(),
                                        "meaning",
                                        problem.meaning()))));
        return catalogue;
    }

    private static Set<SharedProblem> met(Shape shape, Access access) {
        var met = new TreeSet<SharedProblem>();
        met.add(SharedProblem.UNAVAILABLE);
        if (!shape.isInternal()) {
            met.add(SharedProblem.TOO_MANY_REQUESTS);
        }
        if (shape.isPage()) {
            return met;
        }
        if (!shape.isInternal()) {
            met.add(SharedProblem.UNKNOWN_PARAMETER);
        }
        if (shape.takesQuery()) {
            met.add(SharedProblem.INVALID_VALUE);
        }
        if (shape.takesTextInQuery()) {
            met.add(SharedProblem.CONTROL_CHARACTER);
        }
        if (shape.takesBody()) {
            met.addAll(
                    Set.of(
                            SharedProblem.MALFORMED_JSON,
                            SharedProblem.INVALID_VALUE,
                            SharedProblem.UNKNOWN_FIELD,
                            SharedProblem.CONTROL_CHARACTER,
                            SharedProblem.BODY_TOO_LARGE,
                            SharedProblem.CONTENT_TYPE_UNSUPPORTED));
        }
        if (shape.takesKey()) {
            met.addAll(
                    Set.of(
                            SharedProblem.IDEMPOTENCY_KEY_REQUIRED,
                            SharedProblem.IDEMPOTENCY_KEY_REUSED,
                            SharedProblem.REQUEST_IN_PROGRESS));
        }
        if (shape.needsStepUp()) {
            met.add(SharedProblem.STEP_UP_REQUIRED);
        }
        if (shape.takesIfMatch()) {
            met.addAll(Set.of(SharedProblem.IF_MATCH_REQUIRED, SharedProblem.VERSION_STALE));
        }
        if (shape.writes()) {
            met.add(SharedProblem.CONCURRENT_CHANGE);
        }
        if (shape.namesOneThing()) {
            met.add(SharedProblem.NOT_FOUND);
        }
        if (!access.open()) {
            met.add(SharedProblem.UNAUTHENTICATED);
        }
        if (!access.roles().isEmpty()) {
            met.add(SharedProblem.FORBIDDEN);
        }
        return met;
    }

    /// A status that stands alone means the one code it always has.
    private Collection<String> codesOf(Refusals.Stated refusal, String where) {
        if (!refusal.codes().isEmpty()) {
            return refusal.codes();
        }
        return switch (refusal.status()) {
            case 404 -> List.of("NOT_FOUND");
            case 403 -> List.of("FORBIDDEN");
            case 412 -> List.of("VERSION_STALE");
            case 503 -> List.of("UNAVAILABLE");
            default ->
                    throw new IllegalStateException(
                            "%s: the comment says %d without a code"
                                    .formatted(where, refusal.status()));
        };
    }

    private ApiResponse response(int status, SortedSet<String> codes, String when, String where) {
        var problems = codes.stream().map(code -> problem(code, status, where)).toList();
        if (problems.size() == 1 && when.isBlank() && SHARED.contains(codes.first())) {
            var name = problems.getFirst().name();
            components.addResponses(name, written(problems, ""));
            return new ApiResponse().$ref("#/components/responses/" + name);
        }
        return written(problems, when);
    }

    private Problem problem(String code, int status, String where) {
        var known =
                SHARED.contains(code)
                        ? SharedProblem.valueOf(code).problem()
                        : sources.problems().get(code);
        if (known == null) {
            throw new IllegalStateException(
                    "%s: the comment names %s, which nothing refuses with".formatted(where, code));
        }
        if (!known.statuses().contains(status)) {
            throw new IllegalStateException(
                    "%s: the comment names %s as %d, it is %s"
                            .formatted(where, code, status, known.statuses()));
        }
        named.put(code, known);
        return known;
    }

    private static ApiResponse written(List<Problem> problems, String when) {
        var lines =
                problems.stream()
                        .map(problem -> "- `%s`: %s".formatted(problem.code(), problem.meaning()))
                        .collect(Collectors.joining("\n"));
        var response =
                new ApiResponse()
                        .description(when.isBlank() ? lines : when + "\n\n" + lines)
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(oneOf(problems))));
        if (problems.stream().anyMatch(Problem::isWorthRepeating)) {
            response.addHeaderObject(
                    "Retry-After", new Header().$ref("#/components/headers/RetryAfter"));
        }
        return response;
    }

    private static Schema<?> oneOf(List<Problem> problems) {
        var code = RecordWriter.oneOf(problems.stream().map(Problem::code).toList());
        var narrowed = new JsonSchema().typesItem("object").addProperty("code", code);
        return new JsonSchema()
                .addAllOfItem(new JsonSchema().$ref("#/components/schemas/Problem"))
                .addAllOfItem(narrowed);
    }

    private static void add(Map<Integer, SortedSet<String>> codes, int status, String code) {
        codes.computeIfAbsent(status, any -> new TreeSet<>()).add(code);
    }
}
