package dev.lectern.common.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Reads a text only from a text, and only without control characters (line breaks and tabs may
/// stay) and without halves of surrogate pairs, which cannot be written as UTF-8.
final class StrictText extends StdScalarDeserializer<String> {

    StrictText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String)
                    context.handleUnexpectedToken(context.constructType(String.class), parser);
        }
        var text = parser.getString();
        if (holdsControlCharacter(text)) {
            throw new ControlCharacterException(parser);
        }
        return text;
    }

    static boolean holdsControlCharacter(String text) {
        return text.codePoints().anyMatch(StrictText::isForbidden);
    }

    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
            case Character.SURROGATE -> true;
            default -> false;
        };
    }
}
