package dev.lectern.gamification.domain;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.List;

/// What a learner is called on boards unless they choose otherwise: chance, so that nothing leads
/// back to them.
@Embeddable
public record Pseudonym(String value) implements Serializable {

    private static final List<String> HOW =
            List.of(
                    "Amber", "Brave", "Calm", "Clever", "Coral", "Eager", "Gentle", "Golden",
                    "Keen", "Lucky", "Merry", "Nimble", "Quiet", "Silver", "Swift", "Witty");
    private static final List<String> WHO =
            List.of(
                    "Badger", "Crane", "Dolphin", "Falcon", "Fox", "Heron", "Ibex", "Lynx",
                    "Marten", "Otter", "Owl", "Puffin", "Raven", "Robin", "Seal", "Wren");
    private static final int NUMBERS = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Pseudonym next() {
        return new Pseudonym(
                "%s %s %04d"
                        .formatted(
                                HOW.get(RANDOM.nextInt(HOW.size())),
                                WHO.get(RANDOM.nextInt(WHO.size())),
                                RANDOM.nextInt(NUMBERS)));
    }
}
