package dev.deckmill.allinone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.allinone.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/configuration.md} says what the sources say. To write it anew, run this test with
 * {@code -Ddeckmill.docs.write=true}.
 */
final class ConfigurationPageTest {
  private static final String PAGE = "docs/configuration.md";

  /** Below it everything is written by this test. */
  private static final String MARK = "<!-- from here on written by ConfigurationPageTest -->\n";

  @Test
  void listsEveryKeyWithItsDefaultAndItsSentence() throws IOException {
    List<ConfigurationKey> keys = ConfigurationSources.read();
    assertThat(keys).isNotEmpty().allMatch(key -> !key.sentence().isEmpty(), "has a sentence");
    String page = ProjectFiles.text(PAGE);
    String wanted = page.substring(0, page.indexOf(MARK) + MARK.length()) + tables(keys);
    if (Boolean.getBoolean("deckmill.docs.write")) {
      Files.writeString(ProjectFiles.at(PAGE), wanted);
      return;
    }
    assertThat(page).as("run with -Ddeckmill.docs.write=true to write it anew").isEqualTo(wanted);
  }

  @Test
  void composeSetsOnlyWhatASourceKnows() throws IOException {
    List<String> known =
        ConfigurationSources.read().stream().map(ConfigurationKey::variable).toList();
    List<String> set =
        Documents.found(ProjectFiles.text("docker-compose.yml"), "^ +(DECKMILL_[A-Z0-9_]+):");
    assertThat(set).isNotEmpty();
    assertThat(known).containsAll(set);
  }

  private static String tables(List<ConfigurationKey> keys) {
    var text = new StringBuilder();
    String module = "";
    for (ConfigurationKey key : keys) {
      if (!key.module().equals(module)) {
        module = key.module();
        text.append("\n## ").append(module).append("\n\n| key | default | |\n|---|---|---|\n");
      }
      text.append(key.row()).append('\n');
    }
    return text.toString();
  }
}
