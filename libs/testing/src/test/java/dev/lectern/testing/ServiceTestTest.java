package dev.lectern.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(properties = "spring.application.name=sample")
class ServiceTestTest {

    @SpringBootApplication
    static class SampleApplication {}

    private final JdbcClient database;
    private final RabbitTemplate broker;

    @Autowired
    ServiceTestTest(JdbcClient database, RabbitTemplate broker) {
        this.database = database;
        this.broker = broker;
    }

    @Test
    void connectsTheServiceToADatabaseNamedAfterItAsItsOwner() {
        String owner =
                database.sql(
                                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()")
                        .query(String.class)
                        .single();

        assertThat(owner).isEqualTo("sample");
        assertThat(
                        database.sql("SELECT current_database() || current_user")
                                .query(String.class)
                                .single())
                .isEqualTo("samplesample");
    }

    @Test
    void connectsTheServiceToTheBroker() {
        new RabbitAdmin(broker).declareQueue(new Queue("greetings"));

        broker.convertAndSend("greetings", "hello");

        assertThat(broker.receiveAndConvert("greetings", 5_000)).isEqualTo("hello");
    }

    @Nested
    class Inside {

        @Test
        void sharesTheDatabaseOfTheClassAround() {
            assertThat(database.sql("SELECT current_database()").query(String.class).single())
                    .isEqualTo("sample");
        }
    }

    @Test
    void keepsAnotherServiceOutOfTheDatabase() {
        var postgres = Infrastructure.postgres();
        postgres.ensureDatabase("neighbor");

        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                postgres.jdbcUrl("sample"), "neighbor", "neighbor"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }
}
