package dev.lectern.notification.web;

import dev.lectern.notification.application.Preferences;
import dev.lectern.notification.application.UnsubscribeLinks;
import dev.lectern.notification.application.UnsubscribeLinks.Subscription;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Ends a kind of mail by the link in it, without a sign-in (RFC 8058): the mailbox posts by
/// itself, a person sees a page that posts.
@RestController
@RequestMapping("/unsubscribe")
class UnsubscribeController {

    private final UnsubscribeLinks links;
    private final Preferences preferences;
    private final UnsubscribePage page;

    UnsubscribeController(UnsubscribeLinks links, Preferences preferences, UnsubscribePage page) {
        this.links = links;
        this.preferences = preferences;
        this.page = page;
    }

    /// Shows a page that asks. Opening it changes nothing, as mailboxes open links to look for
    /// viruses. 404 with a page that says so, for whatever was not made here.
    ///
    /// @param token from the link of a mail
    @GetMapping
    ResponseEntity<String> showUnsubscribe(@RequestParam Optional<String> token, Locale locale) {
        return subscription(token)
                .map(known -> page.asking(token.orElse(""), known.kind(), locale))
                .orElseGet(() -> page.unknown(locale));
    }

    /// Switches that kind of mail off, until its owner switches it on again. Done twice it is the
    /// same. 404 with a page that says so, for whatever was not made here.
    ///
    /// @param token from the link of a mail
    @PostMapping
    ResponseEntity<String> endSubscription(@RequestParam Optional<String> token, Locale locale) {
        var known = subscription(token);
        known.ifPresent(ended -> preferences.switchOffMail(ended.user(), ended.kind()));
        return known.map(ended -> page.done(ended.kind(), locale))
                .orElseGet(() -> page.unknown(locale));
    }

    private Optional<Subscription> subscription(Optional<String> token) {
        return token.flatMap(links::read);
    }
}
