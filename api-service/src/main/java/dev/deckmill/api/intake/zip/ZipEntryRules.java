package dev.deckmill.api.intake.zip;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What every entry of a ZIP file has to keep to, whether it is a page or not. */
final class ZipEntryRules {
  private static final int LONGEST_NAME = 1_024;
  private static final int LOCAL_HEADER_BYTES = 30;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern ABSOLUTE = Pattern.compile("(/|[A-Za-z]:).*", Pattern.DOTALL);

  private ZipEntryRules() {}

  /**
   * Checks all entries.
   *
   * @param directoryOffset where the entries end and the table of contents begins
   */
  static void check(List<ZipArchiveEntry> entries, long directoryOffset) {
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry entry : entries) {
      checkName(entry.getName());
      if (!names.add(path(entry))) {
        throw ZipFaults.duplicate(entry.getName());
      }
      checkKind(entry);
    }
    checkPlaces(entries, directoryOffset);
  }

  /** An entry's name as a path with slashes, in one way of writing it. */
  static String path(ZipArchiveEntry entry) {
    return Normalizer.normalize(entry.getName().replace('\\', '/'), Normalizer.Form.NFC);
  }

  private static void checkName(String raw) {
    String name = raw.replace('\\', '/');
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw ZipFaults.name(raw, "has a name of %d characters".formatted(raw.length()));
    }
    if (CONTROL.matcher(name).find()) {
      throw ZipFaults.name(raw, "has control characters in its name");
    }
    if (ABSOLUTE.matcher(name).matches() || List.of(name.split("/", -1)).contains("..")) {
      throw ZipFaults.name(raw, "points out of the ZIP file");
    }
  }

  private static void checkKind(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw ZipFaults.entryInvalid(entry.getName(), "is encrypted");
    }
    if (entry.isUnixSymlink()) {
      throw ZipFaults.entryInvalid(entry.getName(), "is a symbolic link");
    }
    if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
      throw ZipFaults.entryInvalid(entry.getName(), "is neither deflated nor stored");
    }
  }

  /** Bytes that serve two entries make a small file a huge one. */
  private static void checkPlaces(List<ZipArchiveEntry> entries, long directoryOffset) {
    long end = 0;
    for (ZipArchiveEntry entry :
        entries.stream().sorted(Comparator.comparing(ZipArchiveEntry::getDataOffset)).toList()) {
      long dataEnd = entry.getDataOffset() + entry.getCompressedSize();
      if (entry.getCompressedSize() < 0
          || entry.getSize() < 0
          || entry.getDataOffset() - LOCAL_HEADER_BYTES < end
          || dataEnd > directoryOffset) {
        throw ZipFaults.entryInvalid(entry.getName(), "overlaps with another");
      }
      end = dataEnd;
    }
  }
}
