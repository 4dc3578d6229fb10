package dev.lectern.course.testkit;

import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.testing.identity.TestIdentity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Makes people who ask over HTTP.
public final class People {

    private final MockMvcTester http;

    People(MockMvcTester http) {
        this.http = http;
    }

    public Person instructor() {
        return person(Role.learner, Role.instructor);
    }

    public Person learner() {
        return person(Role.learner);
    }

    public Person moderator() {
        return person(Role.learner, Role.moderator);
    }

    public Person person(Role... roles) {
        return new Person(UUID.randomUUID(), Set.of(roles));
    }

    /// The same caller, asking over HTTP.
    public Person as(Caller caller) {
        return new Person(caller.id(), caller.roles());
    }

    /// Somebody nobody knows.
    public MvcTestResult anonymously(String uri) {
        return http.get().uri(uri).exchange();
    }

    /// One person with a token.
    public final class Person {

        private final UUID id;
        private final Set<Role> roles;
        private final String token;

        private Person(UUID id, Set<Role> roles) {
            this.id = id;
            this.roles = roles;
            this.token =
                    TestIdentity.tokenOf(id, roles.stream().map(Role::name).toArray(String[]::new));
        }

        public UUID id() {
            return id;
        }

        public Caller caller() {
            return new Caller(id, roles);
        }

        public Person and(Role... more) {
            var all = new HashSet<>(roles);
            all.addAll(Arrays.asList(more));
            return new Person(id, Set.copyOf(all));
        }

        public MvcTestResult get(String uri) {
            return send(HttpMethod.GET, uri, null, null, null);
        }

        /// With a key of its own.
        public MvcTestResult post(String uri, String body) {
            return post(uri, UUID.randomUUID().toString(), null, body);
        }

        public MvcTestResult post(
                String uri, @Nullable String key, @Nullable String etag, String body) {
            return send(HttpMethod.POST, uri, key, etag, body);
        }

        public MvcTestResult patch(String uri, @Nullable String etag, String body) {
            return send(HttpMethod.PATCH, uri, null, etag, body);
        }

        public MvcTestResult put(String uri, @Nullable String etag, String body) {
            return send(HttpMethod.PUT, uri, null, etag, body);
        }

        public MvcTestResult delete(String uri, @Nullable String etag) {
            return send(HttpMethod.DELETE, uri, null, etag, null);
        }

        private MvcTestResult send(
                HttpMethod method,
                String uri,
                @Nullable String key,
                @Nullable String etag,
                @Nullable String body) {
            var request = http.method(method).uri(uri).header("Authorization", "Bearer " + token);
            if (key != null) {
                request = request.header("Idempotency-Key", key);
            }
            if (etag != null) {
                request = request.header("If-Match", etag);
            }
            if (body != null) {
                request = request.contentType(MediaType.APPLICATION_JSON).content(body);
            }
            return request.exchange();
        }
    }
}
