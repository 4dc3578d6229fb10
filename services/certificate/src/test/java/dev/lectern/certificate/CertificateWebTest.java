package dev.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.testing.identity.ForgedTokens;
import dev.lectern.testing.identity.TestIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holders get, and nobody else.
class CertificateWebTest extends CertificateServiceTest {

    private static final String CERTIFICATES = "/api/v1/certificates";

    @ParameterizedTest
    @ValueSource(strings = {"Łukasz Żółć", "ليلى حداد", "<b>Ida</b> & Co"})
    void areHandedOutAsPdfWithTheHoldersName(String name) throws Exception {
        var issued = issue(learner, name);

        var pdf = download(issued, TestIdentity.tokenOf(learner, "learner"));

        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"certificate-" + issued.id() + ".pdf\"");
        assertThat(textOf(pdf.body()))
                .contains(name, "Signals and Sampling", "2 October 2026", issued.code());
    }

    @Test
    void areTheSameBytesEachTime() throws Exception {
        var issued = issue(learner, "Łukasz Żółć");
        var token = TestIdentity.tokenOf(learner, "learner");

        assertThat(download(issued, token).body()).isEqualTo(download(issued, token).body());
    }

    @Test
    void areNobodyElsesToListOrDownload() throws Exception {
        var issued = issue(learner, "Ida Berg");

        for (var role : new String[] {"learner", "instructor", "moderator", "support", "admin"}) {
            var token = TestIdentity.tokenOf(UUID.randomUUID(), role);

            var list = new Client(port).as(token).get(CERTIFICATES + "?courseId=" + course);
            assertThat(list.json().get("items")).isEmpty();
            assertThat(download(issued, token).statusCode()).as(role).isEqualTo(404);
        }
    }

    @Test
    void areListedByCourseAndPageByPage() {
        var first = issue(learner, "Ida Berg");
        var otherCourse = UUID.randomUUID();
        publish(otherCourse, 1, "Another course");
        neighbours.say(UUID.randomUUID(), completion(learner, otherCourse, 1));
        var second = awaitCertificate(learner, otherCourse);

        var ofCourse = as(learner).get(CERTIFICATES + "?courseId=" + course).json();
        var newest = as(learner).get(CERTIFICATES + "?limit=1");
        var next = as(learner).get(CERTIFICATES + "?limit=1&cursor=" + newest.text("next")).json();

        assertThat(ofCourse.get("items")).hasSize(1);
        assertThat(ofCourse.at("/items/0/id").asString()).isEqualTo(first.id().toString());
        assertThat(newest.json().at("/items/0/id").asString()).isEqualTo(second.id().toString());
        assertThat(next.at("/items/0/id").asString()).isEqualTo(first.id().toString());
        assertThat(next.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "?learnerId=0199a3c0-1f00-7a10-8b00-000000000001, 400, UNKNOWN_PARAMETER",
        "?courseId=signals, 400, INVALID_VALUE",
        "/0199a3c0-1f00-7a10-8b00-000000000001/pdf, 404, NOT_FOUND",
        "/signals/pdf, 404, NOT_FOUND"
    })
    void refuseWhatCannotBeAnswered(String rest, int status, String code) {
        var answer = as(learner).with("Accept", "application/pdf, */*").get(CERTIFICATES + rest);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void needAPersonsToken() {
        var paths = new String[] {CERTIFICATES, CERTIFICATES + "/" + UUID.randomUUID() + "/pdf"};
        for (var path : paths) {
            var stranger = new Client(port).get(path);
            var service =
                    new Client(port).as(TestIdentity.serviceTokenFor("certificate")).get(path);

            assertThat(stranger.status()).isEqualTo(401);
            assertThat(stranger.code()).isEqualTo("UNAUTHENTICATED");
            assertThat(service.status()).isEqualTo(401);
            ForgedTokens.areRefusedAt(new Client(port), path);
        }
    }

    private HttpResponse<byte[]> download(Issued issued, String token) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:%d%s/%s/pdf"
                                                    .formatted(port, CERTIFICATES, issued.id())))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", "application/pdf")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
