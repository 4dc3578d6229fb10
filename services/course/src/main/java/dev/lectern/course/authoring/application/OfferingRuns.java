package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.problem.Refusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.domain.Run;
import dev.lectern.course.authoring.domain.RunId;
import dev.lectern.course.authoring.domain.RunTerms;
import dev.lectern.course.authoring.domain.Runs;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// An author changes how a run is offered. Enrollment decides on the capacity, because it knows the
/// seats that are taken; only what it took is stored here. Where another edit was stored while it
/// was asked, it hears that one again; after a failure in between, saying the capacity once more
/// brings both together.
@Service
public class OfferingRuns {

    private final Runs runs;
    private final Drafts drafts;
    private final RunSeats seats;
    private final TransactionTemplate transaction;

    OfferingRuns(
            Runs runs, Drafts drafts, RunSeats seats, PlatformTransactionManager transactions) {
        this.runs = runs;
        this.drafts = drafts;
        this.seats = seats;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param limits whether the capacity is spoken of at all; saying the same again repairs what a
    ///   failure left apart
    /// @param change what becomes of the terms as they are now
    public record Offer(RunId run, boolean limits, UnaryOperator<RunTerms> change) {}

    public void offer(Offer command, IfMatch ifMatch, Caller caller) {
        var id = command.run();
        var before = transaction.execute(status -> open(id, ifMatch, caller));
        var terms = command.change().apply(before.terms());
        if (!command.limits()) {
            store(id, terms, ifMatch, caller);
            return;
        }
        seats.limit(id, before.courseId(), terms.capacity());
        try {
            store(id, terms, ifMatch, caller);
        } catch (Refusal overtaken) {
            seats.limit(id, before.courseId(), stored(id).capacity());
            throw overtaken;
        }
    }

    private void store(RunId id, RunTerms terms, IfMatch ifMatch, Caller caller) {
        transaction.executeWithoutResult(status -> {
            var run = open(id, ifMatch, caller);
            run.offer(terms);
            runs.save(run);
        });
    }

    private RunTerms stored(RunId id) {
        return transaction.execute(
                status -> runs.findById(id).orElseThrow(GenericRefusal::notFound).terms());
    }

    private Run open(RunId id, IfMatch ifMatch, Caller caller) {
        var run = runs.findById(id).orElseThrow(GenericRefusal::notFound);
        drafts.open(run.courseId(), caller);
        ifMatch.require(run.version());
        return run;
    }
}
