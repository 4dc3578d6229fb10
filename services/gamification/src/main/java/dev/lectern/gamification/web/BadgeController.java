package dev.lectern.gamification.web;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.gamification.application.AccountViews;
import dev.lectern.gamification.application.BadgeView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The caller's gallery.
@RestController
@RequestMapping("/api/v1/badges")
class BadgeController {

    private final AccountViews views;

    BadgeController(AccountViews views) {
        this.views = views;
    }

    /// Lists all badges on one page, with how far the caller is.
    @GetMapping
    Page<BadgeView> listBadges(Caller caller) {
        return new Page<>(views.badges(caller), null);
    }
}
