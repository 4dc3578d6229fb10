package dev.lectern.notification.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.notification.application.Post.Letter;
import dev.lectern.notification.application.Recipients.Recipient;
import dev.lectern.notification.domain.Channel;
import dev.lectern.notification.domain.MailStatus;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes a mail and has it sent. A process without a transaction of its own: it asks who the
/// recipient is, and speaks to the mail server. What it throws means "again later".
@Component
public class SendingMail {

    /// The instance is the id of the mail.
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("send-mail");

    private static final Logger log = LoggerFactory.getLogger(SendingMail.class);

    private final Mails mails;
    private final Preferences preferences;
    private final CourseTitles titles;
    private final Recipients recipients;
    private final Words words;
    private final UnsubscribeLinks unsubscribing;
    private final Post post;
    private final NotificationSettings settings;

    SendingMail(
            Mails mails,
            Preferences preferences,
            CourseTitles titles,
            Recipients recipients,
            Words words,
            UnsubscribeLinks unsubscribing,
            Post post,
            NotificationSettings settings) {
        this.mails = mails;
        this.preferences = preferences;
        this.titles = titles;
        this.recipients = recipients;
        this.words = words;
        this.unsubscribing = unsubscribing;
        this.post = post;
        this.settings = settings;
    }

    public void send(UUID id) {
        // Whatever is not queued any more was settled by a run that was interrupted afterwards.
        mails.queued(id).ifPresent(this::send);
    }

    /// Ends what was tried for long enough.
    public void giveUp(UUID id) {
        mails.settle(id, MailStatus.GIVEN_UP);
    }

    private void send(Mails.Mail mail) {
        if (!preferences.wants(mail.recipientId(), mail.kind(), Channel.EMAIL)) {
            mails.settle(mail.id(), MailStatus.UNWANTED);
            return;
        }
        try {
            post.send(letter(mail, titleOf(mail), recipients.of(mail.recipientId())));
            mails.settle(mail.id(), MailStatus.SENT);
        } catch (Post.Undeliverable e) {
            log.info("Mail {} cannot be delivered", mail.id());
            mails.settle(mail.id(), MailStatus.UNDELIVERABLE);
        }
    }

    /// A course that never was published has none, and its mails do not name it.
    private @Nullable String titleOf(Mails.Mail mail) {
        var course = mail.courseId();
        return switch (mail.kind()) {
            case ENROLLED,
                    COURSE_COMPLETED,
                    CERTIFICATE_ISSUED,
                    CERTIFICATE_REVOKED,
                    WORK_GRADED,
                    ORDER_PAID,
                    SEAT_OFFERED,
                    REFUND_SETTLED,
                    PARTIAL_REFUND_SETTLED,
                    REFUND_REJECTED,
                    COURSE_PUBLISHED ->
                    course == null
                            ? null
                            : titles.titleOf(course)
                                    .orElseThrow(() ->
                                            GenericRefusal.unavailable(
                                                    "Course has not told this title yet."));
            case BADGE_EARNED, VIDEO_READY, VIDEO_FAILED, INSTRUCTOR_APPROVED, STAFF_ROLE_GRANTED ->
                    null;
        };
    }

    private Letter letter(Mails.Mail mail, @Nullable String courseTitle, Recipient to) {
        var locale = Words.nearest(to.locale());
        var facts = new Words.Facts(mail.kind(), courseTitle, mail.amount(), mail.detail());
        var link =
                settings.publicOrigin()
                        .resolve(mail.kind().linkTo(mail.thingId(), mail.courseId()));
        return new Letter(
                mail.id(),
                to.address(),
                locale,
                words.title(mail.kind(), locale),
                words.word("mail.greeting", locale, to.name()),
                words.body(facts, locale),
                words.action(mail.kind(), locale),
                link,
                words.word(footerOf(mail), locale),
                unsubscribing
                        .linkFor(mail.recipientId(), mail.kind())
                        .map(address -> new Post.Unsubscribe(address, unsubscribe(locale))));
    }

    private static String footerOf(Mails.Mail mail) {
        return mail.kind().isSecurity() ? "mail.footer.security" : "mail.footer";
    }

    private String unsubscribe(Locale locale) {
        return words.word("mail.unsubscribe", locale);
    }
}
