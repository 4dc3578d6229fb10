package dev.lectern.notification.application;

import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.News.Amount;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// News in the languages there are: English for everybody who reads none of the others.
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /// What one text of a kind may name.
    record Facts(
            Kind kind,
            @Nullable String courseTitle,
            @Nullable Amount amount,
            @Nullable String detail) {}

    /// The language of ours that is nearest to what somebody reads.
    public static Locale nearest(Locale locale) {
        return switch (locale.getLanguage()) {
            case "es" -> Locale.of("es");
            case "pt" -> Locale.of("pt", "BR");
            case "ar" -> Locale.of("ar");
            default -> Locale.ENGLISH;
        };
    }

    /// Without anything personal, as it is also the subject of the mail.
    String title(Kind kind, Locale locale) {
        return word(kind.name() + ".title", locale);
    }

    String body(Facts facts, Locale locale) {
        var course =
                facts.courseTitle() == null
                        ? word("course.unnamed", locale)
                        : word("course.named", locale, facts.courseTitle());
        return word(
                facts.kind().name() + ".body",
                locale,
                course,
                facts.amount() == null ? "" : money(facts.amount(), locale),
                detail(facts, locale));
    }

    /// Badges have names for people; whatever has none is named as it is told.
    private String detail(Facts facts, Locale locale) {
        if (facts.detail() == null) {
            return "";
        }
        var name = facts.kind().name() + "." + facts.detail();
        return Objects.requireNonNull(
                messages.getMessage(name, null, facts.detail(), nearest(locale)));
    }

    String action(Kind kind, Locale locale) {
        return word(kind.name() + ".action", locale);
    }

    /// Any other text.
    public String word(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, nearest(locale));
    }

    private static String money(Amount amount, Locale locale) {
        var currency = Currency.getInstance(amount.currency());
        var format = NumberFormat.getCurrencyInstance(nearest(locale));
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(
                BigDecimal.valueOf(amount.minor(), currency.getDefaultFractionDigits()));
    }
}
