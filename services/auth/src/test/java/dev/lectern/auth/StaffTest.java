package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.lectern.auth.application.GrantingStaffRole;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.Role;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

class StaffTest extends RunningAuth {

    @Autowired JwtEncoder encoder;
    @Autowired GrantingStaffRole granting;

    @Test
    void isAppointedWithAPasswordGivenOutOnce() {
        var email = someEmail();

        var answer = appoint(operatorToken(), email, "admin", "");

        assertThat(answer.statusCode()).isEqualTo(201);
        var password = JsonPath.<String>read(answer.body(), "$.generatedPassword");
        assertThat(password).hasSize(20);
        assertThat(texts(claims(signIn().token(email, password)).get("roles")))
                .containsExactly("admin", "learner");
        assertThat(eventsOf(idOf(email)))
                .contains("auth.email-verified.v1", "auth.role-granted.v1");
    }

    @Test
    void isAppointedWithAGivenPassword() {
        var email = someEmail();

        var answer = appoint(operatorToken(), email, "moderator", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain(PASSWORD);
        assertThat(texts(claims(signIn().token(email, PASSWORD)).get("roles")))
                .contains("moderator");
    }

    @Test
    void keepsThePasswordOfAnAccountThatIsPromoted() {
        var email = somebody();

        var answer = appoint(operatorToken(), email, "support", "");

        assertThat(JsonPath.<Object>read(answer.body(), "$.generatedPassword")).isNull();
        assertThat(texts(claims(signIn().token(email, PASSWORD)).get("roles"))).contains("support");
    }

    @Test
    void doesNotInheritThePasswordOfWhoeverRegisteredTheAddressWithoutOwningIt() {
        var email = someEmail();
        register(email, PASSWORD);

        var answer = appoint(operatorToken(), email, "admin", "");

        assertThat(JsonPath.<String>read(answer.body(), "$.generatedPassword")).hasSize(20);
        assertThat(codeOf(signIn().begin().answerTo(email, PASSWORD))).isEqualTo("BAD_CREDENTIALS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "service", "ADMIN", "root", ""})
    void hasNoOtherRoles(String role) {
        assertThat(appoint(operatorToken(), someEmail(), role, "").statusCode()).isEqualTo(400);
    }

    @Test
    void isHeldToTheSamePasswordRules() {
        assertThat(codeOf(appoint(operatorToken(), someEmail(), "admin", "Password123")))
                .isEqualTo("PASSWORD_LEAKED");
    }

    @Test
    void isAppointedByNobodyElse() {
        var learner = signIn().token(somebody(), PASSWORD);
        var admin = someEmail();
        appoint(operatorToken(), admin, "admin", PASSWORD);

        assertThat(appoint("", someEmail(), "admin", "").statusCode()).isEqualTo(401);
        assertThat(appoint(learner, someEmail(), "admin", "").statusCode()).isEqualTo(403);
        assertThat(appoint(signIn().token(admin, PASSWORD), someEmail(), "admin", "").statusCode())
                .isEqualTo(403);
        assertThat(appoint(tokenOfAService(), someEmail(), "admin", "").statusCode())
                .isEqualTo(403);
    }

    @Test
    void losesItsSessionsWithTheRole() {
        var email = someEmail();
        appoint(operatorToken(), email, "moderator", PASSWORD);
        var client = signIn();
        client.token(email, PASSWORD);

        assertThat(dismiss(idOf(email), "moderator").statusCode()).isEqualTo(204);

        assertThat(client.isSignedIn()).isFalse();
        assertThat(texts(claims(signIn().token(email, PASSWORD)).get("roles")))
                .containsExactly("learner");
    }

    @Test
    void keepsAtLeastOneAdministratorHoweverManyAreDismissedAtOnce() throws Exception {
        for (var round = 0; round < 5; round++) {
            while (admins().size() < 4) {
                appoint(operatorToken(), someEmail(), "admin", "");
            }
            var together = new CyclicBarrier(admins().size());
            try (var pool = Executors.newCachedThreadPool()) {
                pool.invokeAll(
                        admins().stream()
                                .<Callable<Void>>map(id ->
                                        () -> {
                                            together.await();
                                            granting.dismiss(new AccountId(id), Role.ADMIN);
                                            return null;
                                        })
                                .toList());
            }

            assertThat(admins()).hasSize(1);
        }

        assertThat(codeOf(dismiss(admins().getFirst(), "admin"))).isEqualTo("LAST_ADMIN");
    }

    private List<UUID> admins() {
        return jdbc.sql("select account_id from account_role where role = 'ADMIN'")
                .query(UUID.class)
                .list();
    }

    private HttpResponse<String> appoint(String token, String email, String role, String password) {
        var body =
                password.isEmpty()
                        ? "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(email, role)
                        : "{\"email\": \"%s\", \"role\": \"%s\", \"password\": \"%s\"}"
                                .formatted(email, role, password);
        return token.isEmpty()
                ? client().json("POST", "/internal/staff", body)
                : client().json(
                                "POST",
                                "/internal/staff",
                                body,
                                "Authorization",
                                "Bearer " + token);
    }

    private HttpResponse<String> dismiss(UUID id, String role) {
        return client().delete(
                        "/internal/staff/" + id + "/roles/" + role,
                        "Authorization",
                        "Bearer " + operatorToken());
    }

    private String tokenOfAService() {
        var now = Instant.now();
        var claims =
                JwtClaimsSet.builder()
                        .issuer(ORIGIN)
                        .subject("course")
                        .audience(List.of("auth"))
                        .claim("roles", List.of("service"))
                        .issuedAt(now)
                        .expiresAt(now.plusSeconds(60))
                        .build();
        return encoder.encode(
                        JwtEncoderParameters.from(
                                JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
                .getTokenValue();
    }
}
