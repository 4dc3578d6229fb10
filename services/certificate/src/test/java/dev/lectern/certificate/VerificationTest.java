package dev.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Anybody who holds a paper, without a token.
class VerificationTest extends CertificateServiceTest {

    private static final String DATA = "/api/v1/verify/";
    private static final String PAGE = "/verify/";
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    @Nested
    class AsData {

        @Test
        void saysWhatAValidCodeStandsFor() {
            var code = issue(learner, "ليلى حداد").code();

            var answer = anybody().get(DATA + code);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("verdict")).isEqualTo("VALID");
            assertThat(answer.text("holderName")).isEqualTo("ليلى حداد");
            assertThat(answer.text("courseTitle")).isEqualTo("Signals and Sampling");
            assertThat(answer.json().get("courseVersion").asInt()).isEqualTo(1);
            assertThat(answer.text("completedOn")).isEqualTo("2026-10-02");
            assertThat(answer.text("issuer")).isEqualTo("Lectern");
            assertThat(answer.text("credentialUrl"))
                    .isEqualTo("http://localhost:3000/api/v1/verify/" + code + "/credential");
            assertThat(answer.body()).doesNotContain(learner.toString());
        }

        @Test
        void saysThatACertificateWasRevoked() {
            var code = issue(learner, "Ida Berg").code();
            revoke(code);

            assertThat(anybody().get(DATA + code).text("verdict")).isEqualTo("REVOKED");
        }

        @Test
        void saysThatACertificateHasExpired() {
            var code = issue(learner, "Ida Berg").code();
            expire(code);

            assertThat(anybody().get(DATA + code).text("verdict")).isEqualTo("EXPIRED");
            var mine = as(learner).get("/api/v1/certificates").json().at("/items/0");
            assertThat(mine.get("status").asString()).isEqualTo("EXPIRED");
            revoke(code);
            assertThat(anybody().get(DATA + code).text("verdict")).isEqualTo("REVOKED");
        }

        @Test
        void answersEverythingElseAlike() {
            var answers = wrongCodes().stream().map(code -> anybody().get(DATA + code)).toList();

            assertThat(answers).extracting(Answer::status).containsOnly(404);
            assertThat(answers).extracting(Answer::code).containsOnly("NOT_FOUND");
            assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
            assertThat(answers)
                    .extracting(answer -> answer.header("Content-Type"))
                    .containsOnly("application/problem+json");
        }
    }

    @Nested
    class AsAPage {

        @Test
        void saysWhatAValidCodeStandsFor() {
            var code = issue(learner, "Łukasz Żółć").code();

            var page = anybody().with("Accept", "text/html").get(PAGE + code);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(page.body())
                    .contains("<h1>Valid certificate</h1>")
                    .contains("Łukasz Żółć", "Signals and Sampling", "2 October 2026")
                    .contains("http://localhost:3000/verify/" + code)
                    .doesNotContain("Revoked", "No such certificate", " th:");
        }

        @Test
        void saysThatACertificateWasRevoked() {
            var code = issue(learner, "Ida Berg").code();
            revoke(code);

            var page = anybody().get(PAGE + code);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<h1>Revoked certificate</h1>", "Ida Berg")
                    .doesNotContain("Valid certificate");
        }

        @Test
        void saysThatACertificateHasExpired() {
            var code = issue(learner, "Ida Berg").code();
            expire(code);

            var page = anybody().get(PAGE + code);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<h1>Expired certificate</h1>", "Ida Berg")
                    .doesNotContain("Valid certificate", "Revoked certificate");
        }

        @Test
        void leadsToTheSignedForm() {
            var code = issue(learner, "Ida Berg").code();

            assertThat(anybody().get(PAGE + code).body())
                    .contains(
                            "href=\"http://localhost:3000/api/v1/verify/" + code + "/credential\"",
                            "did:web:localhost%3A3000");
        }

        @Test
        void answersEverythingElseAlike() {
            var pages = wrongCodes().stream().map(code -> anybody().get(PAGE + code)).toList();

            assertThat(pages).extracting(Answer::status).containsOnly(404);
            assertThat(pages.getFirst().body()).contains("<h1>No such certificate</h1>");
            assertThat(pages).extracting(Answer::body).containsOnly(pages.getFirst().body());
        }

        @Test
        void showsMarkupInNamesAsText() {
            USER.name(learner, "<script>alert('x')</script>\"><img src=x onerror=alert(1)>");
            publish(course, 1, "</dd><h1>Valid</h1>");
            neighbours.say(UUID.randomUUID(), completion(learner, course, 1));

            var page = anybody().get(PAGE + awaitCertificate(learner, course).code()).body();

            assertThat(page)
                    .contains("&lt;script&gt;alert(", "&lt;img src=x onerror=alert(1)&gt;")
                    .contains("&lt;/dd&gt;&lt;h1&gt;Valid&lt;/h1&gt;")
                    .doesNotContain("<script", "<img", "<h1>Valid</h1>");
        }

        @Test
        void runsNothingAndLoadsNothing() throws Exception {
            var code = issue(learner, "Ida Berg").code();

            for (var page : List.of(anybody().get(PAGE + code), anybody().get(PAGE + "x"))) {
                var style = STYLE.matcher(page.body());
                assertThat(style.find()).isTrue();
                var hash =
                        Base64.getEncoder()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(
                                                        style.group(1)
                                                                .getBytes(StandardCharsets.UTF_8)));
                assertThat(page.header("Content-Security-Policy"))
                        .isEqualTo(
                                "default-src 'none'; style-src 'sha256-"
                                        + hash
                                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
                assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
                assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(page.body())
                        .contains("<html lang=\"en\"", "<main", "<title>")
                        .doesNotContain("<script", " src=", " style=", "http-equiv", "javascript:");
            }
        }
    }

    private Client anybody() {
        return new Client(port);
    }

    private void revoke(String code) {
        revoke(
                database.sql("select id from certificate where code = :code")
                        .param("code", code)
                        .query(UUID.class)
                        .single());
    }

    private void expire(String code) {
        database.sql(
                        "update certificate set expires_at = issued_at + interval '1 ms' where code = :code")
                .param("code", code)
                .update();
    }

    /// Never given out, changed in one letter at every place, in lower case, cut, longer, and no
    /// codes at all.
    private List<String> wrongCodes() {
        var code = issue(learner, "Ida Berg").code();
        var wrong =
                new ArrayList<>(
                        List.of(
                                "00000000000000000000000000",
                                code.toLowerCase(Locale.ROOT),
                                code.substring(1),
                                code + "0",
                                code + "%20",
                                "%20" + code,
                                code + "/",
                                code + "/pdf",
                                "x/credential",
                                "status-lists",
                                "",
                                "x",
                                "'%20or%20'1'='1",
                                "%C3%B8%E2%82%AC",
                                "null",
                                UUID.randomUUID().toString(),
                                "A".repeat(3000)));
        for (var place = 0; place < code.length(); place++) {
            var other = code.charAt(place) == '0' ? '1' : '0';
            wrong.add(code.substring(0, place) + other + code.substring(place + 1));
        }
        return wrong;
    }
}
