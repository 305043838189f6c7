package dev.deckmill.svgpptx.engine;

import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideReport;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.embed.Bundle;
import dev.deckmill.svgpptx.embed.BundleFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A slide as its bundle. */
record BundledSlide(Bundle bundle, SlideReport report) implements Slide {
  BundledSlide {
    Objects.requireNonNull(bundle, "bundle");
    Objects.requireNonNull(report, "report");
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    BundleFormat.write(new BundleFormat.Content(bundle, report), out);
  }

  @Override
  public SlideSize size() {
    return bundle.size();
  }

  @Override
  public @Nullable String title() {
    return bundle.title();
  }

  @Override
  public String sha256() {
    return bundle.sha256();
  }

  @Override
  public int mediaFiles() {
    return bundle.media().size();
  }

  @Override
  public long partBytes() {
    return bundle.slide().size()
        + bundle.media().stream().mapToLong(media -> media.part().size()).sum();
  }
}
