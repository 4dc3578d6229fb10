package dev.lectern.testing.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Completes one operation from the comment over its method and from its shape.
final class OperationWriter {

    private static final List<String> PLACES = List.of("path", "header", "query");

    private final Sources sources;
    private final ProblemResponses problems;
    private final Set<String> editedUnderIfMatch;

    /// @param editedUnderIfMatch the paths where an edit names the version it was made on
    OperationWriter(Sources sources, ProblemResponses problems, Set<String> editedUnderIfMatch) {
        this.sources = sources;
        this.problems = problems;
        this.editedUnderIfMatch = editedUnderIfMatch;
    }

    void complete(Operation operation, Shape shape, Access atTheDoor) {
        var method = shape.handler().getMethod();
        var comment = sources.of(method);
        var refusals = Refusals.in(comment.text());
        var access = atTheDoor.stated(refusals.stated());
        describe(operation, refusals.description());
        operation.operationId(method.getName());
        operation.setTags(List.of(Tags.of(shape)));
        parameters(operation, shape, comment);
        secure(operation, shape, access);
        var responses = new ApiResponses();
        var status = statusOf(operation, shape);
        responses.addApiResponse(String.valueOf(status.value()), success(operation, shape, status));
        redirects(responses, refusals);
        problems.of(shape, access, refusals.stated(), method.toString())
                .forEach((code, response) ->
                        responses.addApiResponse(String.valueOf(code), response));
        operation.setResponses(responses);
    }

    /// The first sentence is what a list of operations shows.
    private static void describe(Operation operation, String text) {
        var sentences = text.split("(?<=\\.)\\s+", 2);
        operation.setSummary(sentences[0].replaceAll("\\.$", ""));
        operation.setDescription(sentences.length == 2 ? sentences[1] : null);
    }

    private void parameters(Operation operation, Shape shape, Sources.Comment comment) {
        var parameters = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            for (var parameter : operation.getParameters()) {
                if (isReallyOne(parameter, shape)) {
                    parameter.setDescription(
                            comment.of(inJava(parameter.getName()))
                                    .map(OperationWriter::sentence)
                                    .orElseGet(() -> idOf(parameter, shape.path())));
                    parameters.add(parameter);
                }
            }
        }
        if (shape.takesKey()) {
            parameters.add(shared("header", "IdempotencyKey"));
        }
        if (shape.takesIfMatch()) {
            parameters.add(shared("header", "IfMatch"));
        }
        if (shape.needsStepUp()) {
            parameters.add(shared("header", "StepUp"));
        }
        if (shape.takesPage()) {
            parameters.add(shared("query", "Limit"));
            parameters.add(shared("query", "Cursor"));
        }
        parameters.sort(Comparator.comparing(parameter -> PLACES.indexOf(parameter.getIn())));
        parameters.stream().filter(one -> one.get$ref() != null).forEach(one -> one.setIn(null));
        operation.setParameters(parameters.isEmpty() ? null : parameters);
    }

    /// A header such as `Stripe-Signature` is `stripeSignature` there.
    private static String inJava(String name) {
        var words = name.split("-");
        return Stream.of(words)
                .skip(1)
                .reduce(
                        words.length == 1 ? name : words[0].toLowerCase(Locale.ROOT),
                        String::concat);
    }

    /// A caller who may be missing reads to the generator like a parameter of the query.
    private static boolean isReallyOne(Parameter parameter, Shape shape) {
        for (var argument : shape.handler().getMethodParameters()) {
            if (Shape.isOptionalCaller(argument)
                    && argument.getParameter().getName().equals(parameter.getName())) {
                return false;
            }
        }
        return true;
    }

    private static Parameter shared(String place, String name) {
        return new Parameter().in(place).$ref("#/components/parameters/" + name);
    }

    /// An id in a path needs no words of its own: what stands before it says whose it is.
    private static String idOf(Parameter parameter, String path) {
        var schema = parameter.getSchema();
        if (!"path".equals(parameter.getIn()) || !"uuid".equals(schema.getFormat())) {
            return "";
        }
        var before = path.substring(0, path.indexOf("/{" + parameter.getName() + "}"));
        var thing = before.substring(before.lastIndexOf('/') + 1).replace('-', ' ');
        return "The id of the " + thing.replaceAll("(?<!s)s$", "") + ".";
    }

    private static void secure(Operation operation, Shape shape, Access access) {
        if (access.open()) {
            operation.setSecurity(
                    shape.servesStrangersAndCallers()
                            ? List.of(new SecurityRequirement(), bearer())
                            : List.of());
        } else if (!access.roles().isEmpty()) {
            operation.setSecurity(access.roles().stream().map(OperationWriter::bearer).toList());
        }
    }

    private static SecurityRequirement bearer(String... role) {
        return new SecurityRequirement().addList("bearer", List.of(role));
    }

    private static HttpStatus statusOf(Operation operation, Shape shape) {
        var stated =
                AnnotatedElementUtils.findMergedAnnotation(
                        shape.handler().getMethod(), ResponseStatus.class);
        if (stated != null) {
            return stated.code();
        }
        if (contentOf(operation) == null) {
            return HttpStatus.NO_CONTENT;
        }
        return shape.creates() ? HttpStatus.CREATED : HttpStatus.OK;
    }

    private ApiResponse success(Operation operation, Shape shape, HttpStatus status) {
        var content = contentOf(operation);
        var response =
                shape.isPage() && content != null
                        ? Html.response(status.getReasonPhrase())
                        : new ApiResponse().description(status.getReasonPhrase()).content(content);
        if (shape.creates() && status == HttpStatus.CREATED) {
            response.addHeaderObject("Location", header("Location"));
        }
        if (shape.takesIfMatch() || editedUnderIfMatch.stream().anyMatch(shape::isOrHolds)) {
            response.addHeaderObject("ETag", header("ETag"));
        }
        if (shape.takesKey()) {
            response.addHeaderObject("Idempotency-Replayed", header("IdempotencyReplayed"));
        }
        return response;
    }

    private static @Nullable Content contentOf(Operation operation) {
        for (var response : operation.getResponses().entrySet()) {
            if (response.getKey().startsWith("2")) {
                return response.getValue().getContent();
            }
        }
        return null;
    }

    private static void redirects(ApiResponses responses, Refusals refusals) {
        for (var stated : refusals.stated()) {
            if (stated.status() < 400) {
                responses.addApiResponse(
                        String.valueOf(stated.status()),
                        new ApiResponse()
                                .description(stated.when())
                                .addHeaderObject("Location", header("Location")));
            }
        }
    }

    private static Header header(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }

    static String sentence(String text) {
        var upper = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return upper.matches("(?s).*[.!?]") ? upper : upper + ".";
    }
}
