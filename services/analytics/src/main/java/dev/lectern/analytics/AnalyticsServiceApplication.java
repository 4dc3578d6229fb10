package dev.lectern.analytics;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.MembershipCopy;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/// Starts the service.
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({AccessCopy.class, MembershipCopy.class})
public class AnalyticsServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(AnalyticsServiceApplication.class, args);
    }
}
