package dev.lectern.launcher.demo;

import dev.lectern.client.Client;
import dev.lectern.launcher.demo.Seed.Application;
import dev.lectern.launcher.demo.Seed.Attempts;
import dev.lectern.launcher.demo.Seed.Coupon;
import dev.lectern.launcher.demo.Seed.Course;
import dev.lectern.launcher.demo.Seed.HandedIn;
import dev.lectern.launcher.demo.Seed.Learning;
import dev.lectern.launcher.demo.Seed.Order;
import dev.lectern.launcher.demo.Seed.OrderState;
import dev.lectern.launcher.demo.Seed.Person;
import dev.lectern.launcher.demo.Seed.Review;
import dev.lectern.launcher.demo.Seed.Revocation;
import dev.lectern.launcher.demo.Seed.Role;
import dev.lectern.launcher.demo.Seed.Stage;
import dev.lectern.launcher.demo.Seed.Waiting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Makes a platform hold what the seed says, as far as it does not yet.
public final class FillingPlatform {

    private final DemoPlatform platform;
    private final Seed seed;
    private final Path media;
    private final Consumer<String> progress;
    private final AtomicInteger changes = new AtomicInteger();
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();
    private final Map<String, String> courseIds = new ConcurrentHashMap<>();
    private Optional<Visitor> proven = Optional.empty();

    /// @param media where the files are that the seed names
    /// @param progress told what happens, in words for people
    public FillingPlatform(
            DemoPlatform platform, Seed seed, Path media, Consumer<String> progress) {
        this.platform = platform;
        this.seed = seed;
        this.media = media;
        this.progress = progress;
    }

    /// Returns when everything can be seen; throws the step that failed with the answer it got.
    public Demo run() {
        Together.all(seed.people(), this::arrive);
        progress.accept("%d people can sign in".formatted(seed.people().size()));
        Together.all(seed.people(), this::apply);
        progress.accept(
                "%d may teach, %d waiting for a decision"
                        .formatted(applicants(true), applicants(false)));
        Together.all(seed.courses(), this::publish);
        progress.accept(
                "%d courses are in the catalogue, %d wait for their review, %d are being written"
                        .formatted(
                                seed.coursesIn(Stage.PUBLISHED).size(),
                                seed.coursesIn(Stage.SUBMITTED).size(),
                                seed.coursesIn(Stage.DRAFT).size()));
        Together.all(seed.coupons(), this::issue);
        buyAll(order -> seed.course(order.course()).isOlderFor(order.buyer()));
        Together.all(updated(), this::update);
        buyAll(order -> !seed.course(order.course()).isOlderFor(order.buyer()));
        // A seat that comes free is offered to whoever waits.
        seed.waiting().forEach(this::waitForASeat);
        Together.all(orders(order -> order.state().isGivenBack()), this::giveBack);
        progress.accept(
                "%d orders are placed, %d wait for a seat"
                        .formatted(seed.orders().size(), seed.waiting().size()));
        Together.all(seed.learning(), this::study);
        Together.all(seed.handedIn(), this::handIn);
        Together.all(seed.attempts(), this::tryQuiz);
        progress.accept(
                "%d times somebody learns a course, with %d attempts at quizzes and %d assignments"
                        .formatted(
                                seed.learning().size(),
                                seed.attempts().stream().mapToInt(one -> one.right().size()).sum(),
                                seed.handedIn().size()));
        Together.all(seed.learning(), this::review);
        var certificates =
                Together.each(
                        seed.learning().stream().filter(seed::earnsCertificate).toList(),
                        this::awaitCertificate);
        seed.revoked().forEach(this::revoke);
        progress.accept("%d certificates are issued".formatted(certificates.size()));
        return new Demo(changes.get(), certificates.stream().findFirst());
    }

    private List<Course> updated() {
        return seed.courses().stream().filter(course -> course.update().isPresent()).toList();
    }

    private void buyAll(Predicate<Order> which) {
        Together.all(orders(which), this::buy);
    }

    private List<Order> orders(Predicate<Order> which) {
        return seed.orders().stream().filter(which).toList();
    }

    private long applicants(boolean approved) {
        return seed.people().stream()
                .filter(one -> one.application().isPresent())
                .filter(one -> (one.role() == Role.INSTRUCTOR) == approved)
                .count();
    }

    private void arrive(Person person) {
        var arriving = new Arriving(platform, seed.password(), changes);
        var visitor = Patience.step("signing up " + person.email(), () -> arriving.arrive(person));
        visitors.put(person.key(), visitor);
        person.avatar().ifPresent(file -> show(person, visitor, media.resolve(file)));
    }

    private static void show(Person person, Visitor visitor, Path picture) {
        if (!visitor.get("/api/v1/users/me").path("avatarUrl").isString()) {
            Patience.carryOut(
                    "giving " + person.email() + " a picture",
                    new SendingPicture(visitor, picture)::asAvatar);
        }
    }

    private void apply(Person person) {
        person.application().ifPresent(application -> apply(person, application));
    }

