package dev.lectern.notification.web;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.notification.application.NotificationView;
import dev.lectern.notification.application.NotificationViews;
import dev.lectern.notification.application.ReadingNotifications;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the caller was told, in the language of the request.
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

    private final NotificationViews views;
    private final ReadingNotifications reading;

    NotificationController(NotificationViews views, ReadingNotifications reading) {
        this.views = views;
        this.reading = reading;
    }

    /// What may be changed of a notification.
    ///
    /// @param read true; what was read stays read
    record ReadRequest(@NotNull @AssertTrue(message = "can only become true") Boolean read) {}

    /// Lists what the caller was told, newest first, in the language of `Accept-Language`: English,
    /// Spanish, Portuguese or Arabic.
    ///
    /// @param unread true for those not read yet, false for those read
    @GetMapping
    Page<NotificationView> listNotifications(
            @RequestParam Optional<Boolean> unread, PageQuery page, Locale locale, Caller caller) {
        return views.all(unread, page, locale, caller);
    }

    /// Shows one of the caller's notifications. 404 for anybody else's.
    @GetMapping("/{id}")
    NotificationView getNotification(@PathVariable UUID id, Locale locale, Caller caller) {
        return views.own(id, locale, caller);
    }

    /// Marks one as read. Done twice it is the same. 404 for anybody else's.
    @PatchMapping("/{id}")
    NotificationView readNotification(
            @PathVariable UUID id,
            @Valid @RequestBody ReadRequest request,
            Locale locale,
            Caller caller) {
        reading.read(id, caller);
        return views.own(id, locale, caller);
    }
}
