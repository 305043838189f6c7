package dev.deckmill.allinone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.allinone.project.ProjectFiles;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The way of a page in docs/architecture.md names classes that there are, and each of them once.
 */
final class WayOfAPageTest {
  private static final Pattern SECTION =
      Pattern.compile("## The way of a page, class by class\\n(.*?)\\n## ", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");

  @Test
  void namesEachClassOnce() {
    assertThat(named()).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  @Test
  void namesNoClassThatIsNotThere() {
    assertThat(classes()).containsAll(named());
  }

  private static List<String> named() {
    String section =
        SECTION
            .matcher(ProjectFiles.text("docs/architecture.md"))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining());
    return NAME.matcher(section).results().map(found -> found.group(1)).toList();
  }

  private static Set<String> classes() {
    return ProjectFiles.sources().stream()
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .collect(Collectors.toSet());
  }
}
