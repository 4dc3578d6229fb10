package dev.lectern.common.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A "no" with a name. Whatever a rule forbids is thrown as a refusal, so that no boolean can be
/// dropped on the way; the web tier answers it as a problem, a message handler dead-letters it.
public abstract class Refusal extends RuntimeException {

    /// Why it is refused, in the words of the rules and not of HTTP.
    public enum Kind {
        /// Wrong on its face, whatever the state.
        INVALID,
        /// Who asks has not shown to be who they say.
        UNPROVEN,
        /// Known to the caller, but not allowed.
        FORBIDDEN,
        /// Absent, or not the caller's to know of.
        NOT_FOUND,
        /// It was there for everybody, and is not any more.
        GONE,
        /// The state forbids it now.
        CONFLICT,
        /// An edit that was made on an older version.
        STALE,
        /// Larger than is ever taken.
        TOO_LARGE,
        /// A type of file that is never taken.
        TYPE_UNSUPPORTED,
        /// Tried too often; the same request may be sent again later.
        TOO_OFTEN,
        /// A rule refuses it; changing the request helps.
        RULE,
        /// The edit must name the version it was made on.
        VERSION_MISSING,
        /// A part this depends on does not answer; the same request may be sent again.
        UNAVAILABLE
    }

    /// One of several things that are wrong: `pointer` is a JSON pointer into the body.
    public record Fault(String code, String pointer, String detail) {}

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> extras = new LinkedHashMap<>();
    private transient List<Fault> faults = List.of();
    private @Nullable Duration retryAfter;

    /// @param code UPPER_SNAKE, one meaning over all services
    /// @param detail a sentence for the person who asked: what is wrong and what to do
    protected Refusal(Kind kind, String code, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    /// Adds a field to the problem, for example the id of the thing that stands in the way.
    public Refusal with(String field, Object value) {
        extras.put(field, value);
        return this;
    }

    /// Lists everything that is wrong, so that nobody has to find out one by one.
    public Refusal because(List<Fault> all) {
        faults = List.copyOf(all);
        return this;
    }

    /// Tells the caller that the same request may succeed after this time.
    public Refusal retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> extras() {
        return extras;
    }

    public List<Fault> faults() {
        return faults;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
