package dev.lectern.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One click in a mailbox, by a reader who is not signed in (RFC 8058).
class UnsubscribingTest extends NotificationServiceTest {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private String path;

    @BeforeEach
    void aMailWithItsLink() {
        publish(course, "Signals and Sampling");
        enroll(learner, course);
        var link =
                mailTo(learner, 1).getFirst().links().stream()
                        .filter(found -> found.contains("unsubscribe"))
                        .findFirst()
                        .orElseThrow();
        var address = URI.create(link);
        assertThat(link).startsWith("http://localhost:3000/unsubscribe?token=");
        path = address.getRawPath() + "?" + address.getRawQuery();
    }

    private Client mailbox() {
        return new Client(port).withType("application/x-www-form-urlencoded");
    }

    private int mailsWanted() {
        return database.sql("select count(*) from preference where user_id = :user and not enabled")
                .param("user", learner)
                .query(Integer.class)
                .single();
    }

    @Test
    void endsThatKindOfMailAndNoOther() {
        var done = mailbox().post(path, ONE_CLICK);
        var again = mailbox().post(path, ONE_CLICK);

        enroll(learner, course);
        inboxOf(learner, 2);
        neighbours.say(
                learner,
                new EnrollmentCompleted(UUID.randomUUID(), learner, course, 1, Instant.now()));
        assertThat(done.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(done.body());
        assertThat(mailTo(learner, 2))
                .extracting(mail -> mail.subject())
                .containsExactlyInAnyOrder("Welcome to your course", "You have completed a course");
    }

    @Test
    void worksWithTheFormOfSomeMailboxes() {
        var boundary = "x";
        var body =
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";

        var done = mailbox().withType("multipart/form-data; boundary=" + boundary).post(path, body);

        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(mailsWanted()).isEqualTo(1);
    }

    @Test
    void asksWhoOpensTheLinkAndChangesNothingYet() {
        var page = mailbox().get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.body())
                .contains("<form method=\"post\" action=\"/unsubscribe\">")
                .contains("Welcome to a course");
        assertThat(mailsWanted()).isZero();

        var token = page.body().replaceFirst("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
        mailbox().post("/unsubscribe", "token=" + token);
        assertThat(mailsWanted()).isEqualTo(1);
    }

    @Test
    void speaksTheLanguageOfItsReader() {
        var page = mailbox().with("Accept-Language", "ar").get(path).body();

        assertThat(page).contains("lang=\"ar\"", "dir=\"rtl\"", "إلغاء الاشتراك");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?token=",
                "?token=nonsense",
                "?token=%3Cscript%3E",
                "?token=0199a3c0-1f00-7a10-8b00-000000000001.ENROLLED.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void knowsNoOtherLink(String query) {
        for (var answer :
                new dev.lectern.client.Answer[] {
                    mailbox().get("/unsubscribe" + query),
                    mailbox().post("/unsubscribe" + query, ONE_CLICK)
                }) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.body()).doesNotContain("<form", "<script");
        }
    }

    @Test
    void isNotTransferableToAnotherPersonOrKind() {
        var other = path.replace(learner.toString(), UUID.randomUUID().toString());
        var kind = path.replace("ENROLLED", "ORDER_PAID");

        assertThat(mailbox().post(other, ONE_CLICK).status()).isEqualTo(404);
        assertThat(mailbox().post(kind, ONE_CLICK).status()).isEqualTo(404);
        await().until(() -> mailsWanted() == 0);
    }
}
