package dev.lectern.course.authoring.domain;

import static dev.lectern.course.authoring.domain.CourseFixtures.anArticle;
import static dev.lectern.course.authoring.domain.CourseFixtures.materials;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.common.problem.Refusal.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private final SectionId section = SectionId.next();
    private final LessonId article = LessonId.next();

    @Test
    void asksForALesson() {
        assertThat(failures(Outline.empty()))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("NO_LESSON", "/sections"));
    }

    @Test
    void asksForALessonInEverySection() {
        var outline = Outline.empty().withSection(section, "Waves");

        assertThat(failures(outline))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("NO_LESSON", "/sections/0"));
    }

    @Test
    void opensForArticlesThatAreWritten() {
        var outline =
                Outline.empty()
                        .withSection(section, "Waves")
                        .withLesson(section, anArticle("Sine").as(article));

        assertThat(failures(outline, article.value())).isEmpty();
        assertThat(failures(outline)).extracting(Fault::code).containsExactly("REF_BROKEN");
    }

    @Test
    void staysShutForWhatHasNoServiceYet() {
        var outline = Outline.empty().withSection(section, "Waves");
        for (var kind : LessonKind.values()) {
            outline =
                    outline.withLesson(
                            section,
                            new LessonPlan("A", kind, true, false, null).as(LessonId.next()));
        }

        assertThat(failures(outline, outline.articles().toArray(UUID[]::new)))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(
                        tuple("MEDIA_NOT_READY", "/sections/0/lessons/1"),
                        tuple("QUIZ_UNANSWERABLE", "/sections/0/lessons/2"),
                        tuple("REF_BROKEN", "/sections/0/lessons/3"));
    }

    @Test
    void opensForAQuizThatCanBeTaken() {
        var quiz = UUID.randomUUID();
        var outline = showing(quiz);

        assertThat(Gate.failures(outline, null, null, quizzes(Map.of(quiz, List.of())))).isEmpty();
        assertThat(failures(outline)).extracting(Fault::code).containsExactly("QUIZ_UNANSWERABLE");
    }

    @Test
    void saysEverythingThatIsMissingFromAQuiz() {
        var quiz = UUID.randomUUID();
        var reasons =
                List.of(
                        new Materials.Reason("POOL_TOO_SMALL", "One."),
                        new Materials.Reason("POOL_TOO_SMALL", "Two."));

        assertThat(Gate.failures(showing(quiz), null, null, quizzes(Map.of(quiz, reasons))))
                .extracting(Fault::code, Fault::pointer, Fault::detail)
                .containsExactly(
                        tuple("POOL_TOO_SMALL", "/sections/0/lessons/0", "One."),
                        tuple("POOL_TOO_SMALL", "/sections/0/lessons/0", "Two."));
    }

    @Test
    void asksForTheQuizThatDecidesOnCompletion() {
        var quiz = UUID.randomUUID();
        var ready = quizzes(Map.of(quiz, List.of()));

        assertThat(Gate.failures(showing(quiz), new Completion(quiz, 70), null, ready)).isEmpty();
        assertThat(Gate.failures(showing(quiz), new Completion(UUID.randomUUID(), 70), null, ready))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("REF_BROKEN", "/completion/finalQuizId"));
    }

    @Test
    void asksForAPrice() {
        var quiz = UUID.randomUUID();
        var unpriced =
                new Materials(
                        Map.of(), Map.of(quiz, List.of()), PlayableVideos.none(), false, true);

        assertThat(Gate.failures(showing(quiz), null, null, unpriced))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("PRICE_MISSING", "/price"));
    }

    @Test
    void asksForACover() {
        var quiz = UUID.randomUUID();
        var bare =
                new Materials(
                        Map.of(), Map.of(quiz, List.of()), PlayableVideos.none(), true, false);

        assertThat(Gate.failures(showing(quiz), null, null, bare))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("COVER_MISSING", "/coverAssetId"));
    }

    @Test
    void opensForAVideoThatCanBePlayed() {
        var video = UUID.randomUUID();
        var outline = showing(LessonKind.VIDEO, video);

        assertThat(
                        Gate.failures(
                                outline,
                                null,
                                null,
                                showing(new PlayableVideos(Map.of(video, 30), Set.of()))))
                .isEmpty();
        assertThat(failures(outline)).extracting(Fault::code).containsExactly("MEDIA_NOT_READY");
    }

    @Test
    void asksForCaptionsWhereTheyAreMissing() {
        var video = UUID.randomUUID();
        var silent = showing(new PlayableVideos(Map.of(video, 30), Set.of(video)));

        assertThat(Gate.failures(showing(LessonKind.VIDEO, video), null, null, silent))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("CAPTIONS_MISSING", "/sections/0/lessons/0"));
    }

    @Test
    void asksForTheFilmTheCourseIsPromotedWith() {
        var shown = UUID.randomUUID();
        var promo = UUID.randomUUID();
        var outline = showing(LessonKind.VIDEO, shown);

        var missing = showing(new PlayableVideos(Map.of(shown, 30), Set.of()));
        assertThat(Gate.failures(outline, null, promo, missing))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("MEDIA_NOT_READY", "/promoVideoId"));

        var silent = showing(new PlayableVideos(Map.of(shown, 30, promo, 30), Set.of(promo)));
        assertThat(Gate.failures(outline, null, promo, silent))
                .extracting(Fault::code, Fault::pointer)
                .containsExactly(tuple("CAPTIONS_MISSING", "/promoVideoId"));

        var ready = showing(new PlayableVideos(Map.of(shown, 30, promo, 30), Set.of()));
        assertThat(Gate.failures(outline, null, promo, ready)).isEmpty();
    }

    private static Materials quizzes(Map<UUID, List<Materials.Reason>> quizzes) {
        return new Materials(Map.of(), quizzes, PlayableVideos.none(), true, true);
    }

    private static Materials showing(PlayableVideos videos) {
        return new Materials(Map.of(), Map.of(), videos, true, true);
    }

    private Outline showing(UUID quiz) {
        return showing(LessonKind.QUIZ, quiz);
    }

    private Outline showing(LessonKind kind, UUID shown) {
        var plan = new LessonPlan("A", kind, true, false, LessonReference.of(kind, shown));
        return Outline.empty()
                .withSection(section, "Waves")
                .withLesson(section, plan.as(LessonId.next()));
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE, IMAGE, true",
        "FILE, FILE, true",
        "IMAGE, FILE, true",
        "FILE, IMAGE, false",
        ", IMAGE, false",
        ", FILE, false"
    })
    void asksWhetherWhatAnArticleShowsIsThereAndFits(
            @Nullable AssetKind ready, AssetKind shown, boolean open) {
        var asset = UUID.randomUUID();
        var outline =
                Outline.empty()
                        .withSection(section, "Waves")
                        .withLesson(section, anArticle("Sine").as(article));
        var body = new WrittenBody(UUID.randomUUID(), List.of(new ShownAsset(asset, shown)));

        var failures =
                Gate.failures(
                        outline,
                        null,
                        null,
                        new Materials(
                                Map.of(article.value(), body),
                                new ReadyAssets(ready == null ? Map.of() : Map.of(asset, ready)),
                                Map.of(),
                                PlayableVideos.none(),
                                Set.of(),
                                true,
                                true));

        assertThat(failures)
                .extracting(Fault::code, Fault::pointer)
                .isEqualTo(
                        open ? List.of() : List.of(tuple("REF_BROKEN", "/sections/0/lessons/0")));
    }

    private static List<Fault> failures(Outline outline, UUID... written) {
        return Gate.failures(outline, null, null, materials(List.of(written)));
    }
}
