package dev.deckmill.api.intake.zip;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.contracts.NaturalOrder;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Which entries are pages, and in which order. A {@code manifest.json} at the top decides, {@code
 * {"pages": ["b.svg", {"file": "a.svg", "name": "Title"}]}}; without one all {@code .svg} and
 * {@code .svgz} files are, in the natural order of their paths.
 */
final class ZipPageOrder {
  private static final String MANIFEST = "manifest.json";
  private static final int LONGEST_MANIFEST = 4 << 20;

  /** Opens an entry. */
  @FunctionalInterface
  interface Opener {
    InputStream open(ZipArchiveEntry entry) throws IOException;
  }

  private final Opener opener;
  private final ObjectMapper json;

  ZipPageOrder(Opener opener, ObjectMapper json) {
    this.opener = opener;
    this.json = json;
  }

  List<ZipFile.Page> of(List<ZipArchiveEntry> entries) throws IOException {
    Map<String, ZipArchiveEntry> files = new LinkedHashMap<>();
    for (ZipArchiveEntry entry : entries) {
      if (!entry.isDirectory() && !isByproduct(ZipEntryRules.path(entry))) {
        refuseNested(entry);
        files.put(ZipEntryRules.path(entry), entry);
      }
    }
    ZipArchiveEntry manifest = files.get(MANIFEST);
    List<ZipFile.Page> pages = manifest == null ? byName(files) : byManifest(manifest, files);
    if (pages.isEmpty()) {
      throw ZipFaults.noPages();
    }
    return pages;
  }

  /** What file managers add for themselves. */
  private static boolean isByproduct(String path) {
    return path.startsWith("__MACOSX/")
        || path.substring(path.lastIndexOf('/') + 1).startsWith(".");
  }

  private void refuseNested(ZipArchiveEntry entry) throws IOException {
    try (InputStream in = opener.open(entry)) {
      if (ZipFile.isZip(in.readNBytes(ZipFile.SIGNATURE_BYTES))) {
        throw ZipFaults.entryInvalid(entry.getName(), "is a ZIP file itself");
      }
    }
  }

  private static List<ZipFile.Page> byName(Map<String, ZipArchiveEntry> files) {
    return files.entrySet().stream()
        .filter(file -> isPage(file.getKey()))
        .sorted(Map.Entry.comparingByKey(new NaturalOrder()))
        .map(file -> new ZipFile.Page(file.getKey(), file.getValue()))
        .toList();
  }

  private static boolean isPage(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".svg") || name.endsWith(".svgz");
  }

  private List<ZipFile.Page> byManifest(
      ZipArchiveEntry manifest, Map<String, ZipArchiveEntry> files) throws IOException {
    JsonNode listed = read(manifest).path("pages");
    if (!listed.isArray()) {
      throw ZipFaults.invalid("its manifest.json has no list \"pages\"");
    }
    Map<String, ZipFile.Page> pages = new LinkedHashMap<>();
    for (JsonNode each : listed) {
      String file = (each.isTextual() ? each : each.path("file")).asText();
      String path = Normalizer.normalize(file.replace('\\', '/'), Normalizer.Form.NFC);
      ZipArchiveEntry entry = files.get(path);
      if (entry == null || path.equals(MANIFEST)) {
        throw ZipFaults.entryInvalid(file, "is named by its manifest.json and is not there");
      }
      String name = each.path("name").asText(path);
      if (pages.put(path, new ZipFile.Page(name, entry)) != null) {
        throw ZipFaults.entryInvalid(file, "is named twice by its manifest.json");
      }
    }
    return new ArrayList<>(pages.values());
  }

  private JsonNode read(ZipArchiveEntry manifest) throws IOException {
    byte[] text;
    try (InputStream in = opener.open(manifest)) {
      text = in.readNBytes(LONGEST_MANIFEST + 1);
    }
    if (text.length > LONGEST_MANIFEST) {
      throw ZipFaults.invalid("its manifest.json has more than 4 MB");
    }
    try (JsonParser parser = json.createParser(text)) {
      JsonNode read = json.readTree(parser);
      return read == null ? json.missingNode() : read;
    } catch (JsonProcessingException e) {
      throw ZipFaults.invalid("its manifest.json is not JSON");
    }
  }
}
