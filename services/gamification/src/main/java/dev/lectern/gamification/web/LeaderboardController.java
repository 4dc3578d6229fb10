package dev.lectern.gamification.web;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.gamification.application.AccountViews;
import dev.lectern.gamification.application.BoardKey.Period;
import dev.lectern.gamification.application.BoardView;
import dev.lectern.gamification.application.BoardViews;
import dev.lectern.gamification.application.ChoosingVisibility;
import dev.lectern.gamification.application.VisibilityView;
import dev.lectern.gamification.domain.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who has the most points, and how the caller is seen there.
@RestController
@RequestMapping("/api/v1/leaderboards")
class LeaderboardController {

    private final BoardViews boards;
    private final AccountViews accounts;
    private final ChoosingVisibility choosing;

    LeaderboardController(BoardViews boards, AccountViews accounts, ChoosingVisibility choosing) {
        this.boards = boards;
        this.accounts = accounts;
        this.choosing = choosing;
    }

    /// @param visibility NAME, PSEUDONYM or HIDDEN
    record VisibilityRequest(@NotNull Visibility visibility) {}

    /// Shows the best ten of a board and where the caller stands. 403 `NOT_ENROLLED` for the board
    /// of a course the caller neither learns nor teaches; 404 for a course never published and for
    /// an unknown scope.
    ///
    /// @param scope `all`, or `course` together with `courseId`
    /// @param courseId the course, for the scope `course` alone
    /// @param period this WEEK from Monday in UTC, or ALL, which is also the default
    @GetMapping("/{scope}")
    BoardView getLeaderboard(
            @PathVariable String scope,
            @RequestParam Optional<UUID> courseId,
            @RequestParam Optional<Period> period,
            Caller caller) {
        var span = period.orElse(Period.ALL);
        return switch (scope) {
            case "all" -> {
                if (courseId.isPresent()) {
                    throw GenericRefusal.unknownParameter("courseId");
                }
                yield boards.all(span, caller);
            }
            case "course" ->
                    boards.ofCourse(
                            courseId.orElseThrow(() -> GenericRefusal.parameterNeeded("courseId")),
                            span,
                            caller);
            default -> throw GenericRefusal.notFound();
        };
    }

    /// Shows how the caller is seen on boards.
    @GetMapping("/me")
    VisibilityView getMyVisibility(Caller caller) {
        return accounts.visibility(caller);
    }

    /// Chooses how the caller is seen on boards, from now on and on all of them. HIDDEN learners
    /// are on none; their points go on counting for themselves.
    @PutMapping("/me")
    VisibilityView chooseMyVisibility(
            @Valid @RequestBody VisibilityRequest request, Caller caller) {
        choosing.choose(request.visibility(), caller);
        return accounts.visibility(caller);
    }
}
