package dev.lectern.testing.api;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// What the compiler does not keep: the comments of the classes that make up a service's interface,
/// and the refusals its code can throw. Read by the JDK's own parser when a test asks.
final class Sources {

    /// A comment without its tags, and what its `@param` lines say.
    record Comment(String text, Map<String, String> parameters) {

        static final Comment NONE = new Comment("", Map.of());

        Optional<String> of(String parameter) {
            return Optional.ofNullable(parameters.get(parameter));
        }
    }

    private final Map<String, Comment> comments = new HashMap<>();
    private final Map<String, Problem> problems = new HashMap<>();

    private Sources() {}

    /// Reads every source file under these folders.
    static Sources under(Path... folders) {
        var sources = new Sources();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(filesUnder(folders));
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
            var docs = DocTrees.instance(task);
            for (var unit : task.parse()) {
                sources.new Reader(docs).scan(unit, "");
                RefusalReader.read(unit, docs).forEach(sources::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    Comment of(Class<?> type) {
        return comments.getOrDefault(type.getName(), Comment.NONE);
    }

    Comment of(Method method) {
        return comments.getOrDefault(
                keyOf(
                        method.getDeclaringClass().getName(),
                        method.getName(),
                        method.getParameterCount()),
                Comment.NONE);
    }

    /// Everything the sources can refuse, by code.
    Map<String, Problem> problems() {
        return problems;
    }

    /// One code may be thrown with several sentences; together they are its meaning.
    private void add(Problem found) {
        problems.merge(found.code(), found, Problem::or);
    }

    private static List<Path> filesUnder(Path... folders) throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static String keyOf(String type, String method, int parameters) {
        return type + "#" + method + "/" + parameters;
    }

    /// Walks through a file with the binary name of the class around as its companion.
    private final class Reader extends TreePathScanner<@Nullable Void, String> {

        private final DocTrees docs;

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitCompilationUnit(CompilationUnitTree unit, String around) {
            return super.visitCompilationUnit(unit, unit.getPackageName() + ".");
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String around) {
            var name = around + type.getSimpleName();
            comments.put(name, commentAt(getCurrentPath()));
            return super.visitClass(type, name + "$");
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, String around) {
            var type = around.substring(0, around.length() - 1);
            comments.put(
                    keyOf(type, method.getName().toString(), method.getParameters().size()),
                    commentAt(getCurrentPath()));
            return null;
        }

        private Comment commentAt(TreePath path) {
            var comment = docs.getDocCommentTree(path);
            return comment == null ? Comment.NONE : commentOf(comment);
        }
    }

    private static Comment commentOf(DocCommentTree comment) {
        var parameters = new LinkedHashMap<String, String>();
        for (var tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree parameter) {
                parameters.put(parameter.getName().toString(), textOf(parameter.getDescription()));
            }
        }
        return new Comment(textOf(comment.getFullBody()), parameters);
    }

    /// One line a paragraph: where the source wraps is no part of the text.
    private static String textOf(List<? extends DocTree> parts) {
        var raw = parts.stream().map(Object::toString).collect(Collectors.joining());
        return raw.strip().replaceAll("(?<!\n)\n[ \t]*(?![\n*-])", " ");
    }
}
