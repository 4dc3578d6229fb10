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

    /// Who becomes what.
    ///
    /// @param email the address of the account, for example `ada@example.com`
    /// @param role moderator, support or admin, for example `moderator`
    /// @param password for a new account; null has one generated
    /// @param displayName for a new account, null for a name of its office
    /// @param locale for a new account, null for English
    /// @param timeZone for a new account, null for UTC
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

    /// Who was appointed.
    ///
    /// @param role moderator, support or admin
    /// @param generatedPassword to be handed over once; null where none was made
    record AppointResponse(UUID userId, String role, @Nullable String generatedPassword) {}

    private final GrantingStaffRole granting;

    StaffController(GrantingStaffRole granting) {
        this.granting = granting;
    }

    /// Appoints somebody to the staff, with a new account where there is none. A known and proven
    /// account keeps its password unless one is given. 403 `FORBIDDEN` for every client but the
    /// operator's; 422 `PASSWORD_WEAK` or `PASSWORD_LEAKED`.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AppointResponse appointStaff(Principal client, @Valid @RequestBody AppointRequest body) {
        requireOperator(client);
        var appointed = granting.appoint(body.toCommand());
        return new AppointResponse(
                appointed.userId(), body.role(), appointed.generatedPassword().orElse(null));
    }

    /// Takes a staff role back, and every session with it. 403 `FORBIDDEN` for every client but the
    /// operator's; 409 `LAST_ADMIN`.
    ///
    /// @param role moderator, support or admin
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
