package dev.lectern.content.authoring.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.content.authoring.domain.Draft;
import dev.lectern.content.authoring.domain.Drafts;
import dev.lectern.content.authoring.domain.LessonId;
import dev.lectern.content.authoring.domain.Revisions;
import dev.lectern.content.authoring.domain.body.LessonBody;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author writes the body of a lesson.
@Service
@Transactional
public class Writing {

    private final Drafts drafts;
    private final Revisions revisions;
    private final MembershipCopy members;
    private final KnownAssets assets;
    private final ContentSettings settings;
    private final Clock clock;

    Writing(
            Drafts drafts,
            Revisions revisions,
            MembershipCopy members,
            KnownAssets assets,
            ContentSettings settings,
            Clock clock) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.members = members;
        this.assets = assets;
        this.settings = settings;
        this.clock = clock;
    }

    /// The whole body as it came in, before anything of it is believed.
    ///
    /// @param madeOn the revision the author had before the eyes
    public record Write(LessonId lesson, IfMatch madeOn, List<?> blocks) {}

    public DraftView write(Write command, Caller caller) {
        var draft =
                drafts.findById(command.lesson())
                        .filter(Draft::isInOutline)
                        .filter(found -> members.has(found.courseId(), caller.id()))
                        .orElseThrow(GenericRefusal::notFound);
        command.madeOn().require(draft.revision());
        var body = LessonBody.read(command.blocks(), settings.hosts());
        SecondLook.at(body);
        assets.requireFit(draft.courseId(), body);
        var revision = draft.write(body, caller.id(), clock.instant());
        drafts.save(draft);
        revisions.save(revision);
        return new DraftView(
                draft.id().value(), draft.courseId(), revision.number(), revision.blocks());
    }
}
