package dev.lectern.gateway.limits;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/// One rate: so many requests in a window, given back evenly over it.
record Policy(String name, long quota, Duration window) {

    BucketConfiguration configuration() {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window))
                .build();
    }

    /// The rate is part of the key: a bucket keeps the configuration it was made with, so a changed
    /// limit would otherwise not reach callers whose bucket is still alive.
    String bucketOf(String whom) {
        return "lectern:gateway:limit:"
                + name
                + ":"
                + quota
                + "-"
                + window.toSeconds()
                + ":"
                + whom;
    }
}
