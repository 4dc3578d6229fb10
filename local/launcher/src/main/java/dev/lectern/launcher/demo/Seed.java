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
/// @param learning who has come how far in what; what has a price is bought for it
/// @param orders what else was bought
public record Seed(
        String password,
        List<Person> people,
        List<Course> courses,
        List<Coupon> coupons,
        List<Learning> learning,
        List<Order> orders) {

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
    /// @param sees what they find after signing in, for people
    /// @param application to teach; an instructor's is approved, anybody else's waits
    public record Person(
            String key,
            String name,
            String email,
            Role role,
            String locale,
            String timeZone,
            String sees,
            Optional<Application> application) {}

    public record Application(String headline, String biography, Optional<String> sampleUrl) {}

    /// @param author the key of an instructor
    /// @param cover the file of the picture it is shown with
    /// @param price tax included
    /// @param capacity of its run; without one there is no limit
    public record Course(
            String key,
            String author,
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
            Price price,
            Optional<Integer> capacity,
            List<Section> sections) {

        public List<Lesson> lessons() {
            return sections.stream().flatMap(section -> section.lessons().stream()).toList();
        }
    }

    /// @param amount in minor units of the currency, 0 for free
    public record Price(long amount, String currency) {}

    public record Section(String title, List<Lesson> lessons) {}

    /// An article, a video or a quiz.
    ///
    /// @param blocks the body of an article, in the very form the API takes; nothing otherwise
    public record Lesson(
            String title,
            boolean preview,
            JsonNode blocks,
            Optional<Film> film,
            Optional<Quiz> quiz) {

        public String kind() {
            return film.isPresent() ? "VIDEO" : quiz.isPresent() ? "QUIZ" : "ARTICLE";
        }
    }

    /// A video, with its files in `local/demo/media`.
    ///
    /// @param captions the file for each language
    public record Film(String file, Map<String, String> captions) {}

    /// A quiz and the bank it draws from.
    ///
    /// @param questions in GIFT
    /// @param draws how many of them an attempt asks
    public record Quiz(List<String> questions, int draws, int passPercent) {}

    /// @param completed how many lessons, from the first on; whoever has not completed all has
    ///   opened the next one
    /// @param review what they say of the course
    public record Learning(String learner, String course, int completed, Optional<Review> review) {}

    /// @param rating 1 to 5 stars
    public record Review(int rating, String text) {}

    /// A code that takes something off the price of a course.
    public record Coupon(String course, String code, int percentOff) {}

    /// Somebody has ordered a place in a course.
    ///
    /// @param coupon the code of one, which makes it cheaper
    /// @param state how far that has come
    public record Order(String buyer, String course, Optional<String> coupon, OrderState state) {}

    /// Where an order stands when the demo is complete. One that waits expires after 15 minutes.
    public enum OrderState {
        PENDING,
        FULFILLED,
        REFUNDED
    }

    public Course course(String key) {
        return courses.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    /// Somebody who has this role.
    Person anyone(Role role) {
        return people.stream().filter(one -> one.role() == role).findFirst().orElseThrow();
    }
}
