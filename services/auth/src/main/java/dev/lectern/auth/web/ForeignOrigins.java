package dev.lectern.auth.web;

import dev.lectern.common.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a form that another site sent. A program sends no `Origin` and has no cookie to misuse.
class ForeignOrigins extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final String ownOrigin;
    private final ProblemWriter problems;

    ForeignOrigins(URI ownOrigin, ProblemWriter problems) {
        this.ownOrigin = ownOrigin.toString();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader("Origin");
        if (READING.contains(request.getMethod()) || origin == null || origin.equals(ownOrigin)) {
            chain.doFilter(request, response);
            return;
        }
        problems.write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "ORIGIN_FOREIGN",
                "This form was sent from another site.");
    }
}
