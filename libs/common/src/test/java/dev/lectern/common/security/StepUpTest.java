package dev.lectern.common.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.sample.Safe;
import dev.lectern.sample.SampleApplication;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.identity.ForgedStepUps;
import dev.lectern.testing.identity.ForgedTokens;
import dev.lectern.testing.identity.TestIdentity;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class StepUpTest {

    @LocalServerPort int port;
    @Autowired Safe safe;

    private final UUID ada = UUID.randomUUID();

    @Test
    void opensWhatAsksForItToTheSamePerson() {
        var answer = open(as(ada).with("Step-Up", TestIdentity.stepUpOf(ada)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("by")).isEqualTo(ada.toString());
    }

    @Test
    void isRefusedWhenItIsNotRealAndNothingHappens() {
        var before = safe.opened();

        ForgedStepUps.areRefused(ada, as(ada), StepUpTest::open);

        assertThat(safe.opened()).isEqualTo(before);
    }

    @Test
    void ofOnePersonIsNoGoodToAnother() {
        var answer = open(as(UUID.randomUUID()).with("Step-Up", TestIdentity.stepUpOf(ada)));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("STEP_UP_REQUIRED");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "service", mode = EnumSource.Mode.EXCLUDE)
    void isAskedOfEveryRole(Role role) {
        var client = new Client(port).as(TestIdentity.tokenOf(ada, role.name()));

        assertThat(open(client).code()).isEqualTo("STEP_UP_REQUIRED");
        assertThat(open(client.with("Step-Up", TestIdentity.stepUpOf(ada))).status())
                .isEqualTo(200);
    }

    @Test
    void takesTheAccessTokensPlaceNowhere() {
        var client = new Client(port).as(TestIdentity.stepUpOf(ada));

        assertThat(client.get("/api/v1/safe").status()).isEqualTo(401);
        assertThat(open(client.with("Step-Up", TestIdentity.stepUpOf(ada))).status())
                .isEqualTo(401);
        ForgedTokens.areRefusedAt(new Client(port), "/api/v1/safe");
    }

    @Test
    void isNothingForServicesAndStrangers() {
        var proof = TestIdentity.stepUpOf(ada);

        assertThat(open(new Client(port).with("Step-Up", proof)).status()).isEqualTo(401);
        assertThat(
                        open(new Client(port)
                                        .as(TestIdentity.serviceTokenFor("sample"))
                                        .with("Step-Up", proof))
                                .status())
                .isEqualTo(401);
    }

    @Test
    void isNotAskedWhereNothingSaysSo() {
        assertThat(as(ada).get("/api/v1/safe").status()).isEqualTo(200);
    }

    private Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "admin"));
    }

    private static Answer open(Client client) {
        return client.post("/api/v1/safe/open", "");
    }
}
