package dev.lectern.common.web;

import dev.lectern.common.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Works on so many requests at a time and refuses the others at once. A thread is always to be
/// had, a connection to the database is not: without this bound requests would wait for one until
/// nobody waits for them any more, and the work would be done for callers who are gone.
final class RequestsInWork extends OncePerRequestFilter {

    private static final String WATCHING = "/actuator/";
    private static final String PAUSE_SECONDS = "1";

    private final Semaphore places;
    private final ProblemWriter problems;

    RequestsInWork(int most, ProblemWriter problems) {
        this.places = new Semaphore(most);
        this.problems = problems;
    }

    /// Whoever watches over the service gets an answer, most of all now.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(WATCHING);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, PAUSE_SECONDS);
            problems.write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "UNAVAILABLE",
                    "There is too much to do at this moment. Send it again after a pause.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            // A stream that stays open is no longer in work: nothing of it waits for a connection.
            places.release();
        }
    }
}
