package dev.lectern.user.applications.application;

import dev.lectern.user.applications.domain.AuditEntryId;
import dev.lectern.user.applications.domain.InstructorApplication;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who decided what, when and why: written in the transaction of the decision, and never changed,
/// which the database sees to.
@Component
class AuditRecord {

    private final JdbcClient jdbc;

    AuditRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(InstructorApplication decided, UUID actor, @Nullable String note, Instant now) {
        jdbc.sql(
                        """
                        insert into application_audit
                            (id, application_id, action, actor_id, at, note)
                        values (:id, :application, :action, :actor, :at, :note)
                        """)
                .param("id", AuditEntryId.next().value())
                .param("application", decided.id().value())
                .param("action", decided.status().name())
                .param("actor", actor)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("note", note)
                .update();
    }
}
