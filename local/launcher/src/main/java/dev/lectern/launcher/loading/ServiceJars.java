package dev.lectern.launcher.loading;

import java.nio.file.Path;
import java.util.List;

/// What one service is made of: its own jar and the libraries it runs on.
public record ServiceJars(String name, Path own, List<Path> libraries) {

    /// Servlet and reactive services must not see each other's libraries: Spring Boot decides by
    /// what it sees which of both a service is.
    boolean isServlet() {
        return libraries.stream()
                .anyMatch(jar -> jar.getFileName().toString().startsWith("spring-webmvc-"));
    }
}
