package dev.lectern.enrollment;

import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.identity.TestIdentity;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
@AutoConfigureMockMvc
class EnrollmentServiceTest {

    @Autowired MockMvc http;

    @Test
    void startsAndAnswersAStrangerWith401AndALearnerWithAnEmptyList() throws Exception {
        http.perform(get("/api/v1/enrollments"))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code", is("UNAUTHENTICATED")));
        http.perform(
                        get("/api/v1/enrollments")
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + TestIdentity.tokenOf(
                                                        UUID.randomUUID(), "learner")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()", is(0)));
    }
}
