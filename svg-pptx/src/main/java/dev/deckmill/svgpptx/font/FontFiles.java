package dev.deckmill.svgpptx.font;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.FontHeaders;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The font files of this machine. Looking through them costs some tenths of a second, so it is done
 * once, when first asked.
 */
final class FontFiles {
  private static final int BOLD_FROM = 600;
  private static final List<Path> FOLDERS =
      Stream.of(
              "/usr/share/fonts",
              "/usr/local/share/fonts",
              System.getProperty("user.home") + "/.fonts",
              System.getProperty("user.home") + "/.local/share/fonts",
              "/Library/Fonts",
              "/System/Library/Fonts",
              "C:\\Windows\\Fonts")
          .map(Path::of)
          .toList();

  private final Map<String, List<Entry>> byFamily;
  private final Map<Entry, Optional<Face>> loaded = new ConcurrentHashMap<>();

  /** A face in a file; {@code name} tells faces of a collection apart. */
  private record Entry(
      String family, String name, File file, boolean collection, int weight, boolean italic) {}

  private FontFiles(Map<String, List<Entry>> byFamily) {
    this.byFamily = byFamily;
  }

  /** Those of this machine. */
  static FontFiles ofThisMachine() {
    return Holder.FILES;
  }

  private static final class Holder {
    private static final FontFiles FILES = new FontFiles(scan(FOLDERS));
  }

  boolean hasFamily(String family) {
    return byFamily.containsKey(family.toLowerCase(Locale.ROOT));
  }

  /** The face of the family that comes nearest. */
  Optional<Face> face(String family, int weight, boolean italic) {
    Entry nearest = null;
    int least = Integer.MAX_VALUE;
    for (Entry e : byFamily.getOrDefault(family.toLowerCase(Locale.ROOT), List.of())) {
      int distance =
          Math.abs(e.weight() - weight)
              + (e.weight() >= BOLD_FROM == weight >= BOLD_FROM ? 0 : 2_000)
              + (e.italic() == italic ? 0 : 1_000);
      if (distance < least) {
        least = distance;
        nearest = e;
      }
    }
    return nearest == null ? Optional.empty() : loaded.computeIfAbsent(nearest, FontFiles::load);
  }

  private static Optional<Face> load(Entry entry) {
    try {
      return Optional.of(new FileFace(entry.family(), open(entry)));
    } catch (IOException e) {
      // A damaged file is a font this machine does not have.
      return Optional.empty();
    }
  }

  /** Stays open: tables are read when they are asked for. */
  @SuppressWarnings("resource")
  private static TrueTypeFont open(Entry entry) throws IOException {
    if (entry.collection()) {
      return new TrueTypeCollection(entry.file()).getFontByName(entry.name());
    }
    RandomAccessReadBufferedFile data = new RandomAccessReadBufferedFile(entry.file());
    return isOpenType(entry.file()) ? new OTFParser().parse(data) : new TTFParser().parse(data);
  }

  private static Map<String, List<Entry>> scan(List<Path> folders) {
    Map<String, List<Entry>> families = new HashMap<>();
    for (Path folder : folders) {
      for (File file : files(folder)) {
        read(file, families);
      }
    }
    return families;
  }

  /** What can't be read is not there. */
  private static List<File> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().map(Path::toFile).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static void read(File file, Map<String, List<Entry>> into) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".ttc")) {
        TrueTypeCollection.processAllFontHeaders(file, h -> add(h, file, true, into));
      } else if (name.endsWith(".ttf") || isOpenType(file)) {
        try (var data = new RandomAccessReadBufferedFile(file)) {
          TTFParser parser = isOpenType(file) ? new OTFParser() : new TTFParser();
          add(parser.parseTableHeaders(data), file, false, into);
        }
      }
    } catch (IOException damaged) {
      // A damaged file is a font this machine does not have.
    }
  }

  private static void add(
      FontHeaders headers, File file, boolean collection, Map<String, List<Entry>> into) {
    if (headers.getError() != null || headers.getFontFamily() == null) {
      return;
    }
    String style = String.valueOf(headers.getFontSubFamily()).toLowerCase(Locale.ROOT);
    int weight =
        headers.getOS2Windows() != null
            ? headers.getOS2Windows().getWeightClass()
            : style.contains("bold") ? 700 : 400;
    Entry entry =
        new Entry(
            headers.getFontFamily(),
            headers.getName(),
            file,
            collection,
            weight,
            style.contains("italic") || style.contains("oblique"));
    into.computeIfAbsent(entry.family().toLowerCase(Locale.ROOT), k -> new ArrayList<>())
        .add(entry);
  }

  private static boolean isOpenType(File file) {
    return file.getName().toLowerCase(Locale.ROOT).endsWith(".otf");
  }
}
