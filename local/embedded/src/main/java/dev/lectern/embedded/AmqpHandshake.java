package dev.lectern.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks a port whether a broker answers there: an open port alone may still be starting up.
final class AmqpHandshake {

    private static final byte[] PROTOCOL_HEADER =
            "AMQP\0\0\u0009\u0001".getBytes(StandardCharsets.ISO_8859_1);
    private static final int METHOD_FRAME = 1;
    private static final int LIMIT_MILLIS = 2_000;

    private AmqpHandshake() {}

    static boolean succeeds(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(PROTOCOL_HEADER);
            return socket.getInputStream().read() == METHOD_FRAME;
        } catch (IOException notYet) {
            return false;
        }
    }
}
