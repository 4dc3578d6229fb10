package dev.lectern.notification.application;

import dev.lectern.common.copy.MembershipCopy;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who works on a course, from this service's copy.
@Component
public class Authors {

    private final JdbcClient jdbc;

    Authors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In a fixed order, so that two transactions that tell several people never wait for each
    /// other in a circle.
    ///
    /// @throws IllegalStateException while course has not told them yet: the message comes again
    public List<UUID> of(UUID course) {
        var authors =
                jdbc.sql(
                                """
                                select user_id from copy_course_member
                                where course_id = :course order by user_id limit 100
                                """)
                        .param("course", course)
                        .query(UUID.class)
                        .list();
        if (authors.isEmpty()) {
            throw new IllegalStateException("nobody is known yet who works on " + course);
        }
        return authors;
    }

    @Configuration(proxyBeanMethods = false)
    static class Copy {

        @Bean
        MembershipCopy membershipCopy(JdbcClient jdbc) {
            return new MembershipCopy(jdbc);
        }
    }
}
