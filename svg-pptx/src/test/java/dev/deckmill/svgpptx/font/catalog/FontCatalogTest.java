package dev.deckmill.svgpptx.font.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckmill.svgpptx.font.TestFont;
import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FontFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FontCatalogTest {
  @TempDir Path folder;

  @Test
  void findsAFamilyUnderAnyOfItsNames() throws IOException {
    TestFont.named("Probe", "Probe Light", "テスト").write(folder.resolve("a/b/probe.ttf"));
    FontCatalog catalog = FontCatalog.of(FontSources.of(List.of(folder)));

    assertThat(catalog.isInstalled("probe")).isTrue();
    assertThat(catalog.isInstalled("Probe Light")).isTrue();
    assertThat(catalog.isInstalled("テスト")).isTrue();
    assertThat(catalog.isInstalled("Prob")).isFalse();
    FaceEntry entry = Objects.requireNonNull(catalog.entry("Probe", 400, false));
    assertThat(entry.legacyFamily()).isEqualTo("Probe Light");
    FontFace face = Objects.requireNonNull(catalog.load(entry));
    assertThat(face.advance('A')).isEqualTo(TestFont.ADVANCE_A);
    assertThat(face.advance('B')).isEqualTo(TestFont.ADVANCE_B);
    assertThat(face.kerning('A', 'B')).isEqualTo(TestFont.KERN_AB);
    assertThat(face.hasGlyph('C')).isFalse();
  }

  @Test
  void aBrokenFileIsToldAndLeftOut() throws IOException {
    TestFont.named("Good", "Good").write(folder.resolve("good.ttf"));
    byte[] whole = Files.readAllBytes(folder.resolve("good.ttf"));
    for (int length : List.of(0, 3, 11, 40, 200, whole.length - 1)) {
      Files.write(folder.resolve("cut" + length + ".ttf"), Arrays.copyOf(whole, length));
    }
    Files.writeString(folder.resolve("text.otf"), "This is no font, it only says it is one.");
    FontCatalog catalog = FontCatalog.of(FontSources.of(List.of(folder)));

    assertThat(catalog.isInstalled("Good")).isTrue();
    assertThat(catalog.problems()).hasSizeGreaterThanOrEqualTo(6).allMatch(s -> s.contains("font"));
  }

  @Test
  void noDamagedByteEndsMoreThanItsFont() throws IOException {
    TestFont.named("Good", "Good").write(folder.resolve("good.ttf"));
    byte[] whole = Files.readAllBytes(folder.resolve("good.ttf"));
    Files.delete(folder.resolve("good.ttf"));
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] = (byte) 0xFF;
      Files.write(folder.resolve("damaged" + at + ".ttf"), damaged);
    }
    FontCatalog catalog = FontCatalog.of(FontSources.of(List.of(folder)));

    assertThat(catalog.isInstalled("Good")).isTrue();
    FontScan.scan(FontSources.of(List.of(folder))).files().stream()
        .flatMap(file -> file.faces().stream())
        .map(catalog::load)
        .filter(Objects::nonNull)
        .forEach(face -> IntStream.range(0, 300).forEach(c -> face.kerning(c, 'B')));
  }

  @Test
  void anIndexSaysTheSameAsTheFiles() throws IOException {
    Path fonts = Files.createDirectory(folder.resolve("fonts"));
    Path index = folder.resolve("fonts.index");
    TestFont.named("One", "One").write(fonts.resolve("one.ttf"));
    TestFont.named("Two", "Two Black", "二").write(fonts.resolve("two.ttf"));
    FontSources sources = FontSources.of(List.of(fonts)).withIndex(index);
    List<FontFile> read = FontScan.scan(sources).files();

    assertThat(index).exists();
    assertThat(FontScan.scan(sources).files()).isEqualTo(read);
    assertThat(IndexFile.read(index).values()).containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void aChangedFileIsReadAnew() throws IOException {
    Path fonts = Files.createDirectory(folder.resolve("fonts"));
    FontSources sources = FontSources.of(List.of(fonts)).withIndex(folder.resolve("fonts.index"));
    TestFont.named("Old", "Old").write(fonts.resolve("a.ttf"));
    assertThat(FontCatalog.of(sources).isInstalled("Old")).isTrue();
    TestFont.named("Newer", "Newer").write(fonts.resolve("a.ttf"));
    Files.setLastModifiedTime(fonts.resolve("a.ttf"), FileTime.fromMillis(1_000));

    assertThat(FontCatalog.of(sources).isInstalled("Old")).isFalse();
    assertThat(FontCatalog.of(sources).isInstalled("Newer")).isTrue();
  }

  @Test
  void aDamagedIndexIsReadAsNone() throws IOException {
    Path index = folder.resolve("fonts.index");
    Files.writeString(index, "DMFI, but not really one");
    TestFont.named("One", "One").write(folder.resolve("one.ttf"));
    FontCatalog catalog = FontCatalog.of(FontSources.of(List.of(folder)).withIndex(index));

    assertThat(catalog.isInstalled("One")).isTrue();
    assertThat(catalog.problems()).isEmpty();
  }

  @Test
  void withoutFoldersNothingIsInstalled() {
    assertThat(FontCatalog.bundled().isInstalled("Arial")).isFalse();
    assertThat(FontCatalog.bundled().familyCount()).isZero();
  }

  @Test
  void ofACollectionEachFaceIsFound() {
    FontCatalog system = FontCatalog.of(FontSources.system());
    assumeTrue(system.isInstalled("Noto Sans CJK KR"), "Noto Sans CJK is not installed here");
    FaceEntry korean = Objects.requireNonNull(system.entry("Noto Sans CJK KR", 700, false));

    assertThat(korean.index()).isPositive();
    assertThat(korean.weight()).isEqualTo(700);
    assertThat(Objects.requireNonNull(system.load(korean)).advance('한')).isEqualTo(920);
  }
}
