package dev.lectern.auth.web;

import dev.lectern.common.problem.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/// A refusal as a page says it: above the form as a whole, and again at each field it is about.
record Correction(Refusal refusal) {

    // What templates call has to be public.

    /// Has the page ask again.
    static void show(Refusal refusal, Model model, HttpServletResponse response) {
        var status =
                refusal.kind() == Refusal.Kind.UNAVAILABLE
                        ? HttpStatus.SERVICE_UNAVAILABLE
                        : HttpStatus.UNPROCESSABLE_CONTENT;
        response.setStatus(status.value());
        model.addAttribute("correction", new Correction(refusal));
    }

    public String code() {
        return refusal.code();
    }

    public String detail() {
        return refusal.detail();
    }

    /// The fields to correct, by their names in the form.
    public List<String> fields() {
        return refusal.faults().stream().map(Correction::fieldOf).distinct().toList();
    }

    public boolean startsAt(String field) {
        return fields().stream().findFirst().filter(field::equals).isPresent();
    }

    /// What is wrong with a field, or null.
    public @Nullable String at(String field) {
        var wrong =
                refusal.faults().stream()
                        .filter(fault -> fieldOf(fault).equals(field))
                        .map(Refusal.Fault::detail)
                        .collect(Collectors.joining(" "));
        return wrong.isEmpty() ? null : wrong;
    }

    private static String fieldOf(Refusal.Fault fault) {
        return fault.pointer().substring(1);
    }
}
