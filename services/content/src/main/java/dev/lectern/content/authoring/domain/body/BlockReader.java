package dev.lectern.content.authoring.domain.body;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the blocks of one body.
final class BlockReader {

    static final int LONGEST_CODE = 50_000;
    static final int LONGEST_TEX = 5_000;
    static final int LONGEST_ALT = 500;

    /// Readers keep blocks by id, and some names are never free in an object of theirs.
    private static final Pattern ID =
            Pattern.compile("(?!(__proto__|constructor|prototype)$)[A-Za-z0-9_-]{1,64}");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z0-9][a-z0-9+#._-]{0,31}");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");

    /// A formula needs no links, pictures or HTML. Renderers differ in whether they trust these by
    /// default, and the last ones make a name that is not written out.
    private static final Set<String> NO_FORMULA =
            Set.of(
                    "href",
                    "url",
                    "includegraphics",
                    "htmlClass",
                    "htmlData",
                    "htmlId",
                    "htmlStyle",
                    "class",
                    "cssId",
                    "style",
                    "data",
                    "bbox",
                    "mmlToken",
                    "require",
                    "csname",
                    "catcode");

    private final EmbedHosts hosts;
    private final DocumentReader documents = new DocumentReader();
    private final Set<String> ids = new HashSet<>();

    BlockReader(EmbedHosts hosts) {
        this.hosts = hosts;
    }

    /// Empty for what cannot be made at all; other faults are told and a stand-in is answered.
    Optional<Block> read(Place place) {
        var type = BlockType.named(place.at("type").text(Address.LONGEST));
        if (type.isEmpty()) {
            place.refuse("No block that is known here.");
            return Optional.empty();
        }
        place.hasOnly(type.get().fields());
        return block(place, type.get(), id(place.at("id")));
    }

    private Optional<Block> block(Place place, BlockType type, String id) {
        return switch (type) {
            case TEXT -> Optional.of(new Block.Text(id, documents.read(place.at("doc"))));
            case IMAGE ->
                    Optional.of(
                            new Block.Image(id, place.at("assetId").id(), alt(place.at("alt"))));
            case VIDEO -> Optional.of(new Block.Video(id, place.at("videoId").id()));
            case FILE -> Optional.of(new Block.File(id, place.at("assetId").id()));
            case CODE ->
                    Optional.of(
                            new Block.Code(
                                    id,
                                    place.at("language").word(LANGUAGE),
                                    place.at("code").text(LONGEST_CODE)));
            case MATH -> Optional.of(new Block.Formula(id, tex(place.at("tex"))));
            case EMBED -> embed(place.at("url")).map(url -> new Block.Embed(id, url));
            case CALLOUT ->
                    tone(place.at("tone"))
                            .map(tone ->
                                    new Block.Callout(id, tone, documents.read(place.at("doc"))));
        };
    }

    private String id(Place place) {
        var id = place.word(ID);
        if (!ids.add(id)) {
            place.refuse("Two blocks of one id.");
        }
        return id;
    }

    private static String alt(Place place) {
        if (place.isAbsent() || (place.value() instanceof String text && text.isBlank())) {
            place.refuse(
                    BodyRefused.ALT_MISSING,
                    "Say in words what the picture shows, for those who do not see it.");
            return "";
        }
        return place.text(LONGEST_ALT);
    }

    private static String tex(Place place) {
        var tex = place.text(LONGEST_TEX);
        if (COMMAND.matcher(tex).results().anyMatch(m -> NO_FORMULA.contains(m.group(1)))) {
            place.refuse("A formula has no links, pictures, styles or scripts.");
        }
        return tex;
    }

    private Optional<Address> embed(Place place) {
        var url = Address.ofEmbed(place.text(Address.LONGEST), hosts);
        if (url.isEmpty()) {
            place.refuse(
                    "Only pages of these hosts can be shown inside a lesson, by https: "
                            + String.join(", ", hosts.names().stream().sorted().toList())
                            + ".");
        }
        return url;
    }

    private static Optional<Block.Tone> tone(Place place) {
        var name = place.text(LONGEST_ALT);
        var tone =
                EnumSet.allOf(Block.Tone.class).stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst();
        if (tone.isEmpty()) {
            place.refuse("A callout is INFO, TIP, WARNING or DANGER.");
        }
        return tone;
    }
}
