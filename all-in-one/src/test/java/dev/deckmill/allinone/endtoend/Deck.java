package dev.deckmill.allinone.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a person reads in a PPTX file, slide by slide, and the bytes behind it. */
public final class Deck {
  private static final Pattern SLIDE_ID = Pattern.compile("<p:sldId [^>]*r:id=\"([^\"]+)\"");
  private static final Pattern RELATIONSHIP = Pattern.compile("<Relationship [^>]*>");
  private static final Pattern CONTENT_TYPE = Pattern.compile("<(Default|Override) [^>]*>");
  private static final Pattern TEXT = Pattern.compile("<a:t(?: [^>]*)?>([^<]*)</a:t>");

  private final Map<String, byte[]> parts;

  private Deck(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  public static Deck read(byte[] pptx) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(pptx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return new Deck(parts);
  }

  /** The text of each slide, in the order in which they are shown (ECMA-376 §19.2.1.34). */
  public List<String> slides() {
    Map<String, String> targets =
        RELATIONSHIP
            .matcher(part("ppt/_rels/presentation.xml.rels"))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toMap(r -> attribute(r, "Id"), r -> attribute(r, "Target")));
    return SLIDE_ID
        .matcher(part("ppt/presentation.xml"))
        .results()
        .map(id -> part("ppt/" + targets.get(id.group(1))))
        .map(Deck::text)
        .toList();
  }

  private String part(String name) {
    return new String(Objects.requireNonNull(parts.get(name), name), StandardCharsets.UTF_8);
  }

  /** How many slides, media files, relationships and content types it has. */
  public Counts counts() {
    return new Counts(
        named("ppt/slides/slide[0-9]+\\.xml").size(),
        named("ppt/media/.*").size(),
        named(".*\\.rels").stream().mapToInt(name -> count(RELATIONSHIP, name)).sum(),
        count(CONTENT_TYPE, "[Content_Types].xml"));
  }

  /** What is in a package (ECMA-376 Part 2). */
  public record Counts(int slides, int media, int relationships, int contentTypes) {}

  private List<String> named(String names) {
    return parts.keySet().stream().filter(name -> name.matches(names)).toList();
  }

  private int count(Pattern element, String name) {
    return Math.toIntExact(element.matcher(part(name)).results().count());
  }

  /** The SHA-256 of each part whose name is such a one. */
  public SortedMap<String, String> sha256(String names) throws NoSuchAlgorithmException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      if (part.getKey().matches(names)) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(part.getValue());
        hashes.put(part.getKey(), HexFormat.of().formatHex(hash));
      }
    }
    return hashes;
  }

  private static String text(String slide) {
    return TEXT.matcher(slide)
        .results()
        .map(text -> text.group(1))
        .collect(Collectors.joining(" "));
  }

  private static String attribute(String element, String name) {
    return element.replaceFirst("(?s).*\\b" + name + "=\"([^\"]*)\".*", "$1");
  }
}
