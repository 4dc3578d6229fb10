package dev.lectern.launcher.demo;

import dev.lectern.launcher.demo.Seed.Application;
import dev.lectern.launcher.demo.Seed.Person;
import dev.lectern.launcher.demo.Seed.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Somebody applies to teach. Who is an instructor in the seed is approved, the others wait.
///
/// @param admin decides, and has stepped up by then
record BecomingInstructor(Supplier<Visitor> admin) {

    private static final String APPLICATIONS = "/api/v1/instructor-applications";

    /// @return the applicant with the rights they have now
    Visitor apply(Person person, Application application, Visitor applicant) {
        var latest =
                latestOf(applicant)
                        .orElseGet(() -> applicant.post(APPLICATIONS, form(application)));
        if (person.role() != Role.INSTRUCTOR) {
            return applicant;
        }
        if (latest.path("status").asString().equals("PENDING")) {
            admin.get()
                    .post(
                            "/api/v1/admin/instructor-applications/%s/approve"
                                    .formatted(latest.path("id").asString()),
                            Map.of("note", "Welcome, " + person.name() + "!"));
        }
        return Patience.until(
                "right to teach for " + person.name(),
                () ->
                        Optional.of(applicant.withNextToken())
                                .filter(renewed -> renewed.is(Role.INSTRUCTOR)));
    }

    private static Optional<JsonNode> latestOf(Visitor applicant) {
        return applicant.get(APPLICATIONS).path("items").valueStream().findFirst();
    }

    private static Map<String, String> form(Application application) {
        var form = new HashMap<String, String>();
        form.put("headline", application.headline());
        form.put("biography", application.biography());
        application.sampleUrl().ifPresent(url -> form.put("sampleUrl", url));
        return form;
    }
}
