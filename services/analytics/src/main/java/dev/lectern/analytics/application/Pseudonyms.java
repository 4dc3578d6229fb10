package dev.lectern.analytics.application;

import dev.lectern.analytics.domain.PersonalKeys;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Puts a pseudonym in every place of an event that names a person.
@Component
class Pseudonyms {

    private static final Set<String> PEOPLE =
            Set.of(
                    "learnerId",
                    "userId",
                    "authorId",
                    "authorIds",
                    "reviewerId",
                    "holderId",
                    "memberId",
                    "personId",
                    "studentId",
                    "graderId",
                    "actorId",
                    "ownerId");

    private final JdbcClient jdbc;

    Pseudonyms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Chance, drawn once: nothing about the person leads to it.
    UUID of(UUID person) {
        return jdbc.sql(
                        """
                        insert into pseudonym (person_id, pseudonym)
                        values (:person, gen_random_uuid())
                        on conflict (person_id) do update set person_id = excluded.person_id
                        returning pseudonym
                        """)
                .param("person", person)
                .query(UUID.class)
                .single();
    }

    /// Rewrites data in place; what carries personal data by its name does not stay.
    void replaceIn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .filter(PersonalKeys::has)
                    .toList()
                    .forEach(object::remove);
            for (var name : object.propertyNames().stream().toList()) {
                if (PEOPLE.contains(name)) {
                    object.set(name, hidden(object.get(name)));
                } else {
                    replaceIn(object.get(name));
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::replaceIn);
        }
    }

    private JsonNode hidden(JsonNode value) {
        if (value instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, hidden(array.get(i)));
            }
            return array;
        }
        return value.isString()
                ? StringNode.valueOf(of(UUID.fromString(value.asString())).toString())
                : value;
    }
}
