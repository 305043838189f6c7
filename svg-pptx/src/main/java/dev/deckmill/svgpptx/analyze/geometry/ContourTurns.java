package dev.deckmill.svgpptx.analyze.geometry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells quickly of most paths that no point of the plane has a winding number other than -1, 0 and
 * 1, so that both fill rules mean the same.
 *
 * <p>What is looked at is the polygon of all points, control points among them: a line crosses a
 * Bézier curve no more often than its control polygon, and the curve turns around a point in one
 * direction if its control points do.
 */
final class ContourTurns {
  private static final int MOST = 64;

  /** What is known of a contour's winding numbers. */
  private enum Winding {
    /** 0 and 1. */
    POSITIVE,
    /** 0 and -1. */
    NEGATIVE,
    /** -1, 0 and 1. */
    EITHER
  }

  private record Contour(Winding winding, Extent extent) {}

  private ContourTurns() {}

  /** False where it can't be told. */
  static boolean windOnce(PathSegments segments) {
    List<Contour> contours = new ArrayList<>(4);
    for (int first = 0; first < segments.size(); ) {
      int last = first;
      while (segments.next(last) > last) {
        last++;
      }
      Winding winding = winding(segments, first, last);
      if (winding == null || contours.size() == MOST) {
        return false;
      }
      contours.add(new Contour(winding, extent(segments, first, last)));
      first = last + 1;
    }
    return apart(contours);
  }

  private static boolean apart(List<Contour> contours) {
    for (int i = 0; i < contours.size(); i++) {
      Contour one = contours.get(i);
      for (int j = i + 1; j < contours.size(); j++) {
        Contour other = contours.get(j);
        boolean opposite =
            one.winding() != Winding.EITHER
                && other.winding() != Winding.EITHER
                && one.winding() != other.winding();
        if (!opposite && one.extent().overlaps(other.extent())) {
          return false;
        }
      }
    }
    return true;
  }

  private static @Nullable Winding winding(PathSegments segments, int first, int last) {
    Winding around = around(segments, first, last);
    if (around != null) {
      return around;
    }
    return bends(segments, first, last, 0) <= 2 || bends(segments, first, last, 1) <= 2
        ? Winding.EITHER
        : null;
  }

  /** How often the polygon turns back along an axis: a line across it meets it no more often. */
  private static int bends(PathSegments segments, int first, int last, int axis) {
    int bends = 0;
    int beginning = 0;
    int direction = 0;
    for (int s = first; s <= last; s++) {
      for (int i = axis; i < 6; i += 2) {
        int step = (int) Math.signum(segments.at(s, i + 2) - segments.at(s, i));
        if (step != 0 && direction != 0 && step != direction) {
          bends++;
        }
        direction = step != 0 ? step : direction;
        beginning = beginning == 0 ? direction : beginning;
      }
    }
    return beginning == direction ? bends : bends + 1;
  }

  /** The winding of a contour that goes once around its middle, without ever turning back. */
  private static @Nullable Winding around(PathSegments segments, int first, int last) {
    double cx = 0;
    double cy = 0;
    for (int s = first; s <= last; s++) {
      cx += segments.at(s, 0);
      cy += segments.at(s, 1);
    }
    cx /= last + 1 - first;
    cy /= last + 1 - first;
    int direction = 0;
    int turns = 0;
    for (int s = first; s <= last; s++) {
      int one = segments.isStraight(s) ? chord(segments, s, cx, cy) : curve(segments, s, cx, cy);
      if (one == 0 || (direction != 0 && one != direction)) {
        return null;
      }
      direction = one;
      boolean above = segments.at(s, 1) < cy;
      boolean endsAbove = segments.at(s, 7) < cy;
      turns += above && !endsAbove ? 1 : 0;
    }
    return turns != 1 ? null : direction > 0 ? Winding.POSITIVE : Winding.NEGATIVE;
  }

  private static int chord(PathSegments s, int segment, double cx, double cy) {
    return side(s, segment, 0, 6, cx, cy);
  }

  /** The direction in which each control point lies from each one before it, if it is the same. */
  private static int curve(PathSegments s, int segment, double cx, double cy) {
    int direction = side(s, segment, 0, 6, cx, cy);
    for (int i = 0; i < 6; i += 2) {
      for (int j = i + 2; j < 8; j += 2) {
        boolean same =
            s.at(segment, i) == s.at(segment, j) && s.at(segment, i + 1) == s.at(segment, j + 1);
        if (!same && side(s, segment, i, j, cx, cy) != direction) {
          return 0;
        }
      }
    }
    return direction;
  }

  private static int side(PathSegments s, int segment, int i, int j, double cx, double cy) {
    return (int)
        Math.signum(
            (s.at(segment, i) - cx) * (s.at(segment, j + 1) - cy)
                - (s.at(segment, i + 1) - cy) * (s.at(segment, j) - cx));
  }

  private static Extent extent(PathSegments segments, int first, int last) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int s = first; s <= last; s++) {
      for (int i = 0; i < 6; i += 2) {
        left = Math.min(left, segments.at(s, i));
        right = Math.max(right, segments.at(s, i));
        top = Math.min(top, segments.at(s, i + 1));
        bottom = Math.max(bottom, segments.at(s, i + 1));
      }
    }
    return new Extent(left, top, right, bottom);
  }
}
