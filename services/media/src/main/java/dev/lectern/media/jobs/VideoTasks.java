package dev.lectern.media.jobs;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.common.task.TryingAgain;
import dev.lectern.media.application.Captioning;
import dev.lectern.media.application.ClearingUploads;
import dev.lectern.media.application.MakingPlayable;
import dev.lectern.media.application.Timers;
import dev.lectern.media.application.Transcribing;
import dev.lectern.media.application.Uploading;
import dev.lectern.media.domain.VideoId;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What becomes of an upload: its time runs out, or its file is made playable. A file that resists
/// every try ends as FAILED, so that none is stuck; one whose store is away waits for it.
@Configuration(proxyBeanMethods = false)
class VideoTasks {

    @Bean
    OneTimeTask<Void> expireUpload(Uploading uploading) {
        return Tasks.oneTime(Timers.EXPIRE_UPLOAD)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> uploading.expire(idOf(instance)));
    }

    @Bean
    OneTimeTask<Void> makePlayable(MakingPlayable making) {
        return Tasks.oneTime(Timers.MAKE_PLAYABLE)
                .onFailure(TryingAgain.forever(GivingUp.LONGEST_PAUSE))
                .execute((instance, context) -> making.make(idOf(instance)));
    }

    @Bean
    OneTimeTask<ClearingUploads.Leftover> clearUpload(ClearingUploads clearing) {
        return Tasks.oneTime(Timers.CLEAR_UPLOAD)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> clearing.clear(instance.getData()));
    }

    @Bean
    OneTimeTask<Void> transcribe(Transcribing transcribing) {
        return Tasks.oneTime(Timers.TRANSCRIBE)
                .onFailure(new GivingUp(id -> transcribing.giveUp(new VideoId(id))))
                .execute((instance, context) -> transcribing.transcribe(idOf(instance)));
    }

    @Bean
    OneTimeTask<Timers.Unshown> clearCaptions(Captioning captioning) {
        return Tasks.oneTime(Timers.CLEAR_CAPTIONS)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) ->
                        captioning.clear(instance.getData().videoId(), instance.getData().file()));
    }

    private static VideoId idOf(TaskInstance<?> instance) {
        return new VideoId(UUID.fromString(instance.getId()));
    }
}
