package dev.lectern.media.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.media.domain.Asset;
import dev.lectern.media.domain.AssetId;
import dev.lectern.media.domain.DeclaredFile;
import dev.lectern.media.domain.MediaRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A teacher sends an image or a file to the object store, in one piece, and anybody a picture of
/// their own. The bytes go there directly: here it is decided what may be sent, and noticed when it
/// is there.
@Component
public class SendingAssets {

    private static final Duration SIGNED = Duration.ofMinutes(15);

    private final RecordingAssets recording;
    private final MembershipCopy members;
    private final ObjectStore store;
    private final Clock clock;

    SendingAssets(
            RecordingAssets recording, MembershipCopy members, ObjectStore store, Clock clock) {
        this.recording = recording;
        this.members = members;
        this.store = store;
        this.clock = clock;
    }

    public AssetId begin(UUID course, DeclaredFile file, Caller caller) {
        requireTeaches(course, caller);
        var asset = Asset.announce(course, caller.id(), file, clock.instant());
        recording.announce(asset);
        return asset.id();
    }

    /// A picture the caller may have shown with their name.
    public AssetId beginPortrait(DeclaredFile file, Caller caller) {
        var portrait = Asset.announcePortrait(caller.id(), file, clock.instant());
        recording.announce(portrait);
        return portrait.id();
    }

    /// Where the file is to be sent, as long as it was not; signed anew whenever it is asked for.
    public AssetTicketView ticket(AssetId id, Caller caller) {
        var asset = own(id, caller);
        var signed =
                asset.isUploading() ? store.signPut(asset.sourceKey(), asset.file(), SIGNED) : null;
        return new AssetTicketView(
                id.value(),
                asset.status(),
                signed == null ? null : signed.url(),
                signed == null ? Map.of() : signed.headers(),
                clock.instant().plus(SIGNED));
    }

    /// The owner says that everything was sent.
    public void complete(AssetId id, Caller caller) {
        var asset = own(id, caller);
        if (asset.isUploading()) {
            recording.arrived(
                    id, store.find(asset.sourceKey()).orElseThrow(MediaRefused::partsMissing));
        }
    }

    /// The store says that it has an object; of what is no asset there is nothing to say.
    void objectCreated(UUID id, String key) {
        var asset = recording.find(new AssetId(id));
        if (asset.isPresent()) {
            store.find(key).ifPresent(object -> recording.arrived(new AssetId(id), object));
        }
    }

    /// The time of an upload is over.
    public void expire(AssetId id) {
        recording.expire(id);
    }

    private Asset own(AssetId id, Caller caller) {
        return recording
                .find(id)
                .filter(asset -> asset.userId().equals(caller.id()))
                .orElseThrow(GenericRefusal::notFound);
    }

    private void requireTeaches(UUID course, Caller caller) {
        if (!members.has(course, caller.id())) {
            throw GenericRefusal.notFound();
        }
    }
}
