package dev.lectern.testing.api;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;

/// What a page for people answers, refusals too.
final class Html {

    private Html() {}

    static ApiResponse response(String description) {
        return new ApiResponse()
                .description(description)
                .content(
                        new Content()
                                .addMediaType(
                                        "text/html",
                                        new MediaType()
                                                .schema(new JsonSchema().typesItem("string"))));
    }
}
