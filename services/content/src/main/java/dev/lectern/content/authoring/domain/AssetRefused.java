package dev.lectern.content.authoring.domain;

import dev.lectern.common.problem.Refusal;

/// A body that shows what its course cannot show.
public final class AssetRefused extends Refusal {

    private AssetRefused(String code, String detail) {
        super(Kind.RULE, code, detail);
    }

    /// It belongs to another course, which is all the author learns of it.
    public static AssetRefused unknown() {
        return new AssetRefused("REF_UNKNOWN", "What is referred to here does not exist.");
    }

    /// It is a file, and no picture.
    public static AssetRefused noImage() {
        return new AssetRefused(
                "KIND_MISMATCH", "This is a file. Show it in a block of type FILE.");
    }

    /// The same, of one place in the body.
    public Fault at(String pointer) {
        return new Fault(code(), pointer, detail());
    }
}
