package dev.lectern.analytics.application;

import dev.lectern.analytics.domain.PersonalKeys;
import dev.lectern.analytics.domain.ThingKeys;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Puts a pseudonym in every place of an event that could name a person: whatever looks like an id
/// and is not known to be that of a thing.
@Component
class Pseudonyms {

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final JdbcClient jdbc;

    Pseudonyms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Chance, drawn once: nothing about the person leads to it.
    UUID of(UUID person) {
        return find(person).orElseGet(() -> draw(person));
    }

    private Optional<UUID> find(UUID person) {
        return jdbc.sql("select pseudonym from pseudonym where person_id = :person")
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    private UUID draw(UUID person) {
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
            for (var name : object.propertyNames().stream().toList()) {
                if (PersonalKeys.has(name)) {
                    object.remove(name);
                } else {
                    object.set(name, hidden(name, object.get(name)));
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::replaceIn);
        }
    }

    private JsonNode hidden(String name, JsonNode value) {
        if (value instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, hidden(name, array.get(i)));
            }
            return array;
        }
        if (!value.isString()) {
            replaceIn(value);
            return value;
        }
        var isPerson = !ThingKeys.has(name) && ID.matcher(value.asString()).matches();
        return isPerson
                ? StringNode.valueOf(of(UUID.fromString(value.asString())).toString())
                : value;
    }
}
