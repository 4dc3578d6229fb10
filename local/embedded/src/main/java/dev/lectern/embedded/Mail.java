package dev.lectern.embedded;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpHandler;
import java.util.Arrays;
import java.util.List;

/// Takes every mail that is sent, delivers none, and shows them to whoever asks.
public final class Mail implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final GreenMail server;
    private final int smtpPort;

    private Mail(GreenMail server, int smtpPort) {
        this.server = server;
        this.smtpPort = smtpPort;
    }

    /// Starts the mail server; port 0 takes a free one.
    public static Mail start(int smtpPort) {
        int smtp = Ports.claim(smtpPort, "mail");
        var server = new GreenMail(new ServerSetup(smtp, HOST, ServerSetup.PROTOCOL_SMTP));
        // Any sender, any recipient, without an account.
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        var mail = new Mail(server, smtp);
        AtExit.close(mail);
        return mail;
    }

    public String host() {
        return HOST;
    }

    public int smtpPort() {
        return smtpPort;
    }

    /// The inbox for an HTTP server: a page for people at `/`, JSON for programs at `/mail`.
    public HttpHandler inbox() {
        return new InboxPage(this);
    }

    /// What was sent so far, the newest first.
    public List<ReceivedMail> received() {
        return Arrays.stream(server.getReceivedMessages())
                .map(ReceivedMail::of)
                .toList()
                .reversed();
    }

    /// What was sent to an address so far, the newest first.
    public List<ReceivedMail> receivedBy(String address) {
        return received().stream().filter(mail -> mail.isTo(address)).toList();
    }

    /// Forgets all that was received.
    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        AtExit.forget(this);
        server.stop();
    }

    @Override
    public String toString() {
        return "mail on port " + smtpPort;
    }
}
