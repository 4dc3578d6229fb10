package dev.lectern.assessment.attempts.application;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this service has been told of published versions, and [KeepingVersions] has kept.
@Component
public class KnownVersions {

    private final JdbcClient jdbc;

    KnownVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether any version of the course was ever published.
    public boolean isPublished(UUID course) {
        return jdbc.sql("select exists (select 1 from copy_course where course_id = :course)")
                .param("course", course)
                .query(Boolean.class)
                .single();
    }

    /// Whether this version is here; a grant may come before the version it names.
    public boolean isKnown(UUID course, int version) {
        return jdbc.sql(
                        """
                        select exists (select 1 from copy_course_version
                                       where course_id = :course and version = :version)
                        """)
                .param("course", course)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }
}
