package dev.lectern.gateway.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much is allowed.
///
/// @param factor multiplies every rate; one machine serving one person wants a large one
/// @param window what the rates are counted over
/// @param caller requests of one signed-in subject
/// @param anonymous requests of one address without a token
/// @param signIn attempts to sign in, register or reset a password from one address
/// @param body the largest request body
/// @param pause how long a client may be silent in the middle of a body
/// @param rest how long a Redis that did not answer is left alone
@ConfigurationProperties("lectern.limits")
record LimitSettings(
        @DefaultValue("1") int factor,
        @DefaultValue("1m") Duration window,
        @DefaultValue("600") int caller,
        @DefaultValue("60") int anonymous,
        @DefaultValue("10") int signIn,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("10s") Duration pause,
        @DefaultValue("5s") Duration rest) {

    LimitSettings {
        if (factor < 1 || caller < 1 || anonymous < 1 || signIn < 1) {
            throw new IllegalArgumentException("lectern.limits: every rate is at least 1");
        }
    }
}
