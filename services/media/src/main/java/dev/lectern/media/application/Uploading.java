package dev.lectern.media.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.media.application.ObjectStore.Part;
import dev.lectern.media.application.UploadTicketView.PartView;
import dev.lectern.media.domain.DeclaredFile;
import dev.lectern.media.domain.MediaRefused;
import dev.lectern.media.domain.StoredObject;
import dev.lectern.media.domain.UploadId;
import dev.lectern.media.domain.Video;
import dev.lectern.media.domain.VideoId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A teacher sends a video to the object store. The bytes go there directly: here it is decided
/// what may be sent, and noticed when it is there.
@Component
public class Uploading {

    private static final Duration SIGNED = Duration.ofMinutes(15);
    private static final Pattern SOURCE = Pattern.compile("uploads/([0-9a-f-]{36})");

    private final RecordingUploads recording;
    private final MembershipCopy members;
    private final ObjectStore store;
    private final SendingAssets assets;
    private final Clock clock;

    Uploading(
            RecordingUploads recording,
            MembershipCopy members,
            ObjectStore store,
            SendingAssets assets,
            Clock clock) {
        this.recording = recording;
        this.members = members;
        this.store = store;
        this.assets = assets;
        this.clock = clock;
    }

    /// @param user in whose name, where the client says it
    /// @param inParts whether the client wants to send parts, whatever the size
    public record Begin(
            UUID course, String title, DeclaredFile file, @Nullable UUID user, boolean inParts) {}

    public UploadTicketView begin(Begin command, Caller caller) {
        if (command.user() != null && !command.user().equals(caller.id())) {
            throw MediaRefused.userMismatch();
        }
        if (!members.has(command.course(), caller.id())) {
            throw GenericRefusal.notFound();
        }
        var file = command.file();
        var video =
                Video.announce(
                        command.course(), caller.id(), command.title(), file, clock.instant());
        recording.announce(video);
        var expiresAt = clock.instant().plus(SIGNED);
        if (command.inParts() || file.isLarge()) {
            var token = beginParts(video);
            var parts = sign(video, token, file.partNumbers());
            return ticket(video, null, parts, expiresAt);
        }
        return ticket(video, store.signPut(video.sourceKey(), file, SIGNED), null, expiresAt);
    }

    /// Where the store does not begin, there is no upload either: it would take up room for a day.
    private String beginParts(Video video) {
        try {
            var token = store.beginParts(video.sourceKey(), video.file());
            recording.collectParts(video.id(), token);
            return token;
        } catch (RuntimeException e) {
            recording.cancel(video.id());
            throw e;
        }
    }

    private static UploadTicketView ticket(
            Video video,
            ObjectStore.@Nullable SignedRequest whole,
            @Nullable List<PartView> parts,
            Instant expiresAt) {
        return new UploadTicketView(
                video.id().value(),
                video.uploadId().value(),
                video.status(),
                whole == null ? null : whole.url(),
                whole == null ? null : whole.headers(),
                parts == null ? null : DeclaredFile.PART_BYTES,
                parts,
                expiresAt);
    }

    private List<PartView> sign(Video video, String token, List<Integer> numbers) {
        return numbers.stream()
                .map(number ->
                        new PartView(
                                number,
                                store.signPart(
                                                video.sourceKey(),
                                                token,
                                                number,
                                                video.file().sizeOfPart(number),
                                                SIGNED)
                                        .url()))
                .toList();
    }

    /// How far an upload is.
    public UploadView progress(UploadId upload, Caller caller) {
        var video = recording.own(upload, caller.id());
        var received = received(video).stream().map(Part::number).toList();
        var missing =
                video.partsToken().isPresent() && video.isUploading()
                        ? video.file().partNumbers().stream()
                                .filter(number -> !received.contains(number))
                                .toList()
                        : List.<Integer>of();
        return new UploadView(video.status(), received, missing);
    }

    /// Signs parts anew, for an upload that goes on later.
    public List<PartView> signAgain(UploadId upload, List<Integer> numbers, Caller caller) {
        var video = recording.own(upload, caller.id());
        video.requireUploading();
        var token = video.partsToken().orElseThrow(GenericRefusal::notFound);
        if (!video.file().partNumbers().containsAll(numbers)) {
            throw GenericRefusal.invalid("/numbers", "The file has no such part.");
        }
        return sign(video, token, numbers);
    }

    /// The owner says that everything was sent.
    ///
    /// @param sent the parts with the tags the store gave them
    /// @return the video it belongs to
    public VideoId complete(UploadId upload, List<Part> sent, Caller caller) {
        var video = recording.own(upload, caller.id());
        if (video.isUploading()) {
            recording.arrived(video.id(), arrival(video, sent));
        }
        return video.id();
    }

    private StoredObject arrival(Video video, List<Part> sent) {
        // Joined before, and only the word of it got lost.
        var whole = store.find(video.sourceKey());
        if (whole.isPresent()) {
            return whole.get();
        }
        var token = video.partsToken().orElseThrow(MediaRefused::partsMissing);
        var received = received(video);
        var numbers = received.stream().map(Part::number).toList();
        if (!numbers.equals(video.file().partNumbers()) || !tags(received).equals(tags(sent))) {
            throw MediaRefused.partsMissing();
        }
        store.joinParts(video.sourceKey(), token, received);
        return store.find(video.sourceKey()).orElseThrow(MediaRefused::partsMissing);
    }

    /// Clients may leave the quotes of a tag away.
    private static List<Part> tags(List<Part> parts) {
        return parts.stream()
                .map(part -> new Part(part.number(), part.etag().replace("\"", "")))
                .sorted(Comparator.comparing(Part::number))
                .toList();
    }

    /// The store says that it has an object. Of what is no upload there is nothing to say, and a
    /// video that was cancelled meanwhile is not missed.
    public void objectCreated(String key) {
        var source = SOURCE.matcher(key);
        if (!source.matches()) {
            return;
        }
        var upload = UUID.fromString(source.group(1));
        assets.objectCreated(upload, key);
        var id = new VideoId(upload);
        if (recording.isKnown(id)) {
            store.find(key).ifPresent(object -> recording.arrived(id, object));
        }
    }

    /// The owner does not want to send the file any more.
    public void cancel(UploadId upload, Caller caller) {
        var video = recording.own(upload, caller.id());
        recording.cancel(video.id());
    }

    /// The time of an upload is over.
    public void expire(VideoId id) {
        recording.expire(id);
    }

    private List<Part> received(Video video) {
        return video.partsToken()
                .map(token -> store.parts(video.sourceKey(), token))
                .orElse(List.of());
    }
}
