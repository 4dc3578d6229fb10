package dev.lectern.common.problem;

import dev.lectern.common.web.ControlCharacterException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Turns everything that is thrown on the way of a request into a problem. What nobody foresaw is a
/// 500 without any word of its message; the log has it under the same trace id.
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final List<ConstraintRefusals> constraints;

    ProblemAdvice(Problems problems, ObjectProvider<ConstraintRefusals> constraints) {
        this.problems = problems;
        this.constraints = constraints.orderedStream().toList();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        log.info("Refused {} {}: {}", request.getMethod(), request.getRequestURI(), refusal.code());
        return answer(problems.of(refusal, request.getRequestURI()), Problems.headersOf(refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException e, HttpServletRequest request) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown ->
                    invalid(
                            request,
                            "UNKNOWN_FIELD",
                            "The field \"" + unknown.getPropertyName() + "\" is not known here.",
                            List.of(
                                    new Refusal.Fault(
                                            "UNKNOWN_FIELD",
                                            pointerOf(unknown),
                                            "Leave this field out.")));
            case ControlCharacterException control ->
                    invalid(
                            request,
                            "CONTROL_CHARACTER",
                            "A text holds a control character or half a character.",
                            List.of(
                                    new Refusal.Fault(
                                            "CONTROL_CHARACTER",
                                            pointerOf(control),
                                            "Remove control characters and lone surrogates; line"
                                                    + " breaks and tabs may stay.")));
            case DatabindException wrong -> wrongValue(wrong, request);
            case InputCoercionException tooLarge -> wrongValue(tooLarge, request);
            case null, default ->
                    invalid(request, "MALFORMED_JSON", "The body is not valid JSON.", List.of());
        };
    }

    private ResponseEntity<ProblemDetail> wrongValue(
            JacksonException wrong, HttpServletRequest request) {
        return invalid(
                request,
                "INVALID_VALUE",
                "A value has the wrong type or form.",
                List.of(
                        new Refusal.Fault(
                                "INVALID_VALUE",
                                pointerOf(wrong),
                                "Not the type this field takes.")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            MethodArgumentNotValidException e, HttpServletRequest request) {
        var faults =
                e.getBindingResult().getFieldErrors().stream()
                        .map(field ->
                                new Refusal.Fault(
                                        "INVALID_VALUE",
                                        "/"
                                                + field.getField()
                                                        .replaceAll("[.\\[]", "/")
                                                        .replace("]", ""),
                                        String.valueOf(field.getDefaultMessage())))
                        .toList();
        return invalid(request, "INVALID_VALUE", "A value is missing or out of range.", faults);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            HandlerMethodValidationException e, HttpServletRequest request) {
        var detail =
                e.getParameterValidationResults().stream()
                        .flatMap(result -> result.getResolvableErrors().stream())
                        .map(error -> String.valueOf(error.getDefaultMessage()))
                        .collect(Collectors.joining("; "));
        return invalid(request, "INVALID_VALUE", "A value is out of range: " + detail, List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(
            MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        var inPath = request.getParameter(e.getName()) == null;
        if (inPath) {
            // An id that cannot exist is answered like one that does not.
            return refused(GenericRefusal.notFound(), request);
        }
        if (e.getName().equals("sort")) {
            return refused(GenericRefusal.unknownParameter("sort"), request);
        }
        var problem =
                problems.invalid(
                        "INVALID_VALUE",
                        "The parameter \"" + e.getName() + "\" has the wrong form.",
                        request.getRequestURI(),
                        List.of());
        problem.setProperty("parameter", e.getName());
        return answer(problem, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingServletRequestParameterException e, HttpServletRequest request) {
        return refused(GenericRefusal.parameterNeeded(e.getParameterName()), request);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ProblemDetail> unknownPath(Exception e, HttpServletRequest request) {
        return refused(GenericRefusal.notFound(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMethod(
            HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        return standard(e, "METHOD_NOT_ALLOWED", "This method is not offered here.", request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongContentType(
            HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return standard(
                e,
                "CONTENT_TYPE_UNSUPPORTED",
                "Send the body as " + e.getSupportedMediaTypes() + ".",
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return standard(e, "NOT_ACCEPTABLE", "This resource is not offered in that form.", request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> constraint(
            DataIntegrityViolationException e, HttpServletRequest request) {
        if (e.getCause() instanceof ConstraintViolationException violation) {
            var name = String.valueOf(violation.getConstraintName());
            for (var known : constraints) {
                var refusal = known.match(name);
                if (refusal.isPresent()) {
                    return refused(refusal.get(), request);
                }
            }
        }
        return unforeseen(e, request);
    }

    @ExceptionHandler({
        OptimisticLockingFailureException.class,
        PessimisticLockingFailureException.class
    })
    ResponseEntity<ProblemDetail> lostRace(RuntimeException e, HttpServletRequest request) {
        return refused(GenericRefusal.concurrentChange(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseAway(
            CannotCreateTransactionException e, HttpServletRequest request) {
        // Without its stack: it comes for every request at once, just when there is no time for it.
        log.error("The database does not answer: {}", e.getMostSpecificCause().getMessage());
        return refused(
                GenericRefusal.unavailable("A part this needs does not answer. Try again."),
                request);
    }

    /// Left to the security chain, which answers 401 and 403 alike for every path.
    @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
    void notAllowed(RuntimeException e) {
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return standard(known, "INVALID_VALUE", "The request is not usable.", request);
        }
        log.error("Failed {} {}", request.getMethod(), request.getRequestURI(), e);
        return answer(
                problems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "INTERNAL_ERROR",
                        "Something went wrong on our side. Tell us the trace id.",
                        request.getRequestURI()),
                HttpHeaders.EMPTY);
    }

    private ResponseEntity<ProblemDetail> standard(
            ErrorResponse e, String code, String detail, HttpServletRequest request) {
        var status = HttpStatus.valueOf(e.getStatusCode().value());
        return answer(problems.of(status, code, detail, request.getRequestURI()), e.getHeaders());
    }

    private ResponseEntity<ProblemDetail> invalid(
            HttpServletRequest request, String code, String detail, List<Refusal.Fault> faults) {
        return answer(
                problems.invalid(code, detail, request.getRequestURI(), faults), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }

    private static String pointerOf(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        "/"
                                + (step.getPropertyName() != null
                                        ? step.getPropertyName()
                                        : step.getIndex()))
                .collect(Collectors.joining());
    }
}
