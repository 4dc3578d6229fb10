package dev.lectern.common.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers what no controller advice saw, because it failed before a controller was chosen: still a
/// problem, and still without a word of the exception.
final class LastResortFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(LastResortFilter.class);

    private final ProblemWriter problems;

    LastResortFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            log.warn("Tokens cannot be checked now: {}", e.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "UNAVAILABLE",
                    "Your sign-in cannot be checked now. Send it again in a moment.");
        } catch (Exception e) {
            log.error("Failed {} {}", request.getMethod(), request.getRequestURI(), e);
            if (response.isCommitted()) {
                throw new IOException("the answer had begun", e);
            }
            problems.write(
                    request,
                    response,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "INTERNAL_ERROR",
                    "Something went wrong on our side. Tell us the trace id.");
        }
    }
}
