package dev.lectern.media.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.media.domain.AssetStatus;
import dev.lectern.media.domain.AssetType;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What somebody may see of images and files.
@Component
public class AssetViews {

    private static final Duration SIGNED = Duration.ofMinutes(15);

    private static final String COLUMNS =
            "id, course_id, user_id, type, file_name, content_type, size_bytes, status, failure, width, height";

    private final JdbcClient jdbc;
    private final MembershipCopy members;
    private final Audience audience;
    private final ObjectStore store;

    AssetViews(JdbcClient jdbc, MembershipCopy members, Audience audience, ObjectStore store) {
        this.jdbc = jdbc;
        this.members = members;
        this.audience = audience;
        this.store = store;
    }

    private record Row(
            UUID id,
            @Nullable UUID courseId,
            UUID userId,
            AssetType type,
            String fileName,
            String contentType,
            long sizeBytes,
            AssetStatus status,
            @Nullable String failure,
            @Nullable Integer width,
            @Nullable Integer height) {

        /// Whether somebody may know of it before others see it.
        boolean isKnownTo(UUID person, MembershipCopy members) {
            return courseId == null ? userId.equals(person) : members.has(courseId, person);
        }

        AssetView view() {
            return new AssetView(
                    id,
                    courseId,
                    type.isImage() ? "IMAGE" : "FILE",
                    fileName,
                    contentType,
                    sizeBytes,
                    status,
                    failure,
                    width,
                    height,
                    status == AssetStatus.READY ? "/api/v1/assets/" + id + "/file" : null);
        }
    }

    public AssetView one(UUID id, Caller caller) {
        return find(id).filter(row -> row.isKnownTo(caller.id(), members))
                .map(Row::view)
                .orElseThrow(GenericRefusal::notFound);
    }

    /// Of one course, the newest first.
    public Page<AssetView> all(UUID course, PageQuery page, Caller caller) {
        if (!members.has(course, caller.id())) {
            throw GenericRefusal.notFound();
        }
        return Page.of(
                jdbc
                        .sql(
                                "select "
                                        + COLUMNS
                                        + """
                                         from asset
                                        where course_id = :course
                                          and id < coalesce(:before::uuid,
                                              'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
                                        order by id desc limit :limit
                                        """)
                        .param("course", course)
                        .param("before", page.after())
                        .param("limit", page.rows())
                        .query(Row.class)
                        .list()
                        .stream()
                        .map(Row::view)
                        .toList(),
                page,
                AssetView::id);
    }

    /// Where its bytes are.
    public URI file(UUID id, Optional<Caller> caller) {
        var row =
                find(id).filter(found -> found.status() == AssetStatus.READY)
                        .orElseThrow(GenericRefusal::notFound);
        if (row.courseId() == null) {
            audience.requireForPortrait(id, row.userId(), caller);
        } else {
            audience.requireForAsset(id, row.courseId(), caller);
        }
        return store.signGet(Playback.assetOf(id), SIGNED);
    }

    private Optional<Row> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from asset where id = :id")
                .param("id", id)
                .query(Row.class)
                .optional();
    }
}
