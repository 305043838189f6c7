package dev.deckmill.drive.delivery;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links into a place: what the operator says is in front of it, then the path. */
public final class PlaceLink {
  private PlaceLink() {}

  /**
   * The link to a file, if there is an address in front of the place.
   *
   * @param path with slashes between its segments, as they are
   */
  public static Optional<String> of(Optional<URI> base, String path) {
    return base.map(
        front -> {
          String text = front.toString();
          String encoded =
              Stream.of(path.split("/", -1))
                  .map(PlaceNames::encoded)
                  .collect(Collectors.joining("/"));
          return (text.endsWith("/") ? text : text + "/") + encoded;
        });
  }
}
