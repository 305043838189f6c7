package dev.deckmill.svgpptx.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the chunks of a text are the lines of paragraphs, as HTML sets them: one chunk a line.
 *
 * @param box in which the lines were set, in the text's user space
 * @param paragraphs together as many lines as the text has chunks
 */
public record TextBlock(Box box, List<Paragraph> paragraphs) {
  /** How a line comes to its end. */
  public enum Ending {
    /** It was full, and a space was left out where it breaks. */
    FULL_AT_SPACE,
    /** It was full, and breaks between two characters. */
    FULL,
    /** {@code br} or a line feed that is kept. */
    FORCED,
    /** With its paragraph. */
    LAST;

    /** Whether the line broke only because it was full. */
    public boolean isSoft() {
      return this == FULL_AT_SPACE || this == FULL;
    }
  }

  /**
   * Lines that a person would edit as one paragraph.
   *
   * @param endings of its lines, the last {@link Ending#LAST}
   * @param justified whether full lines are as wide as the block
   * @param marker of a list item, or null
   */
  public record Paragraph(List<Ending> endings, boolean justified, @Nullable Marker marker) {
    public Paragraph {
      endings = List.copyOf(endings);
      if (endings.isEmpty()) {
        throw new IllegalArgumentException("a paragraph has a line");
      }
    }
  }

  /** What numbers a list's items have. */
  public enum Numbering {
    DECIMAL,
    LOWER_ALPHA,
    UPPER_ALPHA,
    LOWER_ROMAN,
    UPPER_ROMAN
  }

  /**
   * {@code ::marker} (CSS Lists 3 §3.1).
   *
   * @param numbering null for a bullet
   * @param number of the item, 1 or more; without meaning for a bullet
   * @param drawn the same as text beside the first line
   */
  public record Marker(@Nullable Numbering numbering, int number, Text.Chunk drawn) {
    public Marker {
      Objects.requireNonNull(drawn, "drawn");
    }

    /** The characters of it. */
    public String label() {
      return drawn.runs().getFirst().text();
    }
  }

  /** The lines of the text, each marker before the first line of its paragraph. */
  List<Text.Chunk> withMarkers(List<Text.Chunk> lines) {
    List<Text.Chunk> all = new ArrayList<>(lines.size() + 4);
    int line = 0;
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.marker() != null) {
        all.add(paragraph.marker().drawn());
      }
      int next = line + paragraph.endings().size();
      all.addAll(lines.subList(line, next));
      line = next;
    }
    return all;
  }

  /** Of all paragraphs. */
  int lineCount() {
    return paragraphs.stream().mapToInt(p -> p.endings().size()).sum();
  }

  public TextBlock {
    Objects.requireNonNull(box, "box");
    paragraphs = List.copyOf(paragraphs);
  }
}
