package dev.lectern.assessment.authoring.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The questions of a course that quizzes draw from. Every change makes a further revision; a quiz
/// that names an older one still draws what the bank held then.
@Entity
@Table(name = "bank")
public class Bank {

    static final int MOST_QUESTIONS = 1_000;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private BankId id;

    @Version private @Nullable Long version;

    private UUID courseId;
    private String title;
    private int revision;
    private int questions;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Bank() {}

    private Bank(UUID course, String title) {
        this.id = BankId.next();
        this.courseId = course;
        this.title = title.strip();
        this.revision = 1;
    }

    /// A bank without questions.
    public static Bank of(UUID course, String title) {
        return new Bank(course, title);
    }

    /// Calls the bank something else.
    public void rename(String next) {
        revision++;
        title = next.strip();
    }

    /// Takes further questions: one change, however many they are.
    public List<QuestionVersion> add(List<Question> further) {
        requireRoomFor(further.size());
        revision++;
        questions += further.size();
        return further.stream()
                .map(content -> new QuestionVersion(QuestionId.next(), id, content, revision))
                .toList();
    }

    /// Refuses more questions than a bank can have.
    public void requireRoomFor(int further) {
        if (questions + further > MOST_QUESTIONS) {
            throw AuthoringRefused.bankFull(questions);
        }
    }

    /// Writes a question anew. Whoever was asked the old version was asked the old version.
    public QuestionVersion rewrite(QuestionVersion now, Question content) {
        revision++;
        now.endAt(revision);
        return new QuestionVersion(now.getId().nextVersion(), id, content, revision);
    }

    /// Takes a question out, for whatever is drawn from now on.
    public void remove(QuestionVersion now) {
        revision++;
        questions--;
        now.endAt(revision);
    }

    public BankId id() {
        return id;
    }

    public UUID courseId() {
        return courseId;
    }

    public String title() {
        return title;
    }

    /// Counts the changes from 1; it is also the version an edit is made on.
    public int revision() {
        return revision;
    }

    public int questions() {
        return questions;
    }
}
