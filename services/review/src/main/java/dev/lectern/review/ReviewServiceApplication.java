package dev.lectern.review;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.NamesShown;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// Starts the service.
@SpringBootApplication
@Import({AccessCopy.class, MembershipCopy.class, NamesShown.class})
public class ReviewServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(ReviewServiceApplication.class, args);
    }
}
