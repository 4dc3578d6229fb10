package dev.lectern.certificate.signing;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/// The contexts this service signs under, from its own files. Nothing is ever fetched: what a
/// signature means must not depend on who answers at some address today.
final class BundledContexts implements DocumentLoader {

    private final Map<String, Document> contexts =
            Map.of(
                    LinkedData.CREDENTIALS,
                    read("credentials-v2.json"),
                    LinkedData.OPEN_BADGES,
                    read("ob-3.0.3.json"));

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        return Optional.ofNullable(contexts.get(address.toString()))
                .orElseThrow(() ->
                        new JsonLdError(
                                JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                                "not among the bundled contexts: " + address));
    }

    private static Document read(String file) {
        try (var bytes = new ClassPathResource("contexts/" + file).getInputStream()) {
            return JsonDocument.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a bundled context cannot be read", e);
        } catch (JsonLdError e) {
            throw new IllegalStateException("a bundled context is no JSON", e);
        }
    }
}
