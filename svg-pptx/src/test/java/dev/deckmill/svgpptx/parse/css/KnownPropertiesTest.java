package dev.deckmill.svgpptx.parse.css;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Never silent: each property is computed, or changes nothing, or leaves a finding. */
class KnownPropertiesTest {
  /** All that Chromium knows, and those of SVG 2 besides. */
  private static final Path NAMES = Path.of("src/test/resources/css/property-names.txt");

  private static final Path OF_BOXES =
      Path.of("src/main/resources/dev/deckmill/svgpptx/parse/css/boxes.txt");

  private static final Path TABLE =
      Path.of("src/main/resources/dev/deckmill/svgpptx/parse/css/properties.txt");

  @Test
  void everyProperty_isComputedOrInTheTable() throws IOException {
    assertThat(Files.readAllLines(NAMES))
        .hasSizeGreaterThan(700)
        .allSatisfy(
            name ->
                assertThat(
                        Property.named(name) != null
                            || Shorthands.has(name)
                            || BoxShorthand.has(name)
                            || KnownProperties.isKnown(name))
                    .as(name)
                    .isTrue());
  }

  @Test
  void tableAndCascade_doNotOverlap() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(Property.named(row.get(0))).as(row.get(0)).isNull();
              assertThat(Shorthands.has(row.get(0))).as(row.get(0)).isFalse();
              assertThat(BoxShorthand.has(row.get(0))).as(row.get(0)).isFalse();
            });
  }

  @Test
  void everyRow_hasAReason() throws IOException {
    assertThat(rows()).allSatisfy(row -> assertThat(row.get(2)).as(row.get(0)).isNotBlank());
  }

  @Test
  void aValueWithAnEffectThatIsMissing_isAProblem() throws IOException {
    for (List<String> row : rows()) {
      boolean harmless = row.get(1).equals("*");
      assertThat(problems(row.get(0) + ":something").isEmpty()).as(row.get(0)).isEqualTo(harmless);
      String first = harmless ? "x" : row.get(1).split(",", -1)[0];
      assertThat(problems(row.get(0) + ":" + first)).as(row.get(0)).isEmpty();
    }
  }

  @Test
  void whatOnlyBoxesHave_isLostInThemAlone() throws IOException {
    List<List<String>> inSvg = rows(TABLE);
    for (List<String> row : rows(OF_BOXES)) {
      String name = row.get(0);
      assertThat(inSvg)
          .as(name)
          .anyMatch(each -> each.get(0).equals(name) && each.get(1).equals("*"));
      assertThat(row.get(2)).as(name).isNotBlank();
      assertThat(lost(name + ":something")).as(name).containsExactly(name);
      assertThat(lost(name + ":initial")).as(name).isEmpty();
      for (String harmless : row.get(1).split(",", -1)) {
        assertThat(lost(name + ":" + harmless)).as(name).isEmpty();
      }
    }
    assertThat(lost("-webkit-columns: 2")).containsExactly("-webkit-columns");
  }

  @Test
  void aValueThatIsNotUnderstood_isAProblem() {
    for (Property property : Property.values()) {
      boolean judged =
          property.kind() != Property.Kind.ANY && Property.named(property.attributeName()) != null;
      if (judged) {
        assertThat(problems(property.attributeName() + ": ?!*"))
            .as(property.attributeName())
            .isNotEmpty();
      }
    }
  }

  @Test
  void unknownProperties_areProblems() {
    assertThat(problems("fil: red")).hasSize(1);
    assertThat(problems("fill red")).hasSize(1);
    assertThat(problems("-webkit-cursor: x; -inkscape-font-specification: x; --own: x")).isEmpty();
  }

  private static List<String> problems(String declarations) {
    List<String> problems = new ArrayList<>();
    DeclarationParser.parse(declarations, new Values(), problems::add);
    return problems;
  }

  private static List<String> lost(String declarations) {
    return DeclarationParser.parse(declarations, new Values(), problem -> {}).lostInBoxes();
  }

  private static List<List<String>> rows() throws IOException {
    return rows(TABLE);
  }

  private static List<List<String>> rows(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(" \\| ", -1)))
        .toList();
  }
}
