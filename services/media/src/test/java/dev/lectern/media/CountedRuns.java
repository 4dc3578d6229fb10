package dev.lectern.media;

import dev.lectern.media.application.Transcoder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Counts how often videos are processed.
class CountedRuns implements BeanPostProcessor {

    private final AtomicInteger runs = new AtomicInteger();

    int soFar() {
        return runs.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Transcoder transcoder ? counting(transcoder) : bean;
    }

    private Transcoder counting(Transcoder transcoder) {
        return new Transcoder() {
            @Override
            public Probed probe(Path file) {
                runs.incrementAndGet();
                return transcoder.probe(file);
            }

            @Override
            public void transcode(Path file, Probed probed, Path into) {
                transcoder.transcode(file, probed, into);
            }
        };
    }
}
