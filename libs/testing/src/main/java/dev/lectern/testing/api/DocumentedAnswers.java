package dev.lectern.testing.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Looks at every answer a service gives in its tests and remembers what its document does not say.
/// Stands before all other filters, so that their refusals are seen too.
final class DocumentedAnswers extends OncePerRequestFilter {

    private static final List<String> COMPLAINTS = new CopyOnWriteArrayList<>();

    private final AnswerJudge judge;

    private DocumentedAnswers(AnswerJudge judge) {
        this.judge = judge;
    }

    /// Nothing to look at while the document is written anew, or before it first is.
    static boolean isPossible(String service) {
        return System.getProperty("lectern.write") == null
                && Files.exists(DocumentedApi.fileOf(service));
    }

    static DocumentedAnswers of(String service) {
        return new DocumentedAnswers(new AnswerJudge(DocumentedApi.ofService(service)));
    }

    /// What has been found since this was last asked.
    static List<String> complaints() {
        var found = COMPLAINTS.stream().distinct().toList();
        COMPLAINTS.clear();
        return found;
    }

    /// A stream has no end at which it could be looked at.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        // Before the client has it, or its test could be over before the complaint is there.
        judge.complaint(exchange(request, answer)).ifPresent(COMPLAINTS::add);
        answer.copyBodyToResponse();
    }

    private static Exchange exchange(
            HttpServletRequest request, ContentCachingResponseWrapper answer) {
        var type = answer.getContentType();
        var parsed = type == null ? null : MediaType.parseMediaType(type);
        return new Exchange(
                request.getMethod(),
                request.getRequestURI(),
                request.getHeader(HttpHeaders.AUTHORIZATION) != null,
                answer.getStatus(),
                parsed == null ? null : parsed.getType() + "/" + parsed.getSubtype(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getHeader(HttpHeaders.ETAG),
                new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
