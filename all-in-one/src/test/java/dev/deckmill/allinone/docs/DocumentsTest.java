package dev.deckmill.allinone.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.deckmill.allinone.command.DeckmillCommand;
import dev.deckmill.allinone.project.ProjectFiles;
import dev.deckmill.allinone.terminal.Terminal;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.SubmitHeaders;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.svgpptx.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class DocumentsTest {
  static List<Path> documents() {
    return Documents.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(Path document) {
    for (String link : Documents.found(ProjectFiles.text(document), "\\]\\(([^)\\s]+)\\)")) {
      if (link.startsWith("https://")) {
        continue;
      }
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
      assertThat(target).as(link).exists();
      if (parts.length == 2) {
        assertThat(anchors(target)).as(link).contains(parts[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandIsUnderstood(Path document) {
    for (String line : Documents.found(ProjectFiles.text(document), "^\\./deckmill +([^#\\n]*)")) {
      List<String> words = List.of(line.strip().split(" +"));
      if (!words.getFirst().equals("test")) {
        assertThatCode(() -> commandLine().parseArgs(words.toArray(String[]::new)))
            .as(line)
            .doesNotThrowAnyException();
      }
    }
    Set<String> known = new TreeSet<>(commandLine().getSubcommands().keySet());
    known.add("test");
    assertThat(known)
        .containsAll(Documents.found(ProjectFiles.text(document), "`\\./deckmill ([a-z]+)"));
  }

  @Test
  void everyErrorCodeIsExplainedAsItIs() {
    List<String> rows =
        Stream.of(ErrorType.values())
            .map(
                type ->
                    "| `%s` | %d | %s | %s |"
                        .formatted(
                            type, type.status(), type.title(), type.retryable() ? "yes" : "no"))
            .toList();
    String page = ProjectFiles.text("docs/api.md");
    String table = page.substring(page.indexOf("| code | status |"));
    assertThat(table.lines().skip(2).takeWhile(line -> line.startsWith("|")))
        .containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void everyAddressOfTheApiIsExplained() {
    String pages = ProjectFiles.text("docs/api.md") + ProjectFiles.text("docs/batch-api.md");
    List<String> addresses =
        ProjectFiles.sources().stream()
            .filter(file -> file.toString().endsWith("Resource.java"))
            .map(ProjectFiles::text)
            .flatMap(DocumentsTest::addresses)
            .toList();
    assertThat(addresses).contains("/v1/jobs");
    assertThat(addresses).allMatch(pages::contains);
  }

  /** The address of the class, and of each method that adds to it. */
  private static Stream<String> addresses(String resource) {
    String base = Documents.found(resource, "^@Path\\(\"(.*)\"\\)").getFirst();
    return Stream.concat(
        Stream.of(base),
        Documents.found(resource, "^  @Path\\(\"(.*)\"\\)").stream().map(path -> base + path));
  }

  @Test
  void everyOptionOfASubmissionIsExplained() {
    String web = "api-service/src/main/java/dev/deckmill/api/web/v1/";
    String form =
        ProjectFiles.text(web + "SubmissionForm.java")
            + ProjectFiles.text(web + "SubmissionOptionsForm.java");
    List<String> options =
        new ArrayList<>(Documents.found(form, "\\) *(?:\\n *)?String ([a-zA-Z]+)[,)]"));
    assertThat(options).contains("title", "textProfile");
    assertThat(
            Documents.found(ProjectFiles.text("docs/api.md"), "^\\| `([a-zA-Z]+)` \\| [^|]+ \\| "))
        .containsAll(options);
  }

  @Test
  void everyTopicAndEveryMessageIsNamedAndNoOther() {
    String page = ProjectFiles.text("docs/kafka.md");
    assertThat(Set.copyOf(Documents.found(page, "`(deckmill\\.[a-z.]+)`")))
        .isEqualTo(
            Topics.all().stream()
                .filter(topic -> !topic.endsWith(".dlq"))
                .collect(Collectors.toSet()));
    assertThat(Set.copyOf(Documents.found(page, "`(dev\\.deckmill\\.[a-z.-]+\\.v[0-9]+)`")))
        .isEqualTo(
            Stream.concat(
                    Stream.of(SubmitHeaders.TYPE),
                    Stream.of(MessageType.values()).map(MessageType::ceType))
                .collect(Collectors.toSet()));
  }

  @Test
  void everyClassThatTheArchitectureNamesIsThere() {
    Set<String> classes =
        ProjectFiles.sources().stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    classes.add("ArchitectureTest");
    List<String> named =
        Documents.found(
            ProjectFiles.text("docs/architecture.md"), "`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");
    assertThat(named).isNotEmpty();
    assertThat(classes).containsAll(named);
  }

  @Test
  void theLinesOfJavaInTheReadmeCompile(@TempDir Path dir) throws IOException {
    List<String> snippets =
        Documents.found(ProjectFiles.text("README.md"), "^```java\\n((?:(?!```)[\\s\\S])*)```");
    assertThat(snippets).isNotEmpty();
    for (String snippet : snippets) {
      Path file =
          Files.writeString(
              dir.resolve("Snippet.java"),
              """
              import dev.deckmill.svgpptx.*;

              class Snippet {
                void run(java.io.OutputStream out, java.util.List<Page> pages) throws Exception {
                  %s
                }
              }
              """
                  .formatted(snippet));
      var complaints = new ByteArrayOutputStream();
      int result =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  complaints,
                  complaints,
                  "-proc:none",
                  "-d",
                  dir.toString(),
                  file.toString());
      assertThat(result).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    }
  }

  /** Rows that begin with a name in capitals are causes, which the engine's own tests hold. */
  @Test
  void everyFindingIsExplainedUnderItsName() {
    String page = ProjectFiles.text("docs/unsupported.md");
    String withoutCauses = page.replaceAll("(?m)^\\| `[A-Z_]+` \\|.*$", "");
    assertThat(withoutCauses).isNotEqualTo(page);
    assertThat(Documents.found(withoutCauses, "`([A-Z]+(?:_[A-Z]+)*)`"))
        .containsOnly(Stream.of(Finding.Code.values()).map(Enum::name).toArray(String[]::new));
  }

  @Test
  void everyModuleIsCaptionedInTheReadme() {
    List<String> modules = Documents.found(ProjectFiles.text("pom.xml"), "<module>(.*)</module>");
    assertThat(modules).isNotEmpty();
    assertThat(Documents.found(ProjectFiles.text("README.md"), "^\\| \\[`([a-z-]+)/`\\]"))
        .containsAll(modules);
  }

  @Test
  void everySamplePageIsExplained() throws IOException {
    assertThat(Documents.found(ProjectFiles.text("examples/README.md"), "^\\| `(.+\\.svg)`"))
        .containsExactlyElementsOf(names("examples", ".svg"));
  }

  @Test
  void everyDecisionIsInTheIndex() throws IOException {
    assertThat(Documents.found(ProjectFiles.text("docs/adr/README.md"), "\\]\\((\\d.+\\.md)\\)"))
        .containsExactlyElementsOf(
            names("docs/adr", ".md").stream().filter(name -> !name.equals("README.md")).toList());
  }

  private static List<String> names(String directory, String ending) throws IOException {
    try (Stream<Path> files = Files.list(ProjectFiles.at(directory))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  /** As GitHub makes them of headings. */
  private static List<String> anchors(Path document) {
    return Documents.found(ProjectFiles.text(document), "^#+ (.*)$").stream()
        .map(
            heading ->
                heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .toList();
  }

  private static CommandLine commandLine() {
    return DeckmillCommand.commandLine(Terminal.ofProcess());
  }
}
