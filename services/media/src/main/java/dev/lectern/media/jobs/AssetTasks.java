package dev.lectern.media.jobs;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.common.task.TryingAgain;
import dev.lectern.media.application.CheckingAssets;
import dev.lectern.media.application.SendingAssets;
import dev.lectern.media.application.Timers;
import dev.lectern.media.domain.AssetId;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What becomes of an image or a file that was announced: its time runs out, or it is looked at.
@Configuration(proxyBeanMethods = false)
class AssetTasks {

    @Bean
    OneTimeTask<Void> expireAsset(SendingAssets sending) {
        return Tasks.oneTime(Timers.EXPIRE_ASSET)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> sending.expire(idOf(instance)));
    }

    @Bean
    OneTimeTask<Void> checkAsset(CheckingAssets checking) {
        return Tasks.oneTime(Timers.CHECK_ASSET)
                .onFailure(new GivingUp(id -> checking.giveUp(new AssetId(id))))
                .execute((instance, context) -> checking.check(idOf(instance)));
    }

    private static AssetId idOf(TaskInstance<?> instance) {
        return new AssetId(UUID.fromString(instance.getId()));
    }
}
