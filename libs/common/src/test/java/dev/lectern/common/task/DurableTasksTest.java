package dev.lectern.common.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.sample.SampleApplication;
import dev.lectern.testing.ServiceTest;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest(classes = {SampleApplication.class, DurableTasksTest.ATask.class})
class DurableTasksTest {

    record Greeting(String to) {}

    private static final TaskDescriptor<Greeting> GREET =
            TaskDescriptor.of("greet", Greeting.class);
    private static final Queue<String> GREETED = new ConcurrentLinkedQueue<>();

    @TestConfiguration
    static class ATask {
        @Bean
        OneTimeTask<Greeting> greet() {
            return Tasks.oneTime(GREET)
                    .execute((instance, context) -> GREETED.add(instance.getData().to()));
        }
    }

    @Autowired DurableTasks tasks;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void runsAfterTheCommitAndNeverAfterARollback() {
        var transaction = new TransactionTemplate(transactions);

        transaction.executeWithoutResult(status -> {
            tasks.soon(GREET, "rolled-back", new Greeting("nobody"));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(
                status -> tasks.soon(GREET, "committed", new Greeting("Łukasz")));

        await().atMost(Duration.ofSeconds(20)).until(() -> GREETED.contains("Łukasz"));
        assertThat(GREETED).doesNotContain("nobody");
    }
}
