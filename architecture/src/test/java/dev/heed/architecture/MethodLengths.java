package dev.heed.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** How many lines each method has, from its first annotation or modifier to its last brace. */
final class MethodLengths extends TreeScanner<Void, CompilationUnitTree> {
    private final SourcePositions positions;
    private final Map<String, Long> lines = new TreeMap<>();

    private MethodLengths(SourcePositions positions) {
        this.positions = positions;
    }

    /** By file, line and name. */
    static Map<String, Long> of(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            MethodLengths lengths = new MethodLengths(Trees.instance(task).getSourcePositions());
            for (CompilationUnitTree unit : task.parse()) {
                lengths.scan(unit, unit);
            }
            return lengths.lines;
        }
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
        LineMap map = unit.getLineMap();
        long first = map.getLineNumber(positions.getStartPosition(unit, method));
        long last = map.getLineNumber(positions.getEndPosition(unit, method));
        lines.put(unit.getSourceFile().getName() + ":" + first + " " + method.getName(), last - first + 1);
        return super.visitMethod(method, unit);
    }
}
