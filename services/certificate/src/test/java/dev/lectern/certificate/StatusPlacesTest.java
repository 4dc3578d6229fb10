package dev.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.certificate.application.IssuingCertificates;
import dev.lectern.certificate.application.IssuingCertificates.Issue;
import dev.lectern.certificate.domain.Completion;
import dev.lectern.testing.AtOnce;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/// Where the status lists tell of certificates.
class StatusPlacesTest extends CertificateServiceTest {

    private record Place(int list, int place) {}

    private record Migrated(int places, int salts, int lists, int revoked) {}

    @Autowired IssuingCertificates issuing;
    @Autowired DataSource source;

    @Test
    void areTakenOnceAndByChance() throws Exception {
        AtOnce.run(
                40,
                () -> {
                    issue();
                    return true;
                });

        var places = places();
        assertThat(places).hasSize(40).doesNotHaveDuplicates();
        assertThat(places).extracting(Place::place).isNotEqualTo(inOrder(places));
        assertThat(places.stream().mapToInt(Place::place).max().orElseThrow())
                .as("forty throws over the whole list")
                .isGreaterThan(60_000);
        assertThatThrownBy(() ->
                        database.sql(
                                        """
                                        update certificate set status_list = :list, status_place = :place
                                        where course_id = :course
                                        """)
                                .param("list", places.getFirst().list())
                                .param("place", places.getFirst().place())
                                .param("course", course)
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void areInTheNextListWhereOneIsFull() {
        var full = 1 + newest();
        database.sql(
                        """
                        insert into status_place (list, place)
                        select :list, place from generate_series(0, 131071) place
                        """)
                .param("list", full)
                .update();

        issue();
        issue();

        assertThat(places()).extracting(Place::list).containsExactly(full + 1, full + 1);
        database.sql("delete from status_place where list = :list").param("list", full).update();
    }

    @Test
    void wereGivenToThoseThatWereIssuedBeforeThereWereLists() {
        var schema = "before_credentials";
        var until =
                Flyway.configure()
                        .dataSource(source)
                        .schemas(schema)
                        .locations("classpath:db/migration");
        until.target("1").load().migrate();
        database.sql(
                        """
                        insert into before_credentials.certificate
                        select gen_random_uuid(), 0, 'CODE' || n, gen_random_uuid(), gen_random_uuid(),
                               gen_random_uuid(), 1, 'Signals', 'Ida Berg', '2026-10-02', now(),
                               case when n = 7 then 'REVOKED' else 'ISSUED' end
                        from generate_series(1, 70000) n
                        """)
                .update();

        until.target("2").load().migrate();

        assertThat(
                        database.sql(
                                        """
                                        select count(distinct (status_list, status_place)) places,
                                               count(distinct salt) salts, max(status_list) lists,
                                               count(revoked_at) revoked
                                        from before_credentials.certificate
                                        """)
                                .query(Migrated.class)
                                .single())
                .isEqualTo(new Migrated(70_000, 70_000, 2, 1));
        database.sql("drop schema before_credentials cascade").update();
    }

    private void issue() {
        issuing.issue(
                new Issue(
                        new Completion(
                                UUID.randomUUID(), UUID.randomUUID(), course, 1, COMPLETED_AT),
                        "Ida Berg",
                        "Signals and Sampling"));
    }

    private int newest() {
        return database.sql("select coalesce(max(list), 1) from status_place")
                .query(Integer.class)
                .single();
    }

    /// Those of this test's certificates, in the order they were issued in.
    private List<Place> places() {
        return database.sql(
                        """
                        select status_list as list, status_place as place from certificate
                        where course_id = :course order by id
                        """)
                .param("course", course)
                .query(Place.class)
                .list();
    }

    private static List<Integer> inOrder(List<Place> places) {
        return IntStream.range(0, places.size())
                .mapToObj(i -> places.getFirst().place() + i)
                .toList();
    }
}
