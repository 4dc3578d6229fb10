package dev.lectern.common.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.events.media.AssetReady;
import dev.lectern.sample.SampleApplication;
import dev.lectern.testing.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(classes = SampleApplication.class)
@SuppressWarnings("NullAway.Init")
class AssetCopyTest {

    @Autowired JdbcClient database;

    private final UUID course = UUID.randomUUID();
    private final UUID image = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();
    private final UUID elsewhere = UUID.randomUUID();
    private AssetCopy copy;

    @BeforeEach
    void threeAssets() {
        copy = new AssetCopy(database);
        copy.keep(new AssetReady(image, course, "IMAGE"));
        copy.keep(new AssetReady(file, course, "FILE"));
        copy.keep(new AssetReady(elsewhere, UUID.randomUUID(), "IMAGE"));
    }

    @Test
    void knowsWhatEachCourseHas() {
        assertThat(copy.of(course)).containsOnlyKeys(image, file);
        assertThat(copy.of(UUID.randomUUID())).isEmpty();
    }

    @Test
    void findsWhatWasToldWhicheverCourseItIsOf() {
        assertThat(copy.find(List.of(image, elsewhere, UUID.randomUUID())))
                .containsOnlyKeys(image, elsewhere);
        assertThat(copy.find(List.of())).isEmpty();
    }

    @Test
    void tellsImagesFromFiles() {
        assertThat(copy.of(course).get(image)).matches(AssetCopy.Asset::isImage);
        assertThat(copy.of(course).get(file)).matches(asset -> !asset.isImage());
    }

    @Test
    void mendsTheKindOfWhatIsToldAgain() {
        database.sql("update copy_asset set kind = 'FILE' where asset_id = :image")
                .param("image", image)
                .update();

        copy.keep(new AssetReady(image, course, "IMAGE"));

        assertThat(copy.of(course).get(image)).matches(AssetCopy.Asset::isImage);
    }
}
