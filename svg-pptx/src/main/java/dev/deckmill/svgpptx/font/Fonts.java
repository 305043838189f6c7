package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.font.catalog.FontCatalog;
import dev.deckmill.svgpptx.font.catalog.FontSources;
import dev.deckmill.svgpptx.font.face.FontFace;
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
  private final EmbeddedFonts embedded;
  private final @Nullable String pageLanguage;

  private Fonts(FontResolver resolver, EmbeddedFonts embedded, @Nullable String pageLanguage) {
    this.resolver = resolver;
    this.embedded = embedded;
    this.pageLanguage = pageLanguage;
  }

  private Fonts(TextProfile profile) {
    this(new FontResolver(CATALOG, profile), new EmbeddedFonts(), null);
  }

  public static Fonts of(TextProfile profile) {
    return BY_PROFILE.computeIfAbsent(profile, Fonts::new);
  }

  /**
   * The same for one page.
   *
   * @param fonts that it brings along
   * @param eastAsianLanguage what its East Asian text seems to be written in (BCP 47), or null
   */
  public Fonts ofPage(EmbeddedFonts fonts, @Nullable String eastAsianLanguage) {
    return new Fonts(resolver, fonts, eastAsianLanguage);
  }

  /** What the page's East Asian text seems to be written in, or null. */
  public @Nullable String pageLanguage() {
    return pageLanguage;
  }

  /** Those of the page. */
  public EmbeddedFonts embedded() {
    return embedded;
  }

  public Resolution resolve(Text.Run run) {
    return resolve(run.font(), run.text(), run.language());
  }

  /** Of characters in a font and, where it is known, a language. */
  public Resolution resolve(Text.Font font, String text, @Nullable String language) {
    FontFace own = embedded.face(font);
    Resolution resolution = resolver.resolve(font, text, language, pageLanguage);
    return own == null ? resolution : resolver.embedded(resolution, own, font);
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
