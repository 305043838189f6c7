package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.dml.Blip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The relationships and media of one slide, each once. */
final class Links {
  private final Packer packer;
  private final MediaSource source;
  private final List<Bundle.Link> links = new ArrayList<>();
  private final List<Bundle.Media> media = new ArrayList<>();
  private final Map<String, Integer> byKey = new HashMap<>();

  /** Gives a picture's file, or nothing when it can't be made. */
  @FunctionalInterface
  interface MediaSource {
    Optional<Blip.File> file(Blip blip);
  }

  Links(Packer packer, MediaSource source) {
    this.packer = packer;
    this.source = source;
  }

  /** The number of the relationship to this picture; empty when there is no picture. */
  OptionalInt picture(Blip blip) {
    return source
        .file(blip)
        .map(
            file ->
                OptionalInt.of(
                    byKey.computeIfAbsent(
                        packer.sha256(file.bytes(), file.bytes().length), k -> shelve(k, file))))
        .orElseGet(OptionalInt::empty);
  }

  int hyperlink(String url) {
    return byKey.computeIfAbsent("url " + url, k -> add(new Bundle.Link.Hyperlink(url)));
  }

  private int shelve(String sha256, Blip.File file) {
    media.add(new Bundle.Media(sha256, file.format(), packer.store(file.bytes())));
    return add(new Bundle.Link.Picture(media.size() - 1));
  }

  private int add(Bundle.Link link) {
    links.add(link);
    return links.size() - 1 + Bundle.FIRST_LINK;
  }

  List<Bundle.Link> links() {
    return links;
  }

  List<Bundle.Media> media() {
    return media;
  }
}
