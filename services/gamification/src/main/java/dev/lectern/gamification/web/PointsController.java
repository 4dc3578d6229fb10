package dev.lectern.gamification.web;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.gamification.application.AccountViews;
import dev.lectern.gamification.application.EntryView;
import dev.lectern.gamification.application.PointsView;
import dev.lectern.gamification.application.RuleView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the caller has earned, and by which rules.
@RestController
@RequestMapping("/api/v1/points")
class PointsController {

    private final AccountViews views;

    PointsController(AccountViews views) {
        this.views = views;
    }

    /// Shows the caller's points, level and streak.
    @GetMapping("/me")
    PointsView getMyPoints(Caller caller) {
        return views.points(caller);
    }

    /// Lists the caller's ledger, newest line first.
    @GetMapping("/me/ledger")
    Page<EntryView> listMyLedger(PageQuery page, Caller caller) {
        return views.ledger(page, caller);
    }

    /// Lists the rules in all their versions, on one page. An act is counted by the version that
    /// was in force when it was done.
    @GetMapping("/rules")
    Page<RuleView> listRules(Caller caller) {
        return new Page<>(views.rules(), null);
    }
}
