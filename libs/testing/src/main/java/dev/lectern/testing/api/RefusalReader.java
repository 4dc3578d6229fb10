package dev.lectern.testing.api;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the refusals of a file: what is handed to the constructors of the classes that extend
/// `Refusal` is a kind, a code and a sentence.
final class RefusalReader extends TreePathScanner<@Nullable Void, List<Problem>> {

    private static final Map<String, Integer> STATUS_OF_KIND =
            Map.ofEntries(
                    Map.entry("INVALID", 400),
                    Map.entry("UNPROVEN", 401),
                    Map.entry("FORBIDDEN", 403),
                    Map.entry("NOT_FOUND", 404),
                    Map.entry("CONFLICT", 409),
                    Map.entry("GONE", 410),
                    Map.entry("STALE", 412),
                    Map.entry("TOO_LARGE", 413),
                    Map.entry("TYPE_UNSUPPORTED", 415),
                    Map.entry("TOO_OFTEN", 429),
                    Map.entry("RULE", 422),
                    Map.entry("VERSION_MISSING", 428),
                    Map.entry("UNAVAILABLE", 503));

    private final DocTrees docs;
    private final Map<String, ExpressionTree> values = new HashMap<>();
    private @Nullable String refusal;
    private @Nullable Integer status;
    private String comment = "";

    private RefusalReader(DocTrees docs) {
        this.docs = docs;
    }

    static List<Problem> read(CompilationUnitTree unit, DocTrees docs) {
        var found = new ArrayList<Problem>();
        new RefusalReader(docs).scan(unit, found);
        return found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, List<Problem> found) {
        var outer = refusal;
        if (type.getExtendsClause() instanceof IdentifierTree parent
                && parent.getName().contentEquals("Refusal")) {
            refusal = type.getSimpleName().toString();
            status = null;
            comment = docs.getDocComment(getCurrentPath()) == null ? "" : commentHere();
        }
        super.visitClass(type, found);
        refusal = outer;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, List<Problem> found) {
        var around = comment;
        if (docs.getDocComment(getCurrentPath()) != null) {
            comment = commentHere();
        }
        super.visitMethod(method, found);
        comment = around;
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, List<Problem> found) {
        if (variable.getInitializer() != null) {
            values.put(variable.getName().toString(), variable.getInitializer());
        }
        return super.visitVariable(variable, found);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, List<Problem> found) {
        if (refusal != null && made.getIdentifier().toString().equals(refusal)) {
            note(made.getArguments(), found);
        }
        return super.visitNewClass(made, found);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, List<Problem> found) {
        if (refusal != null && call.getMethodSelect().toString().equals("super")) {
            note(call.getArguments(), found);
        }
        return super.visitMethodInvocation(call, found);
    }

    /// A constructor that is handed the code by others says the kind for all of them.
    private void note(List<? extends ExpressionTree> arguments, List<Problem> found) {
        var ofThisOne = status;
        for (var i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof MemberSelectTree constant
                    && STATUS_OF_KIND.containsKey(constant.getIdentifier().toString())) {
                ofThisOne = STATUS_OF_KIND.get(constant.getIdentifier().toString());
            }
            var code = textOf(arguments.get(i));
            if (code.matches(Refusals.CODE) && ofThisOne != null) {
                var detail = i + 1 < arguments.size() ? textOf(arguments.get(i + 1)) : "";
                found.add(new Problem(code, ofThisOne, detail.isBlank() ? comment : detail));
                return;
            }
        }
        status = ofThisOne;
    }

    private String commentHere() {
        return docs.getDocCommentTree(getCurrentPath()).getFirstSentence().stream()
                .map(Object::toString)
                .reduce("", String::concat)
                .replaceAll("\\s*\n\\s*", " ");
    }

    /// What is known of a text before the program runs; an ellipsis stands for the rest.
    private String textOf(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text -> text;
            case BinaryTree sum -> partOf(sum.getLeftOperand()) + partOf(sum.getRightOperand());
            case IdentifierTree name when values.containsKey(name.getName().toString()) ->
                    textOf(values.get(name.getName().toString()));
            default -> "";
        };
    }

    private String partOf(ExpressionTree operand) {
        var text = textOf(operand);
        return text.isEmpty() ? "…" : text;
    }
}
