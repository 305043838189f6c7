package dev.deckmill.contracts.part;

import dev.deckmill.contracts.Excerpt;
import dev.deckmill.contracts.message.PageConverted;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on a page, element by element: the blob that {@link PageConverted#record()}
 * refers to, too large for a message.
 *
 * @param elements at most as many as the engine keeps one by one, those that are not native first
 * @param findings all of them, in the order they were found
 * @param mediaFiles media parts that came with the slide, from 0
 * @param partBytes sum of the sizes of the slide part and its media parts, inflated
 */
public record PageRecord(
    List<Element> elements, List<PageFinding> findings, int mediaFiles, long partBytes) {
  /** How an element came out. */
  public enum Rendition {
    NATIVE,
    APPROXIMATE,
    RASTER
  }

  /**
   * What became of one element.
   *
   * @param type its local name in the SVG, as {@code rect}; cut at {@value Excerpt#NAME} characters
   * @param id its {@code id}, if it has one; cut as {@code type} is
   * @param reasons why it is not native, each cut at {@value Excerpt#REMARK} characters; empty
   *     where it is
   * @param bytes how much of the slide's XML it takes, from 0
   */
  public record Element(
      String type, @Nullable String id, Rendition rendition, List<String> reasons, long bytes) {
    public Element {
      type = Excerpt.of(Objects.requireNonNull(type, "type"), Excerpt.NAME);
      id = id == null ? null : Excerpt.of(id, Excerpt.NAME);
      Objects.requireNonNull(rendition, "rendition");
      reasons = reasons.stream().map(reason -> Excerpt.of(reason, Excerpt.REMARK)).toList();
      Checks.atLeast("bytes", bytes, 0);
    }
  }

  public PageRecord {
    elements = List.copyOf(elements);
    findings = List.copyOf(findings);
    Checks.atLeast("mediaFiles", mediaFiles, 0);
    Checks.atLeast("partBytes", partBytes, 0);
  }
}
