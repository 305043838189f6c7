package dev.deckmill.svgpptx.font.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.font.catalog.FontCatalog;
import dev.deckmill.svgpptx.font.choice.FaceFinder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FamilyTableTest {
  private final FaceFinder faces = new FaceFinder(FontCatalog.bundled());

  @Test
  void everyFamilyIsMeasuredByAFaceOfTheJar() throws IOException {
    List<String> names = names();

    assertThat(names).hasSizeGreaterThan(200);
    for (String name : names) {
      for (int weight : List.of(400, 700)) {
        FaceFinder.Found found = faces.find(name, weight, false);
        assertThat(found).as(name).isNotNull();
        assertThat(found.face().advance('x') * found.face().emPerUnit())
            .as(name)
            .isBetween(0.2, 0.9);
      }
    }
  }

  @Test
  void anAliasIsTheFamilyItself() {
    assertThat(FamilyTable.KNOWN.find("メイリオ")).isSameAs(FamilyTable.KNOWN.find("meiryo "));
    assertThat(FamilyTable.KNOWN.find("ArialMT")).isSameAs(FamilyTable.KNOWN.find("Arial"));
    assertThat(FamilyTable.KNOWN.find("No Such Family")).isNull();
  }

  @Test
  void factorsAreThoseOfTheStyle() {
    Family verdana = Objects.requireNonNull(FamilyTable.KNOWN.find("Verdana"));
    Family yaHei = Objects.requireNonNull(FamilyTable.KNOWN.find("Microsoft YaHei"));

    assertThat(verdana.measure().factor(true, false)).isEqualTo(0.993);
    assertThat(yaHei.measure().factors()).containsExactly(0.946, 0.945, 0.946, 0.945);
  }

  private static List<String> names() throws IOException {
    try (InputStream in = FamilyTableTest.class.getResourceAsStream("families.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(";"))
          .map(line -> line.substring(0, line.indexOf(';')).strip())
          .toList();
    }
  }
}
