package dev.lectern.auth.web;

import dev.lectern.auth.application.GrantingStaffRole;
import dev.lectern.auth.application.NewProfile;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.auth.domain.Role;
import dev.lectern.common.problem.GenericRefusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Staff is appointed by whoever runs the platform, through the operator's client: no service and
/// no person may do it.
@RestController
@RequestMapping("/internal/staff")
class StaffController {

    private static final String OPERATOR = "lectern-operator";

    record AppointRequest(
            @NotNull String email,
            @NotNull String role,
            @Nullable String password,
            @Nullable String displayName,
            @Nullable String locale,
            @Nullable String timeZone) {

        GrantingStaffRole.Appoint toCommand() {
            return new GrantingStaffRole.Appoint(
                    new EmailAddress(email),
                    roleOf(role).orElseThrow(StaffController::unknownRole),
                    Optional.ofNullable(password).map(RawPassword::new),
                    new NewProfile(
                            Objects.requireNonNullElse(displayName, "Staff"),
                            Objects.requireNonNullElse(locale, "en"),
                            Objects.requireNonNullElse(timeZone, "UTC")));
        }
    }

    record AppointResponse(UUID userId, String role, @Nullable String generatedPassword) {}

    private final GrantingStaffRole granting;

    StaffController(GrantingStaffRole granting) {
        this.granting = granting;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AppointResponse appointStaff(Principal client, @Valid @RequestBody AppointRequest body) {
        requireOperator(client);
        var appointed = granting.appoint(body.toCommand());
        return new AppointResponse(
                appointed.userId(), body.role(), appointed.generatedPassword().orElse(null));
    }

    @DeleteMapping("/{userId}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismissStaff(Principal client, @PathVariable UUID userId, @PathVariable String role) {
        requireOperator(client);
        granting.dismiss(new AccountId(userId), roleOf(role).orElseThrow(GenericRefusal::notFound));
    }

    private static void requireOperator(Principal client) {
        if (!OPERATOR.equals(client.getName())) {
            throw GenericRefusal.forbidden();
        }
    }

    private static Optional<Role> roleOf(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.isStaff() && role.onTheWire().equals(name))
                .findFirst();
    }

    private static RuntimeException unknownRole() {
        return GenericRefusal.invalid("/role", "One of moderator, support, admin.");
    }
}
