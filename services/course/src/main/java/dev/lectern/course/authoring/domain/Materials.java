package dev.lectern.course.authoring.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What there is behind the lessons of a course.
///
/// @param bodies what there is to read, by lesson
/// @param assets the images and files the bodies may show
/// @param quizzes by id why each cannot be taken; no reason for one that can
/// @param assignments those that are written, which never change
/// @param priced whether its author has said what it costs
/// @param covered whether it has a picture to be shown with, or needs none
public record Materials(
        Map<UUID, WrittenBody> bodies,
        ReadyAssets assets,
        Map<UUID, List<Reason>> quizzes,
        PlayableVideos videos,
        Set<UUID> assignments,
        boolean priced,
        boolean covered) {

    /// @param code as the gate says it
    public record Reason(String code, String detail) {}

    public Materials {
        bodies = Map.copyOf(bodies);
        quizzes = Map.copyOf(quizzes);
        assignments = Set.copyOf(assignments);
    }

    /// Of a course without images, files and assignments.
    public Materials(
            Map<UUID, WrittenBody> bodies,
            Map<UUID, List<Reason>> quizzes,
            PlayableVideos videos,
            boolean priced,
            boolean covered) {
        this(bodies, ReadyAssets.none(), quizzes, videos, Set.of(), priced, covered);
    }

    /// The length of the video a lesson shows; 0 for any other lesson, whose length nobody knows.
    public int secondsOf(Outline.Lesson lesson) {
        return lesson.refId() == null ? 0 : videos.seconds().getOrDefault(lesson.refId(), 0);
    }
}
