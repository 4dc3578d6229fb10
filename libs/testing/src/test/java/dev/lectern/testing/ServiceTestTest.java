package dev.lectern.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ServiceTestTest {

    @Autowired private JdbcClient database;
    @Autowired private RabbitTemplate broker;
    @Autowired private SampleApplication.Greetings greetings;

    @Test
    void connectsAServiceToADatabaseNamedAfterItAsItsOwner() {
        assertThat(ask("SELECT current_database()")).isEqualTo("sample");
        assertThat(ask("SELECT current_user")).isEqualTo("sample");
        assertThat(
                        ask(
                                "SELECT pg_get_userbyid(datdba) FROM pg_database"
                                        + " WHERE datname = current_database()"))
                .isEqualTo("sample");
    }

    @Test
    void keepsOtherServicesOutOfTheDatabase() {
        var postgres = Infrastructure.postgres();
        postgres.ensureDatabase("neighbor");

        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                        postgres.jdbcUrl("sample"), "neighbor", "neighbor")
                                .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void connectsAServiceToTheBroker() {
        broker.convertAndSend(SampleApplication.GREETINGS, "hello");

        await().untilAsserted(() -> assertThat(greetings.heard()).contains("hello"));
    }

    @Test
    void mayStopTheBrokerAndStartItAgain() {
        Infrastructure.broker().stop();
        assertThatThrownBy(() -> broker.convertAndSend(SampleApplication.GREETINGS, "lost"))
                .isInstanceOf(AmqpException.class);

        Infrastructure.broker().restart();
        broker.convertAndSend(SampleApplication.GREETINGS, "back");

        await().untilAsserted(() -> assertThat(greetings.heard()).contains("back"));
    }

    private String ask(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    @Nested
    class InANestedClass {

        @Test
        void usesTheContextOfTheClassAround() {
            assertThat(ask("SELECT current_database()")).isEqualTo("sample");
        }
    }

    @Nested
    @SpringBootTest(properties = "another.context=yes")
    class InAnotherContext {

        @Test
        void hasADatabaseOfItsOwn(@Autowired JdbcClient other) {
            assertThat(other.sql("SELECT current_database()").query(String.class).single())
                    .startsWith("sample_");
        }
    }

    @Nested
    @SpringBootTest(
            properties = {
                "spring.rabbitmq.host=elsewhere",
                "spring.rabbitmq.listener.simple.auto-startup=false"
            })
    class WithASettingOfItsOwn {

        @Test
        void goesByThatSetting(@Autowired Environment environment) {
            assertThat(environment.getProperty("spring.rabbitmq.host")).isEqualTo("elsewhere");
        }
    }
}
