package dev.lectern.stripe;

import java.util.function.BiFunction;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// One call of the API.
///
/// @param path in which a group stands for the id
/// @param answer from the id, empty where the path has none, and the parameters
record Route(String method, Pattern path, BiFunction<String, Form, ObjectNode> answer) {

    static Route get(String path, BiFunction<String, Form, ObjectNode> answer) {
        return new Route("GET", Pattern.compile(path), answer);
    }

    static Route post(String path, BiFunction<String, Form, ObjectNode> answer) {
        return new Route("POST", Pattern.compile(path), answer);
    }

    boolean matches(String itsMethod, String itsPath) {
        return method.equals(itsMethod) && path.matcher(itsPath).matches();
    }

    ObjectNode answer(String itsPath, Form form) {
        var match = path.matcher(itsPath);
        String id = match.matches() && match.groupCount() > 0 ? match.group(1) : "";
        return answer.apply(id, form);
    }
}
