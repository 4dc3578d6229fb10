package dev.lectern.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.notification.application.Announcing;
import dev.lectern.notification.application.SendingMail;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News;
import dev.lectern.testing.Infrastructure;
import dev.lectern.testing.neighbours.UserStub;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Mail over a real server, one that may fail.
@Import(MailTest.Moody.class)
class MailTest extends NotificationServiceTest {

    @Autowired Announcing announcing;
    @Autowired SendingMail sending;

    @BeforeEach
    void aPublishedCourse() {
        publish(course, "Signals and Sampling");
    }

    /// Sees every message, and refuses some.
    @TestConfiguration(proxyBeanMethods = false)
    static class Moody {

        static final Map<String, Integer> TEMPORARY = new ConcurrentHashMap<>();
        static final java.util.Set<String> UNKNOWN = ConcurrentHashMap.newKeySet();
        static final CopyOnWriteArrayList<MimeMessage> SENT = new CopyOnWriteArrayList<>();

        @Bean
        JavaMailSenderImpl mailSender(
                @org.springframework.beans.factory.annotation.Value("${spring.mail.host}")
                        String host,
                @org.springframework.beans.factory.annotation.Value("${spring.mail.port}")
                        int port) {
            var sender =
                    new JavaMailSenderImpl() {
                        @Override
                        public void send(MimeMessage message) {
                            try {
                                var to = message.getAllRecipients()[0].toString();
                                if (UNKNOWN.contains(to)) {
                                    var refused =
                                            new SendFailedException(
                                                    "550 no such user",
                                                    new Exception(),
                                                    new InternetAddress[0],
                                                    new InternetAddress[0],
                                                    new InternetAddress[] {
                                                        new InternetAddress(to)
                                                    });
                                    throw new MailSendException(
                                            Map.of((Object) message, (Exception) refused));
                                }
                                if (TEMPORARY.merge(to, -1, Integer::sum) >= 0) {
                                    throw new MailSendException("451 try again");
                                }
                                super.send(message);
                                SENT.add(message);
                            } catch (jakarta.mail.MessagingException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                    };
            sender.setHost(host);
            sender.setPort(port);
            return sender;
        }
    }

    private MimeMessage sentTo(UUID person) {
        mailTo(person, 1);
        return Moody.SENT.stream()
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0]
                                .toString()
                                .equals(UserStub.addressOf(person));
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Your payment has arrived | Hello Łukasz & <b>, | €49.00 | ltr",
                "es-MX | Hemos recibido tu pago | Hola, Łukasz & <b>: | 49,00 | ltr",
                "pt | Seu pagamento chegou | Olá, Łukasz & <b>, | 49,00 | ltr",
                "ar | وصل مبلغك | مرحبًا Łukasz & <b>، | Signals | rtl",
                "ja | Your payment has arrived | Hello Łukasz & <b>, | €49.00 | ltr"
            })
    void isWrittenInTheLanguageOfItsReader(
            String locale, String subject, String greeting, String money, String direction)
            throws Exception {
        var address = learner + "@example.org";
        USER.know(learner, "Łukasz & <b>", address, locale);
        var paid = paid(learner, course);

        neighbours.say(paid.orderId(), paid);

        var mail = mailTo(address, 1).getFirst();
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text())
                .contains(greeting, money, "http://localhost:3000/orders/" + paid.orderId());
        assertThat(mail.html())
                .contains("Łukasz &amp; &lt;b&gt;", "dir=\"" + direction + "\"")
                .doesNotContain("<b>");
        var message = sentTo(learner);
        assertThat(message.getHeader("List-Unsubscribe")[0])
                .startsWith("<http://localhost:3000/unsubscribe?token=" + learner)
                .endsWith(">");
        assertThat(message.getHeader("List-Unsubscribe-Post")[0])
                .isEqualTo("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("Auto-Submitted")[0]).isEqualTo("auto-generated");
        assertThat(message.getMessageID()).matches("<[0-9a-f-]{36}@localhost>");
    }

    @Test
    void saysNothingOfUnsubscribingWhereItCannotBeDone() throws Exception {
        announcing.announce(News.of(Kind.STAFF_ROLE_GRANTED, learner, learner).saying("support"));

        var message = sentTo(learner);

        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        assertThat(message.getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void isTriedAgainWhileTheServerOrTheUserServiceIsAway() {
        USER.failFor(learner, 503);
        Moody.TEMPORARY.put(UserStub.addressOf(learner), 1);

        enroll(learner, course);

        awaitMails(learner, "SENT", 1);
        assertThat(mailTo(learner, 1)).hasSize(1);
    }

    @Test
    void isGivenUpAfterAsManyTriesAsMakeSense() {
        Moody.TEMPORARY.put(UserStub.addressOf(learner), 1_000);

        enroll(learner, course);

        awaitMails(learner, "GIVEN_UP", 1);
        await().until(() ->
                database.sql("select count(*) from scheduled_tasks where task_name = 'send-mail'")
                                .query(Integer.class)
                                .single()
                        == 0);
        assertThat(USER.timesAsked(learner)).isEqualTo(3);
        assertThat(Infrastructure.mail().receivedBy(UserStub.addressOf(learner))).isEmpty();
    }

    @Test
    void isNotTriedAgainWhereNobodyIs() {
        Moody.UNKNOWN.add(UserStub.addressOf(learner));

        enroll(learner, course);

        awaitMails(learner, "UNDELIVERABLE", 1);
        assertThat(USER.timesAsked(learner)).isEqualTo(1);
    }

    @Test
    void isNotSentToAnAddressThatIsNone() {
        USER.know(learner, "Ida", "no address at all", "en");

        enroll(learner, course);

        awaitMails(learner, "UNDELIVERABLE", 1);
    }

    @Test
    void isNotSentAnyMoreWhenItWasSwitchedOffMeanwhile() {
        USER.failFor(learner, 503);
        enroll(learner, course);
        inboxOf(learner, 1);
        as(learner)
                .put(
                        "/api/v1/notification-preferences",
                        """
                        {"items": [{"kind": "ENROLLED", "channel": "EMAIL", "enabled": false}]}
                        """);

        awaitMails(learner, "UNWANTED", 1);
        assertThat(Infrastructure.mail().receivedBy(UserStub.addressOf(learner))).isEmpty();
    }

    @Test
    void waitsForTheTitleOfItsCourse() {
        var late = UUID.randomUUID();
        enroll(learner, late);
        assertThat(inboxOf(learner, 1).getFirst().path("body").asString()).contains("your course");

        publish(late, "Told late");

        assertThat(mailTo(learner, 1).getFirst().text()).contains("“Told late”");
        assertThat(inbox(learner).getFirst().path("body").asString()).contains("“Told late”");
    }

    @Test
    void isNotSentAgainWhenItsTaskRunsAgain() throws Exception {
        enroll(learner, course);
        awaitMails(learner, "SENT", 1);
        var id =
                database.sql("select id from mail where recipient_id = :person")
                        .param("person", learner)
                        .query(UUID.class)
                        .single();

        sending.send(id);

        assertThat(mailTo(learner, 1)).hasSize(1);
    }
}
