package dev.lectern.common.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/// A text of the request holds a NUL, another control character, or half a character.
public final class ControlCharacterException extends MismatchedInputException {

    ControlCharacterException(JsonParser parser) {
        super(parser, "control character", String.class);
    }
}
