package dev.lectern.assessment;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.AssetCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.NamesShown;
import dev.lectern.common.copy.SequenceCopy;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// Starts the service.
@SpringBootApplication
@Import({
    AccessCopy.class,
    AssetCopy.class,
    MembershipCopy.class,
    NamesShown.class,
    SequenceCopy.class
})
public class AssessmentServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(AssessmentServiceApplication.class, args);
    }
}
