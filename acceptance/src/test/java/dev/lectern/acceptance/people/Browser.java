package dev.lectern.acceptance.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A browser as far as the front door can tell: it keeps cookies, follows redirects when it
/// navigates, fills in forms, and repeats the anti-forgery cookie as a header when it writes.
public final class Browser {

    private static final Pattern CSRF_FIELD =
            Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI origin;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    public Browser(URI origin) {
        this.origin = origin;
    }

    /// Opens a page, over all redirects.
    public HttpResponse<String> opens(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    /// Signs in on the page the front door leads to, and returns where that ends.
    public HttpResponse<String> signsIn(Person person, String returnTo) {
        var form = opens("/bff/login?returnTo=" + encoded(returnTo));
        var token = CSRF_FIELD.matcher(form.body());
        if (!token.find()) {
            throw new AssertionError("no sign-in form at " + form.uri());
        }
        return send(
                request("/login")
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin.toString())
                        .POST(
                                BodyPublishers.ofString(
                                        "username=%s&password=%s&_csrf=%s"
                                                .formatted(
                                                        encoded(person.email()),
                                                        encoded(person.password()),
                                                        encoded(token.group(1))))));
    }

    /// A call of a script on the page.
    public HttpResponse<String> fetches(String path) {
        return send(request(path).header("Accept", "application/json"));
    }

    /// A write of a script on the page; the session endpoint hands out the token it must repeat.
    public HttpResponse<String> posts(String path, String json) {
        return send(
                writing(path, json)
                        .header("Origin", origin.toString())
                        .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse("")));
    }

    /// The same from a page of somebody else, which cannot read our cookies.
    public HttpResponse<String> isMadeToPost(String path, String json, String foreignOrigin) {
        return send(writing(path, json).header("Origin", foreignOrigin));
    }

    /// The value of a cookie of the platform.
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().get(origin).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpRequest.Builder writing(String path, String json) {
        return request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
