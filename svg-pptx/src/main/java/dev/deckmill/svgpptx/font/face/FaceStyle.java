package dev.deckmill.svgpptx.font.face;

import java.util.Comparator;
import java.util.List;

/** What CSS chooses a face of a family by (CSS Fonts 4 §5.2). */
public interface FaceStyle {
  /** 1 to 1000. */
  int weight();

  boolean italic();

  /** 1 to 9 as OS/2 counts; 5 is normal. */
  int width();

  /** The face that CSS takes for a weight and slope, at normal width if the family has it. */
  static <T extends FaceStyle> T best(List<T> faces, int weight, boolean italic) {
    return faces.stream()
        .min(
            Comparator.comparingInt((T face) -> Math.abs(face.width() - FaceEntry.NORMAL_WIDTH))
                .thenComparingInt(face -> face.italic() == italic ? 0 : 1)
                .thenComparingInt(face -> distance(face.weight(), weight)))
        .orElseThrow();
  }

  /**
   * How late CSS tries a weight: from 400 to 500 first up to 500, then down, then up; below 400
   * down first, above 500 up first.
   */
  private static int distance(int has, int wanted) {
    int later = 1000;
    if (has == wanted) {
      return 0;
    }
    if (wanted >= 400 && wanted <= 500) {
      if (has > wanted && has <= 500) {
        return has - wanted;
      }
      return has < wanted ? later + wanted - has : 2 * later + has - wanted;
    }
    boolean downFirst = wanted < 400;
    boolean first = downFirst == has < wanted;
    return Math.abs(has - wanted) + (first ? 0 : later);
  }
}
