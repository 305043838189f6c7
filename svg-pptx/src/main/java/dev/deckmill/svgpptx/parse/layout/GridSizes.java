package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.layout.GridTracks.Track;
import java.util.Arrays;
import java.util.List;

/** How large the columns or rows of a grid are (CSS Grid 1 §11). */
final class GridSizes {
  private final List<Track> tracks;
  private final double[] least;
  private final double[] most;
  private final double gap;

  GridSizes(List<Track> tracks, double gap) {
    this.tracks = tracks;
    this.gap = gap;
    this.least = new double[tracks.size()];
    this.most = new double[tracks.size()];
    for (int i = 0; i < least.length; i++) {
      Track track = tracks.get(i);
      double given = Double.isNaN(track.length()) ? track.least() : track.length();
      least[i] = Double.isNaN(given) ? 0 : Math.max(0, given);
      most[i] = least[i];
    }
  }

  /** What an item in one or several tracks asks for; those in one come first. */
  void ask(int from, int count, double min, double max) {
    spread(from, count, min, least);
    spread(from, count, max, most);
    for (int i = from; i < from + count; i++) {
      most[i] = Math.max(most[i], least[i]);
    }
  }

  private void spread(int from, int count, double wanted, double[] sizes) {
    double has = gap * (count - 1);
    int open = 0;
    boolean shares = false;
    for (int i = from; i < from + count; i++) {
      has += sizes[i];
      shares |= tracks.get(i).share() > 0;
      open += tracks.get(i).growsWithContent() ? 1 : 0;
    }
    // an item across a track that takes its share of the room needs nothing of the others
    if (wanted <= has || open == 0 || (shares && count > 1)) {
      return;
    }
    for (int i = from; i < from + count; i++) {
      sizes[i] += tracks.get(i).growsWithContent() ? (wanted - has) / open : 0;
    }
  }

  /**
   * The sizes.
   *
   * @param room NaN where the content decides
   */
  double[] in(double room, boolean stretches) {
    double[] sizes = least.clone();
    if (Double.isNaN(room)) {
      byContent(sizes);
      return sizes;
    }
    double free = room - gap * Math.max(0, sizes.length - 1) - Arrays.stream(sizes).sum();
    free -= grow(sizes, free);
    if (hasShares()) {
      share(sizes, room - gap * Math.max(0, sizes.length - 1));
    } else if (stretches) {
      stretch(sizes, free);
    }
    return sizes;
  }

  private boolean hasShares() {
    return tracks.stream().anyMatch(track -> track.share() > 0);
  }

  /** Tracks with shares are as large as the one that needs most for its share. */
  private void byContent(double[] sizes) {
    double one = 0;
    for (int i = 0; i < sizes.length; i++) {
      double share = tracks.get(i).share();
      sizes[i] = most[i];
      one = share > 0 ? Math.max(one, most[i] / Math.max(1, share)) : one;
    }
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.max(sizes[i], one * tracks.get(i).share());
    }
  }

  /** Those without a share grow up to what they would like, and say how much that was. */
  private double grow(double[] sizes, double free) {
    double wanted = 0;
    for (int i = 0; i < sizes.length; i++) {
      wanted += tracks.get(i).share() > 0 ? 0 : most[i] - least[i];
    }
    double part = wanted > 0 ? Math.clamp(free / wanted, 0, 1) : 0;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] += tracks.get(i).share() > 0 ? 0 : part * (most[i] - least[i]);
    }
    return part * wanted;
  }

  /** Shares of the room that is left (§11.7.1): what needs more than its share counts as given. */
  private void share(double[] sizes, double room) {
    boolean[] given = new boolean[sizes.length];
    boolean settled = false;
    while (!settled) {
      double left = room;
      double shares = 0;
      for (int i = 0; i < sizes.length; i++) {
        boolean shared = tracks.get(i).share() > 0 && !given[i];
        left -= shared ? 0 : sizes[i];
        shares += shared ? tracks.get(i).share() : 0;
      }
      double one = Math.max(0, left) / Math.max(1, shares);
      settled = true;
      for (int i = 0; i < sizes.length; i++) {
        boolean shared = tracks.get(i).share() > 0 && !given[i];
        boolean small = shared && one * tracks.get(i).share() < least[i];
        given[i] |= small;
        settled &= !small;
        sizes[i] = small ? least[i] : shared ? one * tracks.get(i).share() : sizes[i];
      }
    }
  }

  private void stretch(double[] sizes, double free) {
    long open = tracks.stream().filter(Track::growsWithContent).count();
    for (int i = 0; i < sizes.length && free > 0; i++) {
      sizes[i] += tracks.get(i).growsWithContent() ? free / open : 0;
    }
  }
}
