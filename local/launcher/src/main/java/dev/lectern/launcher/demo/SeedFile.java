package dev.lectern.launcher.demo;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.Nearest;
import dev.lectern.launcher.demo.Seed.Coupon;
import dev.lectern.launcher.demo.Seed.Course;
import dev.lectern.launcher.demo.Seed.Lesson;
import dev.lectern.launcher.demo.Seed.Person;
import dev.lectern.launcher.demo.Seed.Role;
import dev.lectern.launcher.demo.Seed.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Reads the source of the demo data and refuses what is wrong with it before anything is started.
/// What the platform itself decides, such as what a lesson may hold, is left to it.
public record SeedFile(Path path) {

    /// Where it is in the repository.
    public static final String PLACE = "local/demo/seed.json";

    /// Where the films and captions are that it names.
    public static final String MEDIA = "local/demo/media";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    // Whatever may be left out is an Optional.
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// The file of a checkout.
    public static SeedFile of(Path root) {
        return new SeedFile(root.resolve(PLACE));
    }

    public Seed read() {
        if (!Files.isReadable(path)) {
            throw new Failure(path + " is missing; it says what the demo consists of");
        }
        try {
            var seed = JSON.readValue(path.toFile(), Seed.class);
            check(seed);
            return seed;
        } catch (JacksonException e) {
            throw new Failure(path + ", line " + e.getLocation().getLineNr() + ": " + what(e), e);
        } catch (Failure e) {
            throw new Failure(path + ": " + e.getMessage(), e);
        }
    }

