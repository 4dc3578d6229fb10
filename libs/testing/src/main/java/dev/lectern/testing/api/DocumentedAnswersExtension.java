package dev.lectern.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test in which a service answered something its document does not name.
public final class DocumentedAnswersExtension implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(DocumentedAnswers.complaints())
                .as(
                        "answers that docs/api does not name: say them in the comment of the"
                                + " controller's method, then run ApiDocumentTest with"
                                + " -Dlectern.write")
                .isEmpty();
    }
}
