package dev.lectern.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An HTTP client at the front door. It keeps cookies as a browser does and follows no redirect by
/// itself.
final class Client {

    /// An answer of the gateway.
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String code() {
            return json().path("code").asString("");
        }
    }

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final int port;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Client(int port) {
        this.port = port;
    }

    Client(int port, Map<String, String> cookies) {
        this.port = port;
        this.cookies.putAll(cookies);
    }

    /// The same browser at another gateway of the platform.
    Client sameCookiesAs(Client other) {
        cookies.putAll(other.cookies);
        return this;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send("POST", path, body, all.toArray(String[]::new));
    }

    Answer send(String method, String path, String body, String... headers) {
        return sendLater(method, path, publisher(body), headers).join();
    }

    CompletableFuture<Answer> getLater(String path) {
        return sendLater("GET", path, BodyPublishers.noBody());
    }

    CompletableFuture<Answer> sendLater(
            String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(response -> {
                    response.headers().allValues("Set-Cookie").forEach(this::keep);
                    return new Answer(response);
                });
    }

    private static BodyPublisher publisher(String body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=0") || pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /// Goes through the whole sign-in and returns the last answer, which leads to `returnTo`.
    Answer signsIn(String returnTo) {
        Answer toAuth = get("/bff/login?returnTo=" + returnTo);
        Answer toCallback = get(pathOf(toAuth.header("Location")));
        return get(pathOf(toCallback.header("Location")));
    }

    Client signedIn() {
        signsIn("/");
        return this;
    }

    /// Writes as a web app does, with the CSRF token it was given.
    Answer write(String method, String path, String body, String... headers) {
        get("/bff/session");
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "Content-Type",
                                "application/json",
                                "X-XSRF-TOKEN",
                                cookies.get("XSRF-TOKEN")));
        all.addAll(List.of(headers));
        return send(method, path, body, all.toArray(String[]::new));
    }

    static String pathOf(String location) {
        URI target = URI.create(location);
        return target.getRawPath()
                + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
    }

    Map<String, String> cookies() {
        return cookies;
    }

    int port() {
        return port;
    }

    /// What a socket gets that sends exactly this head, line ends aside, and this body.
    String raw(String head, String body) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(bytes(head, body));
            return text(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same, followed by another head on the same connection once a text has been answered.
    String raw(String head, String body, String until, String next) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(bytes(head, body));
            StringBuilder answers = new StringBuilder();
            byte[] buffer = new byte[8192];
            while (answers.indexOf(until) < 0) {
                answers.append(text(read(socket, buffer)));
            }
            socket.getOutputStream().write(bytes(next, ""));
            return answers.append(text(socket.getInputStream().readAllBytes())).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Socket socket, byte[] buffer) throws IOException {
        int length = socket.getInputStream().read(buffer);
        return Arrays.copyOf(buffer, Math.max(0, length));
    }

    private static byte[] bytes(String head, String body) {
        return (head.strip().replace("\n", "\r\n") + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
