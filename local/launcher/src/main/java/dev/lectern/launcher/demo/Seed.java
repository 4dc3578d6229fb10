package dev.lectern.launcher.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What there is to see in a demo, as `local/demo/seed.json` tells it.
///
/// @param password of everybody
/// @param coupons what their authors have issued
/// @param orders what was bought
/// @param learning who has come how far in what
/// @param handedIn what was done for assignments
/// @param attempts who tried which quiz how often
/// @param waiting who waits for a seat of a run that is full, the first in front
/// @param revoked which certificates were taken back
public record Seed(
        String password,
        List<Person> people,
        List<Course> courses,
        List<Coupon> coupons,
        List<Order> orders,
        List<Learning> learning,
        List<HandedIn> handedIn,
        List<Attempts> attempts,
        List<Waiting> waiting,
        List<Revocation> revoked) {

    /// What somebody becomes; the name is the one on the wire.
    public enum Role {
        @JsonProperty("learner")
        LEARNER,
        @JsonProperty("instructor")
        INSTRUCTOR,
        @JsonProperty("moderator")
        MODERATOR,
        @JsonProperty("support")
        SUPPORT,
        @JsonProperty("admin")
        ADMIN;

        boolean isStaff() {
            return this == MODERATOR || this == SUPPORT || this == ADMIN;
        }

        public String onTheWire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param key what the rest of the file calls them
    /// @param sees what they find after signing in, for people; who is only there to be counted has
    ///   none
    /// @param avatar the file of the picture they are shown with
    /// @param authenticator whether they have one; staff always does
    /// @param application to teach; an instructor's is approved, anybody else's waits
    public record Person(
            String key,
            String name,
            String email,
            Role role,
            String locale,
            String timeZone,
            Optional<String> sees,
            Optional<String> avatar,
            Optional<Boolean> authenticator,
            Optional<Application> application) {

        public boolean hasAuthenticator() {
            return role.isStaff() || authenticator.orElse(false);
        }
    }

    public record Application(String headline, String biography, Optional<String> sampleUrl) {}

    /// How far a course is.
    public enum Stage {
        DRAFT,
        SUBMITTED,
        PUBLISHED
    }

    /// @param author the key of an instructor
    /// @param stage published where nothing is said
    /// @param cover the file of the picture it is shown with
    /// @param promo the file of that one of its films it is promoted with
    /// @param price tax included; a draft can do without
    /// @param capacity of its run; without one there is no limit
    /// @param update what its second version adds
    public record Course(
            String key,
            String author,
            Optional<Stage> stage,
            String title,
            String summary,
            String language,
            String level,
            String category,
            String description,
            List<String> tags,
            List<String> outcomes,
            List<String> requirements,
            boolean sequential,
            String cover,
            Optional<String> promo,
            Optional<Price> price,
            Optional<Integer> capacity,
            List<Section> sections,
            Optional<Update> update) {

        public boolean isIn(Stage asked) {
            return stage.orElse(Stage.PUBLISHED) == asked;
        }

        public boolean isSold() {
            return price.filter(one -> one.amount() > 0).isPresent();
        }

        public List<Lesson> lessons() {
            return sections.stream().flatMap(section -> section.lessons().stream()).toList();
        }

        /// Whether somebody learns the first version although there is a second.
        public boolean isOlderFor(String learner) {
            return update.filter(one -> one.enrolledBefore().contains(learner)).isPresent();
        }

        Lesson lesson(String title) {
            return lessons().stream()
                    .filter(one -> one.title().equals(title))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// The second version of a course.
    ///
    /// @param enrolledBefore who has bought the first
    /// @param section what it adds
    public record Update(String changeNote, List<String> enrolledBefore, Section section) {}

    /// @param amount in minor units of the currency, 0 for free
    public record Price(long amount, String currency) {}

    public record Section(String title, List<Lesson> lessons) {}

    /// An article, a video, a quiz or an assignment.
    ///
    /// @param required whether the course is not completed without it; so where nothing is said
    /// @param blocks the body of an article, in the very form the API takes; nothing otherwise
    public record Lesson(
            String title,
            boolean preview,
            Optional<Boolean> required,
            JsonNode blocks,
            Optional<Film> film,
            Optional<Quiz> quiz,
            Optional<Assignment> assignment) {

        public String kind() {
            return film.isPresent()
                    ? "VIDEO"
                    : quiz.isPresent() ? "QUIZ" : assignment.isPresent() ? "ASSIGNMENT" : "ARTICLE";
        }

        boolean isRead() {
            return kind().equals("ARTICLE");
        }

        boolean isReadOrWatched() {
            return isRead() || film.isPresent();
        }
    }

    /// A video, with its files in `local/demo/media`.
    ///
    /// @param captions the file for each language
    public record Film(String file, int seconds, Map<String, String> captions) {}

    /// A quiz and the bank it draws from.
    ///
    /// @param questions in GIFT
    /// @param draws how many of them an attempt asks
    public record Quiz(List<String> questions, int draws, int passPercent) {}

    /// Something to hand in, called as its lesson.
    ///
    /// @param instructions plain text
    public record Assignment(String instructions, int passPercent, List<Criterion> rubric) {}

    /// @param points the most there are for it
    public record Criterion(String title, int points) {}

    /// @param completed how many of the lessons that are read or watched, from the first on;
    ///   whoever has not completed all has opened the next one
    /// @param stopped in which film they stopped, and nowhere else
    /// @param review what they say of the course
    public record Learning(
            String learner,
            String course,
            int completed,
            Optional<Stop> stopped,
            Optional<Review> review) {}

    /// @param lesson the title of a video
    /// @param seconds how much of it was watched, from its beginning
    public record Stop(String lesson, int seconds) {}

    /// @param lesson the title of a quiz
    /// @param right how many answers were right, for each attempt
    public record Attempts(String learner, String course, String lesson, List<Integer> right) {}

    public record Revocation(String learner, String course, String reason) {}

    /// @param rating 1 to 5 stars
    /// @param reportedBy who finds that it has nothing to do with the course
    public record Review(int rating, String text, Optional<String> reportedBy) {}

    /// @param lesson the title of the assignment
    /// @param grade nothing where it is still to be graded
    public record HandedIn(
            String learner, String course, String lesson, String text, Optional<Grade> grade) {}

    /// @param points for each criterion, in their order
    public record Grade(List<Integer> points, String comment) {}

    public record Waiting(String learner, String course) {}

    /// A code that takes something off the price of a course.
    public record Coupon(String course, String code, int percentOff) {}

    /// Somebody has ordered a place in a course.
    ///
    /// @param coupon the code of one, which makes it cheaper
    /// @param state how far that has come
    public record Order(String buyer, String course, Optional<String> coupon, OrderState state) {}

    /// Where an order stands when the demo is complete.
    public enum OrderState {
        FULFILLED,
        /// Never paid.
        EXPIRED,
        /// Given back, and the bank has not answered.
        REFUND_PENDING,
        REFUNDED;

        boolean isGivenBack() {
            return this == REFUND_PENDING || this == REFUNDED;
        }
    }

    public List<Course> coursesIn(Stage stage) {
        return courses.stream().filter(one -> one.isIn(stage)).toList();
    }

    public Course course(String key) {
        return courses.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    /// Whether somebody ends up with a certificate.
    public boolean earnsCertificate(Learning learning) {
        var course = course(learning.course());
        var self = course.lessons().stream().filter(Lesson::isReadOrWatched).toList();
        return learning.completed() == self.size()
                && course.lessons().stream()
                        .filter(lesson -> lesson.required().orElse(true))
                        .filter(lesson -> !lesson.isReadOrWatched())
                        .allMatch(lesson -> isPassed(lesson, learning));
    }

    private boolean isPassed(Lesson lesson, Learning by) {
        return lesson.quiz()
                .map(quiz ->
                        attempts.stream()
                                .filter(one -> one.learner().equals(by.learner()))
                                .filter(one -> one.course().equals(by.course()))
                                .flatMap(one -> one.right().stream())
                                .anyMatch(
                                        right -> right * 100 >= quiz.passPercent() * quiz.draws()))
                .orElseGet(() ->
                        handedIn.stream()
                                .filter(one -> one.learner().equals(by.learner()))
                                .filter(one -> one.lesson().equals(lesson.title()))
                                .anyMatch(one -> one.grade().isPresent()));
    }

    /// Somebody who has this role.
    Person anyone(Role role) {
        return people.stream().filter(one -> one.role() == role).findFirst().orElseThrow();
    }
}
