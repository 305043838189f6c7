package dev.deckmill.svgpptx.deck;

import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.embed.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The committed template deck: slide master, layouts, theme and properties, made for {@link
 * SlideSize#WIDE}.
 *
 * @param parts the parts that every deck has, by name; without presentation and content types
 * @param notesParts the notes master's, which decks with notes have as well
 * @param defaultTextStyle {@code p:defaultTextStyle} as it stands in the presentation part
 */
record Template(
    Map<String, byte[]> parts, Map<String, byte[]> notesParts, String defaultTextStyle) {
  private static final String RESOURCE = "template.pptx";
  private static final String PRESENTATION = "ppt/presentation.xml";
  private static final Pattern TEXT_STYLE =
      Pattern.compile("<p:defaultTextStyle>.*</p:defaultTextStyle>", Pattern.DOTALL);
  private static final Pattern PLACE =
      Pattern.compile("<a:(off x|ext cx)=\"(\\d+)\" (y|cy)=\"(\\d+)\"/>");

  private static final Template COMMITTED = load();

  static Template forSize(SlideSize size) {
    return size.equals(SlideSize.WIDE) ? COMMITTED : COMMITTED.stretched(size);
  }

  /** The part of a layout; the template's test pins the order. */
  static String layoutPart(Bundle.Layout layout) {
    return switch (layout) {
      case TITLE_ONLY -> "slideLayout1.xml";
      case BLANK -> "slideLayout2.xml";
    };
  }

  private static Template load() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (InputStream in = Template.class.getResourceAsStream(RESOURCE);
        ZipInputStream zip =
            new ZipInputStream(
                Objects.requireNonNull(in, "the template is missing from the jar"))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        parts.put(e.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the template deck in the jar can't be read", e);
    }
    String presentation =
        new String(Objects.requireNonNull(parts.remove(PRESENTATION)), StandardCharsets.UTF_8);
    parts.keySet().removeIf(name -> !name.startsWith("ppt/") || name.contains("presentation.xml"));
    Map<String, byte[]> notes = new LinkedHashMap<>(parts);
    notes.keySet().removeIf(name -> !isOfNotes(name));
    parts.keySet().removeIf(Template::isOfNotes);
    Matcher style = TEXT_STYLE.matcher(presentation);
    return new Template(parts, notes, style.find() ? style.group() : "");
  }

  /** The notes master and its theme, the second one. */
  private static boolean isOfNotes(String part) {
    return part.startsWith("ppt/notesMasters/") || part.equals("ppt/theme/theme2.xml");
  }

  /** The placeholders of master and layouts keep their share of another slide size. */
  private Template stretched(SlideSize size) {
    double x = (double) size.widthEmu() / SlideSize.WIDE.widthEmu();
    double y = (double) size.heightEmu() / SlideSize.WIDE.heightEmu();
    Map<String, byte[]> stretched = new LinkedHashMap<>(parts);
    stretched.replaceAll(
        (name, bytes) ->
            name.endsWith(".xml")
                    && (name.contains("/slideMasters/slide")
                        || name.contains("/slideLayouts/slide"))
                ? stretched(bytes, x, y)
                : bytes);
    return new Template(stretched, notesParts, defaultTextStyle);
  }

  private static byte[] stretched(byte[] xml, double x, double y) {
    return PLACE
        .matcher(new String(xml, StandardCharsets.UTF_8))
        .replaceAll(
            m ->
                "<a:%s=\"%d\" %s=\"%d\"/>"
                    .formatted(
                        m.group(1),
                        Math.round(Long.parseLong(m.group(2)) * x),
                        m.group(3),
                        Math.round(Long.parseLong(m.group(4)) * y)))
        .getBytes(StandardCharsets.UTF_8);
  }
}
