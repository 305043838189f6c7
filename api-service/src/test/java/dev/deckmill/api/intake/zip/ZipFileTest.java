package dev.deckmill.api.intake.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.testing.ZipBytes;
import dev.deckmill.contracts.ErrorType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZipFileTest {
  private static final int RATIO = 200;
  private static final byte[] PAGE = "<svg/>".getBytes(UTF_8);
  private static final int LOCAL_HEADER = 30;

  @Test
  void takesItsPagesInTheNaturalOrderOfTheirNames() throws IOException {
    assertThat(names(zip("p10.svg", "p2.svg", "b/p1.SVGZ", "readme.txt", "P1.svg")))
        .containsExactly("b/p1.SVGZ", "P1.svg", "p2.svg", "p10.svg");
  }

  @Test
  void takesNothingThatFileManagersAdd() throws IOException {
    assertThat(names(zip("__MACOSX/._a.svg", "a.svg", ".hidden.svg", "d/._b.svg", "d/")))
        .containsExactly("a.svg");
  }

  @Test
  void takesThePagesThatItsManifestNamesInTheManifestsOrder() throws IOException {
    byte[] zip =
        withManifest(
            "{\"pages\": [\"z.svg\", {\"file\": \"d\\\\x.xml\", \"name\": \"Überblick\"}], \"more\": 1}",
            "a.svg",
            "z.svg",
            "d/x.xml");
    assertThat(names(zip)).containsExactly("z.svg", "Überblick");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"pages\": \"a.svg\"}",
        "{\"pages\": [\"b.svg\"]}",
        "{\"pages\": [\"manifest.json\"]}",
        "{\"pages\": [7]}",
        "{\"pages\": [\"a.svg\", \"a.svg\"]}"
      })
  void refusesAManifestThatNamesNoPagesOrWrongOnes(String manifest) {
    refuses(withManifest(manifest, "a.svg"), ErrorType.ZIP_INVALID);
  }

  @Test
  void givesBackWhatWasPacked() throws IOException {
    byte[] large = new byte[100_000];
    Arrays.fill(large, (byte) 'x');
    try (ZipFile zip = spool(ZipBytes.of(Map.of("a.svg", large)));
        InputStream page = zip.open(zip.pages().getFirst())) {
      assertThat(page.readAllBytes()).isEqualTo(large);
    }
  }

  @Test
  void readsNamesOfTheTimeBeforeUnicode() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setEncoding("IBM437");
      zip.setUseLanguageEncodingFlag(false);
      add(zip, new ZipArchiveEntry("Übersicht.svg"), PAGE);
    }
    assertThat(names(bytes.toByteArray())).containsExactly("Übersicht.svg");
  }

  @Test
  void refusesWhatHoldsNoPage() {
    refuses(zip("readme.txt"), ErrorType.ZIP_NO_PAGES);
    refuses(zip(), ErrorType.ZIP_NO_PAGES);
    refuses(withManifest("{\"pages\": []}", "a.svg"), ErrorType.ZIP_NO_PAGES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.svg",
        "a/../../b.svg",
        "/etc/a.svg",
        "C:\\a.svg",
        "..\\a.svg",
        "\\a.svg",
        "a\u0000.svg",
        "a\n.svg",
        " "
      })
  void refusesNamesThatAreMoreThanLabels(String name) {
    refuses(zip("a.svg", name), ErrorType.ZIP_ENTRY_NAME);
  }

  @Test
  void takesNamesAsLongAsTheLimitAndNotOneCharacterMore() throws IOException {
    String name = "n".repeat(1_020) + ".svg";
    assertThat(names(zip(name))).containsExactly(name);
    refuses(zip("n" + name), ErrorType.ZIP_ENTRY_NAME);
  }

  @Test
  void refusesOneNameTwiceInWhicheverWayItIsWritten() throws IOException {
    refuses(zip("d/a.svg", "d\\a.svg"), ErrorType.ZIP_DUPLICATE);
    refuses(zip("\u00fc.svg", "u\u0308.svg"), ErrorType.ZIP_DUPLICATE);
    byte[] twice = zip("a.svg", "b.svg");
    replaceAll(twice, "b.svg", "a.svg");
    refuses(twice, ErrorType.ZIP_DUPLICATE);
  }

  @Test
  void refusesSymbolicLinks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry("a.svg");
      link.setUnixMode(UnixStat.LINK_FLAG | UnixStat.DEFAULT_LINK_PERM);
      add(zip, link, "/etc/passwd".getBytes(UTF_8));
    }
    refuses(bytes.toByteArray(), ErrorType.ZIP_INVALID);
  }

  @Test
  void refusesEncryptedEntries() {
    byte[] zip = zip("a.svg");
    zip[6] |= 1;
    zip[directory(zip) + 8] |= 1;
    refuses(zip, ErrorType.ZIP_INVALID);
  }

  @Test
  void refusesOtherWaysOfCompressing() {
    byte[] zip = zip("a.svg");
    zip[8] = 12;
    zip[directory(zip) + 10] = 12;
    refuses(zip, ErrorType.ZIP_INVALID);
  }

  @Test
  void refusesEntriesThatShareTheirBytes() {
    byte[] zip = zip("a.svg", "b.svg");
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int second = directory(zip) + 46 + "a.svg".length();
    bytes.putInt(second + 42, 0);
    refuses(zip, ErrorType.ZIP_INVALID);
  }

  @Test
  void refusesZipFilesWithinZipFiles() {
    refuses(ZipBytes.of(Map.of("a.svg", PAGE, "more.bin", zip("b.svg"))), ErrorType.ZIP_INVALID);
    refuses(ZipBytes.of(Map.of("a.svg", zip("b.svg"))), ErrorType.ZIP_INVALID);
  }

  @Test
  void refusesWhatIsCutOffOrDamaged() {
    byte[] zip = zip("a.svg", "b.svg");
    for (int length = 4; length < zip.length; length++) {
      refuses(Arrays.copyOf(zip, length), ErrorType.ZIP_INVALID);
    }
    refuses(Arrays.copyOf(zip, zip.length + 1), ErrorType.ZIP_INVALID);
  }

  @Test
  void endsInARefusalWhicheverByteIsWrong() {
    byte[] zip = zip("a.svg", "b.svg");
    for (int at = 0; at < zip.length; at++) {
      byte[] damaged = zip.clone();
      damaged[at] ^= 0x55;
      try {
        readAll(damaged);
      } catch (Refusal foreseen) {
        assertThat(foreseen.trouble().type().name()).startsWith("ZIP_");
      } catch (IOException | RuntimeException e) {
        throw new AssertionError("byte " + at, e);
      }
    }
  }

  @Test
  void refusesAPageThatIsNotWhatItsChecksumSays() {
    byte[] zip = zip("a.svg");
    zip[directory(zip) + 16] ^= 1;
    assertThatThrownBy(() -> readAll(zip))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.trouble().type()).isEqualTo(ErrorType.ZIP_INVALID));
  }

  @Test
  void refusesTablesOfContentsThatClaimTooMuch() {
    byte[] zip = zip("a.svg");
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - 22;
    bytes.putShort(end + 10, (short) 2);
    refuses(zip, ErrorType.ZIP_INVALID);
    bytes.putShort(end + 10, (short) 0xffff);
    refuses(zip, ErrorType.ZIP_INVALID);
    bytes.putShort(end + 10, (short) 1).putInt(end + 12, 0x7fffffff);
    refuses(zip, ErrorType.ZIP_INVALID);
  }

  @Test
  void holdsAsManyEntriesAsTheLimitAndNotOneMore() throws IOException {
    assertThat(names(many(ZipDirectory.MOST_ENTRIES))).hasSize(1);
    refuses(many(ZipDirectory.MOST_ENTRIES + 1), ErrorType.ZIP_INVALID);
  }

  private static byte[] many(int count) {
    String[] names = new String[count];
    Arrays.setAll(names, n -> n == 0 ? "a.svg" : n + ".txt");
    return zip(names);
  }

  @Test
  void refusesAnEntryThatExpandsBeyondItsRatioAsSoonAsItIsLarge() throws IOException {
    byte[] small = ZipBytes.of(Map.of("a.svg", new byte[(int) EntryStream.HARMLESS_BYTES]));
    byte[] large = ZipBytes.of(Map.of("a.svg", new byte[(int) EntryStream.HARMLESS_BYTES + 1]));
    readAll(small);
    assertThatThrownBy(() -> readAll(large))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.trouble().type()).isEqualTo(ErrorType.LIMIT_INFLATE));
  }

  @Test
  void letsAnEntryExpandToItsRatioAndNotOneByteMore() throws IOException {
    byte[] zip = ZipBytes.of(Map.of("a.svg", new byte[2 << 20]));
    long compressed =
        Integer.toUnsignedLong(
            ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(directory(zip) + 20));
    int exact = (int) Math.ceilDiv(2L << 20, compressed);
    read(zip, exact);
    assertThatThrownBy(() -> read(zip, exact - 1)).isInstanceOf(Refusal.class);
  }

  @Test
  void leavesNoFileBehindEvenWhileItIsOpen() throws IOException {
    long before = spooled();
    try (ZipFile zip = spool(zip("a.svg"))) {
      assertThat(zip.pages()).hasSize(1);
      assertThat(spooled()).isEqualTo(before);
    }
  }

  private static long spooled() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("deckmill-")).count();
    }
  }

  private static byte[] zip(String... names) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : names) {
      entries.put(name, name.endsWith("/") ? new byte[0] : PAGE);
    }
    return ZipBytes.of(entries);
  }

  private static byte[] withManifest(String manifest, String... names) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : names) {
      entries.put(name, PAGE);
    }
    entries.put("manifest.json", manifest.getBytes(UTF_8));
    return ZipBytes.of(entries);
  }

  private static void add(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content)
      throws IOException {
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
  }

  private static int directory(byte[] zip) {
    return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 22 + 16);
  }

  private static void replaceAll(byte[] bytes, String old, String with) {
    byte[] from = old.getBytes(UTF_8);
    for (int at = LOCAL_HEADER; at + from.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + from.length, from, 0, from.length)) {
        System.arraycopy(with.getBytes(UTF_8), 0, bytes, at, from.length);
      }
    }
  }

  private static ZipFile spool(byte[] zip) throws IOException {
    return ZipFile.spool(new ByteArrayInputStream(zip), RATIO);
  }

  private static List<String> names(byte[] zip) throws IOException {
    try (ZipFile file = spool(zip)) {
      return file.pages().stream().map(ZipFile.Page::name).toList();
    }
  }

  private static void readAll(byte[] zip) throws IOException {
    read(zip, RATIO);
  }

  private static void read(byte[] zip, int ratio) throws IOException {
    try (ZipFile file = ZipFile.spool(new ByteArrayInputStream(zip), ratio)) {
      for (ZipFile.Page page : file.pages()) {
        try (InputStream in = file.open(page)) {
          in.transferTo(java.io.OutputStream.nullOutputStream());
        }
      }
    }
  }

  private static void refuses(byte[] zip, ErrorType code) {
    assertThatThrownBy(() -> names(zip))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.trouble().type()).isEqualTo(code));
  }
}
