package dev.lectern.launcher.demo;

import dev.lectern.client.Client;
import dev.lectern.launcher.demo.Seed.Application;
import dev.lectern.launcher.demo.Seed.Coupon;
import dev.lectern.launcher.demo.Seed.Course;
import dev.lectern.launcher.demo.Seed.HandedIn;
import dev.lectern.launcher.demo.Seed.Learning;
import dev.lectern.launcher.demo.Seed.Order;
import dev.lectern.launcher.demo.Seed.Person;
import dev.lectern.launcher.demo.Seed.Review;
import dev.lectern.launcher.demo.Seed.Role;
import dev.lectern.launcher.demo.Seed.Stage;
import dev.lectern.launcher.demo.Seed.Waiting;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

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
        Together.each(seed.people(), this::arrive);
        progress.accept("%d people can sign in".formatted(seed.people().size()));
        Together.each(seed.people(), this::apply);
        progress.accept(
                "%d may teach, %d waiting for a decision"
                        .formatted(applicants(true), applicants(false)));
        Together.each(seed.courses(), this::publish);
        progress.accept(
                "%d courses are in the catalogue, %d wait for their review, %d are being written"
                        .formatted(
                                seed.coursesIn(Stage.PUBLISHED).size(),
                                seed.coursesIn(Stage.SUBMITTED).size(),
                                seed.coursesIn(Stage.DRAFT).size()));
        Together.each(seed.coupons(), this::issue);
        var certificates = Together.each(seed.learning(), this::study);
        progress.accept("%d learners are on their way".formatted(seed.learning().size()));
        Together.each(seed.orders(), this::buy);
        progress.accept("%d more orders are placed".formatted(seed.orders().size()));
        Together.each(seed.handedIn(), this::handIn);
        Together.each(seed.waiting(), this::waitForASeat);
        progress.accept(
                "%d assignments are handed in, %d wait for a seat"
                        .formatted(seed.handedIn().size(), seed.waiting().size()));
        return new Demo(changes.get(), certificates.stream().flatMap(Optional::stream).findFirst());
    }

    private long applicants(boolean approved) {
        return seed.people().stream()
                .filter(one -> one.application().isPresent())
                .filter(one -> (one.role() == Role.INSTRUCTOR) == approved)
                .count();
    }

    private Optional<Visitor> arrive(Person person) {
        var arriving = new Arriving(platform, seed.password(), changes);
        var visitor = Patience.step("signing up " + person.email(), () -> arriving.arrive(person));
        return Optional.ofNullable(visitors.put(person.key(), visitor));
    }

    private Optional<Visitor> apply(Person person) {
        return person.application().map(application -> apply(person, application));
    }

    private Visitor apply(Person person, Application application) {
        var becoming = new BecomingInstructor(this::provenAdmin);
        var visitor =
                Patience.step(
                        "applying to teach as " + person.email(),
                        () -> becoming.apply(person, application, visitor(person.key())));
        visitors.put(person.key(), visitor);
        return visitor;
    }

    /// One proof does for all decisions, and none is made where there is nothing to decide.
    private synchronized Visitor provenAdmin() {
        if (proven.isEmpty()) {
            proven = Optional.of(visitor(seed.anyone(Role.ADMIN).key()).steppedUp());
        }
        return proven.get();
    }

    private String publish(Course course) {
        var writing =
                new WritingCourse(
                        course,
                        visitor(course.author()),
                        visitor(seed.anyone(Role.MODERATOR).key()),
                        media);
        var id = Patience.step("publishing \"" + course.title() + "\"", writing::untilItIsThere);
        courseIds.put(course.key(), id);
        return id;
    }

    private Coupon issue(Coupon coupon) {
        var issuing =
                new IssuingCoupon(
                        visitor(seed.course(coupon.course()).author()),
                        courseIds.getOrDefault(coupon.course(), ""));
        return Patience.step(
                "issuing the coupon " + coupon.code(),
                () -> {
                    issuing.untilItIsThere(coupon);
                    return coupon;
                });
    }

    private Optional<String> study(Learning learning) {
        var certificate = read(learning);
        learning.review().ifPresent(review -> say(review, learning));
        return certificate;
    }

    private void say(Review review, Learning by) {
        var reviewing =
                new Reviewing(
                        visitor(by.learner()), courseIds.getOrDefault(by.course(), ""), review);
        var what = "reviewing \"" + seed.course(by.course()).title() + "\" as " + by.learner();
        var posted = Patience.step(what, reviewing::post);
        review.reportedBy()
                .ifPresent(reporter ->
                        reviewing.isReported(
                                posted,
                                visitor(reporter),
                                visitor(seed.anyone(Role.MODERATOR).key())));
    }

    private Optional<String> read(Learning learning) {
        var course = seed.course(learning.course());
        var studying =
                new Studying(
                        visitor(learning.learner()),
                        courseIds.getOrDefault(course.key(), ""),
                        course.isSold()
                                ? Optional.of(buying(learning.learner(), course, Optional.empty()))
                                : Optional.empty(),
                        learning.completed());
        return Patience.step(
                "reading \"" + course.title() + "\" as " + learning.learner(), studying::study);
    }

    private Order buy(Order order) {
        var course = seed.course(order.course());
        return Patience.step(
                "buying \"" + course.title() + "\" as " + order.buyer(),
                () -> {
                    buying(order.buyer(), course, order.coupon()).until(order.state());
                    return order;
                });
    }

    private HandedIn handIn(HandedIn work) {
        var course = seed.course(work.course());
        var handing =
                new HandingIn(
                        visitor(work.learner()),
                        visitor(course.author()),
                        courseIds.getOrDefault(course.key(), ""));
        return Patience.step(
                "handing in \"" + work.lesson() + "\" as " + work.learner(),
                () -> {
                    handing.until(work);
                    return work;
                });
    }

    private Waiting waitForASeat(Waiting one) {
        var waiting =
                new WaitingForASeat(
                        visitor(one.learner()), courseIds.getOrDefault(one.course(), ""));
        return Patience.step(
                "waiting for a seat in \""
                        + seed.course(one.course()).title()
                        + "\" as "
                        + one.learner(),
                () -> {
                    waiting.untilItIsKnown();
                    return one;
                });
    }

    private Buying buying(String buyer, Course course, Optional<String> coupon) {
        return new Buying(
                visitor(buyer),
                new Client(platform.control().toString(), Map.of()),
                courseIds.getOrDefault(course.key(), ""),
                coupon);
    }

    private Visitor visitor(String key) {
        return Optional.ofNullable(visitors.get(key)).orElseThrow();
    }
}
