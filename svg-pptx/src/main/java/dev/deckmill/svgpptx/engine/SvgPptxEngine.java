package dev.deckmill.svgpptx.engine;

import dev.deckmill.svgpptx.Engine;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.SvgToSlide.StageObserver;
import dev.deckmill.svgpptx.embed.BundleFormat;
import dev.deckmill.svgpptx.embed.PlaceholderSlide;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The library's engine. Public because {@code ServiceLoader} wants it so. */
public final class SvgPptxEngine implements Engine {
  /** For {@code ServiceLoader}. */
  public SvgPptxEngine() {}

  @Override
  public PageConverter converter(SlideOptions options, StageObserver observer) {
    return new Pipeline(options, observer);
  }

  @Override
  public DeckOutput deck(OutputStream out, DeckOptions options) {
    return new DeckOnStream(out, options);
  }

  @Override
  public Slide read(InputStream in) throws IOException {
    BundleFormat.Content content = BundleFormat.read(in);
    return new BundledSlide(content.bundle(), content.report());
  }

  @Override
  public Slide placeholder(int page, String name, String code, String detail, SlideSize size) {
    return new BundledSlide(
        PlaceholderSlide.bundle(page, name, code, detail, size), PlaceholderSlide.report());
  }
}
