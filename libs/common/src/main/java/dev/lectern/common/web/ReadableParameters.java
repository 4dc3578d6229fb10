package dev.lectern.common.web;

import dev.lectern.common.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a query or a form that cannot be read, such as one that is no UTF-8, before anybody asks
/// for its parameters: by then the same finding looks like a fault of ours.
final class ReadableParameters extends OncePerRequestFilter {

    private final ProblemWriter problems;

    ReadableParameters(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (InvalidParameterException e) {
            refuse(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, InvalidParameterException e)
            throws IOException {
        if (e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()) {
            BodyLimitFilter.refuse(problems, request, response);
            return;
        }
        problems.write(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                "UNKNOWN_PARAMETER",
                "The parameters cannot be read. Send them percent-encoded, in UTF-8.");
    }
}
