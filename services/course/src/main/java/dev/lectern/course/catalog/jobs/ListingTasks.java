package dev.lectern.course.catalog.jobs;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.common.task.TryingAgain;
import dev.lectern.course.catalog.application.ListingCourses;
import dev.lectern.course.catalog.application.Listings;
import dev.lectern.course.catalog.application.NamingInstructors;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What follows a publication.
@Configuration(proxyBeanMethods = false)
class ListingTasks {

    @Bean
    OneTimeTask<Listings.Version> listInCatalog(ListingCourses listing) {
        return Tasks.oneTime(Listings.LIST)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> listing.list(instance.getData()));
    }

    @Bean
    OneTimeTask<Void> takeOutOfCatalog(ListingCourses listing) {
        return Tasks.oneTime(Listings.UNLIST)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> listing.unlist(UUID.fromString(instance.getId())));
    }

    @Bean
    OneTimeTask<Listings.Instructor> nameInstructor(NamingInstructors naming) {
        return Tasks.oneTime(Listings.NAME)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> naming.name(instance.getData().userId()));
    }
}