    private void apply(Person person, Application application) {
        var becoming = new BecomingInstructor(this::provenAdmin);
        var visitor =
                Patience.step(
                        "applying to teach as " + person.email(),
                        () -> becoming.apply(person, application, visitor(person.key())));
        visitors.put(person.key(), visitor);
    }

    /// One proof does for all decisions, and none is made where there is nothing to decide.
    private synchronized Visitor provenAdmin() {
        if (proven.isEmpty()) {
            proven = Optional.of(visitor(seed.anyone(Role.ADMIN).key()).steppedUp());
        }
        return proven.get();
    }

    private void publish(Course course) {
        var id =
                Patience.step(
                        "publishing \"" + course.title() + "\"", writing(course)::untilItIsThere);
        courseIds.put(course.key(), id);
    }

    private void update(Course course) {
        Patience.carryOut(
                "publishing version 2 of \"" + course.title() + "\"",
                () ->
                        writing(course)
                                .untilItsUpdateIsThere(
                                        idOf(course), course.update().orElseThrow()));
    }

    private WritingCourse writing(Course course) {
        return new WritingCourse(
                course,
                visitor(course.author()),
                visitor(seed.anyone(Role.MODERATOR).key()),
                media);
    }

    private void issue(Coupon coupon) {
        var issuing =
                new IssuingCoupon(
                        visitor(seed.course(coupon.course()).author()),
                        idOf(seed.course(coupon.course())));
        Patience.carryOut(
                "issuing the coupon " + coupon.code(), () -> issuing.untilItIsThere(coupon));
    }

    private void study(Learning learning) {
        var course = seed.course(learning.course());
        var studying = new Studying(visitor(learning.learner()), idOf(course), course, learning);
        Patience.carryOut(
                "reading \"" + course.title() + "\" as " + learning.learner(), studying::study);
    }

    private void tryQuiz(Attempts attempts) {
        var course = seed.course(attempts.course());
        var lesson = course.lesson(attempts.lesson());
        var taking =
                new TakingQuiz(
                        visitor(attempts.learner()),
                        idOf(course),
                        course.lessons().indexOf(lesson),
                        lesson.quiz().orElseThrow());
        Patience.carryOut(
                "trying \"" + attempts.lesson() + "\" as " + attempts.learner(),
                () -> taking.attempt(attempts.right()));
    }

    private void review(Learning learning) {
        learning.review().ifPresent(review -> say(review, learning));
    }

    private void say(Review review, Learning by) {
        var course = seed.course(by.course());
        var reviewing = new Reviewing(visitor(by.learner()), idOf(course), review);
        var what = "reviewing \"" + course.title() + "\" as " + by.learner();
        var posted = Patience.step(what, reviewing::post);
        review.reportedBy()
                .ifPresent(reporter ->
                        reviewing.isReported(
                                posted,
                                visitor(reporter),
                                visitor(seed.anyone(Role.MODERATOR).key())));
    }

    private String awaitCertificate(Learning learning) {
        return Patience.step(
                "completing \"%s\" as %s"
                        .formatted(seed.course(learning.course()).title(), learning.learner()),
                certified(learning.learner(), learning.course())::untilItIsIssued);
    }

    private void revoke(Revocation revocation) {
        Patience.carryOut(
                "revoking the certificate of " + revocation.learner(),
                () ->
                        certified(revocation.learner(), revocation.course())
                                .isRevoked(this::provenAdmin, revocation.reason()));
    }

    private Certified certified(String learner, String course) {
        return new Certified(visitor(learner), idOf(seed.course(course)));
    }

    private void buy(Order order) {
        Patience.carryOut(
                "buying \"" + seed.course(order.course()).title() + "\" as " + order.buyer(),
                () -> {
                    if (order.state() == OrderState.EXPIRED) {
                        buying(order).untilItHasExpired();
                    } else {
                        buying(order).untilItIsPaid();
                    }
                });
    }

    private void giveBack(Order order) {
        Patience.carryOut(
                "giving back \"%s\" as %s"
                        .formatted(seed.course(order.course()).title(), order.buyer()),
                () -> buying(order).untilItIsGivenBack(order.state()));
    }

    private void handIn(HandedIn work) {
        var course = seed.course(work.course());
        var handing =
                new HandingIn(visitor(work.learner()), visitor(course.author()), idOf(course));
        Patience.carryOut(
                "handing in \"" + work.lesson() + "\" as " + work.learner(),
                () -> handing.until(work));
    }

    private void waitForASeat(Waiting one) {
        var waiting = new WaitingForASeat(visitor(one.learner()), idOf(seed.course(one.course())));
        Patience.carryOut(
                "waiting for a seat in \""
                        + seed.course(one.course()).title()
                        + "\" as "
                        + one.learner(),
                waiting::untilItIsKnown);
    }

    private Buying buying(Order order) {
        return new Buying(
                visitor(order.buyer()),
                new Client(platform.control().toString(), Map.of()),
                idOf(seed.course(order.course())),
                order.coupon());
    }

    private String idOf(Course course) {
        return courseIds.getOrDefault(course.key(), "");
    }

    private Visitor visitor(String key) {
        return Optional.ofNullable(visitors.get(key)).orElseThrow();
    }
}
