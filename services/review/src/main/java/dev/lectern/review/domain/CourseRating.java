package dev.lectern.review.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.AbstractAggregateRoot;

/// What the reviews of a course come to: how often each number of stars was given, over those that
/// count. Everything else follows from that.
@Entity
@Table(name = "course_rating")
public class CourseRating extends AbstractAggregateRoot<CourseRating> {

    @Id private UUID courseId;

    private int ones;
    private int twos;
    private int threes;
    private int fours;
    private int fives;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected CourseRating() {}

    private CourseRating(UUID courseId) {
        this.courseId = courseId;
    }

    /// That of a course without reviews.
    public static CourseRating of(UUID courseId) {
        return new CourseRating(courseId);
    }

    /// One review adds this now instead of that. Nothing changes where both are the same.
    public void replace(Optional<Integer> before, Optional<Integer> after) {
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(stars -> add(stars, -1));
        after.ifPresent(stars -> add(stars, 1));
        registerEvent(new ReviewEvent.Rerated(this));
    }

    private void add(int stars, int howMany) {
        switch (stars) {
            case 1 -> ones += howMany;
            case 2 -> twos += howMany;
            case 3 -> threes += howMany;
            case 4 -> fours += howMany;
            case 5 -> fives += howMany;
            default -> throw new IllegalArgumentException("no such number of stars: " + stars);
        }
    }

    public UUID courseId() {
        return courseId;
    }

    /// How often one star was given, two, and so on to five.
    public List<Integer> histogram() {
        return List.of(ones, twos, threes, fours, fives);
    }

    public int count() {
        return ones + twos + threes + fours + fives;
    }

    /// With two decimals; empty where no review counts.
    public Optional<BigDecimal> average() {
        return Average.of(histogram());
    }
}
