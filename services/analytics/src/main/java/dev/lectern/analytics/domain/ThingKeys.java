package dev.lectern.analytics.domain;

import java.util.Set;

/// Names of fields whose id is that of a thing. Every other id is taken for a person's, so that a
/// field that is new in an event hides too much sooner than too little.
public final class ThingKeys {

    private static final Set<String> NAMES =
            Set.of(
                    "applicationId",
                    "assetId",
                    "assignmentId",
                    "attemptId",
                    "bankId",
                    "certificateId",
                    "couponId",
                    "courseId",
                    "coverAssetId",
                    "defaultRunId",
                    "enrollmentId",
                    "entryId",
                    "finalQuizId",
                    "gradeId",
                    "lessonId",
                    "orderId",
                    "quizId",
                    "refId",
                    "refundId",
                    "reversedEntryId",
                    "reviewId",
                    "revisionId",
                    "runId",
                    "sectionId",
                    "submissionId",
                    "videoId");

    private ThingKeys() {}

    public static boolean has(String key) {
        return NAMES.contains(key);
    }
}
