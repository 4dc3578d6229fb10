package dev.lectern.certificate.application;

import dev.lectern.certificate.domain.StatusPlace;
import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gives each certificate a place of its own in the status lists, by chance: a place in order would
/// tell whoever fetches a list how many certificates there are and which were issued together.
@Component
class StatusPlaces {

    /// A list where so many throws meet no free place is more than half full; the next is begun.
    private static final int THROWS = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    StatusPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A place nobody has or had, in the surrounding transaction.
    StatusPlace next() {
        var list = newest();
        for (var i = 0; i < THROWS; i++) {
            var place = random(list);
            if (take(place)) {
                return place;
            }
        }
        return firstFreeOf(list + 1);
    }

    private StatusPlace firstFreeOf(int list) {
        var place = random(list);
        while (!take(place)) {
            place = random(list);
        }
        return place;
    }

    private int newest() {
        return jdbc.sql("select coalesce(max(list), 1) from status_place")
                .query(Integer.class)
                .single();
    }

    private boolean take(StatusPlace place) {
        return jdbc.sql(
                                """
                                insert into status_place (list, place) values (:list, :place)
                                on conflict do nothing
                                """)
                        .param("list", place.list())
                        .param("place", place.place())
                        .update()
                == 1;
    }

    private static StatusPlace random(int list) {
        return new StatusPlace(list, RANDOM.nextInt(StatusPlace.PLACES));
    }
}
