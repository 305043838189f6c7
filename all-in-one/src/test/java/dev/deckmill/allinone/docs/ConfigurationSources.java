package dev.deckmill.allinone.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.deckmill.allinone.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Reads the keys of every {@code @ConfigMapping} from the sources: names, defaults and what the
 * Javadoc says.
 */
final class ConfigurationSources {
  private final List<ConfigurationKey> keys = new ArrayList<>();

  private ConfigurationSources() {}

  /** All keys of the project, by module and then as they stand in the source. */
  static List<ConfigurationKey> read() throws IOException {
    var sources = new ConfigurationSources();
    List<Path> files =
        ProjectFiles.sources().stream()
            .filter(file -> file.getFileName().toString().endsWith("Config.java"))
            .toList();
    for (Path file : files) {
      sources.add(file);
    }
    return List.copyOf(sources.keys);
  }

  private void add(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjects(file));
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree type : unit.getTypeDecls()) {
          if (type instanceof ClassTree mapping) {
            argument(mapping.getModifiers().getAnnotations(), "ConfigMapping")
                .ifPresent(
                    prefix -> new Reading(file, unit, Trees.instance(task)).add(mapping, prefix));
          }
        }
      }
    }
  }

  /** One file. */
  private final class Reading {
    private final String module;
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final Map<String, ClassTree> groups = new HashMap<>();

    Reading(Path file, CompilationUnitTree unit, Trees trees) {
      this.module = ProjectFiles.at("").relativize(file).getName(0).toString();
      this.unit = unit;
      this.trees = trees;
    }

    void add(ClassTree mapping, String prefix) {
      for (Tree member : mapping.getMembers()) {
        if (member instanceof ClassTree group && group.getKind() == Tree.Kind.INTERFACE) {
          groups.put(group.getSimpleName().toString(), group);
        }
      }
      for (Tree member : mapping.getMembers()) {
        if (member instanceof MethodTree method) {
          add(method, prefix + "." + kebab(method.getName().toString()));
        }
      }
    }

    private void add(MethodTree method, String name) {
      ClassTree group = groups.get(method.getReturnType().toString());
      if (group != null) {
        add(group, name);
        return;
      }
      String fallback = argument(method.getModifiers().getAnnotations(), "WithDefault").orElse("");
      String said = trees.getDocComment(TreePath.getPath(unit, method));
      keys.add(new ConfigurationKey(module, name, fallback, sentence(said == null ? "" : said)));
    }
  }

  private static String sentence(String javadoc) {
    return javadoc
        .replaceAll("\\{@(?:code|link|value) ([^}]*)}", "`$1`")
        .replaceAll("<p>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** The one text in an annotation. */
  private static Optional<String> argument(
      List<? extends AnnotationTree> annotations, String wanted) {
    return annotations.stream()
        .filter(annotation -> annotation.getAnnotationType().toString().equals(wanted))
        .flatMap(annotation -> annotation.getArguments().stream())
        .map(ConfigurationSources::value)
        .filter(LiteralTree.class::isInstance)
        .map(literal -> String.valueOf(((LiteralTree) literal).getValue()))
        .findFirst();
  }

  private static ExpressionTree value(ExpressionTree argument) {
    return argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
  }
}
