package dev.lectern.media;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.SequenceCopy;
import dev.lectern.common.objects.ObjectStoreClients;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/// Starts the service.
@SpringBootApplication
@Import({AccessCopy.class, MembershipCopy.class, SequenceCopy.class, ObjectStoreClients.class})
@ConfigurationPropertiesScan
public class MediaServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(MediaServiceApplication.class, args);
    }
}
