package dev.lectern.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

@SpringBootTest(classes = WithInfrastructureTest.Connections.class)
@WithInfrastructure({Part.REDIS, Part.MAIL})
class WithInfrastructureTest {

    @Configuration
    @ImportAutoConfiguration({DataRedisAutoConfiguration.class, MailSenderAutoConfiguration.class})
    static class Connections {}

    @Autowired private StringRedisTemplate redis;
    @Autowired private JavaMailSender mail;
    @Autowired private Environment environment;

    @Test
    void connectsAContextToRedis() {
        redis.opsForValue().set("points", "7");

        assertThat(redis.opsForValue().get("points")).isEqualTo("7");
    }

    @Test
    void connectsAContextToTheMailServer() {
        var message = new SimpleMailMessage();
        message.setFrom("lectern@example.com");
        message.setTo("ada@example.com");
        message.setText("Hello");
        mail.send(message);

        assertThat(Infrastructure.mail().receivedBy("ada@example.com")).hasSize(1);
    }

    @Test
    void givesNothingThatWasNotAskedFor() {
        assertThat(environment.getProperty("spring.datasource.url")).isNull();
    }
}