    private static String what(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    pointer(unknown) + " " + nearest(unknown).getMessage();
            case InvalidFormatException other ->
                    "%s: '%s' does not fit here".formatted(pointer(other), other.getValue());
            case DatabindException other ->
                    pointer(other) + " is missing, or not of the kind that belongs here";
            default -> e.getOriginalMessage();
        };
    }

    private static String pointer(DatabindException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? "/" + step.getIndex()
                                : "/" + step.getPropertyName())
                .collect(Collectors.joining());
    }

    private static Failure nearest(UnrecognizedPropertyException unknown) {
        return Nearest.mistake(
                "field",
                unknown.getPropertyName(),
                unknown.getKnownPropertyIds().stream().map(String::valueOf).toList());
    }

    private static void check(Seed seed) {
        var people = seed.people().stream().map(Person::key).toList();
        var courses = seed.coursesIn(Stage.PUBLISHED).stream().map(Course::key).toList();
        requireUnique("person", people);
        requireUnique("address", seed.people().stream().map(Person::email).toList());
        requireUnique("course", seed.courses().stream().map(Course::key).toList());
        requireUnique("title", seed.courses().stream().map(Course::title).toList());
        for (var person : seed.people()) {
            if (person.role() == Role.INSTRUCTOR && person.application().isEmpty()) {
                throw new Failure(person.key() + " cannot teach without an application");
            }
        }
        Stream.of(Role.ADMIN, Role.MODERATOR).forEach(role -> requireAny(role, seed));
        seed.courses().forEach(course -> check(course, seed));
        for (var coupon : seed.coupons()) {
            requireKnown("course", coupon.course(), courses);
        }
        for (var order : seed.orders()) {
            requireKnown("person", order.buyer(), people);
            requireKnown("course", order.course(), courses);
            if (!seed.course(order.course()).isSold()) {
                throw new Failure(order.course() + " costs nothing and cannot be ordered");
            }
            order.coupon()
                    .ifPresent(
                            code -> requireKnown("coupon", code, couponsOf(order.course(), seed)));
        }
        for (var learning : seed.learning()) {
            requireKnown("person", learning.learner(), people);
            requireKnown("course", learning.course(), courses);
            var course = seed.course(learning.course());
            if (course.isSold() && !hasBought(learning.learner(), course.key(), seed)) {
                throw new Failure(
                        "%s has no order for %s, which has a price"
                                .formatted(learning.learner(), course.key()));
            }
            learning.stopped()
                    .ifPresent(stop ->
                            requireKnown(
                                    "video",
                                    stop.lesson(),
                                    titles(course, lesson -> lesson.film().isPresent())));
            long lessons = course.lessons().stream().filter(Lesson::isReadOrWatched).count();
            if (learning.completed() < 0 || learning.completed() > lessons) {
                throw new Failure(
                        "%s cannot have completed %d of the %d lessons of %s"
                                .formatted(
                                        learning.learner(),
                                        learning.completed(),
                                        lessons,
                                        learning.course()));
            }
        }
        for (var work : seed.handedIn()) {
            requireKnown("person", work.learner(), people);
            requireKnown("course", work.course(), courses);
            requireKnown(
                    "assignment",
                    work.lesson(),
                    titles(seed.course(work.course()), lesson -> lesson.assignment().isPresent()));
        }
        for (var attempts : seed.attempts()) {
            requireKnown("person", attempts.learner(), people);
            requireKnown("course", attempts.course(), courses);
            requireKnown(
                    "quiz",
                    attempts.lesson(),
                    titles(seed.course(attempts.course()), lesson -> lesson.quiz().isPresent()));
        }
        var certificates =
                seed.learning().stream()
                        .filter(seed::earnsCertificate)
                        .map(one -> one.learner() + " in " + one.course())
                        .toList();
        for (var revocation : seed.revoked()) {
            requireKnown(
                    "certificate of",
                    revocation.learner() + " in " + revocation.course(),
                    certificates);
        }
        for (var waiting : seed.waiting()) {
            requireKnown("person", waiting.learner(), people);
            requireKnown("course", waiting.course(), courses);
        }
    }

    private static boolean hasBought(String learner, String course, Seed seed) {
        return seed.orders().stream()
                .filter(order -> order.state() == Seed.OrderState.FULFILLED)
                .anyMatch(order -> order.buyer().equals(learner) && order.course().equals(course));
    }

    private static List<String> titles(Course course, Predicate<Lesson> which) {
        return course.lessons().stream().filter(which).map(Lesson::title).toList();
    }

    private static List<String> couponsOf(String course, Seed seed) {
        return seed.coupons().stream()
                .filter(coupon -> coupon.course().equals(course))
                .map(Coupon::code)
                .toList();
    }

    private static void check(Course course, Seed seed) {
        var authors =
                seed.people().stream()
                        .filter(person -> person.role() == Role.INSTRUCTOR)
                        .map(Person::key)
                        .toList();
        requireKnown("instructor", course.author(), authors);
        if (course.price().isEmpty() && !course.isIn(Stage.DRAFT)) {
            throw new Failure(course.key() + " needs a price, which may be 0, before its review");
        }
        requireUnique(
                "section of " + course.key(),
                course.sections().stream().map(Seed.Section::title).toList());
        requireUnique(
                "lesson of " + course.key(), course.lessons().stream().map(Lesson::title).toList());
        course.lessons().stream()
                .filter(lesson -> !isWhole(lesson))
                .findFirst()
                .ifPresent(lesson -> {
                    throw new Failure(
                            "the lesson \""
                                    + lesson.title()
                                    + "\" needs blocks, a film, a quiz or an assignment, and only one of"
                                    + " them");
                });
        course.promo()
                .ifPresent(file -> requireKnown("film of " + course.key(), file, filmsOf(course)));
        course.update()
                .ifPresent(update ->
                        update.enrolledBefore().stream()
                                .filter(learner -> !hasBought(learner, course.key(), seed))
                                .findFirst()
                                .ifPresent(learner -> {
                                    throw new Failure(
                                            learner + " has no order for " + course.key());
                                }));
    }

    private static List<String> filmsOf(Course course) {
        return course.lessons().stream()
                .flatMap(lesson -> lesson.film().stream())
                .map(Seed.Film::file)
                .toList();
    }

    private static boolean isWhole(Lesson lesson) {
        long shown =
                Stream.of(lesson.film(), lesson.quiz(), lesson.assignment())
                        .filter(Optional::isPresent)
                        .count();
        return shown + (lesson.blocks().isEmpty() ? 0 : 1) == 1;
    }

    private static void requireAny(Role role, Seed seed) {
        if (seed.people().stream().noneMatch(person -> person.role() == role)) {
            throw new Failure("nobody is " + role.onTheWire() + ", and somebody has to decide");
        }
    }

    private static void requireKnown(String kind, String key, Collection<String> known) {
        if (!known.contains(key)) {
            throw Nearest.mistake(kind, key, known);
        }
    }

    private static void requireUnique(String kind, List<String> names) {
        var seen = new HashSet<String>();
        names.stream()
                .filter(name -> !seen.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw new Failure("the " + kind + " '" + twice + "' is there twice");
                });
    }
}
