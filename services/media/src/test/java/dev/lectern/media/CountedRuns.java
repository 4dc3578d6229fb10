package dev.lectern.media;

import dev.lectern.media.application.Transcoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Counts how often videos are processed.
class CountedRuns implements BeanPostProcessor {

    /// A file that begins so ends whatever looks into it.
    static final String DEADLY = "deadly";

    private final AtomicInteger runs = new AtomicInteger();

    int soFar() {
        return runs.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Transcoder transcoder ? counting(transcoder) : bean;
    }

    private static String contentOf(Path file) {
        try (var start = Files.newInputStream(file)) {
            return new String(start.readNBytes(DEADLY.length()), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Transcoder counting(Transcoder transcoder) {
        return new Transcoder() {
            @Override
            public Probed probe(Path file) {
                runs.incrementAndGet();
                if (contentOf(file).startsWith(DEADLY)) {
                    throw new IllegalStateException("killed");
                }
                return transcoder.probe(file);
            }

            @Override
            public void transcode(Path file, Probed probed, Path into) {
                transcoder.transcode(file, probed, into);
            }
        };
    }
}
