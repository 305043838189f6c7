package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.font.catalog.FontCatalog;
import dev.deckmill.svgpptx.font.catalog.FontSources;
import dev.deckmill.svgpptx.ir.Text;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The fonts that runs will be shown in, for one text profile. */
public final class Fonts {
  /** One catalogue a process: what it has read of this machine's fonts serves every engine. */
  private static final FontCatalog CATALOG = FontCatalog.of(FontSources.system());

  private static final Map<TextProfile, Fonts> BY_PROFILE = new ConcurrentHashMap<>();

  private final FontResolver resolver;

  private Fonts(TextProfile profile) {
    this.resolver = new FontResolver(CATALOG, profile);
  }

  public static Fonts of(TextProfile profile) {
    return BY_PROFILE.computeIfAbsent(profile, Fonts::new);
  }

  public Resolution resolve(Text.Run run) {
    return resolver.resolve(run.font(), run.text(), run.language());
  }

  /** Of characters in a font and, where it is known, a language. */
  public Resolution resolve(Text.Font font, String text, @Nullable String language) {
    return resolver.resolve(font, text, language);
  }

  /** How far a run moves the pen, its spacing included, its dx not. */
  public double advance(Text.Run run) {
    return advance(run, resolve(run));
  }

  public double advance(Text.Run run, Resolution fonts) {
    return TextMeasure.advance(
        run.text(), fonts, run.font().size(), run.letterSpacing(), run.wordSpacing());
  }

  /** Where the run's baseline lies in its line, in user units. */
  public LineBox line(Text.Run run, Resolution fonts) {
    return LineBox.of(resolver, fonts, run.font().size());
  }
}
