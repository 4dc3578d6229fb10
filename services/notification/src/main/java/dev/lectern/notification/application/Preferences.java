package dev.lectern.notification.application;

import dev.lectern.notification.domain.Channel;
import dev.lectern.notification.domain.Kind;
import dev.lectern.notification.domain.PreferenceRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people want to be told, and how. Whatever nobody decided is on.
@Service
@Transactional
public class Preferences {

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One kind by one channel, on or off.
    public record Choice(Kind kind, Channel channel, boolean enabled) {}

    private record Cell(Kind kind, Channel channel) {}

    /// Every kind by every channel.
    @Transactional(readOnly = true)
    public List<PreferenceView> of(UUID user) {
        var decided =
                jdbc
                        .sql("select kind, channel, enabled from preference where user_id = :user")
                        .param("user", user)
                        .query(Choice.class)
                        .list()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        choice -> new Cell(choice.kind(), choice.channel()),
                                        Choice::enabled));
        var all = new ArrayList<PreferenceView>();
        for (var kind : Kind.values()) {
            for (var channel : Channel.values()) {
                var fixed = kind.isFixedOn(channel);
                var enabled = fixed || decided.getOrDefault(new Cell(kind, channel), true);
                all.add(new PreferenceView(kind, channel, enabled, fixed));
            }
        }
        return all;
    }

    @Transactional(readOnly = true)
    public boolean wants(UUID user, Kind kind, Channel channel) {
        return kind.isFixedOn(channel)
                || jdbc.sql(
                                """
                                select enabled from preference
                                where user_id = :user and kind = :kind and channel = :channel
                                """)
                        .param("user", user)
                        .param("kind", kind.name())
                        .param("channel", channel.name())
                        .query(Boolean.class)
                        .optional()
                        .orElse(true);
    }

    /// Decides everything anew: what is not named is on again.
    public void replace(UUID user, List<Choice> choices) {
        for (var i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            if (!choice.enabled() && choice.kind().isFixedOn(choice.channel())) {
                throw PreferenceRefused.fixed("/items/" + i + "/enabled");
            }
        }
        // Of two at once the second decides all, and not each of them some.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:user, 0))")
                .param("user", user.toString())
                .query()
                .singleRow();
        jdbc.sql("delete from preference where user_id = :user").param("user", user).update();
        choices.forEach(choice -> keep(user, choice));
    }

    /// For good, until they decide otherwise.
    public void switchOffMail(UUID user, Kind kind) {
        if (!kind.isFixedOn(Channel.EMAIL)) {
            keep(user, new Choice(kind, Channel.EMAIL, false));
        }
    }

    private void keep(UUID user, Choice choice) {
        jdbc.sql(
                        """
                        insert into preference (user_id, kind, channel, enabled)
                        values (:user, :kind, :channel, :enabled)
                        on conflict (user_id, kind, channel) do update
                        set enabled = excluded.enabled
                        """)
                .param("user", user)
                .param("kind", choice.kind().name())
                .param("channel", choice.channel().name())
                .param("enabled", choice.enabled())
                .update();
    }
}
