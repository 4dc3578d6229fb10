package dev.lectern.gamification.jobs;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.common.task.TryingAgain;
import dev.lectern.gamification.application.BoardKey;
import dev.lectern.gamification.application.LearningHomes;
import dev.lectern.gamification.application.OpenAccounts;
import dev.lectern.gamification.application.OpenAccounts.Newcomer;
import dev.lectern.gamification.application.RefreshingBoards;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What follows a commit: boards are brought up to date, and user is asked where learners live.
@Configuration(proxyBeanMethods = false)
class GamificationTasks {

    /// A board is soon right again once Redis is back.
    private static final Duration SOON = Duration.ofSeconds(30);

    @Bean
    OneTimeTask<RefreshingBoards.Learner> refreshBoardsOfLearner(RefreshingBoards refreshing) {
        return Tasks.oneTime(RefreshingBoards.LEARNER)
                .onFailure(TryingAgain.forever(SOON))
                .execute((instance, context) -> refreshing.refresh(instance.getData()));
    }

    /// Given up after a while: the next reader asks for it again.
    @Bean
    OneTimeTask<BoardKey> copyBoard(RefreshingBoards refreshing) {
        return Tasks.oneTime(RefreshingBoards.BOARD)
                .onFailure(new TryingAgain<>(3))
                .execute((instance, context) -> refreshing.copy(instance.getData()));
    }

    @Bean
    OneTimeTask<Newcomer> askHome(LearningHomes homes) {
        return Tasks.oneTime(OpenAccounts.ASK_HOME)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> homes.learn(instance.getData()));
    }

    @Bean
    OneTimeTask<Newcomer> askHomeAgain(LearningHomes homes) {
        return Tasks.oneTime(LearningHomes.ASK_AGAIN)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> homes.learn(instance.getData()));
    }
}
