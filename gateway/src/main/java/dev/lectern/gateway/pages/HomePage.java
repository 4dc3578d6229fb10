package dev.lectern.gateway.pages;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The way in for a person with nothing but a browser.
@RestController
final class HomePage {

    private static final String LINKS =
            """
            <p>An academy for learners, instructors and the people who run it.</p>
            <ul>
            <li><a href="/bff/login">Sign in</a></li>
            <li><a href="/register">Create an account</a></li>
            <li><a href="/bff/session">Who is signed in</a></li>
            <li><a href="/api-docs">API reference</a></li>
            <li><a href="/health">Health</a></li>
            </ul>
            """;

    @GetMapping("/")
    ResponseEntity<String> home() {
        return Html.page("Lectern", LINKS);
    }
}
