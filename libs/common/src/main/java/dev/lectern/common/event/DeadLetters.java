package dev.lectern.common.event;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/// The messages a service could not handle, beside each of its queues: kept with the reason until
/// somebody replays them.
public class DeadLetters {

    private static final String REASON = "x-lectern-reason";
    private static final String FAILED_AT = "x-lectern-failed-at";
    private static final int MOST = 500;

    private final RabbitTemplate rabbit;
    private final List<String> queues;
    private final Clock clock;

    DeadLetters(RabbitTemplate rabbit, List<String> queues, Clock clock) {
        this.rabbit = rabbit;
        this.queues = queues;
        this.clock = clock;
    }

    /// A message that could not be handled.
    public record DeadLetter(
            String queue, String eventId, String reason, String failedAt, String envelope) {}

    void add(String queue, Message message, Throwable reason) {
        var properties = message.getMessageProperties();
        properties.setHeader(
                REASON, reason.getClass().getSimpleName() + ": " + reason.getMessage());
        properties.setHeader(FAILED_AT, clock.instant().toString());
        sendConfirmed(
                Topology.deadLetters(queue),
                MessageBuilder.withBody(message.getBody()).andProperties(properties).build());
    }

    /// Everything that waits, at most 500 a queue, left where it is.
    public List<DeadLetter> list() {
        var found = new ArrayList<DeadLetter>();
        for (var queue : queues) {
            rabbit.execute(channel -> {
                var name = Topology.deadLetters(queue);
                for (var i = 0; i < MOST; i++) {
                    var got = channel.basicGet(name, false);
                    if (got == null) {
                        break;
                    }
                    found.add(
                            letterOf(
                                    queue,
                                    got.getProps().getMessageId(),
                                    got.getProps().getHeaders(),
                                    got.getBody()));
                }
                // Closing the channel alone may hand them back late; this does it now.
                channel.basicRecover(true);
                return null;
            });
        }
        return found;
    }

    /// Puts dead letters back into the queue they failed in.
    ///
    /// @param eventId the one to replay, or null for all of them
    /// @return how many were put back
    public int replay(@Nullable String eventId) {
        return queues.stream().mapToInt(queue -> replay(queue, eventId)).sum();
    }

    private int replay(String queue, @Nullable String eventId) {
        Integer moved =
                rabbit.execute(channel -> {
                    var name = Topology.deadLetters(queue);
                    var count = 0;
                    for (var waiting = channel.messageCount(name); waiting > 0; waiting--) {
                        var got = channel.basicGet(name, false);
                        if (got == null) {
                            break;
                        }
                        var id = got.getProps().getMessageId();
                        if (eventId == null || eventId.equals(id)) {
                            sendConfirmed(queue, again(got.getBody(), id));
                            // Acknowledged only now: a crash before repeats it, and the inbox
                            // knows what it has handled.
                            channel.basicAck(got.getEnvelope().getDeliveryTag(), false);
                            count++;
                        }
                    }
                    channel.basicRecover(true);
                    return count;
                });
        return moved == null ? 0 : moved;
    }

    private static Message again(byte[] body, @Nullable String id) {
        var properties = new MessageProperties();
        properties.setContentType(Envelope.CONTENT_TYPE);
        if (id != null) {
            properties.setMessageId(id);
        }
        return MessageBuilder.withBody(body).andProperties(properties).build();
    }

    private void sendConfirmed(String queue, Message message) {
        var confirm = new CorrelationData();
        rabbit.send("", queue, message, confirm);
        try {
            var outcome = confirm.getFuture().get(5, TimeUnit.SECONDS);
            if (!outcome.ack() || confirm.getReturned() != null) {
                throw new AmqpException("The broker did not take a message for " + queue);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AmqpException("The broker did not confirm a message for " + queue, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmqpException("Interrupted while sending to " + queue, e);
        }
    }

    private static DeadLetter letterOf(
            String queue, @Nullable String id, @Nullable Map<String, Object> headers, byte[] body) {
        return new DeadLetter(
                queue,
                String.valueOf(id),
                headers == null ? "" : String.valueOf(headers.get(REASON)),
                headers == null ? "" : String.valueOf(headers.get(FAILED_AT)),
                new String(body, StandardCharsets.UTF_8));
    }
}
