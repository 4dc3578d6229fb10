package dev.lectern.content.authoring.web;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.content.authoring.application.DraftView;
import dev.lectern.content.authoring.application.DraftViews;
import dev.lectern.content.authoring.application.Writing;
import dev.lectern.content.authoring.application.Writing.Write;
import dev.lectern.content.authoring.domain.LessonId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The drafts of lessons, for the members of their course.
@RestController
@RequestMapping("/api/v1/lessons/{id}/draft")
class DraftController {

    private final Writing writing;
    private final DraftViews views;

    DraftController(Writing writing, DraftViews views) {
        this.writing = writing;
        this.views = views;
    }

    /// The whole body of a lesson. The blocks are not bound to anything here: what may be in them
    /// is told all at once by the body itself.
    ///
    /// @param blocks each an object with an `id` of its own and a `type`, which names its other
    ///   fields: TEXT `doc`, IMAGE `assetId` and `alt`, VIDEO `videoId`, FILE `assetId`, CODE
    ///   `language` and `code`, MATH `tex`, EMBED `url`, CALLOUT `tone` and `doc`
    record DraftRequest(@NotNull List<@Nullable Object> blocks) {}

    /// Shows the newest revision of a lesson's body. 404 for everybody but the members of the
    /// course.
    @GetMapping
    ResponseEntity<DraftView> getDraft(@PathVariable UUID id, Caller caller) {
        return answer(views.one(id, caller));
    }

    /// Writes the whole body of a lesson anew. What was published stays as it is. An image or a
    /// file that is not ready yet is taken; the gate waits for it. One of another course is
    /// unknown. 422 `BLOCK_NOT_ALLOWED`, `ALT_TEXT_REQUIRED`, `REF_UNKNOWN` or `KIND_MISMATCH` with
    /// everything that is wrong in `errors`.
    @PutMapping
    ResponseEntity<DraftView> writeDraft(
            @PathVariable UUID id,
            @Valid @RequestBody DraftRequest request,
            IfMatch ifMatch,
            Caller caller) {
        return answer(
                writing.write(new Write(new LessonId(id), ifMatch, request.blocks()), caller));
    }

    private static ResponseEntity<DraftView> answer(DraftView draft) {
        return ResponseEntity.ok().eTag(IfMatch.etagOf(draft.revision())).body(draft);
    }
}
