package dev.lectern.media.jobs;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.common.task.TryingAgain;
import dev.lectern.media.application.Captioning;
import dev.lectern.media.application.MakingPlayable;
import dev.lectern.media.application.Timers;
import dev.lectern.media.application.Transcribing;
import dev.lectern.media.application.Uploading;
import dev.lectern.media.domain.VideoId;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What becomes of an upload: its time runs out, or its file is made playable. A file that resists
/// every try ends as FAILED, so that none is stuck.
@Configuration(proxyBeanMethods = false)
class VideoTasks {

    private static final int TRIES_AGAIN = 5;

    @Bean
    OneTimeTask<Void> expireUpload(Uploading uploading) {
        return Tasks.oneTime(Timers.EXPIRE_UPLOAD)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> uploading.expire(idOf(instance)));
    }

    @Bean
    OneTimeTask<Void> makePlayable(MakingPlayable making) {
        var again = new TryingAgain<Void>(TRIES_AGAIN);
        return Tasks.oneTime(Timers.MAKE_PLAYABLE)
                .onFailure((complete, operations) -> {
                    var execution = complete.getExecution();
                    if (execution.consecutiveFailures >= TRIES_AGAIN) {
                        making.giveUp(idOf(execution.taskInstance));
                    }
                    again.onFailure(complete, operations);
                })
                .execute((instance, context) -> making.make(idOf(instance)));
    }

    @Bean
    OneTimeTask<Void> transcribe(Transcribing transcribing) {
        return Tasks.oneTime(Timers.TRANSCRIBE)
                .onFailure(new TryingAgain<>(TRIES_AGAIN))
                .execute((instance, context) -> transcribing.transcribe(idOf(instance)));
    }

    @Bean
    OneTimeTask<Timers.Unshown> forgetCaptions(Captioning captioning) {
        return Tasks.oneTime(Timers.FORGET_CAPTIONS)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) ->
                        captioning.forget(
                                instance.getData().videoId(), instance.getData().language()));
    }

    private static VideoId idOf(TaskInstance<?> instance) {
        return new VideoId(UUID.fromString(instance.getId()));
    }
}
