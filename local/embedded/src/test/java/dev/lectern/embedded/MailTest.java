package dev.lectern.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailTest {

    private final HttpClient browser = HttpClient.newHttpClient();
    private Mail mail;
    private HttpServer inbox;

    @BeforeEach
    void start() throws IOException {
        mail = Mail.start(0);
        inbox = HttpServer.create(new InetSocketAddress(mail.host(), 0), 0);
        inbox.createContext("/", mail.inbox());
        inbox.start();
    }

    @AfterEach
    void stop() {
        browser.close();
        inbox.stop(0);
        mail.close();
    }

    @Test
    void givesProgramsTheMailsOfAnAddressTheNewestFirst() throws Exception {
        send("ada@example.com", "Welcome", "Confirm: https://lectern.test/c?a=1&b=2.", "");
        send("grace@example.com", "Other", "Nothing here", "");
        send(
                "ada@example.com",
                "Später",
                "",
                "<a href=\"https://lectern.test/r?a=1&amp;b=2\">x</a>");

        JsonNode mails = JsonMapper.shared().readTree(get("/mail?to=Ada%40example.com"));

        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).get("subject").asString()).isEqualTo("Später");
        assertThat(mails.get(0).get("html").asString()).contains("<a href=");
        assertThat(mails.get(0).get("links").get(0).asString())
                .isEqualTo("https://lectern.test/r?a=1&b=2");
        assertThat(mails.get(1).get("to").asString()).isEqualTo("ada@example.com");
        assertThat(mails.get(1).get("text").asString()).startsWith("Confirm:");
        assertThat(mails.get(1).get("links").get(0).asString())
                .isEqualTo("https://lectern.test/c?a=1&b=2");
    }

    @Test
    void takesAPlusSignInAnAddressAsItIs() throws Exception {
        send("ada+test@example.com", "Welcome", "Hello", "");

        assertThat(get("/mail?to=ada+test@example.com")).contains("Welcome");
    }

    @Test
    void writesWhateverIsInAMailAsValidJson() throws Exception {
        send("ada@example.com", "\"quoted\" \\ back", "tab\there\nand \u2028 \"more\"", "");

        JsonNode first = JsonMapper.shared().readTree(get("/mail")).get(0);

        assertThat(first.get("subject").asString()).isEqualTo("\"quoted\" \\ back");
        assertThat(first.get("text").asString()).contains("tab\there").contains("\u2028 \"more\"");
    }

    @Test
    void showsPeopleThePageWithLinksAndNothingThatRuns() throws Exception {
        send(
                "ada@example.com",
                "<script>alert(1)</script>",
                "",
                "<style>p{}</style><p>Hi <b onclick='x()'>Ada</b> &lt;img&gt;</p>"
                        + "<a href=\"https://lectern.test/c?a=1&amp;b=2\">Confirm</a>");

        String page = get("/");

        assertThat(page)
                .contains("<title>Lectern mail inbox</title>")
                .contains("&lt;script&gt;alert(1)")
                .contains("Hi Ada &lt;img&gt;")
                .contains("<a href=\"https://lectern.test/c?a=1&amp;b=2\"")
                .doesNotContain("<script", "onclick", "<img");
    }

    @Test
    void forgetsEverythingWhenAsked() throws Exception {
        send("ada@example.com", "Welcome", "Hello", "");

        assertThat(answer("DELETE", "/mail").statusCode()).isEqualTo(204);
        assertThat(get("/mail")).isEqualTo("[]");
        assertThat(get("/")).contains("No mail yet.");
    }

    @Test
    void answersNothingElse() throws Exception {
        assertThat(answer("GET", "/elsewhere").statusCode()).isEqualTo(404);
        assertThat(answer("POST", "/mail").statusCode()).isEqualTo(404);
    }

    @Test
    void closesItsPort() {
        mail.close();

        assertThat(Ports.isFree(mail.smtpPort())).isTrue();
    }

    private void send(String to, String subject, String text, String html)
            throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", mail.host());
        properties.put("mail.smtp.port", mail.smtpPort());
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("lectern@example.com");
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        var parts = new MimeMultipart("alternative");
        if (!text.isEmpty()) {
            var plain = new MimeBodyPart();
            plain.setText(text, "UTF-8");
            parts.addBodyPart(plain);
        }
        if (!html.isEmpty()) {
            var rich = new MimeBodyPart();
            rich.setContent(html, "text/html; charset=utf-8");
            parts.addBodyPart(rich);
        }
        message.setContent(parts);
        Transport.send(message);
    }

    private String get(String path) throws IOException, InterruptedException {
        return answer("GET", path).body();
    }

    private HttpResponse<String> answer(String method, String path)
            throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + inbox.getAddress().getPort() + path);
        var request =
                HttpRequest.newBuilder(address)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
