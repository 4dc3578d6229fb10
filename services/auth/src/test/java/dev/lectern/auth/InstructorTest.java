package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

class InstructorTest extends RunningAuth {

    private static final String TYPE = "user.instructor-approved.v1";

    @Autowired RabbitTemplate rabbit;

    @Test
    void hasTheRoleInTheNextTokenAfterTheApproval() throws Exception {
        var email = somebody();
        var client = signIn();
        client.token(email, PASSWORD);

        approve(idOf(email), UUID.randomUUID());

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(texts(claims(client.nextToken()).get("roles")))
                                .containsExactly("instructor", "learner"));
    }

    @Test
    void isMadeOnceHoweverOftenTheApprovalIsTold() throws Exception {
        var email = somebody();
        var id = idOf(email);
        var event = UUID.randomUUID();

        approve(id, event);
        approve(id, event);
        approve(id, UUID.randomUUID());

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(eventsOf(id)).containsOnlyOnce("auth.role-granted.v1"));
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(
                                        jdbc.sql("select count(*) from inbox where event_id = :id")
                                                .param("id", event)
                                                .query(Long.class)
                                                .single())
                                .isOne());
        assertThat(eventsOf(id)).containsOnlyOnce("auth.role-granted.v1");
    }

    private void approve(UUID user, UUID event) throws Exception {
        var sample =
                new ClassPathResource("samples/" + TYPE + ".json")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .replace("0199a3c0-2f00-7a10-8b00-000000000015", event.toString())
                        .replace("0199a3c0-1f00-7a10-8b00-000000000011", user.toString());
        rabbit.convertAndSend("user.events", TYPE, sample.getBytes(StandardCharsets.UTF_8));
    }
}
