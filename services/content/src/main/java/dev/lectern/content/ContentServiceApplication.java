package dev.lectern.content;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.AssetCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.SequenceCopy;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/// Starts the service.
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({AccessCopy.class, AssetCopy.class, MembershipCopy.class, SequenceCopy.class})
public class ContentServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(ContentServiceApplication.class, args);
    }
}
