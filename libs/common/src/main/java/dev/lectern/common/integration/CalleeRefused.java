package dev.lectern.common.integration;

/// Another service answered with a refusal. The asking service says what that means to its own
/// caller.
public final class CalleeRefused extends RuntimeException {

    private final int status;
    private final String code;

    CalleeRefused(String callee, int status, String code, String detail) {
        super(callee + " refused with " + code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    /// The HTTP status, 400 to 499.
    public int status() {
        return status;
    }

    /// The problem's code, for example `CAPACITY_BELOW_TAKEN`.
    public String code() {
        return code;
    }
}
