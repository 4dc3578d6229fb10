package dev.lectern.auth.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.auth.domain.Account;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.common.security.IdentityProperties;
import dev.lectern.common.task.DurableTasks;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Sends letters after the commit. A request for one looks nothing up, so that it takes as long for
/// a stranger's address as for a known one; who gets which letter is decided when it is written.
/// The secret is made then too, and so never waits in a table.
@Component
public class WritingLetters {

    /// Why a letter is due.
    public enum Occasion {
        REGISTERED,
        REGISTERED_AGAIN,
        CONFIRMATION_ASKED,
        RESET_ASKED
    }

    /// A letter to be written.
    public record Order(Occasion occasion, String email, String locale) {}

    public static final TaskDescriptor<Order> TASK = TaskDescriptor.of("write-letter", Order.class);

    private final DurableTasks tasks;
    private final Accounts accounts;
    private final SecretLinks links;
    private final SecretMail mail;
    private final URI origin;

    WritingLetters(
            DurableTasks tasks,
            Accounts accounts,
            SecretLinks links,
            SecretMail mail,
            IdentityProperties identity) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.links = links;
        this.mail = mail;
        this.origin = identity.publicOrigin();
    }

    /// Within the transaction of the occasion, if it has one.
    public void after(Occasion occasion, EmailAddress email, String locale) {
        tasks.soon(
                TASK,
                KeyGenerators.string().generateKey(),
                new Order(occasion, email.value(), locale));
    }

    /// Writes and sends; what it throws means "again later", then with a new secret.
    public void write(Order order) {
        accounts.findByEmail(new EmailAddress(order.email()))
                .flatMap(account -> letter(order, account))
                .ifPresent(mail::send);
    }

    private Optional<SecretMail.Letter> letter(Order order, Account account) {
        return switch (order.occasion()) {
            case REGISTERED, CONFIRMATION_ASKED ->
                    account.isEmailVerified() ? Optional.empty() : confirmation(order, account);
            case RESET_ASKED -> reset(SecretMail.Kind.RESET_PASSWORD, order, account);
            case REGISTERED_AGAIN ->
                    account.isEmailVerified()
                            ? Optional.of(
                                    letter(
                                            SecretMail.Kind.ALREADY_REGISTERED,
                                            order,
                                            account,
                                            page("/reset").build().toUri()))
                            // A link that also asks for a new password: who opened the account
                            // first
                            // may not be who reads this mail, and must not choose the password.
                            : reset(SecretMail.Kind.FINISH_REGISTRATION, order, account);
        };
    }

    private Optional<SecretMail.Letter> confirmation(Order order, Account account) {
        return links.issue(account.id(), SecretLinks.Purpose.CONFIRM_EMAIL)
                .map(secret -> withToken("/confirm-email", secret))
                .map(link -> letter(SecretMail.Kind.CONFIRM_EMAIL, order, account, link));
    }

    private Optional<SecretMail.Letter> reset(SecretMail.Kind kind, Order order, Account account) {
        return links.issue(account.id(), SecretLinks.Purpose.RESET_PASSWORD)
                .map(secret -> withToken("/reset", secret))
                .map(link -> letter(kind, order, account, link));
    }

    private static SecretMail.Letter letter(
            SecretMail.Kind kind, Order order, Account account, URI link) {
        return new SecretMail.Letter(
                kind, account.email(), Locale.forLanguageTag(order.locale()), link);
    }

    private URI withToken(String path, String secret) {
        return page(path).queryParam("token", secret).build().toUri();
    }

    private UriComponentsBuilder page(String path) {
        return UriComponentsBuilder.fromUri(origin).path(path);
    }
}
