package dev.lectern.enrollment.enrolling.application;

import dev.lectern.enrollment.enrolling.domain.Run;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.enrollment.enrolling.domain.Runs;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Course asks how many seats a run may have; here it is decided, because here they are taken.
@Service
@Transactional
public class SettingCapacity {

    private final Runs runs;
    private final Promoting promoting;

    SettingCapacity(Runs runs, Promoting promoting) {
        this.runs = runs;
        this.promoting = promoting;
    }

    /// @param seats null for no limit
    public record SetCapacity(RunId run, UUID courseId, @Nullable Integer seats) {}

    public void set(SetCapacity command) {
        // The event that opens the run may still be on its way.
        var run =
                runs.findById(command.run())
                        .orElseGet(() -> Run.of(command.run(), command.courseId()));
        run.limitTo(command.seats());
        promoting.promote(run);
        runs.save(run);
    }
}
